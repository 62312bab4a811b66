"""The command that starts the site of another city."""

from pathlib import Path

import click

from site_builder.edge.starter import start_site
from site_builder.reading.read import read_strings


@click.command("site")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new_site(folder: Path) -> int:
    """Skriv en liten hel webbplats för en annan kommun i den tomma mappen FOLDER."""
    made = start_site(folder)
    key = "command.site-started" if made else "command.folder-not-empty"
    click.echo(read_strings()(key, folder=str(folder)), err=not made)
    return int(not made)
