"""The words of the commands: in the language of the site that they are about, also before anything of it is read."""

import sys
from pathlib import Path

import click

from site_builder.commands.click_words import speak_to_click
from site_builder.edge.machine import PROGRAM
from site_builder.foundation.strings import Strings
from site_builder.reading.read import CatalogueFaultError, language_asked_for, read_strings


def _read() -> Strings:
    strings = read_strings(language_asked_for(sys.argv))
    try:
        for name in ("cli", "click"):
            strings.find(name)
    except CatalogueFaultError as fault:  # before there is a command to tell it: its place is all that can be told
        click.echo(str(fault), err=True)
        raise SystemExit(PROGRAM) from None
    return strings


WORDS = _read()
speak_to_click(WORDS)


def said(name: str) -> str:
    """Return what a command or an option says of itself."""
    return WORDS(f"cli.{name}")


ROOT = click.option("--root", type=click.Path(path_type=Path), default=Path(), help=said("root"))
