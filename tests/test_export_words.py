"""How single values are written: lines of a cell, a value in a form, a correction in a sheet, JSON, choices."""

import json
import zlib
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from schema.indicator import Measurement
from site_builder.changes.history import Revision
from site_builder.export.catalog.rdf import Iri, Literal, Thing, json_ld, turtle
from site_builder.export.editor import schemas
from site_builder.export.json_schema import _as_yaml, _drop_docstring, addressed, as_json
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.plans_json import _by_id, _sorted
from site_builder.export.sheets import answer_sheets, indicators_form
from site_builder.export.sheets.workbook import _lines
from site_builder.export.web.png import png
from site_builder.export.web.version_file import version_file
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, 1),
        ("12345", 5, 1),
        ("123456", 5, 2),
        ("1234 6", 5, 2),
        ("1234567890", 5, 2),
        ("12345678901", 5, 3),
        ("ab cd ef gh", 5, 2),
        ("ab\ncd", 5, 2),
        ("ab\n\ncd", 5, 3),
        ("ab\n", 5, 2),
        ("abcdef\ncd", 5, 3),
    ],
)
def test_a_text_takes_as_many_lines_as_its_column_makes_of_it(text: str, width: int, lines: int) -> None:
    """Broken between words, and inside one that is longer than the column; an empty line is one, too."""
    assert _lines(text, width) == lines


@pytest.mark.parametrize(
    ("value", "written"),
    [("5", "5 (2024)"), ("2.5", "2,5 (2024)"), ("-1.25", "-1,25 (2024)"), ("1E+3", "1000 (2024)"), ("0", "0 (2024)")],
)
def test_a_measured_value_is_written_as_swedes_write_it(value: str, written: str) -> None:
    """With its year; nothing of one that is not there."""
    measured = Measurement(year=2024, value=Decimal(value))
    said = indicators_form._words(measured, read_strings())
    assert said == read_strings()("form_sheets.measured", value=written.split(maxsplit=1)[0], year="2024")
    assert written.split(maxsplit=1)[0] in said
    assert "2024" in said
    assert indicators_form._words(None, read_strings()) == ""


def corrected(*corrections: Any, step: Any = None) -> str:
    """Return what a sheet says of an answer with corrections, and the step that it comes to."""
    given: Any = SimpleNamespace(corrections=corrections, step=step)
    return answer_sheets._corrected(ExportContext(link(load({}))), given, read_strings())


def test_a_correction_is_told_with_its_day_value_comment_and_reason() -> None:
    """The last of them; one without value or comment says so, or nothing."""
    first = SimpleNamespace(date=date(2024, 1, 2), comment="Först.", reason="Nämnden skrev.")
    last = SimpleNamespace(date=date(2025, 3, 4), comment=None, reason="Nämnden ringde.")
    assert corrected() == ""
    assert corrected(first, step=SimpleNamespace(name="Ja")) == "2024-01-02: Ja. Först. Skäl: Nämnden skrev."
    assert corrected(first, last) == "2025-03-04: inget svar i rapporten.  Skäl: Nämnden ringde."


DATA = {"å": [1, {"b": "ö"}]}
WRITTEN = '{\n  "å": [\n    1,\n    {\n      "b": "ö"\n    }\n  ]\n}\n'


def test_json_is_written_for_people_too() -> None:
    """Indented by two, with letters as they are, and a line feed at the end."""
    assert as_json(DATA).decode() == WRITTEN
    thing = Thing("https://x.example/å#a", "dcat:Catalog", (("dct:title", (Literal("Öppna", "sv"),)),))
    text = json_ld([thing], {"dcat": "http://www.w3.org/ns/dcat#"})
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert "Öppna" in text
    assert text.startswith('{\n  "@context": {\n    "dcat": "http://www.w3.org/ns/dcat#"\n  },\n  "@graph": [\n    {')


def test_statements_are_written_as_turtle() -> None:
    """Texts in a language, of a datatype or neither; what has no value is left out; addresses are made fit for it."""
    things = [
        Thing(
            "https://x.example/a b",
            "dcat:Catalog",
            (
                ("dct:title", (Literal('Ett "å"\n', "sv"), Literal("One", "en"))),
                ("dct:issued", (Literal("2024-01-02", datatype="xsd:date"),)),
                ("dct:format", (Literal("text/csv"),)),
                ("dct:license", (Iri("https://x.example/<c>"),)),
                ("dct:none", ()),
            ),
        ),
        Thing("https://x.example/d", "foaf:Agent", ()),
    ]
    assert turtle(things, {"dct": "http://purl.org/dc/terms/", "xsd": "http://x.example/"}).splitlines() == [
        "@prefix dct: <http://purl.org/dc/terms/> .",
        "@prefix xsd: <http://x.example/> .",
        "",
        "<https://x.example/a%20b> a dcat:Catalog ;",
        '    dct:title "Ett \\"å\\"\\n"@sv, "One"@en ;',
        '    dct:issued "2024-01-02"^^xsd:date ;',
        '    dct:format "text/csv" ;',
        "    dct:license <https://x.example/%3Cc%3E> .",
        "",
        "<https://x.example/d> a foaf:Agent .",
    ]


