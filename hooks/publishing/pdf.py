"""`pdf FOLDER`: each plan, and each organization's page, as a PDF file, made of a site that is built anew."""

import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.exceptions import Abort, ConfigurationError

from hooks.papers import size_words
from hooks.run import build_into, log_plainly
from site_builder.commands.words import ROOT, said
from site_builder.edge.inputs import Inputs
from site_builder.edge.machine import FAULTS, GOOD, MachineFault
from site_builder.edge.publishing.finished import site_files
from site_builder.edge.publishing.papers import with_list
from site_builder.edge.write import write
from site_builder.export.pdf.papers import paper_path, papers
from site_builder.foundation.language.phrases import long_date

if TYPE_CHECKING:
    from site_builder.export.pdf.ua.conditions import Broken


@click.command("pdf", help=said("pdf"))
@ROOT
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def pdf_command(root: Path, folder: Path) -> int:
    """Write the PDF files."""
    try:
        from site_builder.export.pdf.pdf import pdf
        from site_builder.export.pdf.ua.conditions import broken
    except (ImportError, OSError) as fault:  # the library itself, or what it needs of the machine
        raise MachineFault("no-pdf", fault=str(fault).partition("\n")[0]) from None
    log_plainly(logging.WARNING)
    with tempfile.TemporaryDirectory() as fresh:
        try:
            given = build_into(Path(fresh), root).given
        except (Abort, ConfigurationError):
            return FAULTS
        files = site_files(Path(fresh))
    made = _made(given, files, pdf, folder)
    if refused := {address: found for address, content in made.items() if (found := broken(content))}:
        _tell(given, refused, folder)
        return FAULTS
    write(folder, with_list(made, given.version, given.as_of))
    return GOOD


def _tell(given: Inputs, refused: Mapping[str, Sequence["Broken"]], folder: Path) -> None:
    """Tell which conditions of PDF/UA each file breaks. None is written: the list names all or none of them."""
    for address, found in refused.items():
        conditions = "; ".join(f"{one.condition} ({one.place})" for one in found)
        told = {"path": str(folder / paper_path(address)), "conditions": conditions}
        click.echo(given.strings("command.pdf-refused", **told), err=True)


def _made(given: Inputs, files: dict[str, bytes], pdf: Callable[..., bytes], folder: Path) -> dict[str, bytes]:
    """Return every file by the address of the page that it stands for, and tell of each as it is made."""
    index, made = given.check().index, dict[str, bytes]()
    base = index.site.value.url if index.site else ""
    made_on = given.strings("theme.made-on", day=long_date(given.as_of))
    for paper in papers(index):
        made[paper.stands_for] = content = pdf(base, paper.page, files, given.as_of, made_on)
        told = {"path": str(folder / paper.path), "size": size_words(len(content))}
        click.echo(given.strings("command.pdf-made", **told))
    return made
