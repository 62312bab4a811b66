"""The places where content comes in. Each takes any bytes and tells whether they were text at all.

An exception of any kind is a fault of the program.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from selectolax.lexbor import LexborHTMLParser

from site_builder.checks.texts.harmless import blanked, is_harmless
from site_builder.checks.texts.judged import judge
from site_builder.foundation.diagnostic import Diagnostic, Span
from site_builder.foundation.inline import inline_references
from site_builder.foundation.markdown_html import PAGE, PROSE, convert
from site_builder.meaning.texts import Style
from site_builder.reading.decode import decode
from site_builder.reading.load import load
from site_builder.reading.yaml_reader import parse
from site_builder.render.prose import page, prose
from tests.fuzz.inputs import FIRST_MARK
from tests.miniature import texts

Target = Callable[[bytes], bool]
IN_PROSE = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "br"}
IN_PAGES = IN_PROSE | {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "dl",
    "dt",
    "dd",
}
IN_PAGES |= {"hr", "div", "img"}
UNSAFE = ("javascript:", "vbscript:", "data:", "http:", "//", "\\")


class FaultError(Exception):
    """Something that may not come out, whatever goes in."""


@cache
def paths() -> tuple[str, ...]:
    """Every file of the miniature: the first byte of an input says which of them it is read as."""
    return tuple(sorted(texts()))


def reader(raw: bytes) -> bool:
    """Bytes to data with places: either the file, or at least one finding; every place lies in the text."""
    text = decode("content/site.yaml", raw)
    if isinstance(text, Diagnostic):
        return False
    source, found = parse("content/site.yaml", text)
    _demand((source is None) == bool(found), "neither data nor a finding, or both")
    places = [place for _, place in source.all_places()] if source else []
    lines = text.split("\n")
    for span in (*(item.span for item in found), *(place.value for place in places)):
        _demand(_is_inside(span, lines), f"a place outside the text: {span}")
    return True


def validator(raw: bytes) -> bool:
    """A file of any kind to records or findings, whose places lie in it."""
    path = paths()[(raw[0] - FIRST_MARK) % len(paths())] if raw else paths()[0]
    text = decode(path, raw[1:])
    if isinstance(text, Diagnostic):
        return False
    lines = text.split("\n")
    for found in load({path: text}).diagnostics:
        _demand(found.span.path != path or _is_inside(found.span, lines), f"a place outside the text: {found}")
    return True


def references(raw: bytes) -> bool:
    """Text to references: each is found again at its place, and none of them overlaps the one before."""
    text, end = raw.decode("utf-8", "replace"), 0
    for item in inline_references(text):
        _demand(text.startswith(item.written, item.start) and item.start >= end, f"{item.written} is not at its place")
        end = item.start + len(item.written)
    return True


def html(raw: bytes) -> bool:
    """Text to HTML: what passes the judge is only what may be shown, and the quick look never lets more through."""
    text = decode("docs/x.md", raw)
    if isinstance(text, Diagnostic):
        return False
    _as(text, Style.PROSE, IN_PROSE)
    _as(text, Style.PAGE, IN_PAGES)
    return True


TARGETS: Mapping[str, Target] = {
    "reader": reader,
    "validator": validator,
    "references": references,
    "html": html,
}


def _as(text: str, style: Style, elements: set[str]) -> None:
    found = judge(text, style)
    _demand(not (found and is_harmless(text, style)), f"harmless, but {found[:1]}")
    _demand(all(0 <= fault.start <= fault.end <= len(text) for fault in found), f"a place outside the text: {found}")
    if found:
        return
    if style is Style.PROSE:
        shown = [*prose(text).pieces, _once(blanked(text), PROSE), _once(blanked(text), PAGE)]
    else:
        shown = [_once(blanked(text), PAGE), "".join(page(text).pieces)]
    for piece in shown:
        _demand_shown(piece, elements)


@lru_cache(maxsize=2)
def _once(text: str, extensions: tuple[str, ...]) -> str:
    """Return a text as HTML: the same one is looked at as running text and as a page."""
    return convert(text, extensions).html


def _demand_shown(made: str, elements: set[str]) -> None:
    body = LexborHTMLParser(f"<!doctype html><body>{made}").body
    for node in body.css("*") if body else ():
        _demand(node.tag == "body" or node.tag in elements, f"an element that may not be shown: {node.tag}")
        for name, value in node.attributes.items():
            _demand(not name.startswith("on"), f"a handler: {name}")
            address = (value or "").strip().casefold() if name in ("href", "src") else ""
            _demand(not address.startswith(UNSAFE), f"an address that may not be followed: {address}")


def _is_inside(span: Span, lines: list[str]) -> bool:
    ordered = (span.line, span.column) <= (span.end_line, span.end_column)
    inside = 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
    return ordered and inside and span.end_line <= len(lines) + 1


def _demand(holds: bool, words: str) -> None:
    if not holds:
        raise FaultError(words)