def test_the_version_is_told_to_programs() -> None:
    """With git's revision where there is one, else null."""
    known, unknown = version_file("v7", Revision("0123", date(2025, 3, 1))), version_file("v7", None)
    assert (known.path, known.data) == ("version.json", b'{\n  "content_version": "v7",\n  "revision": "0123"\n}\n')
    assert json.loads(unknown.data) == {"content_version": "v7", "revision": None}


def test_the_address_of_a_site_is_put_before_the_name_of_a_schema_once() -> None:
    """Quoted as JSON is, with its letters as they are."""
    schema = b'{\n  "$id": "data/x.json",\n  "a": {"$id": "b"}\n}\n'
    made = addressed("data/x.json", schema, 'https://å.example/"/')
    wanted = '{\n  "$id": "https://å.example/\\"/data/x.json",\n  "a": {"$id": "b"}\n}\n'
    assert (made.path, made.data.decode()) == ("data/x.json", wanted)


def test_what_has_no_order_is_sorted_by_its_id() -> None:
    """As text."""
    records: list[Any] = [SimpleNamespace(value=SimpleNamespace(id=name)) for name in ("b", "a", "10", "9")]
    assert [record.value.id for record in _sorted(records)] == ["10", "9", "a", "b"]
    assert _by_id({"b": 1, "a": 2}) == [2, 1]


@pytest.mark.parametrize(
    ("node", "bare"),
    [
        ({"type": "string", "default": ""}, {"type": "string"}),
        ({"type": "array", "default": []}, {"type": "array"}),
        ({"type": "string", "default": "x"}, {"type": "string", "default": "x"}),
        ({"type": "boolean", "default": False}, {"type": "boolean", "default": False}),
        (
            {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None, "title": "T"},
            {"type": "string", "title": "T"},
        ),
        (
            {"anyOf": [{"type": "string", "title": "S"}, {"type": "null"}], "title": "T"},
            {"type": "string", "title": "T"},
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}], "default": None, "title": "T"},
            {"title": "T", "anyOf": [{"type": "string"}, {"type": "integer"}]},
        ),
    ],
)
def test_what_may_be_left_out_is_not_offered_as_nothing(node: dict[str, Any], bare: dict[str, Any]) -> None:
    """Neither null nor what stands for nothing; what the field says of itself goes before what its kind says."""
    assert schemas._without_nothing(node) == bare


@pytest.mark.parametrize(("text", "plain"), [("a", "a"), ("[a](b)", r"\[a\](b)"), (r"*a_`<b>\c", r"\*a\_\`\<b\>\\c")])
def test_no_sign_of_a_title_is_markup(text: str, plain: str) -> None:
    """Each has a backslash before it."""
    assert schemas._plain(text) == plain


@pytest.mark.parametrize(
    ("node", "as_yaml"),
    [
        ({"type": "string"}, ["string", "number", "boolean"]),
        ({"type": "string", "format": "date"}, "string"),
        ({"type": "string", "enum": ["7"]}, "string"),
        ({"type": "string", "pattern": "^[a-z]{2,3}$"}, "string"),
        ({"type": "string", "pattern": "^[0-9]+$"}, ["string", "number"]),
        ({"type": "string", "pattern": "^[A-Z]$"}, "string"),
        ({"type": ["string", "null"]}, ["string", "number", "boolean"]),
        ({"type": "boolean"}, "boolean"),
    ],
)
def test_a_text_may_look_like_a_number_where_it_can(node: dict[str, Any], as_yaml: object) -> None:
    """To YAML 1.2, which sees no difference; inside other things, too, but not in what is given as an example."""
    whole: Any = {"properties": {"a": dict(node)}, "items": [dict(node)], "default": dict(node), "enum": [dict(node)]}
    _as_yaml(whole)
    assert whole["properties"]["a"]["type"] == as_yaml
    assert whole["items"] == [{**node, "type": as_yaml}]
    assert (whole["default"], whole["enum"]) == (node, [node])


def test_a_whole_number_may_stand_in_quotes() -> None:
    """As our reader takes it."""
    node = {"type": "integer", "minimum": 1}
    _as_yaml(node)
    assert node == {"type": ["integer", "string"], "minimum": 1, "pattern": r"^[+-]?[0-9]+$"}


def test_what_a_class_says_of_itself_is_no_part_of_a_schema() -> None:
    """Where it says anything."""
    told, bare = {"title": "X", "description": "For programmers.", "type": "object"}, {"type": "object"}
    for definition in (told, bare):
        _drop_docstring(definition)
    assert told == bare == {"type": "object"}


def test_a_picture_is_as_small_as_zlib_makes_it() -> None:
    """At its hardest: a picture is made once and fetched often."""
    line = bytes(place * place % 7 for place in range(999))
    assert zlib.compress((b"\0" + line) * 2, 9) in png(999, 2, bytes(21), [line, line])
