"""PDF files of some lines, written out by hand for one condition of PDF/UA each, and what is found in them.

They take no WeasyPrint and no time, so that each way to break a condition has a file of its own.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from site_builder.export.pdf.ua.conditions import BESIDE, CONDITIONS
from site_builder.export.pdf.ua.tagged import Tagged


def element(kind: str, *below: Any, **entries: Any) -> Any:
    """Return an element of a structure, with what is in it and other entries."""
    entries |= {"K": Array(below)} if below else {}
    return Dictionary(S=Name(f"/{kind}"), **entries)


def empty(*structure: Any, **root: Any) -> Any:
    """Return a file with a structure, without any page; and with entries of its root."""
    file = pikepdf.new()
    if structure:
        file.Root.StructTreeRoot = Dictionary(K=Array(structure))
    for name, value in root.items():
        file.Root[f"/{name}"] = value
    return file


def page(file: Any, painted: bytes = b"", **entries: Any) -> Any:
    """Add a page that paints something, with other entries."""
    file.add_blank_page()
    made = file.pages[-1]
    made.Contents = file.make_stream(painted)
    for name, value in entries.items():
        made[f"/{name}"] = value
    return made


def places(condition: str, file: Any) -> list[str]:
    """Return every place where a file breaks a condition."""
    return list({**CONDITIONS, **BESIDE}[condition](Tagged(file)))
