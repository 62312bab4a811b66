"""What Markdown makes of a text that may not be shown: the one judge of running text and of hand-written pages.

A text is converted with all that the site's Markdown knows, and what comes out is walked. Running text, which pages
show with less (`render.prose`), is judged as plain Markdown and by all extensions of the pages: if the two disagree, it
holds something that running text does not have.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from site_builder.checks.texts import places
from site_builder.checks.texts.addresses_in_links import is_outside, is_unsafe
from site_builder.checks.texts.harmless import INDENTED, blanked, is_harmless
from site_builder.checks.texts.walk import Element, Walked, walk
from site_builder.foundation.dense import too_dense
from site_builder.foundation.markdown_html import PAGE, PROSE, Converted, convert
from site_builder.meaning.texts import Style

IN_PROSE = frozenset(("p", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "br"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
STRUCTURES = frozenset(("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "hr", "div"))
IN_PAGES = IN_PROSE | HEADINGS | STRUCTURES | {"img"}
OF_ELEMENT = {"a": {"href", "title"}, "img": {"src", "alt", "title"}}
ALIGNMENT = re.compile(r"text-align: (left|right|center);")
ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*+:[^<>]*>")


class Kind(StrEnum):
    """What may be wrong with what a text becomes."""

    HTML = "html"
    HEADING = "heading"
    TITLE = "title"
    EMPTY_HEADING = "empty-heading"
    UNSAFE_LINK = "unsafe-link"
    RELATIVE_LINK = "relative-link"
    FOREIGN_IMAGE = "foreign-image"
    SILENT_IMAGE = "silent-image"
    STRUCTURE = "structure"
    LIST = "list"
    DENSE = "dense"


class Fault(Struct, frozen=True, order=True):
    """Something in a text that may not be shown, and where in the text it stands."""

    start: int
    end: int
    kind: Kind


@lru_cache(maxsize=1 << 16)
def faults(text: str, style: Style) -> tuple[Fault, ...]:
    """Return what is wrong with a piece of running text or a hand-written page, by place."""
    if is_harmless(text, style):
        return ()
    return judge(text, style)


def judge(text: str, style: Style) -> tuple[Fault, ...]:
    """Return the same of a text that is parsed in any case."""
    if place := too_dense(text):
        return (Fault(*place, Kind.DENSE),)
    return tuple(sorted({Fault(*place, kind) for kind, place in _found(blanked(text), style)}))


def _found(text: str, style: Style) -> Iterator[tuple[Kind, places.Place]]:
    page = convert(text, PAGE)
    walked = walk(page.html)
    yield from _of_pieces(text, style, page)
    yield from _of_elements(text, style, walked, bool(page.raw))
    if style is Style.PAGE:
        yield from _of_headings(text, walked)
        return
    prose = convert(text, PROSE)
    walked_prose = walk(prose.html)
    yield from _of_pieces(text, style, prose)
    yield from _of_elements(text, style, walked_prose, bool(prose.raw))
    if prose.html != page.html and not walked.headings and not page.raw:
        yield (Kind.HTML, places.of_attribute(text, "")) if "{" in text else (Kind.STRUCTURE, places.of_structure(text))
    if not any(element.name == "pre" for element in walked_prose.elements):
        place = places.of_misread_mark(text, walked_prose.items)
        yield from [(Kind.LIST, place)] if place else []
    elif "```" not in text and (indented := INDENTED.search(text)):
        yield Kind.STRUCTURE, indented.span("line")  # what is pasted with its indentation becomes code


def _of_pieces(text: str, style: Style, made: Converted) -> Iterator[tuple[Kind, places.Place]]:
    """Find what is written as HTML, and links that are defined by themselves."""
    opened: set[str] = set()
    for piece in made.raw:
        if ADDRESS.fullmatch(piece):
            yield Kind.UNSAFE_LINK, places.of_piece(text, piece[1:-1])
        elif piece[2:-1] not in opened:
            opened.add(re.split(r"[\s>]", piece[1:])[0])
            yield Kind.HTML, places.of_piece(text, piece) if piece else places.of_taken_apart(text)
    for target in made.defined:
        yield from _of_target(text, style, target)


def _of_elements(text: str, style: Style, walked: Walked, has_html: bool) -> Iterator[tuple[Kind, places.Place]]:
    headings = 0
    for element in walked.elements:
        if element.name in HEADINGS and style is Style.PROSE:
            yield Kind.HEADING, places.of_heading(text, headings)
            headings += 1
        elif element.name in STRUCTURES and style is Style.PROSE:
            yield Kind.STRUCTURE, places.of_structure(text)
        elif element.name == "img":
            yield from _of_image(text, style, element)
        elif element.name not in IN_PAGES and not has_html:
            yield Kind.HTML, places.of_piece(text, f"<{element.name}")
        yield from _of_attributes(text, style, element, has_html)


def _of_attributes(text: str, style: Style, element: Element, has_html: bool) -> Iterator[tuple[Kind, places.Place]]:
    if "href" in element.attributes:
        yield from _of_target(text, style, element.written.get("href", element.attributes["href"]))
    for name in element.attributes:
        if not has_html and not _may_have(element, name, style):
            yield Kind.HTML, places.of_attribute(text, name)


def _of_target(text: str, style: Style, target: str) -> Iterator[tuple[Kind, places.Place]]:
    if is_unsafe(target):
        yield Kind.UNSAFE_LINK, places.of_target(text, target)
    elif style is Style.PROSE and not is_outside(target):
        yield Kind.RELATIVE_LINK, places.of_target(text, target)


def _of_image(text: str, style: Style, image: Element) -> Iterator[tuple[Kind, places.Place]]:
    source = image.written.get("src", "")
    if style is Style.PAGE and not image.attributes.get("alt"):
        yield Kind.SILENT_IMAGE, places.of_target(text, source)
    if is_outside(source) and not is_unsafe(source):
        yield Kind.FOREIGN_IMAGE, places.of_target(text, source)
    else:
        yield from _of_target(text, style, source)


def _may_have(element: Element, name: str, style: Style) -> bool:
    """Tell whether an element may have an attribute of this name."""
    if name in OF_ELEMENT.get(element.name, ()):
        return True
    if name == "style" and element.name in ("th", "td"):
        return bool(ALIGNMENT.fullmatch(element.attributes[name]))
    # The contents give a heading its id, and a heading in running text is told already.
    return name in ("id", "class") and (style is Style.PAGE or element.name in HEADINGS | {"div", "p"})


def _of_headings(text: str, walked: Walked) -> Iterator[tuple[Kind, places.Place]]:
    """Find further titles of a page, and headings without words."""
    titles = 0
    for number, (name, words) in enumerate(walked.headings):
        titles += name == "h1"
        if name == "h1" and titles > 1:
            yield Kind.TITLE, places.of_heading(text, number)
        if not words.strip():
            yield Kind.EMPTY_HEADING, places.of_heading(text, number)
