"""Conditions of what is painted: all of it belongs to the structure, or is marked as nothing to be read."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pikepdf
from msgspec import Struct

from site_builder.export.pdf.ua.tagged import Content, Tagged

TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {*TEXT, "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}
ARTIFACT = "Artifact"
Mark = str | Content  # content of the structure, or the name of a mark without a number
Marks = tuple[Mark, ...]  # those around something, the outermost first


class Painted(Struct, frozen=True):
    """Something that is painted: the marks around it, and of text its font and its codes."""

    marks: Marks
    font: Any = None
    codes: bytes = b""


class Page(Struct, frozen=True):
    """What a page paints, what is marked wrongly in it, and the forms that it is made of, each as often as used."""

    painted: tuple[Painted, ...]
    nested: tuple[str, ...]
    forms: tuple[Any, ...]


def artifacts_in_content(tagged: Tagged) -> Iterator[str]:
    """Find what is marked as nothing to be read inside what is."""
    yield from (f"page {number}" for number, page in _pages(tagged) if "artifact" in page.nested)


def content_in_artifacts(tagged: Tagged) -> Iterator[str]:
    """Find what is to be read inside what is marked as nothing to be read."""
    yield from (f"page {number}" for number, page in _pages(tagged) if "content" in page.nested)


def unmarked(tagged: Tagged) -> Iterator[str]:
    """Find what is neither: without a mark, or with a number that no element of the structure has."""
    for number, page in _pages(tagged):
        if not all(_belongs(item, tagged) for item in page.painted):
            yield f"page {number}"


def parents_differ(tagged: Tagged) -> Iterator[str]:
    """Find that the way from content back to its element is another than that from the element to its content."""
    tree = tagged.root.get("/StructTreeRoot", {}).get("/ParentTree")
    parents = {} if tree is None else pikepdf.NumberTree(tree)
    for number, page in enumerate(tagged.file.pages, start=1):
        found = {key: node for key, node in tagged.by_content.items() if key[0] == page.objgen}
        held = _way_back(parents, page.get("/StructParents")) if found else ()
        for (_, place), node in found.items():
            if held is None or place >= len(held) or held[place].objgen != node.element.objgen:
                yield f"page {number}, content {place}"
    for _, note in tagged.annotations:
        owner = tagged.by_object.get(note.objgen)
        held = _way_back(parents, note.get("/StructParent"))
        if owner is not None and (held is None or held.objgen != owner.element.objgen):
            yield f"{note.get('/Subtype')} {note.objgen}"


def _way_back(parents: Any, number: Any) -> Any:
    """Return what leads back from a page or a note, None where nothing does: it may have no number, or one of none."""
    return None if number is None or int(number) not in parents else parents[int(number)]


def reference_forms(tagged: Tagged) -> Iterator[str]:
    """Find forms that stand for a page of another file."""
    yield from (f"page {number}" for number, page in _pages(tagged) if any("/Ref" in form for form in page.forms))


def forms_used_twice(tagged: Tagged) -> Iterator[str]:
    """Find forms that hold content with numbers and are painted more than once."""
    used = Counter(form.objgen for _, page in _pages(tagged) for form in page.forms)
    holding = {stream for stream, _ in tagged.by_content}
    yield from (str(form) for form, count in used.items() if count > 1 and form in holding)


def texts(tagged: Tagged) -> Iterator[Painted]:
    """Yield every piece of text that is painted, with its font."""
    return (item for _, page in _pages(tagged) for item in page.painted if item.codes)


def _belongs(item: Painted, tagged: Tagged) -> bool:
    return any(mark == ARTIFACT or mark in tagged.by_content for mark in item.marks)


@lru_cache(maxsize=1)
def _pages(tagged: Tagged) -> tuple[tuple[int, Page], ...]:
    """Return every page with its number: its content is read once for all conditions."""
    return tuple((number, _read(page)) for number, page in enumerate(tagged.file.pages, start=1))


def _read(page: Any) -> Page:
    painted: list[Painted] = []
    nested: list[str] = []
    forms: list[Any] = []
    _walk(page.obj, page.objgen, (), (painted, nested, forms))
    return Page(tuple(painted), tuple(nested), tuple(forms))


def _walk(
    holder: Any, stream: tuple[int, int], around: Marks, found: tuple[list[Painted], list[str], list[Any]]
) -> None:
    """Note what a page or form paints, and what the forms in it do."""
    painted, nested, forms = found
    resources, marks, font = holder.get("/Resources", {}), [*around], None
    for operands, operator in pikepdf.parse_content_stream(holder):
        match str(operator):
            case "BMC" | "BDC" as name:
                mark = _mark(stream, operands, resources if name == "BDC" else {})
                nested += _nesting(mark, marks)
                marks.append(mark)
            case "EMC":
                marks.pop()
            case "Tf":
                font = resources.Font[str(operands[0])]
            case name if name in PAINTS:
                painted.append(Painted(tuple(marks), font, _codes(operands) if name in TEXT else b""))
            case "Do":
                held = resources.XObject[str(operands[0])]
                if held.Subtype == "/Form":
                    forms.append(held)
                    _walk(held, held.objgen, tuple(marks), found)
                else:
                    painted.append(Painted(tuple(marks)))


def _mark(stream: tuple[int, int], operands: Any, resources: Any) -> Mark:
    """Return the content that a mark begins, by its stream and its number, or the name of a mark without any."""
    held = operands[1] if len(operands) > 1 else {}
    if isinstance(held, pikepdf.Name):
        held = resources.get("/Properties", {}).get(str(held), {})
    return (stream, int(held["/MCID"])) if "/MCID" in held else str(operands[0]).removeprefix("/")


def _nesting(mark: Mark, marks: list[Mark]) -> Iterator[str]:
    if mark == ARTIFACT and any(isinstance(one, tuple) for one in marks):
        yield "artifact"
    if isinstance(mark, tuple) and ARTIFACT in marks:
        yield "content"


def _codes(operands: Any) -> bytes:
    """Return the codes of a piece of text."""
    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else operands
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
