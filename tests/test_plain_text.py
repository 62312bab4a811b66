"""Running text as plain text."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.foundation.inline import Inline
from site_builder.foundation.plain_text import one_line, plain_text


def name(item: Inline) -> str:
    """Call a reference by its own text or by what it names."""
    return item.label or item.name


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Staden öppnar en fritidsgård.", "Staden öppnar en fritidsgård."),
        ("Se insats [[1:4]].", "Se insats 1:4."),
        ("Se [[begrepp:sspf|SSPF-arbetet]] och [[kategori: A ]].", "Se SSPF-arbetet och A."),
        ("**Viktigt:** det *kan* __hända__ _nu_.", "Viktigt: det kan hända nu."),
        ("***Mycket*** viktigt: **se *även* [[1:4]]**.", "Mycket viktigt: se även 1:4."),
        ("5 * 3 * 2 i snake_case_ord", "5 * 3 * 2 i snake_case_ord"),
        ("Tre saker:\n\n- en\n- två\n  rader\n* tre", "Tre saker:\n\nen\ntvå rader\ntre"),
        ("1. ett\n2. två", "1. ett\n2. två"),
        ("En rad\nsom är vikt.\n\nNytt stycke.", "En rad som är vikt.\n\nNytt stycke."),
        ("> Ett citat\n> på två rader", "Ett citat på två rader"),
        ("[Registrator](mailto:kommun@smastad.example)", "Registrator (kommun@smastad.example)"),
        ('Läs [mer](https://smastad.example/a "Titel") här.', "Läs mer (https://smastad.example/a) här."),
        (
            "Se [ordlistan](../ordlista/index.md) och <https://smastad.example/>.",
            "Se ordlistan och https://smastad.example/.",
        ),
        (r"Skriv \*stjärnor\* och `_kod_`.", "Skriv *stjärnor* och _kod_."),
        ("Mindre än < 50 kronor, 2 – 3 dagar, § 7", "Mindre än < 50 kronor, 2 – 3 dagar, § 7"),
        ("-5 grader", "-5 grader"),
    ],
)
def test_marks_go_and_words_stay(text: str, plain: str) -> None:
    """Emphasis, lists, quotes and links lose their marks; references are called by name; paragraphs remain."""
    assert plain_text(text, name) == plain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ytan är 5 * 3 * 2 meter.", "Ytan är 5 * 3 * 2 meter."),
        ("Tre saker:\n\n- **en**\n- två\n  rader", "Tre saker: en två rader"),
        ("Läs [mer](https://smastad.example/a) i [[1:4]].", "Läs mer i 1:4."),
        (r"Skriv \*stjärnor\* och `kod`.", "Skriv *stjärnor* och kod."),
    ],
)
def test_a_cell_has_one_line(text: str, line: str) -> None:
    """In a cell or a description it is the same text on one line, without the addresses of links."""
    assert one_line(text, name) == line


def test_a_name_is_not_taken_for_markdown() -> None:
    """What a reference is called stands as it is, whatever characters it has."""
    assert plain_text("Se **[[dokument:x]]**.", lambda _: "*En* [titel] 1_2_3 [[nej") == "Se *En* [titel] 1_2_3 [[nej."


@given(
    st.lists(
        st.sampled_from([r"\[", "[[1:4]]", "[[begrepp:sig|SIG]]", "*", "**", "_", "`", "\\", "\n", "- ", "ö", " "])
    )
)
@example([r"\[", r"\[", "[[1:4]]"])  # a name after two brackets that are shown
def test_no_reference_is_left(parts: list[str]) -> None:
    """Every reference is replaced, also inside emphasis, code, lists and after a backslash."""
    text = "".join(parts)
    plain = plain_text(text, name)
    assert "[[1:4]]" not in plain
    assert plain.count("1:4") == text.count("[[1:4]]")
    assert plain.count("SIG") == text.count("[[begrepp:sig|SIG]]")


@pytest.mark.parametrize("part", [" *a", "[", "[a](", "<https://", "`", "**", "\n", "[[", "_a "])
def test_time_does_not_grow_with_the_square(part: str) -> None:
    """A text full of marks that lead nowhere takes little time."""
    start = time.process_time()
    plain_text(part * 50_000, name)
    assert time.process_time() - start < 2
