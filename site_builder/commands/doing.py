"""What the editing commands share: their options, and how a job is done and told."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from site_builder.commands.words import ROOT, WORDS
from site_builder.edge.editing.job import Job, do
from site_builder.edge.editing.told import told
from site_builder.edge.machine import FAULTS, GOOD
from site_builder.editing.edit import CannotEditError
from site_builder.editing.jobs.desk import Refusal

Function = TypeVar("Function", bound=Callable[..., object])


def words(name: str) -> str:
    """Return the help of a command or an option."""
    return WORDS(f"editing.help.{name}")


def editing(function: Function) -> Function:
    """Give a command the options that every editing command has."""
    return ROOT(click.option("--dry-run", is_flag=True, help=words("dry-run"))(function))


def run(root: Path, job: Job, *, dry_run: bool, repairs: bool = False) -> int:
    """Do a job and tell of it; return the code to exit with, which is that of faults where a repair leaves some."""
    try:
        done = do(root, job, dry_run=dry_run, repairs=repairs)
    except Refusal as refusal:
        return refused(refusal)
    except CannotEditError as fault:
        return _refused(WORDS("editing.refused.place", place=str(fault)))
    click.echo(told(done, WORDS, dry_run=dry_run), nl=False, err=done.refused)
    return FAULTS if done.refused or (repairs and done.notes) else GOOD


def refused(refusal: Refusal) -> int:
    """Tell why a job cannot be done; return the code to exit with."""
    return _refused(WORDS(f"editing.refused.{refusal.key}", **refusal.values))


def _refused(told_words: str) -> int:
    click.echo(WORDS("editing.refused.intro", words=told_words), err=True)
    return FAULTS
