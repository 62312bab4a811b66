"""`renumber`, `rename`, `withdraw`, `qualify`: what is there gets another number or id, ends, or is named in full."""

from pathlib import Path

import click

from site_builder.commands.doing import editing, run, words
from site_builder.editing.jobs.desk import Desk, Proposal
from site_builder.editing.jobs.names import rename_organization, renumber
from site_builder.editing.jobs.qualify import qualify
from site_builder.editing.jobs.withdraw import withdraw
from site_builder.editing.jobs.written import day_of, measure_of

PLAN = click.option("--plan", help=words("plan"))


@click.command("renumber", help=words("renumber"))
@editing
@PLAN
@click.argument("old")
@click.argument("new")
def renumber_command(root: Path, dry_run: bool, plan: str | None, old: str, new: str) -> int:
    """Renumber a measure."""

    def job(desk: Desk) -> Proposal:
        return renumber(desk, *measure_of(desk, old, plan), new)

    return run(root, job, dry_run=dry_run)


@click.group("rename", help=words("rename"))
def rename_group() -> None:
    """Hold the commands that give an id."""


@rename_group.command("organization", help=words("rename-organization"))
@editing
@click.argument("old")
@click.argument("new")
def rename_command(root: Path, dry_run: bool, old: str, new: str) -> int:
    """Give an organization or a group another id."""
    return run(root, lambda desk: rename_organization(desk, old, new), dry_run=dry_run)


@click.command("withdraw", help=words("withdraw"))
@editing
@PLAN
@click.argument("number")
@click.option("--decision", required=True, help=words("withdraw-decision"))
@click.option("--to", "last_day", required=True, help=words("withdraw-to"))
def withdraw_command(root: Path, dry_run: bool, plan: str | None, number: str, decision: str, last_day: str) -> int:
    """End a measure by a decision."""

    def job(desk: Desk) -> Proposal:
        return withdraw(desk, measure_of(desk, number, plan), decision, day_of(last_day))

    return run(root, job, dry_run=dry_run)


@click.command("qualify", help=words("qualify"))
@editing
def qualify_command(root: Path, dry_run: bool) -> int:
    """Name the plan where a reference leaves it out."""
    return run(root, qualify, dry_run=dry_run, repairs=True)
