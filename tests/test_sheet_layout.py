"""How a sheet looks and prints: what whoever opens it sees before a word is read. Read from the file itself."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from site_builder.editing.form_sheets.form import Form, FormRow, Step
from site_builder.export.sheets.data_files import data_sheets
from site_builder.export.sheets.form_workbook import form_workbook
from site_builder.export.sheets.workbook import Book, Column, Sheet
from site_builder.export.web import colours
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from site_builder.reading.workbook import read_workbook
from tests.miniature import texts
from tests.spreadsheets import part_of
from tests.test_data_sheets import FILES, MATRIX

DAY = date(2026, 1, 15)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LOOKS = ("font", "fill", "border")
SHEET = Sheet(
    name="Blad",
    title="Vatten & avlopp",
    lead="Så här.",
    table="Tabell",
    alternative="En rad för varje sak.",
    columns=(Column("Sak", 9), Column("Antal", 48), Column("Svar", 24, is_open=True)),
    rows=(("=1+1", 7, ""), ("https://x.example/", 0.5, None), ("12", None, "Ja")),
    page="Sida &P av &N",
)
FORM = Form(
    kind="follow-up",
    facts={"year": "2025"},
    sheet="Uppföljning",
    headings=("Plan", "Nummer", "Svar", "Kommentar"),
    rows=(FormRow("a/1", ("A", "1")), FormRow("a/2", ("A", "2")), FormRow("a/3", ("A", "3"))),
    steps=(Step("ja", "Ja", "", "done"), Step("nej", "Nej", "", "not_done")),
)


def book(sheet: Sheet = SHEET) -> bytes:
    made = Book("En titel", DAY)
    made.add(sheet)
    return made.data()


@cache
def form() -> bytes:
    return form_workbook(FORM, "Uppföljning 2025", 2, DAY, read_strings())


def sheet_of(data: bytes, number: int = 1) -> ET.Element:
    return part(data, f"worksheets/sheet{number}")


def part(data: bytes, name: str) -> ET.Element:
    return ET.fromstring(part_of(data, f"xl/{name}.xml"))


def found(element: ET.Element, path: str) -> Mapping[str, str]:
    """Return the attributes of one element; none where it is missing."""
    one = element.find("/".join(f"{MAIN}{name}" for name in path.split("/")))
    return {} if one is None else one.attrib


def widths(data: bytes, number: int = 1) -> list[int]:
    """The width of every column in signs; a file has them with the room around them."""
    cols = sheet_of(data, number).findall(f"{MAIN}cols/{MAIN}col")
    return [
        int(float(col.attrib["width"]))
        for col in cols
        for _ in range(int(col.attrib["min"]), int(col.attrib["max"]) + 1)
    ]


def look(data: bytes, cell: str, number: int = 1) -> dict[str, object]:
    """How a cell looks: its letters, its colour, its lines, where its text stands, and whether it is locked."""
    styles = part(data, "styles")
    one = next(item for item in sheet_of(data, number).iter(f"{MAIN}c") if item.attrib["r"] == cell)
    form = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")[int(one.attrib["s"])]
    font, fill, border = (
        styles.findall(f"{MAIN}{kind}s/{MAIN}{kind}")[int(form.attrib[f"{kind}Id"])] for kind in LOOKS
    )
    return {
        "bold": font.find(f"{MAIN}b") is not None,
        "size": found(font, "sz")["val"],
        "fill": found(fill, "patternFill/fgColor").get("rgb", "")[2:].lower(),
        "lines": [border.find(f"{MAIN}{side}").attrib.get("style", "") for side in ("left", "right", "top", "bottom")],  # type: ignore[union-attr]
        "line": found(border, "left/color").get("rgb", "")[2:].lower(),
        **{name: found(form, "alignment").get(name, "") for name in ("wrapText", "vertical")},
        "locked": found(form, "protection").get("locked", "1") == "1",
    }


def test_every_kind_of_cell_looks_as_what_it_is() -> None:
    """Title and heading stand out, long texts are wrapped at the top of their cell, what may be filled in is yellow."""
    data = book()
    plain = {"bold": False, "size": "11", "fill": "", "lines": [""] * 4, "line": "", "wrapText": "", "vertical": ""}
    inside = {"wrapText": "1", "vertical": "top", "lines": ["thin"] * 4, "locked": True}
    bare = (
        colours.SHEET_HEAD.removeprefix("#"),
        colours.SHEET_LINE.removeprefix("#"),
        colours.SHEET_OPEN.removeprefix("#"),
    )
    assert look(data, "A1") == {**plain, "locked": True, "bold": True, "size": "14"}
    assert look(data, "A2") == {**plain, "locked": True, "vertical": "top"}
    assert look(data, "A3") == look(data, "C3") == {**plain, **inside, "bold": True, "fill": bare[0]}
    for cell in ("A4", "B4"):
        assert look(data, cell) == {**plain, **inside, "line": bare[1]}
    for cell in ("C4", "C5", "C6"):
        assert look(data, cell) == {**plain, **inside, "fill": bare[2], "locked": False}


def test_a_sheet_prints_on_a4_with_its_head_on_every_page() -> None:
    """Across, all columns beside each other and as many pages as it takes; title and page at the foot."""
    data = book()
    sheet = sheet_of(data)
    setup = found(sheet, "pageSetup")
    assert (setup["paperSize"], setup["orientation"], setup.get("fitToWidth", "1"), setup["fitToHeight"]) == (
        *("9", "landscape", "1", "0"),
    )
    assert found(sheet, "sheetPr/pageSetUpPr")["fitToPage"] == "1"
    margins = {name: float(value) for name, value in found(sheet, "pageMargins").items()}
    assert {name: margins[name] for name in ("left", "right", "top", "bottom")} == {
        "left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.7,
    }  # fmt: skip
    foot = sheet.find(f"{MAIN}headerFooter/{MAIN}oddFooter")
    assert foot is not None
    assert foot.text == "&LVatten && avlopp&RSida &P av &N"
    assert ">Blad!$3:$3<" in part_of(data, "xl/workbook.xml")
    pane = found(sheet, "sheetViews/sheetView/pane")
    assert (pane["ySplit"], pane.get("xSplit"), pane["topLeftCell"]) == ("3", None, "A4")


def test_columns_are_as_wide_as_they_are_said_to_be() -> None:
    assert widths(book()) == [9, 48, 24]


def test_empty_cells_have_lines_too() -> None:
    """By one rule for all of them: a matrix of thousands of rows would have a million cells with nothing in them."""
    data = book()
    rule = sheet_of(data).find(f"{MAIN}conditionalFormatting")
    assert rule is not None
    assert rule.attrib["sqref"] == "A4:C6"
    assert found(rule, "cfRule")["type"] == "containsBlanks"
    line = part(data, "styles").find(f"{MAIN}dxfs/{MAIN}dxf/{MAIN}border/{MAIN}left")
    assert line is not None
    assert line.attrib["style"] == "thin"
    assert [item.attrib["r"] for item in sheet_of(data).iter(f"{MAIN}c") if item.attrib["r"] == "B6"] == []


def test_a_cell_is_what_was_given() -> None:
    """A text stays one, also where it looks like a formula, a number or an address; nothing is an empty cell."""
    data = book()
    kinds = {item.attrib["r"]: item.attrib.get("t", "") for item in sheet_of(data).iter(f"{MAIN}c")}
    assert {cell: kinds[cell] for cell in ("A4", "A5", "A6", "B4", "B5")} == {
        "A4": "s", "A5": "s", "A6": "s", "B4": "", "B5": "",
    }  # fmt: skip
    assert read_workbook(data)["Blad"] == [
        ["Vatten & avlopp", "", ""],
        ["Så här.", "", ""],
        ["Sak", "Antal", "Svar"],
        ["=1+1", 7, ""],
        ["https://x.example/", 0.5, ""],
        ["12", "", "Ja"],
    ]
    assert "hyperlink" not in part_of(data, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("rows", "place"), [(SHEET.rows, "A3:C6"), (SHEET.rows[:1], "A3:C4"), ((), "A3:C4")])
def test_the_table_is_as_large_as_its_rows(rows: tuple[tuple[str, ...], ...], place: str) -> None:
    """With a name and words for who hears it; without rows it has an empty one."""
    table = part(book(replace(SHEET, rows=rows)), "tables/table1")
    assert (table.attrib["ref"], table.attrib["displayName"]) == (place, "Tabell")
    assert found(table, "autoFilter")["ref"] == place
    assert 'altText="Vatten &amp; avlopp"' in part_of(book(), "xl/tables/table1.xml")
    assert 'altTextSummary="En rad för varje sak."' in part_of(book(), "xl/tables/table1.xml")
    assert not found(table, "tableStyleInfo").get("name")


def test_the_file_says_its_title_and_day() -> None:
    core = part_of(book(), "docProps/core.xml")
    assert "<dc:title>En titel</dc:title>" in core
    assert f">{DAY}T00:00:00Z</dcterms:created>" in core


def test_a_locked_form_can_be_sorted_filtered_and_made_wider() -> None:
    """Whoever fills it in can do that and no more, and takes the lock away without a password; so on its help."""
    allowed = {"formatColumns", "formatRows", "sort", "autoFilter"}
    for number in (1, 2):
        lock = dict(found(sheet_of(form(), number), "sheetProtection"))
        assert {name for name, value in lock.items() if value == "0"} == allowed
        assert lock["sheet"] == "1"
        assert "password" not in lock
    assert found(sheet_of(form(), 3), "sheetProtection")["sheet"] == "1"


def test_a_form_offers_its_scale_in_every_row_and_says_how() -> None:
    """In the column of the answers alone; another value is refused, with words."""
    sheet = sheet_of(form())
    choice = dict(found(sheet, "dataValidations/dataValidation"))
    strings = read_strings()
    assert found(sheet, "dataValidations")["count"] == "1"
    assert (choice["type"], choice["sqref"], choice.get("errorStyle", "stop")) == ("list", "C4:C6", "stop")
    told = {
        "promptTitle": "choose-title",
        "prompt": "choose",
        "errorTitle": "not-a-choice-title",
        "error": "not-a-choice",
    }
    assert {name: choice[name] for name in told} == {name: strings(f"form_sheets.{key}") for name, key in told.items()}
    assert (choice["showErrorMessage"], choice["showInputMessage"]) == ("1", "1")
    source = sheet.find(f"{MAIN}dataValidations/{MAIN}dataValidation/{MAIN}formula1")
    assert source is not None
    first, last = (source.text or "").removeprefix("id!").replace("$C$", "").split(":")
    assert [row[2] for row in read_workbook(form())["id"][int(first) - 1 : int(last)]] == ["Ja", "Nej"]


def test_a_form_says_what_it_is_and_how_it_is_filled_in() -> None:
    """Title, lead and headings above the rows; on the next sheet each piece of advice, and every step of the scale."""
    sheets, strings = read_workbook(form()), read_strings()
    title, lead, head, *rows = (list(row) for row in sheets["Uppföljning"])
    assert (title[0], lead[0]) == ("Uppföljning 2025", strings("form_sheets.follow-up.lead"))
    assert (head, rows) == ([*FORM.headings], [["A", str(number), "", ""] for number in (1, 2, 3)])
    title, lead, head, *advice = (list(row) for row in sheets["Så fyller du i"])
    assert (title[0], lead[0], head) == ("Så fyller du i: Uppföljning 2025", "", ["Vad", "Hur"])
    told = strings.find("form_sheets.follow-up.help")
    assert isinstance(told, dict)
    assert advice == [[*map(str, pair)] for pair in told.items()] + [
        ["Svar att välja på", name] for name in ("Ja", "Nej")
    ]
    words = part_of(form(), "xl/tables/table1.xml")
    assert f'altTextSummary="{strings("form_sheets.follow-up.alternative")}"' in words
    assert 'altTextSummary="Så fyller du i"' in part_of(form(), "xl/tables/table2.xml")
    assert [look(form(), f"{column}4")["locked"] for column in "ABCD"] == [True, True, False, False]
    assert widths(form())[:4] == [24, 12, 48, 30]
    assert all("Sida &amp;P av &amp;N" in part_of(form(), f"xl/worksheets/sheet{number}.xml") for number in (1, 2))


def test_a_scale_is_offered_from_its_first_step_to_its_last() -> None:
    """However many there are."""
    steps = (*FORM.steps, Step("delvis", "Delvis", "", "not_done"))
    made = form_workbook(replace(FORM, steps=steps), "Uppföljning 2025", 2, DAY, read_strings())
    source = sheet_of(made).find(f"{MAIN}dataValidations/{MAIN}dataValidation/{MAIN}formula1")
    assert source is not None
    first, last = (source.text or "").removeprefix("id!").replace("$C$", "").split(":")
    assert [row[2] for row in read_workbook(made)["id"][int(first) - 1 : int(last)]] == ["Ja", "Nej", "Delvis"]


def test_a_form_without_a_scale_has_no_list() -> None:
    """Years and values are written by hand."""
    bare = form_workbook(replace(FORM, kind="indicators", steps=()), "Indikatorer", 2, DAY, read_strings())
    assert "dataValidation" not in part_of(bare, "xl/worksheets/sheet1.xml")


@cache
def data_files() -> Mapping[str, bytes]:
    """Both workbooks of the miniature; a plan has a name longer than a sheet's may be, with signs it may not have."""
    given = texts()
    path = "content/plans/ungdomsplan-2023-2026/plan.yaml"
    old = "short_title: Ungdomsplan 2023–2026"
    assert old in given[path]
    given[path] = given[path].replace(old, "short_title: Plan för unga [och barn] i Småstad 2023–2026")
    index = link(load(given), DAY)
    return {item.path: item.data for item in data_sheets(index, read_strings(), DAY)}


