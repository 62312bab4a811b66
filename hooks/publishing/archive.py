"""`archive FOLDER`: the site, built anew where nobody looks, in a folder that an archive can take."""

import logging
import tempfile
from pathlib import Path

import click
from mkdocs.exceptions import Abort, ConfigurationError

from hooks.run import build_into, log_plainly
from site_builder.commands.words import ROOT, said
from site_builder.edge.inputs import Inputs
from site_builder.edge.machine import FAULTS, GOOD, MachineFault
from site_builder.edge.publishing.finished import site_files
from site_builder.edge.publishing.sources import sources
from site_builder.edge.write import write
from site_builder.export.archive.archive import Archived, archive


@click.command("archive", help=said("archive"))
@ROOT
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def archive_command(root: Path, folder: Path) -> int:
    """Write the folder for the archive."""
    if folder.exists() and any(folder.iterdir()):
        raise MachineFault("not-empty", path=str(folder))
    log_plainly(logging.WARNING)
    with tempfile.TemporaryDirectory() as fresh:
        try:
            given = build_into(Path(fresh), root).given
        except (Abort, ConfigurationError):
            return FAULTS
        made = tuple(archive(_archived(root, given, site_files(Path(fresh))), given.strings))
    write(folder, made)
    click.echo(given.strings("command.archive-made", folder=str(folder), count=str(len(made))))
    return GOOD


def _archived(root: Path, given: Inputs, files: dict[str, bytes]) -> Archived:
    site = given.check().index.site
    if site is None:
        raise RuntimeError("a site was built without content/site.yaml")
    return Archived(site.value, files, sources(root, given), given.as_of, given.version, given.history.revision)
