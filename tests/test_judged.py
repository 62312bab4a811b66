"""Whatever text passes the checks becomes nothing but what may be shown, as a browser's own parser sees it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from site_builder.checks.texts.addresses_in_links import is_outside, is_unsafe
from site_builder.checks.texts.harmless import blanked, is_harmless
from site_builder.checks.texts.judged import Fault, Kind, faults, judge
from site_builder.foundation.dense import too_dense
from site_builder.foundation.markdown_html import PAGE, PROSE, Converted, convert
from site_builder.meaning.texts import Style
from tests.miniature import ROOT

PIECES = (
    "ord", "Ord två", " ", "\n", "\n\n", "    ", "\t", "- ", "* ", "1. ", "2. ", "2019. ", "> ", "# ", "## ", "#",
    "---", "===", "***", "!!! note", ":   ", " | ", "| --- | --- |", "*", "**", "_", "`", "```", "~~~", "``` html",
    "\\", "&lt;", "&#106;", "[", "]", "(", ")", "[x]", "[mer]", "[mer][x]", "[x]: ", "[]: ", "](", "![", "[[1:4]]",
    "[[", "]]", "[TOC]", "<", ">", "</", "/>", "<b>", "<b ", "<!--", "-->", "<?", "<div markdown>", "</div>",
    "<script>", "<tel:/", "<https://a.example/>", "<a@a.example>", "{", "}", "{: ", "{#x}", "{.x}", "onclick=a",
    "href=javascript:a", "style=x", '"', "'", "=", "javascript:a", "data:a", "//a.example", "http://a.example",
    "https://a.example/", "mailto:a@a.example", "../a/", ' "titel"', "\u200b", "å", "[[1:4|x\n2024]]", "[mer](#a)",
    "[mer](../a.md#b)", "\n```sh\n", "\n```\n", "\n```\n# <b>\\ \n```\n", "\n\n- x\n", "\n---\n", "\n- \n",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
STYLES = st.sampled_from([Style.PROSE, Style.PAGE])

OF_PROSE = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "br"}
OF_PAGES = OF_PROSE | {
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "hr", "div",
    "img",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}}


def allowed(name: str, style: Style) -> set[str]:
    """The attributes that an element may have."""
    more = {"id", "class"} if style is Style.PAGE else set[str]()
    return ATTRIBUTES.get(name, set()) | more | ({"style"} if name in ("th", "td") and style is Style.PAGE else set())


def assert_shown(html: str, style: Style) -> None:
    """Only the elements, attributes and addresses that may be shown."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    assert body is not None
    for node in body.traverse(include_text=True):
        if node.tag == "body" or node.is_text_node:
            continue
        assert node.tag in (OF_PROSE if style is Style.PROSE else OF_PAGES), html
        assert set(node.attributes) <= allowed(str(node.tag), style), html
        for address in (node.attributes.get("href"), node.attributes.get("src")):
            plain = (address or "").strip().casefold()
            assert not plain.startswith(("javascript:", "data:", "//", "http:", "\\")), html
            assert node.tag != "img" or not plain.startswith("https:"), html


@settings(max_examples=400, deadline=None)
@given(TEXT, STYLES)
def test_what_passes_becomes_only_what_may_be_shown(text: str, style: Style) -> None:
    """Elements, attributes and addresses, whichever way the site converts the text."""
    if not faults(text, style):
        for extensions in (PAGE, PROSE) if style is Style.PROSE else (PAGE,):
            assert_shown(convert(blanked(text), extensions).html, style)


@settings(max_examples=400, deadline=None)
@given(TEXT, STYLES)
def test_what_needs_no_parser_is_found_at_no_fault_by_it(text: str, style: Style) -> None:
    """The quick look and the judge agree, and every fault has its place in the text."""
    found = judge(text, style)
    assert not (found and is_harmless(text, style)), found
    assert all(0 <= fault.start <= fault.end <= len(text) for fault in found)


