"""The command that starts the site of another city."""

from pathlib import Path

import click

from site_builder.commands.words import WORDS, said
from site_builder.edge.starter import start_languages, start_site
from site_builder.foundation.language.spoken import SCHEMA_LANGUAGE


@click.command("site", help=said("new-site"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--language", type=click.Choice(start_languages()), default=SCHEMA_LANGUAGE, help=said("new-site-language")
)
def new_site(folder: Path, language: str) -> int:
    """Write the site."""
    made = start_site(folder, language)
    key = "command.site-started" if made else "command.folder-not-empty"
    click.echo(WORDS(key, folder=str(folder)), err=not made)
    return int(not made)
