"""How a page is laid out as a PDF file: from the site's own files alone, with what it says of itself on each sheet.

Skipped where WeasyPrint or Pango is missing, an error in CI.
"""

import io
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import tests.needs_weasyprint  # noqa: F401 - first of all

# isort: split
import pikepdf
from weasyprint.urls import FatalURLFetchingError

from site_builder.export.pdf import pdf as maker
from site_builder.export.pdf.ua.content import texts
from site_builder.export.pdf.ua.fonts import letters
from site_builder.export.pdf.ua.tagged import Tagged

BASE, DAY = "https://planer.smastad.example/", date(2026, 3, 1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="9" height="9"><rect width="9" height="9"/></svg>'
PAGE = f"""<!doctype html><html lang="sv" data-site="Planer" data-version="v7" data-address="{BASE}plan/hela/">
<head><meta charset="utf-8"><title>Hela planen</title>
<link rel="stylesheet" href="../../assets/css/plan.0123456789.css"><link rel="stylesheet" href="../../assets/css/x.css">
</head><body><h1 id="topp">Hela planen</h1><p>Å och ä</p><p class="hidden">Borta</p><p class="gone">Dold</p>
<p><a href="../mal/">Planens
 <b>mål</b></a> <a href="#topp">Upp</a> <a href="{BASE}plan/hela/#topp">Till toppen</a></p>{SVG}</body></html>"""
SHEET = """@page { size: 200mm 100mm; @bottom-left { content: var(--paper-site) "|" var(--paper-version) "|"
var(--paper-address) "|" var(--paper-day) } } rect { fill: #00ff00 } .hidden { display: none } .other { color: red }"""
FILES = {
    "plan/hela/index.html": PAGE,
    "assets/css/plan.0123456789.css": SHEET,
    "assets/css/x.css": ".gone { display: none }",
}


def laid_out(**changes: str) -> Any:
    """Return the page as a file, opened."""
    files = {path: text.encode() for path, text in {**FILES, **changes}.items()}
    made = maker.pdf(BASE, "plan/hela/", files, DAY, "Gjord 1 mars")
    assert made == maker.pdf(BASE, "plan/hela/", files, DAY, "Gjord 1 mars")
    return pikepdf.open(io.BytesIO(made))


def said(file: Any) -> str:
    """Return all that is written in a file."""
    found = ""
    for item in texts(Tagged(file)):
        codes = (int.from_bytes(item.codes[at : at + 2], "big") for at in range(0, len(item.codes), 2))
        found += "".join(letters(item.font)[code] for code in codes)
    return found


def test_a_page_is_laid_out_by_the_style_of_the_site() -> None:
    """All its sheets; in pictures, too, that of plans."""
    file = laid_out()
    words = said(file)
    assert "Hela planen" in words
    assert "Å och ä" in words
    assert "Borta" not in words
    assert "Dold" not in words
    assert [round(float(side) / 72 * 25.4) for side in file.pages[0].mediabox[2:]] == [200, 100]
    assert b"0 1 0 rg" in b"".join(held.read_bytes() for held in contents(file))


def contents(file: Any) -> list[Any]:
    """Return the streams of a page, and of what it paints."""
    page = file.pages[0]
    held = page.Contents
    forms = [form for form in page.Resources.get("/XObject", {}).values() if form.Subtype == "/Form"]
    return [*(held if isinstance(held, pikepdf.Array) else [held]), *forms]


def test_each_sheet_says_whose_it_is_and_of_which_day() -> None:
    """The site, the version, the address and when it was made; the file tells the day, too, and what it is."""
    file = laid_out()
    assert f"Planer|v7|{BASE}plan/hela/|Gjord 1 mars" in said(file)
    assert str(file.docinfo.CreationDate).startswith("D:20260301")
    assert b'pdfuaid:part="1"' in file.Root.Metadata.read_bytes().replace(b"'", b'"')


def test_links_lead_to_the_site_and_say_what_they_say() -> None:
    """In one line, whatever is marked in them; a place on the page itself is told by the first that leads there."""
    file = laid_out()
    notes = list(file.pages[0].Annots)
    told = [(str(note.Contents), str(note.get("/A", {}).get("/URI", ""))) for note in notes]
    assert list(dict.fromkeys(told)) == [("Planens mål", f"{BASE}plan/mal/"), ("Upp", "")]


@pytest.mark.parametrize("address", ["../../assets/css/none.css", "https://other.example/x.css"])
def test_what_is_not_of_the_site_is_a_fault(address: str) -> None:
    """And not left out."""
    page = PAGE.replace("../../assets/css/x.css", address)
    with pytest.raises(FatalURLFetchingError) as fault:
        laid_out(**{"plan/hela/index.html": page})
    assert address.rpartition("/")[2] in str(fault.value)


@pytest.mark.parametrize(
    ("address", "data"), [("https://x.example/a.css", None), ("http://x.example/", None), (f"{BASE}a.css", b"a")]
)
def test_files_of_the_site_are_given_with_their_kind(address: str, data: bytes | None) -> None:
    """And nothing else is given."""
    fetcher = maker._SiteFetcher(BASE, {"a.css": b"a", "https://x.example/a.css": b"x"})
    if data is None:
        with pytest.raises(FatalURLFetchingError, match=address):
            fetcher.fetch(address)
        return
    answer = fetcher.fetch(address)
    assert (answer.url, answer.read(), answer.content_type) == (address, data, "text/css")


def test_what_a_sheet_says_is_quoted() -> None:
    """So that no name ends it; what a page does not say is empty."""
    root = ET.fromstring("<html data-site='A \"b\"'/>")
    maker._sheet(root, "I dag\n")
    wanted = r'--paper-site: "A \"b\""; --paper-version: ""; --paper-address: ""; --paper-day: "I dag\A "'
    assert root.get("style") == wanted


def test_a_page_without_a_head_has_no_day() -> None:
    """And nothing breaks off."""
    with_head, without = (ET.fromstring(text) for text in ("<html><head/></html>", "<html/>"))
    for root in (with_head, without):
        maker._date(root, DAY)
    assert ET.tostring(with_head) == b'<html><head><meta name="dcterms.created" content="2026-03-01" /></head></html>'
    assert ET.tostring(without) == b"<html />"


def test_links_are_known_by_where_they_lead() -> None:
    """As the maker of PDF files writes it: a place on the page by its name, anything else by its address."""
    root = ET.fromstring(
        "<body><a href='#topp'> Upp\n igen </a><a href='../mal/#x'>Mål</a><a>Inget</a><a href='#topp'>Annat</a></body>"
    )
    own = f"{BASE}plan/hela/"
    assert maker._links(root, own) == {"topp": "Upp igen", f"{BASE}plan/mal/#x": "Mål"}
