"""What the maker of PDF files leaves out: for what a head of a table holds, and the words of links."""

from collections.abc import Iterator, Mapping
from io import BytesIO

import pikepdf

from site_builder.export.pdf.ua.mended import mend

PRINTED = 4  # the flag of an annotation that is on paper too


def completed(made: bytes, links: Mapping[str, str]) -> bytes:
    """Return a tagged PDF file with the scope of every head of a table, and with words for each link.

    `links` gives them by where a link leads. The same file gives the same bytes.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(made)) as file:
        for element, parents in elements(file.Root.StructTreeRoot):
            if element.get("/S") == "/TH":
                element.A.Scope = pikepdf.Name("/Column" if "/THead" in parents else "/Row")
        for page in file.pages:
            for note in page.get("/Annots", ()):
                target = str(note.get("/Contents", ""))
                note.Contents = pikepdf.String(links.get(target) or target)
                note.F = PRINTED
        mend(file)
        file.save(out, deterministic_id=True)
    return out.getvalue()


def elements(
    element: pikepdf.Object, parents: tuple[str, ...] = ()
) -> Iterator[tuple[pikepdf.Object, tuple[str, ...]]]:
    """Yield every element of the structure with the kinds of those above it, the uppermost first."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    if "/S" in element:
        yield element, parents
        parents = (*parents, str(element.S))
    below = element.get("/K")
    for child in below if isinstance(below, pikepdf.Array) else (below,):
        yield from elements(child, parents)
