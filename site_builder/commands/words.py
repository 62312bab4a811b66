"""The words of the commands: in the language of the site that they are about, also before anything of it is read."""

import sys
from pathlib import Path

import click

from site_builder.edge.site_language import language_asked_for
from site_builder.reading.read import read_strings

WORDS = read_strings(language_asked_for(sys.argv))


def said(name: str) -> str:
    """Return what a command or an option says of itself."""
    return WORDS(f"cli.{name}")


ROOT = click.option("--root", type=click.Path(path_type=Path), default=Path(), help=said("root"))
