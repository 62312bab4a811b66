"""Conditions of PDF/UA that a whole file breaks or keeps: every way to break each, and the place that is told."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.pdf_small import element, empty, places

UA, DC = "http://www.aiim.org/pdfua/ns/id/", "http://purl.org/dc/elements/1.1/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SHOWN = "/ViewerPreferences /DisplayDocTitle"


@pytest.mark.parametrize(
    ("condition", "root", "told"),
    [
        ("01-007", {}, []),
        ("01-007", {"MarkInfo": {"/Marked": True}}, []),
        ("01-007", {"MarkInfo": {"/Suspects": False}}, []),
        ("01-007", {"MarkInfo": {"/Suspects": True}}, ["/MarkInfo /Suspects"]),
        ("07-001", {}, [SHOWN]),
        ("07-001", {"ViewerPreferences": {}}, [SHOWN]),
        ("07-002", {"ViewerPreferences": {"/DisplayDocTitle": False}}, [SHOWN]),
        ("07-002", {"ViewerPreferences": {"/DisplayDocTitle": True}}, []),
        ("20-001", {}, []),
        ("20-001", {"OCProperties": {}}, ["/OCProperties"]),
        ("25-001", {}, []),
        ("25-001", {"AcroForm": {}}, []),
        ("25-001", {"AcroForm": {"/XFA": String("x")}}, ["/AcroForm /XFA"]),
    ],
)
def test_what_the_root_says(condition: str, root: dict[str, Any], told: list[str]) -> None:
    """Of tags that are only suspected, of the title, of layers and of forms."""
    file = empty(**{name: Dictionary(held) for name, held in root.items()})
    assert places(condition, file) == told


@pytest.mark.parametrize(
    ("root", "structure", "is_tagged"),
    [
        ({"MarkInfo": Dictionary(Marked=True)}, [element("P")], True),
        ({"MarkInfo": Dictionary(Marked=True)}, [], False),
        ({"MarkInfo": Dictionary(Marked=False)}, [element("P")], False),
        ({"MarkInfo": Dictionary()}, [element("P")], False),
        ({}, [element("P")], False),
    ],
)
def test_a_file_is_tagged_that_says_so_and_has_a_structure(
    root: dict[str, Any], structure: list[Any], *, is_tagged: bool
) -> None:
    """Either alone is not enough."""
    told = [] if is_tagged else ["/MarkInfo /Marked, /StructTreeRoot"]
    assert places("7.1 tagged", empty(*structure, **root)) == told


def told_by_metadata(condition: str, words: str | None) -> list[str]:
    """Return what is told of a file with some metadata, or with none."""
    file = empty()
    if words is not None:
        file.Root.Metadata = file.make_stream(words.encode())
    return places(condition, file)


def xmp(words: str = "", attributes: str = "") -> str:
    """Return metadata that say something."""
    names = f'xmlns:rdf="{RDF}" xmlns:pdfuaid="{UA}" xmlns:dc="{DC}"'
    return f"<rdf:RDF {names}><rdf:Description {attributes}>{words}</rdf:Description></rdf:RDF>"


ALT = "<dc:title><rdf:Alt>{}</rdf:Alt></dc:title>".format  # as XMP has titles: one for each language


@pytest.mark.parametrize(
    ("condition", "words", "told"),
    [
        ("06-001", None, ["/Metadata"]),
        ("06-001", "no XML", ["/Metadata"]),
        ("06-001", xmp(), []),
        ("06-002", None, ["pdfuaid:part []"]),
        ("06-002", "no XML", ["pdfuaid:part []"]),
        ("06-002", xmp(), ["pdfuaid:part []"]),
        ("06-002", xmp(attributes='pdfuaid:part="1"'), []),
        ("06-002", xmp("<pdfuaid:part>1</pdfuaid:part>"), []),
        ("06-002", xmp(attributes='pdfuaid:part="2"'), ["pdfuaid:part ['2']"]),
        ("06-002", xmp("<pdfuaid:part>1</pdfuaid:part>" * 2), ["pdfuaid:part ['1', '1']"]),
        ("06-002", xmp(attributes='part="1"'), ["pdfuaid:part []"]),
        ("06-003", None, ["dc:title"]),
        ("06-003", "no XML", ["dc:title"]),
        ("06-003", xmp("<dc:subject>Plan</dc:subject>"), ["dc:title"]),
        ("06-003", xmp(ALT("<rdf:li> </rdf:li> <rdf:li> </rdf:li>")), ["dc:title"]),
        ("06-003", xmp(ALT("<rdf:li></rdf:li><rdf:li>Plan</rdf:li>")), []),
        ("06-003", xmp("<dc:title/><dc:title>Plan</dc:title>"), []),
    ],
)
def test_what_the_metadata_say(condition: str, words: str | None, told: list[str]) -> None:
    """That they are there and can be read, that they claim PDF/UA-1 once, and a title that is not empty."""
    assert told_by_metadata(condition, words) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (None, ["/Lang "]),
        ("", ["/Lang "]),
        ("svenska språket", ["/Lang svenska språket"]),
        ("s", ["/Lang s"]),
        ("sv-", ["/Lang sv-"]),
        *((good, []) for good in ("sv", "sv-SE", "zh-Hant-TW", "es-419", "sma", "sv-x1994", "de-1996x")),
    ],
)
def test_the_language_of_the_file_is_one_of_bcp_47(written: str | None, told: list[str]) -> None:
    """With a script, a region or a variant, if it likes."""
    assert places("11-001", empty(**({} if written is None else {"Lang": String(written)}))) == told


def test_a_part_in_a_language_that_is_none_is_told_with_what_it_is() -> None:
    """Parts without a language of their own have that of the file; of the others each is told."""
    parts = [element(kind, Lang=String(words)) for kind, words in (("P", "?"), ("Span", "en"), ("H1", "swedish one"))]
    file = empty(element("Document", *parts), element("P"), Lang=String("sv"))
    assert places("11-006", file) == ["P /Lang ?", "H1 /Lang swedish one"]


@pytest.mark.parametrize(
    ("names", "is_told"), [("EF", True), ("EF F", True), ("EF UF", True), ("EF F UF", False), ("F", False)]
)
def test_an_embedded_file_has_names_in_both_forms(names: str, *, is_told: bool) -> None:
    """The old one and the one for all letters."""
    file = empty()
    held = file.make_indirect(Dictionary({f"/{name}": Dictionary() for name in names.split()}))
    file.Root.Held = held
    assert places("21-001", file) == ([f"/Filespec {held.objgen}"] if is_told else [])


def test_media_clips_are_told_with_their_number() -> None:
    """And nothing else is."""
    file = empty()
    clip = file.make_indirect(Dictionary(Type=Name.MediaClip))
    file.Root.Held = Array([clip, file.make_indirect(Dictionary(Type=Name.Font)), file.make_indirect(Dictionary())])
    assert places("28-014", file) == [f"/MediaClip {clip.objgen}"]


@pytest.mark.parametrize(
    ("encryption", "is_locked"),
    [(None, False), ({}, True), ({"/P": 0}, True), ({"/P": 1 << 9}, False), ({"/P": -1 - (1 << 9)}, True)],
)
def test_encryption_has_to_let_programs_for_readers_in(encryption: dict[str, int] | None, *, is_locked: bool) -> None:
    """Bit 10 of what may be done (ISO 32000-1, table 22), whatever else may be."""
    file = empty()
    if encryption is not None:
        file.trailer.Encrypt = Dictionary(encryption)
    assert places("26-002", file) == (["/Encrypt /P"] if is_locked else [])
