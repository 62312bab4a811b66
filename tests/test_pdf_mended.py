"""What is mended in a PDF file before it is judged: links, lists, frames of sheets; and what heads and links say."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from site_builder.export.pdf.structure import completed, elements
from site_builder.export.pdf.ua.mended import mend
from site_builder.export.pdf.ua.tagged import Tagged
from tests.pdf_small import empty, page, places


def grown(file: Any, shape: Any, above: Any, notes: Mapping[str, Any]) -> Any:
    """Return an element with those in it, each with a way up; the name of a note is its place, a number is content."""
    if isinstance(shape, int):
        return shape
    if isinstance(shape, str) and shape in notes:
        return Dictionary(Type=Name.OBJR, Obj=notes[shape])
    kind, *below = (shape,) if isinstance(shape, str) else shape
    made = file.make_indirect(Dictionary(S=Name(f"/{kind}"), P=above))
    held = [grown(file, one, made, notes) for one in below]
    if held:
        made.K = held[0] if len(held) == 1 else Array(held)
    return made


def shaped(element: Any, notes: Mapping[Any, str]) -> Any:
    """Return an element as `grown` was given it; every way up has to lead to where it stands."""
    held = element.get("/K", ())
    below: list[Any] = []
    for one in held if isinstance(held, Array | tuple) else (held,):
        if not isinstance(one, Dictionary):
            below.append(int(one))
        elif "/Obj" in one:
            below.append(notes[one.Obj.objgen])
        else:
            assert one.P.objgen == element.objgen
            below.append(shaped(one, notes))
    kind = str(element.S).removeprefix("/")
    return (kind, *below) if below else kind


def given(*shapes: Any, notes: str = "") -> tuple[Any, dict[str, Any]]:
    """Return a file with a structure, and its notes by name; the way back from each leads to the root."""
    file = empty()
    root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    file.Root.StructTreeRoot = root
    named = {
        name: file.make_indirect(Dictionary(Subtype=Name.Link, StructParent=number, Contents=String(name)))
        for number, name in enumerate(notes.split())
    }
    page(file, Annots=Array(list(named.values())))
    root.K = Array([grown(file, shape, root, named) for shape in shapes])
    ways = [one for number in range(len(named)) for one in (number, root)]
    root.ParentTree = file.make_indirect(Dictionary(Nums=Array(ways)))
    return file, named


def mended(*shapes: Any, notes: str = "") -> list[Any]:
    """Return a structure once it is mended; the way back from each note that was moved leads to where it is."""
    file, named = given(*shapes, notes=notes)
    mend(file)
    names = {note.objgen: name for name, note in named.items()}
    return [shaped(one, names) for one in file.Root.StructTreeRoot.K]


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        (("Link", 0, ("Span", "*a")), ("Link", 0, "*a")),
        (("Link", ("Span", 0, "*a")), ("Link", ("Span", 0), "*a")),
        (("Link", ("Span", "*a", 0, "*b")), ("Link", ("Span", 0), "*a", "*b")),
        (("Link", ("Span", ("Strong", "*a"))), ("Link", "Span", "*a")),
        (("Link", "*a"), ("Link", "*a")),
        (("Link", 0, ("P", ("Link", "*a"))), ("Link", 0, ("P", ("Link", "*a")))),
        (("P", ("Span", "*a")), ("P", ("Span", "*a"))),
        (("Link", ("P", ("Link", ("Span", "*a")))), ("Link", ("P", ("Link", "*a")))),
        (("Sect", ("Link", ("Span", "*a")), ("Link", 1, ("Span", "*b"))), ("Sect", ("Link", "*a"), ("Link", 1, "*b"))),
    ],
)
def test_the_place_of_a_link_stands_in_the_nearest_link(shape: Any, wanted: Any) -> None:
    """Behind what is there; an element that held nothing else is gone, and one that stands in no link stays."""
    assert mended(shape, notes="*a *b") == [wanted]


def test_the_way_back_from_a_link_that_was_moved_leads_to_the_link() -> None:
    """From that one alone."""
    file, _ = given(("P", ("Link", ("Span", "*b")), ("Span", "*a")), notes="*a *b")
    mend(file)
    tree = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
    assert str(tree[1].S) == "/Link"
    assert tree[0].objgen == file.Root.StructTreeRoot.objgen


ITEM = ("LI", ("LBody", 1))


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        (("L", ITEM, "P"), ("L", ("LI", ("LBody", 1, "P")))),
        (("L", "P", ITEM, ITEM), ("L", ("LI", ("LBody", 1, "P")), ITEM)),
        (("L", ITEM, ITEM, "P", ITEM), ("L", ITEM, ("LI", ("LBody", 1, "P")), ITEM)),
        (("L", ITEM, "P", "Div"), ("L", ("LI", ("LBody", 1, "P", "Div")))),
        (("L", ("LI", "Lbl"), "P"), ("L", ("LI", "Lbl", ("LBody", "P")))),
        (("L", "LI", "P"), ("L", ("LI", ("LBody", "P")))),
        (("L", "Caption", ITEM, ("L", ITEM)), ("L", "Caption", ITEM, ("L", ITEM))),
        (("L", "P"), ("L", "P")),
        (("L", ("LI", "Lbl", "P", "Span")), ("L", ("LI", "Lbl", ("LBody", "P", "Span")))),
        (("L", ("LI", "P", "LBody", "Span")), ("L", ("LI", ("LBody", "P", "Span")))),
        (("L", ("LI", 4, "P")), ("L", ("LI", 4, ("LBody", "P")))),
        (("Sect", "P", "Div"), ("Sect", "P", "Div")),
    ],
)
def test_all_in_a_list_stands_in_its_items_and_all_in_an_item_in_its_body(shape: Any, wanted: Any) -> None:
    """In the item before it, or in the first; a list without items is left, and is then refused."""
    assert mended(shape) == [wanted]


def test_a_body_that_is_made_is_an_element() -> None:
    """Which can be referred to."""
    file, _ = given(("L", ("LI", "P")))
    mend(file)
    body = file.Root.StructTreeRoot.K[0].K.K[0]
    assert (str(body.Type), str(body.S), body.is_indirect) == ("/StructElem", "/LBody", True)


@pytest.mark.parametrize(
    ("painted", "wanted"),
    [
        (["/P 0", "/P 1"], ["/P 0", "/P 1"]),
        (["/P 0", "/P 1", "/P 2", "/P 3"], ["/P 0", "/P 1", "/Artifact", "/Artifact"]),
        (["/P 5", "/P 0", "/P 1"], ["/Artifact", "/P 0", "/P 1"]),
        (["/P -1", "/P 1"], ["/P -1", "/P 1"]),
    ],
)
def test_what_frames_a_sheet_is_nothing_to_be_read(painted: list[str], wanted: list[str]) -> None:
    """Marks with a number behind all that elements have; the others keep their own, and so does what has none."""
    file, _ = given(("P", 0, 1))
    words = " ".join(f"{mark.split()[0]} <</MCID {mark.split()[1]}>> BDC 0 0 9 9 re f EMC" for mark in painted)
    page(file, f"/Span <</Lang (en)>> BDC {words} EMC".encode())
    file.Root.StructTreeRoot.K[0].Pg = file.pages[1].obj
    mend(file)
    read = list(pikepdf.parse_content_stream(file.pages[1]))
    marks = [one for one, operator in read if str(operator) == "BDC"][1:]
    assert [f"{one[0]} {one[1].MCID}" if "/MCID" in one[1] else str(one[0]) for one in marks] == wanted
    assert all(one[1] == Dictionary(Type=Name.Pagination) for one in marks if str(one[0]) == "/Artifact")
    assert [str(operator) for _, operator in read].count("f") == len(painted)


def test_a_sheet_without_content_of_an_element_is_all_frame() -> None:
    """From the number nought on."""
    file, _ = given("P")
    page(file, b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC")
    mend(file)
    assert places("01-005", file) == []


def finished(links: dict[str, str]) -> Any:
    """Return a file with heads of tables and links, completed and opened again."""
    shape = ("Table", ("THead", ("TR", "TH")), ("TBody", ("TR", "TH", "TD")))
    file, named = given(shape, ("Link", "*a"), ("Link", "*b"), ("Link", "*c"), notes="*a *b *c")
    for element, _ in elements(file.Root.StructTreeRoot):
        element.A = Dictionary(O=Name.Table)
    named["*c"].Contents = String("")
    page(file)  # without any link
    out = BytesIO()
    file.save(out)
    made = completed(out.getvalue(), links)
    assert made == completed(out.getvalue(), links)
    return pikepdf.open(BytesIO(made))


def test_a_file_is_completed_with_what_heads_are_for_and_what_links_say() -> None:
    """The column in the head of a table, the row in its body; words for a link, or where it leads; on paper, too."""
    file = finished({"*a": "Till planen", "*b": ""})
    heads = {str(node.attribute("/Scope")): node.above[-2].kind for node in Tagged(file).of("TH")}
    assert heads == {"/Column": "THead", "/Row": "TBody"}
    assert [node.attribute("/Scope") for node in Tagged(file).of("TD", "Link")] == [None] * 4
    said = [(str(note.Contents), int(note.F)) for note in file.pages[0].Annots]
    assert said == [
        ("Till planen", 4),
        ("*b", 4),
        ("", 4),
    ]


def test_elements_come_with_those_above_them() -> None:
    """Each before those in it; numbers of content are none."""
    file, _ = given(("Sect", 0, ("P", "Span"), "Div"), "Note")
    found = [(str(element.S), above) for element, above in elements(file.Root.StructTreeRoot)]
    assert found == [
        ("/Sect", ()),
        ("/P", ("/Sect",)),
        ("/Span", ("/Sect", "/P")),
        ("/Div", ("/Sect",)),
        ("/Note", ()),
    ]
