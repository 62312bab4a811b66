"""The command `release`. What it does is imported when it is run: no other command should wait for it."""

from pathlib import Path

import click


@click.command()
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="Mappen med content/ och docs/.")
@click.argument("version")
def release(root: Path, version: str) -> int:
    """Packa webbplatsen, innehållet, kontrollsummor och delarnas namn som VERSION i mappen release/."""
    from hooks.publishing.release import make_release

    return make_release(root, version)
