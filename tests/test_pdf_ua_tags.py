"""Conditions of PDF/UA for the structure: kinds, what stands in what, headings, tables, pictures and notes."""

from collections.abc import Mapping
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from site_builder.export.pdf.ua.tagged import Node, Tagged
from site_builder.export.pdf.ua.tags import STANDARD
from tests.pdf_small import element, empty, page, places

# ISO 32000-1, 14.8.4: grouping, block-level, inline-level and illustration elements.
KINDS = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form"
)


def built(shape: Any) -> Any:
    """Return an element of a kind, or of the first kind with the others in it."""
    return element(shape) if isinstance(shape, str) else element(shape[0], *map(built, shape[1:]))


def told(condition: str, *shapes: Any) -> list[str]:
    """Return what is told of a structure."""
    return places(condition, empty(*map(built, shapes)))


def mapped(condition: str, roles: Mapping[str, str], *shapes: Any) -> list[str]:
    """Return what is told of a structure with kinds of its own."""
    file = empty(*map(built, shapes))
    held = Dictionary({f"/{name}": Name(f"/{kind}") for name, kind in roles.items()})
    file.Root.StructTreeRoot = Dictionary(K=file.Root.get("/StructTreeRoot", {}).get("/K", Array()), RoleMap=held)
    return places(condition, file)


def test_every_kind_of_the_standard_is_known() -> None:
    """None more; an unknown one is told once, also where it lies deep and has a role that leads to none."""
    assert set(KINDS.split()) == STANDARD
    assert told("02-001", *KINDS.split()) == []
    assert told("02-001", ("Part", ("Sect", "Stycke", "Annat")), "Stycke", "P") == ["Annat", "Stycke"]
    assert mapped("02-001", {"Stycke": "Rad", "Rad": "P", "Ruta": "Fyrkant"}, "Stycke", "Rad", "Ruta") == ["Fyrkant"]


@pytest.mark.parametrize(
    ("roles", "circular"),
    [
        ({}, []),
        ({"A1": "P"}, []),
        ({"A1": "B1", "B1": "C1", "C1": "P"}, []),
        ({"A1": "A1"}, ["A1"]),
        ({"A1": "B1", "B1": "A1"}, ["A1", "B1"]),
        ({"A1": "B1", "B1": "C1", "C1": "C1"}, ["A1", "B1", "C1"]),  # whoever leads into a ring has no kind either
        ({"A1": "B1", "B1": "C1", "C1": "A1", "D1": "P"}, ["A1", "B1", "C1"]),
    ],
)
def test_kinds_that_lead_in_a_ring(roles: dict[str, str], circular: list[str]) -> None:
    """Each of them is told, and the file can still be read."""
    assert sorted(mapped("02-003", roles, *roles)) == circular


def test_standard_kinds_keep_their_meaning() -> None:
    """Each that is mapped is told, in order."""
    assert mapped("02-004", {"Stycke": "P"}) == []
    assert mapped("02-004", {"P": "Div", "H1": "P", "Stycke": "P"}) == ["H1", "P"]


