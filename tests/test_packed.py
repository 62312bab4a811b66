"""Texts in pieces: cut where no tag goes on, put together to the same text, whatever they were given as."""

import sys
from datetime import date

import pytest
from markupsafe import Markup

from hooks.frame import framed, halves
from hooks.shared_parts import HELD
from site_builder.build import build
from site_builder.foundation.packed import LONG, Packed, cut, joined
from site_builder.foundation.page import Artifact, Page
from site_builder.html.finish import Finisher
from site_builder.reading.read import read_strings
from site_builder.render import environment
from site_builder.search.text import sections
from tests.miniature import texts

ROWS = "".join(f'<tr><td id="a{row}"><a href="x/">{row} &amp; 5 §</a></td><td>b</td></tr>\n' for row in range(99))
PAGE = f"<h1>x</h1>\n<h2 id='h'>y</h2>\n<table>\n{ROWS}</table>\n<ul><li>a</li>\n<li>b</li>\n</ul>"


def in_pieces(text: str, length: int) -> list[str]:
    """A text as templates give it: pieces that may end anywhere, some of which are marked as HTML."""
    return [Markup(text[at : at + length]) for at in range(0, len(text), length)]


@pytest.mark.parametrize("length", [7, 100, len(PAGE)])
def test_a_text_is_cut_after_rows_and_stays_the_same(length: int) -> None:
    """However it comes; nothing is escaped on the way."""
    found = list(cut(in_pieces(PAGE, length), long=300))
    assert len(found) > 10
    assert "".join(found) == "".join(joined(found, long=1000)) == "".join(Packed.of(found)) == PAGE
    assert all(piece.endswith(("</tr>\n", "</li>\n")) for piece in found[:-1])


def test_a_text_without_rows_is_one_piece() -> None:
    """There is no place that is known to be safe."""
    assert list(cut(["<p>x</p>"] * LONG)) == ["<p>x</p>" * LONG]


def test_pieces_are_read_and_finished_as_the_whole() -> None:
    """By the last pass and by the search."""
    finisher, found = Finisher((), "https://plan.example/", "bort"), tuple(cut([PAGE], long=300))
    assert "".join(map(finisher.part, found)) == finisher.part(PAGE)
    assert sections(found, with_tables=True) == sections((PAGE,), with_tables=True)


def test_a_page_is_the_same_however_its_html_is_held() -> None:
    """Whole, in pieces or packed; what UTF-8 does not have is written as a reference."""
    whole = Page("a/", "A", "A", "a", PAGE, (), None)
    assert whole == whole.with_html(tuple(cut([PAGE], long=300))) == whole.with_html(Packed.of([PAGE]))
    assert whole.with_html(Packed.of(["å\ud800"])).html == "å&#55296;"


@pytest.mark.parametrize("size", [0, 10, LONG + 1])
def test_a_file_keeps_its_bytes(size: int) -> None:
    """Also where there are so many that they are compressed."""
    assert Artifact("a", bytes(size)).data == bytes(size)


def site_in_pieces(monkeypatch: pytest.MonkeyPatch, long: int) -> tuple[dict[str, str], dict[str, bytes], set[str]]:
    """The miniature's pages in a frame, its search, and which pages came in several pieces, given how long one is."""
    for function in (cut, joined):
        monkeypatch.setattr(function, "__defaults__", (long,))
    monkeypatch.setattr(environment, "LONG", long)
    built = build(texts(), date(2026, 1, 15), read_strings())
    frame, held = f"<body>{HELD}<p>mitt</p>{HELD}<hr>{HELD}</body>", (None, None, "<footer></footer>")
    pages = {page.address: "".join(framed(frame, held, page.pieces, built.finisher)) for page in built.pages}
    cut_pages = {page.address for page in built.pages if len(list(page.pieces)) > 1}
    return pages, {file.path: file.data for file in built.search.files}, cut_pages


@pytest.mark.parametrize("long", [500, 4000])
def test_a_site_in_pieces_is_the_same_site(monkeypatch: pytest.MonkeyPatch, long: int) -> None:
    """Each page as it is written, the version for paper above all, and what the search has read."""
    whole, search, none = site_in_pieces(monkeypatch, sys.maxsize)
    pages, same_search, in_pieces = site_in_pieces(monkeypatch, long)
    assert not none
    assert {address for address in in_pieces if address.endswith("utskrift/")}
    assert [address for address in whole if pages.get(address) != whole[address]] == []
    assert same_search == search


def test_the_lead_of_another_page_is_not_that_of_the_page_that_repeats_it() -> None:
    """However far below it stands: the contents come below the page's own first paragraph."""
    top, rest = "<h1>x</h1>\n<p>a</p>", '\n<h2 id="y">y</h2>\n<div class="lead">\n<p>b</p>\n</div>\n'
    assert halves(top + rest) == (top, rest)
    assert halves('<h1>x</h1>\n<div class="lead">\n<p>b</p>\n</div>\n<h2>y</h2>')[0].endswith("</div>")
