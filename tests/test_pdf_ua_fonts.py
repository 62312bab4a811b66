"""Conditions of PDF/UA for fonts: of each way to break one, what is told: the font, and which of its glyphs."""

from functools import cache
from io import BytesIO
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name

from site_builder.export.pdf.ua import fonts
from tests.pdf_small import empty, page, places

WIDE = (500, 500, 600, 700, 800, 900, 1000, 1100)  # of eight glyphs, in units of two thousandths
READ = b"1 beginbfrange <0000> <01FF> <0041> endbfrange"
NAME = "/Brod"


@cache
def program() -> bytes:
    """Return a font with eight glyphs, which are not drawn."""
    names = [".notdef", *(f"glyph{number}" for number in range(1, len(WIDE)))]
    built = FontBuilder(2000, isTTF=True)
    built.setupGlyphOrder(names)
    built.setupCharacterMap({ord("A") + place: name for place, name in enumerate(names[1:])})
    built.setupGlyf(dict.fromkeys(names, Glyph()))
    built.setupHorizontalMetrics({name: (wide, 0) for name, wide in zip(names, WIDE, strict=True)})
    built.setupHorizontalHeader()
    built.setupOS2()
    built.setupPost()
    out = BytesIO()
    built.save(out)
    return out.getvalue()


def font(file: Any, *, letters: bytes | None = READ, embedded: bytes | None = None, **entries: Any) -> Any:
    """Return a composite font; None takes an entry away, one of `within` or of `described` is of what it holds."""
    within, described = entries.pop("within", {}), entries.pop("described", {})
    described = {"FontFile2": file.make_stream(program() if embedded is None else embedded), **described}
    below = {
        "Subtype": Name.CIDFontType2, "CIDToGIDMap": Name.Identity, "FontDescriptor": _held(described),
        "W": Array([0, Array([wide / 2 for wide in WIDE])]), **within,
    }  # fmt: skip
    read = {} if letters is None else {"ToUnicode": file.make_stream(letters)}
    whole = {"Subtype": Name.Type0, "Encoding": Name("/Identity-H"), "BaseFont": Name(NAME), **read, **entries}
    return file.make_indirect(_held({**whole, "DescendantFonts": Array([_held(below)])}))


def _held(entries: dict[str, Any]) -> Any:
    return Dictionary({f"/{name}": value for name, value in entries.items() if value is not None})


def told(condition: str, codes: str = "0001", **changes: Any) -> list[str]:
    """Return what is told of a text of some glyphs in a font that is good but for some changes."""
    file = empty()
    held = font(file, **{name: made(file) if callable(made) else made for name, made in changes.items()})
    page(file, f"BT /F0 9 Tf <{codes}> Tj ET".encode(), Resources=Dictionary(Font=Dictionary(F0=held)))
    return [line.replace(str(held.objgen), "NUMBER") for line in places(condition, file)]


FONTS = [f"31-{number:03}" for number in range(1, 31) if number != 10]


@pytest.mark.parametrize("condition", ["10-001", "17-003", *FONTS])
def test_a_good_font_breaks_no_condition(condition: str) -> None:
    """Nor does a page without a text."""
    assert told(condition) == []
    assert told(condition, codes="") == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"Subtype": Name.TrueType}, f"{NAME} /TrueType /Identity-H"),
        ({"Encoding": Name("/Identity-V")}, f"{NAME} /Type0 /Identity-V"),
        ({"Encoding": None}, f"{NAME} /Type0 None"),
        ({"Subtype": None, "Encoding": None}, f"{NAME} None None"),
        ({"BaseFont": None, "Subtype": Name.Type3}, "NUMBER /Type3 /Identity-H"),
    ],
)
def test_fonts_of_other_kinds_are_refused(changes: dict[str, Any], found: str) -> None:
    """With what they are; one without a name by its number."""
    assert told("31-001", **changes) == [found]


