"""Commands that help whoever edits the files."""

from pathlib import Path

import click

from site_builder.commands.words import ROOT, said
from site_builder.edge.inputs import inputs
from site_builder.edge.programs.editor_files import write_schemas


@click.command("schema", help=said("schema"))
@ROOT
def schema_command(root: Path) -> None:
    """Write the schemas."""
    for line in write_schemas(root, inputs(root, history=False)):
        click.echo(line)
