"""`pdf FOLDER`: each plan as a PDF file, from its page for paper of a site that is built anew."""

import logging
import tempfile
from pathlib import Path

import click
from mkdocs.exceptions import Abort, ConfigurationError

from hooks.publishing.archive import site_files
from hooks.run import build_into, log_plainly
from site_builder.commands.words import ROOT, said
from site_builder.edge.inputs import inputs
from site_builder.edge.machine import FAULTS, GOOD, MachineFault
from site_builder.edge.write import write
from site_builder.foundation.page import Artifact
from site_builder.foundation.swedish import long_date, with_decimal
from site_builder.meaning import urls


@click.command("pdf", help=said("pdf"))
@ROOT
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def pdf_command(root: Path, folder: Path) -> int:
    """Write the PDF files."""
    try:
        from site_builder.export.pdf.pdf import pdf
    except (ImportError, OSError) as fault:  # the library itself, or what it needs of the machine
        raise MachineFault("no-pdf", fault=str(fault).partition("\n")[0]) from None
    log_plainly(logging.WARNING)
    given = inputs(root)
    with tempfile.TemporaryDirectory() as fresh:
        try:
            build_into(Path(fresh), root)
        except (Abort, ConfigurationError):
            return FAULTS
        files = site_files(Path(fresh))
    site = given.check().index.site
    base = site.value.url if site else ""
    paper = f"/{urls.site_page('utskrift')}"
    pages = [path.removesuffix("index.html") for path in sorted(files) if path.endswith(f"{paper}index.html")]
    day, made_on = given.as_of, given.strings("theme.made-on", day=long_date(given.as_of))
    made = [Artifact(f"{page.removesuffix(paper)}.pdf", pdf(base, page, files, day, made_on)) for page in pages]
    write(folder, made)
    for file in made:
        size = with_decimal(len(file.data) / 1e6)
        click.echo(given.strings("command.pdf-made", path=str(folder / file.path), size=size))
    return GOOD