@pytest.mark.parametrize(
    ("within", "is_told"),
    [
        ({"CIDToGIDMap": None}, True),
        ({"CIDToGIDMap": Name.Annat}, True),
        ({"CIDToGIDMap": None, "Subtype": Name.CIDFontType0}, False),
        ({"Subtype": None, "CIDToGIDMap": None}, False),
    ],
)
def test_a_font_of_truetype_says_which_glyph_a_number_is(within: dict[str, Any], *, is_told: bool) -> None:
    """By the same number; a font of another kind need not."""
    assert told("31-004", within=within) == ([NAME] if is_told else [])


def test_a_table_of_glyphs_is_as_good_as_the_same_numbers() -> None:
    """It is a stream."""
    assert told("31-005", within=lambda file: {"CIDToGIDMap": file.make_stream(b"\0\0\0\1")}) == []


def test_a_font_without_its_program_is_told() -> None:
    """Also where there is something that is no font; a program in another form is as good."""
    assert told("31-009", described={"FontFile2": None}) == [NAME]
    assert told("31-009", within={"FontDescriptor": None}) == [NAME]
    assert told("31-009", embedded=b"no font") == [NAME]
    other = told("31-009", described=lambda file: {"FontFile2": None, "FontFile3": file.make_stream(program())})
    assert other == []
    assert told("31-009", DescendantFonts=None) == []  # what stands below is kept whole


def test_glyphs_that_a_program_does_not_have_are_told_by_number() -> None:
    """The last that it has is there; where there is no program, another condition tells."""
    assert told("31-011", "00070001") == []
    assert told("31-011", "0009000100080102") == [f"{NAME} [8, 9, 258]"]
    assert told("31-011", "0009", embedded=b"no font") == []


@pytest.mark.parametrize(
    ("said", "rest", "wrong"),
    [
        ([0, [250, 250, 300, 350, 400, 450, 500, 550]], None, []),
        ([1, [250, 300], 3, [350, 400, 450, 500, 550]], None, []),
        ([2, [300, 350, 400, 450, 500, 550]], 250, []),
        ([1, 1, 250, 2, [300, 350, 400, 450, 500, 550]], None, []),
        ([2, 4, 350, 5, [450, 500, 550]], 251, [2, 4]),
        ([0, 7, 400], None, [1, 2, 3, 5, 6, 7]),
        ([0, 7, 400.9], None, [1, 2, 3, 5, 6, 7]),
        ([], 500, [1, 2, 3, 4, 5, 7]),
        ([], None, [1, 2, 3, 4, 5, 6, 7]),
        ([0, [0, 251, 299, 351.5, 398.5, 450.5, 500, 550]], None, [3, 4]),
        ([0, 1, 250, 2, [300], 3, 3, 350, 4, 5, 400], 1000, [5, 6, 7]),
    ],
)
def test_glyphs_of_other_widths_than_in_their_program_are_told(
    said: list[Any], rest: float | None, wrong: list[int]
) -> None:
    """Widths are said one by one or for a range; all others have one, a thousand if none is said; one more is none."""

    def within(_: Any) -> dict[str, Any]:
        return {"W": Array([Array(one) if isinstance(one, list) else one for one in said]), "DW": rest}

    codes = "".join(f"{code:04x}" for code in (9, *range(8, 0, -1)))
    assert told("31-016", codes, within=within) == [f"{NAME} {code}" for code in wrong]
    assert told("31-016", codes, within=within, embedded=b"no font") == []


def test_a_font_that_says_no_widths_has_a_thousand_for_all() -> None:
    """As ISO 32000-1 has it (9.7.4.3)."""
    assert told("31-016", "00060001", within={"W": None}) == [f"{NAME} 1", f"{NAME} 6"]
    assert fonts._widths(Dictionary()) == {}
    assert fonts._widths(Dictionary(W=Array([5, 7, 250.5, 1, Array([1, 2]), 9, 9, 3]))) == {
        5: 250.5, 6: 250.5, 7: 250.5, 1: 1, 2: 2, 9: 3,
    }  # fmt: skip


