"""Commands that help whoever edits the files."""

from pathlib import Path

import click

from site_builder.edge.inputs import inputs
from site_builder.edge.programs.editor_files import write_schemas


@click.command("schema")
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="Mappen med content/ och docs/.")
def schema_command(root: Path) -> None:
    """Skriv scheman som ger hjälp medan man skriver, med allt som finns just nu att hänvisa till."""
    for line in write_schemas(root, inputs(root, history=False)):
        click.echo(line)
