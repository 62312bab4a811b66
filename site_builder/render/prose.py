"""Running text as HTML: Markdown is converted once for each text, and each page then puts its own links in.

Running text of the content may hold paragraphs, lists, emphasis, quotations, code and links, and nothing else: what
Markdown could make of it besides (elements, headings, link definitions) is not switched on. A hand-written page may
hold all that the site's Markdown knows.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markupsafe import Markup, escape
from msgspec import Struct

from site_builder.foundation.inline import Inline, inline_references
from site_builder.foundation.markdown_html import PAGE
from site_builder.render.safe_links import use_safe_links

# Nothing in such a line can be a mark of Markdown's, wherever it stands, nor can it begin a list or a quotation.
LINE = r"(?![-+=:\s]|\d+[.)](?:\s|$))[^\n*_`\\<>&#!|~{}\[\]\x00-\x09\x0b-\x1f]+"
LISTED = rf"- {LINE}(?:\n(?:- |  ){LINE})*(?!\n\n-)"  # with empty lines between them, items would be paragraphs
BLOCK_OF_LINES = rf"(?:{LINE}(?:\n{LINE})*|{LISTED})"
PLAIN = re.compile(rf"{BLOCK_OF_LINES}(?:\n\n{BLOCK_OF_LINES})*")
HELD = "\x1a"  # stands on both sides of a reference's number while Markdown is converted
REFERENCE = re.compile(rf"{HELD}(\d+){HELD}")
TAG = re.compile(r"<[^<>]*>")
LINK = re.compile(r"<a\b(?:(?!</?a\b).)*+</a>", re.DOTALL)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
BLOCK = re.compile(r"<(?:p|ul|ol|dl|pre|div|table|figure|details|section|blockquote|h[1-6])\b")
NOTHING = Markup("")
NOT_IN_PROSE = {
    "preprocessors": ("html_block",),
    "inlinePatterns": ("html", "entity", "reference", "short_reference", "image_link", "image_reference"),
    "parser.blockprocessors": ("hashheader", "setextheader", "reference", "hr"),
}


class Converted(Struct, frozen=True):
    """A text as HTML with gaps, and the reference that belongs in each gap: one piece more than references."""

    pieces: tuple[str, ...]
    references: tuple[Inline, ...]

    def filled(self, link: Callable[[Inline], str]) -> Markup:
        """Return the HTML with what `link` makes of every reference, which is HTML too."""
        if not self.references:
            return Markup(self.pieces[0])  # noqa: S704 - made by Markdown, which has escaped the text
        joined = [self.pieces[0]]
        for reference, piece in zip(self.references, self.pieces[1:], strict=True):
            joined += (link(reference), piece)
        return Markup("".join(joined))  # noqa: S704 - likewise


def inline(value: object) -> Markup:
    """Return words, a link or HTML as it stands in a line: what is a single paragraph loses its element."""
    html = escape(value)
    found = ONE_PARAGRAPH.fullmatch(html)
    return Markup(found[1]) if found else html  # noqa: S704 - a part of what was HTML already


def block(value: object) -> Markup:
    """Return words, a link or HTML as a block: what is none becomes a paragraph, and nothing stays nothing."""
    html = escape(value) if value else NOTHING
    return html if not html or BLOCK.match(html) else Markup("<p>{}</p>").format(html)


def led(value: object, words: str) -> Markup:
    """Return a block with some words before it: on the same line where it begins with a paragraph, else above it."""
    html = block(value)
    if html.startswith("<p>"):
        return Markup("<p>{} {}").format(words, html[3:])
    return Markup("<p>{}</p>\n{}").format(words, html)


@lru_cache(maxsize=1 << 14)
def prose(text: str) -> Converted:
    """Return running text of the content as HTML."""
    held, references = _held(CONTROL.sub("", text))
    return _with_gaps(_plain(held) or _convert(_prose_markdown(), held), references)


def page(text: str) -> Converted:
    """Return the text of a hand-written page as HTML."""
    held, references = _held(CONTROL.sub("", text))
    return _with_gaps(_convert(_page_markdown(), held), references)


def _plain(held: str) -> str:
    """Return the HTML of a text that has no mark of Markdown's, nothing of any other: most texts are such."""
    bare = REFERENCE.sub("x", held).strip("\n")
    if not PLAIN.fullmatch(bare) or "  \n" in bare:
        return ""
    return "\n".join(map(_plain_block, held.strip("\n").split("\n\n")))


def _plain_block(lines: str) -> str:
    if not lines.startswith("- "):
        return f"<p>{lines}</p>"
    items = "".join(f"<li>{item}</li>\n" for item in lines[2:].split("\n- "))
    return f"<ul>\n{items}</ul>"


def _held(text: str) -> tuple[str, tuple[Inline, ...]]:
    """Return the text with a number in place of each reference, and the references."""
    references = tuple(inline_references(text))
    pieces, end = [], 0
    for number, item in enumerate(references):
        pieces += [text[end : item.start], f"{HELD}{number}{HELD}"]
        end = item.start + len(item.written)
    return "".join([*pieces, text[end:]]), references


def _with_gaps(html: str, references: tuple[Inline, ...]) -> Converted:
    if references:
        html = TAG.sub(lambda tag: _told(tag[0], [item.written for item in references]), html)
        html = LINK.sub(lambda link: _told(link[0], [item.label or item.name for item in references]), html)
    pieces = REFERENCE.split(html)
    return Converted(tuple(pieces[::2]), tuple(references[int(number)] for number in pieces[1::2]))


def _told(html: str, words: Sequence[str]) -> str:
    """Return HTML that can hold no link, with the words for each reference in its place."""
    return REFERENCE.sub(lambda found: escape(words[int(found[1])]), html)


def _convert(markdown: Markdown, text: str) -> str:
    return str(markdown.reset().convert(text))


class _WrittenNumbers(OListProcessor):
    """A numbered list begins with the number that is written."""

    LAZY_OL = False


@lru_cache(maxsize=1)
def _prose_markdown() -> Markdown:
    made = _with_numbers(Markdown(output_format="html"))
    use_safe_links(made)
    for name, switched_off in NOT_IN_PROSE.items():
        registry = made.parser.blockprocessors if name == "parser.blockprocessors" else getattr(made, name)
        for pattern in switched_off:
            registry.deregister(pattern)
    return made


@lru_cache(maxsize=1)
def _page_markdown() -> Markdown:
    return _with_numbers(Markdown(output_format="html", extensions=list(PAGE)))


def _with_numbers(made: Markdown) -> Markdown:
    made.parser.blockprocessors.register(_WrittenNumbers(made.parser), "olist", 40)
    return made