@pytest.mark.parametrize(
    "text", ["Ett *ord* och [mer](https://a.example/).", "- ett\n- två", "1. ett\n2. två", "[[1:4]]: ja"]
)
def test_ordinary_texts_need_no_parser(text: str) -> None:
    """Emphasis, links, lists and references, which nearly all texts have."""
    assert is_harmless(text, Style.PROSE)
    assert not judge(text, Style.PROSE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett <b>ord</b>, <b>två</b>.", ["html 4 7"]),
        ("Ord.\n\n<div>\nett\n</div>", ["html 6 11"]),
        ("<div>\n<![ ett\n</div>", ["html 0 5"]),
        ("Ett.\n\n## \n\nTvå.\n\n### ", ["empty-heading 6 9", "empty-heading 17 21"]),
        ("# Ett\n\n> # Två\n\n- # Tre", ["title 9 14", "title 18 23"]),
        ("[a](https://a.example/) [b](data:b)", ["unsafe-link 28 34"]),
        ("[a](x.md){onclick=a} *b*{title=b}", ["html 9 33"]),
        ("Ett.\n\n<section markdown>\nTvå.\n</section>", ["html 6 24"]),
        ('Ett.\n\n<div class="a" MARKDOWN="1">\nTvå.\n</div>', ["html 6 34"]),
        ("<https://a.example/> <div markdown>\nEtt.\n</div>", ["html 21 35"]),
    ],
)
def test_a_fault_has_its_place(text: str, expected: list[str]) -> None:
    """The very letters, also of the second of two, and the first line alone of what goes over several."""
    assert [f"{fault.kind} {fault.start} {fault.end}" for fault in judge(text, Style.PAGE)] == expected


def test_an_element_that_nobody_has_written_is_refused_where_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a Markdown of tomorrow makes of a text: no element that is not on the list gets by."""
    made = Converted("<p>Ett.</p>\n<kbd>två</kbd>", (), ())
    monkeypatch.setattr("site_builder.checks.texts.judged.convert", lambda *_: made)
    assert judge("Ett.\n\n<kbd två", Style.PAGE) == (Fault(6, 10, Kind.HTML),)


def test_pages_are_judged_by_the_extensions_that_mkdocs_has() -> None:
    """Those of `mkdocs.yml`, and those that MkDocs adds by itself."""
    config = load_config(str(ROOT.parent.parent / "mkdocs.yml"), plugins=[], hooks=[])
    assert set(config.markdown_extensions) == set(PAGE)


@pytest.mark.parametrize(
    ("address", "outside", "unsafe"),
    [
        ("https://a.se/", True, False),
        ("mailto:a@a.se", True, False),
        ("//a.se/", True, True),
        ("&#47;/a.se/", True, True),
        ("http://a.se/", True, True),
        ("java%73cript:x", True, True),
        ("a\\b", False, True),
        ("../om/", False, False),
        ("#a", False, False),
        ("https://[", True, True),
        ("https://a.example:x/", True, True),
        ("https:///a", True, True),
        ("https://[2001:db8::1]:8443/a", True, False),
    ],
)
def test_where_an_address_leads(address: str, outside: bool, unsafe: bool) -> None:
    """Out of the site with a scheme or two slashes, however they are written; only https and mail are safe."""
    assert (is_outside(address), is_unsafe(address)) == (outside, unsafe)


@pytest.mark.parametrize("piece", ["<b x ", "![", "](x", "[a](", "<a", "~" * 10, "`a ", "][a "])
@pytest.mark.parametrize("style", [Style.PROSE, Style.PAGE])
def test_what_would_take_minutes_is_told_and_not_parsed(piece: str, style: Style) -> None:
    """A parser takes time that grows with the square of such marks; nobody writes so many."""
    assert [fault.kind for fault in judge(f"Ord. {piece * 20_000}", style)] == [Kind.DENSE]


@pytest.mark.parametrize("before", ["", "Ord.\n", "Ord.\n\n"])
def test_lists_in_lists_are_told_at_their_line(before: str) -> None:
    """A hundred deep, on the first line as on any other; no text that is shorter is looked at."""
    assert too_dense(f"{before}{'- ' * 50}x") == (len(before), len(before) + 100)
    assert too_dense(f"{before}{'- ' * 49}xx") is None