def test_a_long_name_of_a_plan_is_cut_and_numbered() -> None:
    """A sheet's name has at most 31 signs and no brackets; the whole name stands in its title."""
    sheets = read_workbook(data_files()["data/ansvarsmatris.xlsx"])
    assert list(sheets) == ["Klimatprogram 2022–2027", "Plan för unga  och barn  i S 2", "Om uppgifterna"]
    title, lead, head, *_ = list(sheets.values())[1]
    assert "Plan för unga [och barn] i Småstad 2023–2026" in str(title[0])
    assert lead[0] == read_strings()("sheets.see-about")
    assert head[:3] == ["Nummer", "Insats", "Anmärkning"]  # as the plan calls its measures


def test_a_name_that_just_fits_is_whole() -> None:
    """31 signs do, 32 do not."""
    for words, name in ((f"{'x' * 27}4567", f"{'x' * 27}4567"), (f"{'x' * 27}45678", f"{'x' * 27}4 2")):
        given = texts()
        path = "content/plans/ungdomsplan-2023-2026/plan.yaml"
        given[path] = given[path].replace("short_title: Ungdomsplan 2023–2026", f"short_title: {words}")
        index = link(load(given), DAY)
        files = {item.path: item.data for item in data_sheets(index, read_strings(), DAY)}
        assert list(read_workbook(files["data/ansvarsmatris.xlsx"]))[1] == name