@pytest.mark.parametrize(
    ("condition", "shape", "found"),
    [
        ("09-004", ("Table", ("THead", ("TR", "TH")), ("TBody", ("TR", "TD")), ("TFoot", ("TR", "TD")), "Caption"), []),
        ("09-004", ("Table", ("TR", "TH", "TD")), []),
        ("09-004", ("Table", "P"), ["P in Table"]),
        ("09-004", ("Table", ("THead", "P")), ["P in THead"]),
        ("09-004", ("Table", ("TBody", "P")), ["P in TBody"]),
        ("09-004", ("Table", ("TFoot", "P")), ["P in TFoot"]),
        ("09-004", ("Table", ("TR", "P")), ["P in TR"]),
        *(("09-004", ("Div", kind), [f"{kind} in Div"]) for kind in ("THead", "TBody", "TFoot", "TR", "TH", "TD")),
        *(("09-004", kind, [f"{kind} in the root"]) for kind in ("THead", "TBody", "TFoot", "TR", "TH", "TD")),
        ("09-004", ("Table", ("TR", ("TD", "P", "Table"))), []),
        *(("09-004", ("Table", kind, kind), [f"two {kind}"]) for kind in ("THead", "TFoot", "Caption")),
        ("09-004", ("Table", "TBody", "TBody"), []),
        ("09-005", ("L", "Caption", ("LI", "Lbl", ("LBody", "P")), ("L", "LI")), []),
        ("09-005", ("L", "Caption", "Caption"), []),
        ("09-005", ("L", "P"), ["P in L"]),
        ("09-005", ("L", ("LI", "P", "Span")), ["P in LI", "Span in LI"]),
        ("09-005", ("Div", "LI"), ["LI in Div"]),
        ("09-005", ("Div", "LBody"), ["LBody in Div"]),
        ("09-005", "LI", ["LI in the root"]),
        ("09-006", ("TOC", "Caption", "TOC", ("TOCI", "Lbl", "Reference", "NonStruct", "P", "TOC")), []),
        ("09-006", ("TOC", "P"), ["P in TOC"]),
        ("09-006", ("TOC", ("TOCI", "Span")), ["Span in TOCI"]),
        ("09-006", ("Div", "TOCI"), ["TOCI in Div"]),
        ("09-007", ("Ruby", "RB", "RT", "RP"), []),
        ("09-007", ("Ruby", "P"), ["P in Ruby"]),
        ("09-007", ("P", "RB", "RT"), ["RB in P", "RT in P"]),
        ("09-008", ("Warichu", "WT", "WP"), []),
        ("09-008", ("Warichu", "P"), ["P in Warichu"]),
        ("09-008", ("P", "WT", "WP"), ["WT in P", "WP in P"]),
    ],
)
def test_what_may_stand_in_what(condition: str, shape: Any, found: list[str]) -> None:
    """Parts of tables, lists, contents and of what stands beside or in text; told with where they stand."""
    assert told(condition, shape) == found


@pytest.mark.parametrize(
    ("kinds", "first", "skipped", "mixed"),
    [
        ("P Span", [], [], []),
        ("H1 H2 H3 H3 H1", [], [], []),
        ("H2 H3", ["H2"], [], []),
        ("H1 H3 H2 H6", [], ["H3 after H1", "H6 after H2"], []),
        ("H H", [], [], []),
        ("H1 H", [], [], ["H"]),
        ("P H", [], [], []),
        ("H10 P", ["H10"], [], []),  # of no standard, and yet a rank
        ("Hx P1 1 H", [], [], []),
    ],
)
def test_ranks_of_headings(kinds: str, first: list[str], skipped: list[str], mixed: list[str]) -> None:
    """They begin with the first, leave none out on the way down, and all have one or none has."""
    shapes = [("Sect", kind) for kind in kinds.split()]
    assert [told(condition, *shapes) for condition in ("14-002", "14-003", "14-007")] == [first, skipped, mixed]


def test_an_element_has_one_heading_without_rank() -> None:
    """Two are told by the kind of the element."""
    assert told("14-006", ("Sect", "H", "P"), ("Part", ("Div", "H"), "H")) == []
    assert told("14-006", ("Sect", "H", "P", "H"), ("Part", ("Art", "H", "H", "H"))) == ["Sect", "Art"]


def test_pictures_and_formulas_have_words() -> None:
    """Either instead of them or beside them; a blank is none."""
    good = [{"Alt": String("Karta")}, {"ActualText": String("x")}]
    bad = [{}, {"Alt": String(" ")}, {"ActualText": String("")}, {"T": String("Karta")}]
    for condition, kind in (("13-004", "Figure"), ("17-002", "Formula")):
        made = [element(kind, **said) for said in (*good, *bad)]
        assert places(condition, empty(element("Sect", *made), element("P"))) == [kind] * len(bad)


def test_notes_have_ids_of_their_own() -> None:
    """Each that has none is told, and each id that two have."""
    said = [{}, {"ID": String("a")}, {"ID": String("b")}, {"ID": String("a")}, {"ID": String("")}]
    file = empty(*(element("Note", **one) for one in said), element("P", ID=String("b")))
    assert places("19-003", file) == ["Note", "Note"]
    assert places("19-004", file) == ["b'a'"]


