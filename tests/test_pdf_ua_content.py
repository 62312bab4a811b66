"""Conditions of PDF/UA for what is painted: marked as content or as nothing to be read, and the way back."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from site_builder.export.pdf.ua.conditions import Broken, broken
from tests.pdf_small import element, empty, page, places

IN, OUT = "/P <</MCID 0>> BDC", "/Artifact BMC"
SQUARE = "0 0 9 9 re f"


def told(condition: str, painted: str) -> list[str]:
    """Return what is told of a page that paints something; the content with the number 0 is of an element."""
    file = empty()
    resources = Dictionary(Properties=Dictionary(Held=Dictionary(MCID=1)))
    first, second = page(file), page(file, painted.encode(), Resources=resources)
    file.Root.StructTreeRoot = Dictionary(K=element("P", 0, Pg=second.obj))
    assert first.objgen != second.objgen
    return places(condition, file)


@pytest.mark.parametrize(
    ("painted", "artifact_inside", "content_inside"),
    [
        (f"{IN} {OUT} EMC EMC", True, False),
        (f"{IN} /Span BMC {OUT} EMC EMC EMC", True, False),
        (f"{IN} /Artifact <</Type /Pagination>> BDC EMC EMC", True, False),
        (f"/P /Held BDC {OUT} EMC EMC", True, False),
        (f"{OUT} {IN} EMC EMC", False, True),
        (f"{OUT} /Span BMC {IN} EMC EMC EMC", False, True),
        (f"{OUT} /P /Held BDC EMC EMC", False, True),
        (f"{OUT} /P /Other BDC EMC EMC", False, False),
        (f"{OUT} EMC {IN} EMC {OUT} EMC", False, False),
        (f"{IN} {IN} EMC EMC", False, False),
        (f"{OUT} {OUT} EMC EMC", False, False),
        (f"{IN} /Span BMC EMC EMC", False, False),
        (f"/Span BMC {OUT} EMC EMC", False, False),
    ],
)
def test_what_is_read_and_what_is_not_stand_beside_each_other(
    painted: str, *, artifact_inside: bool, content_inside: bool
) -> None:
    """However deep, and also where a mark is told by a name: of one that is missing nothing is known."""
    assert told("01-003", painted) == (["page 2"] if artifact_inside else [])
    assert told("01-004", painted) == (["page 2"] if content_inside else [])


def test_a_name_of_a_mark_is_looked_up_only_where_there_are_resources() -> None:
    """A page may have none at all."""
    file = empty()
    page(file, f"{OUT} /P /Held BDC EMC EMC".encode())
    del file.pages[0]["/Resources"]
    assert places("01-004", file) == []


# ISO 32000-1, tables 60, 77, 92 and 109.
PAINTING = (
    *(
        "0 0 9 9 re S",
        "0 0 m 9 9 l s",
        "0 0 9 9 re f",
        "0 0 9 9 re F",
        "0 0 9 9 re f*",
        "0 0 9 9 re B",
        "0 0 9 9 re B*",
    ),
    *("0 0 9 9 re b", "0 0 9 9 re b*", "/S0 sh", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"),
    *("BT (x) Tj ET", "BT [(x) 9 (y)] TJ ET", "BT (x) ' ET", 'BT 0 0 (x) " ET'),
)


@pytest.mark.parametrize("painted", PAINTING)
def test_all_that_is_painted_belongs_somewhere(painted: str) -> None:
    """To an element, by a number that one has, or to nothing that is read; a mark that has ended does not count."""
    alone = (painted, f"{IN} EMC {painted}", f"/Span BMC {painted} EMC", f"/P <</MCID 1>> BDC {painted} EMC")
    assert [told("01-005", words) for words in alone] == [["page 2"]] * 4
    marked = (f"{IN} {painted} EMC", f"{OUT} {painted} EMC", f"{IN} /Span BMC {painted} EMC EMC")
    assert [told("01-005", words) for words in marked] == [[]] * 3


def test_what_paints_nothing_needs_no_mark() -> None:
    """A path to cut by, the place of a text, a state."""
    assert told("01-005", "q 0 0 9 9 re W n 1 0 0 1 0 0 cm BT 0 0 Td ET Q") == []


def test_one_thing_without_a_mark_is_enough() -> None:
    """First or last."""
    assert told("01-005", f"{SQUARE} {IN} {SQUARE} EMC") == ["page 2"]
    assert told("01-005", f"{IN} {SQUARE} EMC {SQUARE}") == ["page 2"]


def drawn(painted: str, within: str, *, condition: str = "01-005", **entries: Any) -> list[str]:
    """Return what is told of a page that paints a form, which paints something and has other entries."""
    file = empty()
    form = file.make_stream(within.encode())
    for name, value in {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 9, 9]), **entries}.items():
        form[f"/{name}"] = value
    held = page(file, painted.encode(), Resources=Dictionary(XObject=Dictionary(Held=form)))
    numbered = Dictionary(Type=Name.MCR, Pg=held.obj, Stm=form, MCID=7)
    file.Root.StructTreeRoot = Dictionary(K=element("P", 0, numbered, Pg=held.obj))
    return [line.replace(str(form.objgen), "FORM") for line in places(condition, file)]


NUMBERED = f"/P <</MCID 7>> BDC {SQUARE} EMC"


@pytest.mark.parametrize(
    ("painted", "within", "is_told"),
    [
        ("/Held Do", SQUARE, True),
        ("/Held Do", "n", False),
        ("/Held Do", f"{OUT} {SQUARE} EMC", False),
        ("/Held Do", NUMBERED, False),
        ("/Held Do", f"{IN} {SQUARE} EMC", True),  # the number is the page's, not the form's
        (f"{OUT} /Held Do EMC", SQUARE, False),
        (f"{IN} /Held Do EMC", SQUARE, False),
        (f"{OUT} /Held Do EMC /Held Do", SQUARE, True),
        (f"{OUT} EMC /Held Do {OUT} EMC", f"{OUT} EMC {SQUARE}", True),
    ],
)
def test_what_a_form_paints_has_the_marks_around_the_form(painted: str, within: str, *, is_told: bool) -> None:
    """And its own, with numbers of its own."""
    assert drawn(painted, within) == (["page 1"] if is_told else [])


@pytest.mark.parametrize(("painted", "is_told"), [("/Held Do", True), (f"{OUT} /Held Do EMC", False)])
def test_a_picture_is_painted(painted: str, *, is_told: bool) -> None:
    """As it is: there is nothing in it to be marked."""
    assert drawn(painted, "x", Subtype=Name.Image) == (["page 1"] if is_told else [])


def test_a_form_that_stands_for_another_page_is_told() -> None:
    """Where it is painted."""
    assert drawn("/Held Do", NUMBERED, condition="30-001", Ref=Dictionary()) == ["page 1"]
    assert drawn("/Held Do", NUMBERED, condition="30-001") == []
    assert drawn("", NUMBERED, condition="30-001", Ref=Dictionary()) == []


def test_a_form_with_content_is_painted_once() -> None:
    """One without may be painted as often as one likes; its number is told."""
    assert drawn("/Held Do /Held Do", NUMBERED, condition="30-002") == ["FORM"]
    assert drawn("/Held Do /Held Do /Held Do", NUMBERED, condition="30-002") == ["FORM"]
    assert drawn("/Held Do", NUMBERED, condition="30-002") == []
    file = empty()
    form = file.make_stream(b"", Type=Name.XObject, Subtype=Name.Form)
    page(file, b"/Held Do /Held Do", Resources=Dictionary(XObject=Dictionary(Held=form)))
    assert places("30-002", file) == []


def linked(*, pages: Any = (0, 1), notes: Any = 2, back: str = "ab c d") -> list[str]:
    """Return what is told of two pages with three pieces of content and a note, and of the way back from them.

    `back` has, by number, the elements that the pieces of a page lead to, and the one of a note.
    """
    file = empty()
    first, second = page(file), page(file)
    made = {name: file.make_indirect(element("P")) for name in "abcdx"}
    note = file.make_indirect(Dictionary(Subtype=Name.Link, **({} if notes is None else {"StructParent": notes})))
    second.Annots = Array([note, Dictionary(Subtype=Name.Text)])
    for sheet, number in zip((first, second), pages, strict=True):
        if number is not None:
            sheet.StructParents = number
    made["a"].K, made["a"].Pg = 0, first.obj
    made["b"].K, made["b"].Pg = 1, first.obj
    made["c"].K, made["c"].Pg = 0, second.obj
    made["d"].K = Dictionary(Type=Name.OBJR, Obj=note)
    rows = [Array([made[name] for name in row]) for row in back.split()]
    held = [*rows[:2], *(row[0] for row in rows[2:])]
    tree = Dictionary(Nums=Array([one for pair in enumerate(held) for one in pair]))
    file.Root.StructTreeRoot = Dictionary(K=Array(list(made.values())), ParentTree=file.make_indirect(tree))
    return [line.replace(str(note.objgen), "NUMBER") for line in places("7.1 parents", file)]


FIRST, SECOND = ["page 1, content 0", "page 1, content 1"], ["page 2, content 0"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, []),
        ({"back": "xb c d"}, FIRST[:1]),
        ({"back": "ax c d"}, FIRST[1:]),
        ({"back": "ab x d"}, SECOND),
        ({"back": "ab c x"}, ["/Link NUMBER"]),
        ({"back": "xx x x"}, [*FIRST, *SECOND, "/Link NUMBER"]),
        ({"back": "a c d"}, FIRST[1:]),
        ({"back": "ab c"}, ["/Link NUMBER"]),
        ({"pages": (None, 1)}, FIRST),
        ({"pages": (0, None)}, SECOND),
        ({"pages": (9, 1)}, FIRST),
        ({"pages": (0, 0)}, SECOND),
        ({"notes": None}, ["/Link NUMBER"]),
    ],
)
def test_the_way_back_leads_to_the_element(given: dict[str, Any], found: list[str]) -> None:
    """Each piece and each note that leads elsewhere, or nowhere, is told, and no other."""
    assert linked(**given) == found


def test_a_file_without_structure_has_no_ways() -> None:
    """Whatever its pages say; a page without content of an element needs no number."""
    file = empty()
    page(file, SQUARE.encode(), Annots=Array([Dictionary(Subtype=Name.Link, StructParent=0)]))
    assert places("7.1 parents", file) == []
    file.Root.StructTreeRoot = Dictionary(K=element("P"), ParentTree=file.make_indirect(Dictionary(Nums=Array())))
    assert places("7.1 parents", file) == []


def test_a_broken_file_is_told_condition_by_condition_with_the_first_place_of_each(tmp_path: Any) -> None:
    """An almost empty one: what is not there breaks what asks for it, and nothing else."""
    file = empty(element("P", element("Stycke"), element("Annat")))
    file.save(tmp_path / "x.pdf")
    found = broken((tmp_path / "x.pdf").read_bytes())
    shown = "/ViewerPreferences /DisplayDocTitle"
    assert found == (
        Broken("02-001", "Annat"),
        Broken("06-001", "/Metadata"),
        Broken("06-002", "pdfuaid:part []"),
        Broken("06-003", "dc:title"),
        *(Broken(f"07-00{number}", shown) for number in (1, 2)),
        *(Broken(f"11-00{number}", "/Lang ") for number in range(1, 7)),
        Broken("7.1 tagged", "/MarkInfo /Marked, /StructTreeRoot"),
    )
