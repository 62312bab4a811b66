"""Conditions of PDF/UA for annotations: who breaks each, and what is told: the kind, the number and the words."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from site_builder.export.pdf.ua.annotations import KNOWN
from tests.pdf_small import element, empty, page, places

HIDDEN = 2  # the flag of an annotation that nobody is to see
# ISO 32000-1, table 169.
KINDS = (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink "
    "Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact"
)


def noted(condition: str, owner: str = "", alt: str = "", **entries: Any) -> list[str]:
    """Return what is told of a note, in an element of a kind if it is in one, without its number."""
    file = empty()
    made = file.make_indirect(Dictionary(entries))
    if owner:
        held = element(owner, Dictionary(Type=Name.OBJR, Obj=made), **({"Alt": String(alt)} if alt else {}))
        file.Root.StructTreeRoot = Dictionary(K=held)
    page(file, Annots=Array([made]))
    return [told.replace(str(made.objgen), "NUMBER") for told in places(condition, file)]


@pytest.mark.parametrize(
    ("condition", "kind", "owner", "told"),
    [
        ("28-002", "Text", "", True),
        ("28-002", "Text", "Span", True),
        ("28-002", "Text", "Annot", False),
        ("28-002", "Widget", "", False),
        ("28-002", "Link", "", False),
        ("28-002", "PrinterMark", "", False),
        ("28-010", "Widget", "", True),
        ("28-010", "Widget", "Annot", True),
        ("28-010", "Widget", "Form", False),
        ("28-010", "Link", "", False),
        ("28-011", "Link", "", True),
        ("28-011", "Link", "Span", True),
        ("28-011", "Link", "Link", False),
        ("28-011", "Text", "", False),
        ("28-007", "TrapNet", "", True),
        ("28-007", "Link", "", False),
        ("28-016", "FileAttachment", "", True),
        ("28-016", "Link", "", False),
        ("28-017", "PrinterMark", "", True),
        ("28-018", "Link", "", False),
        ("28-006", "Annat", "", True),
    ],
)
def test_what_kind_a_note_is_and_where_it_stands(condition: str, kind: str, owner: str, *, told: bool) -> None:
    """Each kind has the element that the standard gives it; some may not be there at all."""
    found = noted(condition, owner, **{"/Subtype": Name(f"/{kind}"), "/Contents": String("ord")})
    assert found == ([f"/{kind} NUMBER ord"] if told else [])


def test_every_kind_of_the_standard_is_known() -> None:
    """None more, and a note without any kind is told."""
    assert {f"/{kind}" for kind in KINDS.split()} == KNOWN
    assert [noted("28-006", **{"/Subtype": Name(kind)}) for kind in KNOWN] == [[]] * len(KNOWN)
    assert noted("28-006") == ["None NUMBER "]


@pytest.mark.parametrize(
    ("condition", "kind", "entries", "owner", "alt", "told"),
    [
        ("28-004", "Link", {}, "", "", "/Link NUMBER "),
        ("28-004", "Link", {"/Contents": String(" ")}, "", "", "/Link NUMBER  "),
        ("28-004", "Link", {}, "Link", "", "/Link NUMBER "),
        ("28-004", "Link", {}, "Link", "Till planen", ""),
        ("28-004", "Link", {"/Contents": String("Till planen")}, "", "", ""),
        ("28-004", "Widget", {}, "", "", ""),
        ("28-012", "Link", {}, "Link", "Till planen", "/Link NUMBER "),
        ("28-012", "Link", {"/Contents": String("Till planen")}, "", "", ""),
        ("28-012", "Text", {}, "", "", ""),
        ("28-005", "Widget", {}, "", "", "/Widget NUMBER "),
        ("28-005", "Widget", {"/TU": String(" "), "/Contents": String("x")}, "", "", "/Widget NUMBER x"),
        ("28-005", "Widget", {"/TU": String("Namn")}, "", "", ""),
        ("28-005", "Link", {}, "", "", ""),
    ],
)
def test_a_note_says_what_it_is(
    condition: str, kind: str, entries: dict[str, Any], owner: str, alt: str, told: str
) -> None:
    """Itself or by its element; a link itself, and a field in its own way."""
    assert noted(condition, owner, alt, **{"/Subtype": Name(f"/{kind}"), **entries}) == ([told] if told else [])


@pytest.mark.parametrize(("flags", "count"), [(0, 1), (4, 1), (HIDDEN, 0), (HIDDEN | 4, 0)])
def test_what_nobody_is_to_see_is_not_judged(flags: int, count: int) -> None:
    """Whatever else its flags say."""
    assert len(noted("28-012", **{"/Subtype": Name.Link, "/F": flags})) == count


@pytest.mark.parametrize(
    ("entries", "without", "other"),
    [
        ({}, False, False),
        ({"Annots": Array()}, True, False),
        ({"Annots": Array(), "Tabs": Name.R}, False, True),
        ({"Annots": Array(), "Tabs": Name.S}, False, False),
        ({"Tabs": Name.R}, False, False),
    ],
)
def test_the_tab_key_goes_by_the_structure_where_there_are_notes(
    entries: dict[str, Any], *, without: bool, other: bool
) -> None:
    """A page is told by its number, by one condition or by the other."""
    file = empty()
    told = str(page(file, **entries).objgen)
    assert places("28-008", file) == ([told] if without else [])
    assert places("28-009", file) == ([told] if other else [])