HEADS = {
    "Läget": ("Plan", "Nummer", "Åtgärd", "Organisation", "År", "Vad vi vet", "Svar", "Vid namn"),
    "Svaren": (
        *("Plan", "Nummer", "Åtgärd", "Organisation", "År", "Fråga eller påstående", "Svar", "Kommentar"),
        *("Förbehåll", "Rättelse", "Källa"),
    ),
    "Om uppgifterna": ("Vad", "Vad det betyder"),
}


def test_every_sheet_of_data_says_what_it_is() -> None:
    """Its title, where to read on, its headings; its table has a name and words; room for long texts."""
    strings = read_strings()
    data = data_files()["data/uppfoljning.xlsx"]
    sheets = read_workbook(data)
    assert {name: tuple(rows[2]) for name, rows in sheets.items()} == HEADS
    for number, (kind, rows) in enumerate(zip(("state", "answers", "about"), sheets.values(), strict=True), 1):
        last = kind == "about"
        assert rows[0][0] == strings(f"sheets.{kind}.{'name' if last else 'title'}")
        assert rows[1][0] == ("" if last else strings("sheets.see-about"))
        table = part_of(data, f"xl/tables/table{number}.xml")
        assert f'displayName="{strings(f"sheets.{kind}.table")}"' in table
        assert f'altTextSummary="{strings(f"sheets.{kind}.alternative")}"' in table
        assert "Sida &amp;P av &amp;N" in part_of(data, f"xl/worksheets/sheet{number}.xml")
    assert widths(data, 3) == [34, 100]
    matrix = data_files()["data/ansvarsmatris.xlsx"]
    assert widths(matrix, 1)[:4] == [9, 48, 24, 14]
    for number, plan in enumerate(("Klimatprogram 2022–2027", "Plan för unga [och barn] i Småstad 2023–2026"), 1):
        table = part_of(matrix, f"xl/tables/table{number}.xml")
        assert f'displayName="Ansvar{number}"' in table
        assert f"i {plan} och en kolumn för varje organisation" in table
    core = {path: part_of(file, "docProps/core.xml") for path, file in data_files().items()}
    assert "<dc:title>Ansvarsmatris</dc:title>" in core["data/ansvarsmatris.xlsx"]
    assert "<dc:title>Uppföljning</dc:title>" in core["data/uppfoljning.xlsx"]


