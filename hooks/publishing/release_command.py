"""The command `release`. What it does is imported when it is run: no other command should wait for it."""

from pathlib import Path

import click

from site_builder.commands.words import ROOT, said


@click.command("release", help=said("release"))
@ROOT
@click.argument("version")
def release(root: Path, version: str) -> int:
    """Make the release."""
    from hooks.publishing.release import make_release

    return make_release(root, version)