def test_a_list_of_the_glyphs_of_a_font_is_refused() -> None:
    """Whatever it says; a font without a description has none."""
    assert told("31-014", described=lambda file: {"CIDSet": file.make_stream(b"\x80")}) == [NAME]
    assert told("31-015", within={"FontDescriptor": None}) == []


def test_letters_of_glyphs_are_told_where_they_are_missing_or_none() -> None:
    """Font by font, with the numbers in order; a font that says no letters is told and can still be judged."""
    one = b"3 beginbfchar <0001> <0041> <0002> <00410042> <0003> <0042> endbfchar"
    assert told("31-027", letters=None) == [NAME]
    assert told("10-001", "00030001", letters=None) == [f"{NAME} [1, 3]"]
    assert told("10-001", "000900020004", letters=one) == [f"{NAME} [4, 9]"]
    assert told("17-003", "000300020001", letters=one) == []
    none = b"5 beginbfchar <0005> <FFFE> <0004> <FEFF> <0003> <0000> <0002> <> <0001> <0041> endbfchar"
    assert told("31-028", letters=none) == [f"{NAME} [2, 3, 4, 5]"]
    assert told("31-029", letters=one) == []


@pytest.mark.parametrize(("codes", "is_told"), [("0000", True), ("00010000", True), ("00010100", False)])
def test_the_glyph_for_those_that_are_missing_is_told(codes: str, *, is_told: bool) -> None:
    """It is the first; two bytes are one number."""
    assert told("31-030", codes) == ([NAME] if is_told else [])


def test_each_text_is_judged_in_the_font_that_it_is_written_with() -> None:
    """However it is written, on whatever page: a font that is used twice is judged once, for all its glyphs."""
    file = empty()
    held = {f"/F{number}": font(file, letters=b"", BaseFont=Name(f"/N{number}")) for number in range(3)}
    words = b"BT /F0 9 Tf <0004> Tj [<0002> 9 <0003>] TJ /F1 9 Tf <0005> ' 0 0 <0006> \" ET"
    page(file, words, Resources=Dictionary(Font=Dictionary(held)))
    page(file, b"BT /F0 9 Tf <0001> Tj ET 0 0 9 9 re f", Resources=Dictionary(Font=Dictionary(held)))
    assert places("10-001", file) == ["/N0 [1, 2, 3, 4]", "/N1 [5, 6]"]


def test_the_letters_of_a_font_are_read_in_all_their_forms() -> None:
    """One by one, for a range from one on, and for a range by a list; several letters, and some beyond two bytes."""
    words = b"""2 beginbfchar <0001> <0041> <0a> <D83DDE00> endbfchar
    3 beginbfrange <0003> <0005> <00660061> <0009> <0009> <0062> <0020> <0021> <0063> endbfrange
    2 beginbfrange <000b> <000c> [<0078> <00790079>] <000D> <000d> [ <007a> ] endbfrange
    1 beginbfchar <0040> <0065> endbfchar"""
    file = empty()
    read = fonts.letters(Dictionary(ToUnicode=file.make_stream(words)))
    assert read == {
        1: "A",
        10: "😀",
        3: "fa",
        4: "fb",
        5: "fc",
        9: "b",
        11: "x",
        12: "yy",
        13: "z",
        32: "c",
        33: "d",
        64: "e",
    }
    assert fonts.letters(Dictionary()) == {}
    cut = fonts.letters(Dictionary(ToUnicode=file.make_stream(b"beginbfchar <0001> <D83D> endbfchar")))
    assert cut == {1: "\ufffd"}  # half a letter can be read as none, and breaks nothing off


@pytest.mark.parametrize("words", [b"beginbfchar <0001> endbfchar", b"beginbfrange <0001> <0002> endbfrange"])
def test_letters_that_are_told_by_halves_break_off(words: bytes) -> None:
    """Nobody can tell whose they are."""
    file = empty()
    with pytest.raises(ValueError, match="zip"):
        fonts.letters(Dictionary(ToUnicode=file.make_stream(words)))