def test_the_last_sheet_explains_every_word_of_the_others() -> None:
    """Each role with its letter, each state with its meaning, the day, every document once by name, and the licence."""
    strings = read_strings()
    sheets = {path: read_workbook(data)["Om uppgifterna"][3:] for path, data in data_files().items()}
    matrix, follow_up = (
        [tuple(row) for row in sheets[f"data/{name}.xlsx"]] for name in ("ansvarsmatris", "uppfoljning")
    )
    for role in ("coordinating", "responsible", "contributing"):
        assert (strings(f"site.roles.{role}.letter"), strings(f"site.roles.{role}.verb")) in matrix
    assert ("(S), (A), (B)", strings("matrix.groups")) in matrix
    assert ("Dag", "Uppgifterna i tabellerna gäller 2026-01-15.") in matrix
    assert ("Dag", strings("sheets.day-of-answers", day="2026-01-15")) in follow_up
    named = [pair for pair in follow_up if pair[0] in {strings(f"sheets.{key}") for key in ("named", "read-with-care")}]
    assert named == [
        ("Vid namn", strings("sheets.named-meaning")), ("Att tänka på", strings("sheets.caution")),
    ]  # fmt: skip
    assert (strings("sheets.reservation"), strings("follow_up.qualified-meaning")) in follow_up
    state = {row[5] for row in read_workbook(data_files()["data/uppfoljning.xlsx"])["Läget"][3:]}
    assert state - {pair[0] for pair in follow_up} == {strings("sheets.answered")}
    for rows in (matrix, follow_up):
        assert rows[-1] == ("Villkor", strings("sheets.licence-text"))
        titles = [title for what, title in rows if what == "Källa"]
        assert titles == sorted(set(titles), key=str)
        assert titles


def test_long_texts_have_room() -> None:
    """A row is as high as its longest text needs: LibreOffice would write rows over each other."""
    columns = (Column("Kort", 8), Column("Det här är ett långt namn", 10))
    rows = (("1", "kort"), ("2", "ord " * 12), ("3", "en rad\noch en till"), ("4", None))
    data = book(Sheet("Prov", "Prov", "", "Prov", "Prov", columns, rows, ""))
    high = (row.attrib for row in sheet_of(data).iter(f"{MAIN}row") if "ht" in row.attrib)
    assert {int(row["r"]): int(row["ht"]) for row in high} == {3: 60, 5: 90, 6: 45}


def test_no_heading_of_the_matrix_is_broken_inside_a_word() -> None:
    headings = read_workbook(FILES[MATRIX])["Ungdomsplan 2023–2026"][2]
    assert all(
        width > max(map(len, str(heading).split()))
        for width, heading in zip(widths(FILES[MATRIX], 2), headings, strict=True)
    )
