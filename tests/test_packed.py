"""Texts in pieces: cut where no tag goes on, put together to the same text, whatever they were given as."""

import pytest
from markupsafe import Markup

from site_builder.foundation.packed import LONG, Packed, cut, joined
from site_builder.foundation.page import Artifact, Page
from site_builder.html.finish import Finisher
from site_builder.search.text import sections

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
