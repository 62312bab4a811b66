"""Conditions of annotations: of ours, all are links. Of any other kind, what PDF/UA asks of it is asked."""

from collections.abc import Iterator
from typing import Any

from site_builder.export.pdf.ua.tagged import Tagged

KNOWN = frozenset(
    f"/{name}"
    for name in (
        *("Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline"),
        *("Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Sound", "Movie", "Widget"),
        *("Screen", "PrinterMark", "TrapNet", "Watermark", "3D", "Redact"),
    )
)


def outside_annot(tagged: Tagged) -> Iterator[str]:
    """Find annotations but links, fields and marks of printers that stand in no element for them."""
    yield from _standing_wrongly(tagged, "Annot", lambda kind: kind not in ("/Widget", "/Link", "/PrinterMark"))


def without_words(tagged: Tagged) -> Iterator[str]:
    """Find annotations but fields that say nothing of themselves, and whose element does not either."""
    for _, note in tagged.annotations:
        owner = tagged.by_object.get(note.objgen)
        if note.get("/Subtype") != "/Widget" and not _says(note) and not (owner and owner.says("/Alt")):
            yield _told(note)


def fields_without_words(tagged: Tagged) -> Iterator[str]:
    """Find fields without words for them."""
    for _, note in tagged.annotations:
        if note.get("/Subtype") == "/Widget" and not str(note.get("/TU", "")).strip():
            yield _told(note)


def unknown_kinds(tagged: Tagged) -> Iterator[str]:
    """Find annotations of a kind that ISO 32000 does not have."""
    yield from (_told(note) for _, note in tagged.annotations if str(note.get("/Subtype", "")) not in KNOWN)


def traps(tagged: Tagged) -> Iterator[str]:
    """Find annotations for the printing of overlapping colours."""
    yield from (_told(note) for _, note in tagged.annotations if note.get("/Subtype") == "/TrapNet")


def pages_without_order(tagged: Tagged) -> Iterator[str]:
    """Find pages with annotations that do not say in which order the tab key goes."""
    yield from (str(page.objgen) for page in tagged.file.pages if "/Annots" in page and "/Tabs" not in page)


def pages_with_another_order(tagged: Tagged) -> Iterator[str]:
    """Find pages with annotations on which the tab key goes otherwise than by the structure."""
    yield from (str(page.objgen) for page in tagged.file.pages if "/Annots" in page and page.get("/Tabs", "/S") != "/S")


def fields_outside_form(tagged: Tagged) -> Iterator[str]:
    """Find fields that stand in no element for fields."""
    yield from _standing_wrongly(tagged, "Form", lambda kind: kind == "/Widget")


def links_outside_link(tagged: Tagged) -> Iterator[str]:
    """Find links that stand in no element for links."""
    yield from _standing_wrongly(tagged, "Link", lambda kind: kind == "/Link")


def links_without_contents(tagged: Tagged) -> Iterator[str]:
    """Find links that do not say where they lead."""
    yield from (_told(note) for _, note in tagged.annotations if note.get("/Subtype") == "/Link" and not _says(note))


def attachments(tagged: Tagged) -> Iterator[str]:
    """Find attached files: they would need names in both forms, and none of our files has any."""
    yield from (_told(note) for _, note in tagged.annotations if note.get("/Subtype") == "/FileAttachment")


def printers_marks(tagged: Tagged) -> Iterator[str]:
    """Find marks of printers: they may not be in the structure, and none of our files has any."""
    yield from (_told(note) for _, note in tagged.annotations if note.get("/Subtype") == "/PrinterMark")


def _standing_wrongly(tagged: Tagged, kind: str, concerns: Any) -> Iterator[str]:
    for _, note in tagged.annotations:
        owner = tagged.by_object.get(note.objgen)
        if concerns(note.get("/Subtype")) and (owner is None or owner.kind != kind):
            yield _told(note)


def _says(note: Any) -> bool:
    return bool(str(note.get("/Contents", "")).strip())


def _told(note: Any) -> str:
    return f"{note.get('/Subtype')} {note.objgen} {note.get('/Contents', '')}"