def cell(kind: str, *attributes: Mapping[str, Any]) -> Any:
    """Return a cell with attributes: one of several lists of them as it is, several in a list."""
    made = [Dictionary({f"/{name}": value for name, value in one.items()}) for one in attributes]
    return element(kind, **({"A": made[0] if len(made) == 1 else Array(made)} if made else {}))


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        ([cell("TD")], 0),
        ([cell("TH"), cell("TD"), cell("TH")], 2),
        *(([cell("TH", {"Scope": Name(f"/{scope}")})], 0) for scope in ("Row", "Column", "Both")),
        ([cell("TH", {"Scope": Name.Annat})], 1),
        ([cell("TH", {"O": Name.Layout}, {"Scope": Name.Row})], 0),
        ([cell("TH", {"Scope": Name.Row}), cell("TH")], 1),
        ([cell("TH"), cell("TD", {"Headers": Array([String("a")])})], 0),
    ],
)
def test_heads_of_tables_say_of_what(cells: list[Any], count: int) -> None:
    """Or the cells name their heads; what is in another table does not count."""
    other = element("Table", element("TR", cell("TD", {"Headers": Array()})))
    assert places("15-003", empty(element("Table", element("TBody", element("TR", *cells))), other)) == ["TH"] * count


def test_rows_of_different_widths_are_told_with_their_widths() -> None:
    """Of each table alone; cells that go on in rows below are counted there, and those that say nothing once."""
    deep = cell("TD", {"ColSpan": 2, "RowSpan": 2})
    regular = element("Table", element("TR", deep, cell("TD")), element("TR", cell("TD")))
    ragged = element("Table", *(element("TR", *[cell("TD")] * wide) for wide in (3, 1, 3, 2)))
    assert places("7.5 regular", empty(regular, ragged, element("Table"))) == ["Table with rows of [1, 2, 3] columns"]


def nodes(file: Any) -> dict[str, Node]:
    """Return the elements of a file by their kinds."""
    return {node.kind: node for node in Tagged(file).nodes}


def test_an_element_knows_what_it_is_where_it_stands_and_what_is_in_it() -> None:
    """Whether one thing is in it or a list of them."""
    file = empty(element("Sect", element("P"), element("Stycke")), element("Div"))
    file.Root.StructTreeRoot.RoleMap = Dictionary(Stycke=Name.Rad, Rad=Name.Span)
    file.Root.StructTreeRoot.K[1].K = element("Note")
    found = nodes(file)
    assert list(found) == ["Sect", "P", "Span", "Div", "Note"]
    assert [found[kind].parent for kind in found] == ["", "Sect", "Sect", "", "Div"]
    assert [found[kind].children for kind in found] == [["P", "Span"], [], [], ["Note"], []]
    assert [node.kind for node in Tagged(file).of("P", "Div")] == ["P", "Div"]


def test_a_file_without_a_structure_has_no_elements() -> None:
    """Nor roles, content or annotations."""
    tagged = Tagged(empty())
    assert (tagged.roles, tagged.nodes, tagged.by_content, tagged.by_object, tagged.annotations) == ({}, (), {}, {}, ())


def test_content_belongs_to_the_page_or_form_that_it_is_in() -> None:
    """A number alone to the page of its element or of one around it; a reference says its own, and of a form that."""
    file = empty()
    one, two = page(file).obj, page(file).obj
    form = file.make_stream(b"")
    note = file.make_indirect(Dictionary(Subtype=Name.Link))
    file.Root.StructTreeRoot = Dictionary(
        K=element(
            "Sect",
            element("P", 3, Dictionary(Type=Name.MCR, MCID=4), Dictionary(Type=Name.MCR, MCID=5, Pg=two)),
            element("Span", Dictionary(Type=Name.MCR, MCID=6, Pg=two, Stm=form), Pg=two),
            element("Link", 7, Dictionary(Type=Name.OBJR, Obj=note), Pg=two),
            Pg=one,
        )
    )
    file.Root.StructTreeRoot.K.K.append(8)
    found = nodes(file)
    assert found["P"].contents == [(one.objgen, 3), (one.objgen, 4), (two.objgen, 5)]
    assert found["Span"].contents == [(form.objgen, 6)]
    assert found["Link"].contents == [(two.objgen, 7)]
    assert found["Sect"].contents == [(one.objgen, 8)]
    assert found["Link"].objects == [note.objgen]
    tagged = Tagged(file)
    assert tagged.by_content[(two.objgen, 5)].kind == "P"
    assert tagged.by_object[note.objgen].kind == "Link"


def test_content_of_no_page_is_of_none() -> None:
    """It is noted, and nothing that is painted has its number."""
    file = empty(element("P", 3, Dictionary(Type=Name.MCR, MCID=4)))
    assert nodes(file)["P"].contents == [((0, 0), 3), ((0, 0), 4)]
