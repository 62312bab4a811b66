"""Boxes, classes and contents in hand-written pages: a page has the looks and the contents that the site gives it."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checks.texts.told import finding
from site_builder.checks.texts.walk import Element, walk
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.markdown_html import PAGE, convert
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import Style

# What makes a box, the contents of a page, and an element's looks; a page without them needs no parser.
FORM = re.compile(
    r"^(?:[ \t>+*-]|\d+\.)*(?P<here>!!![^\n]*|\[TOC\])|(?P<braces>\{[^{}\n]*[.=][^{}\n]*\}?)", re.MULTILINE
)
# The one box that the pages have, with a heading of its own: without one Markdown writes the English word for its kind.
BOX = re.compile(r'!!! note "(?=[^"\n]*\w)[^"\n]*+"[ \t]*')
BOX_CLASSES = frozenset(("admonition note", "admonition-title"))


def ensure_pages_have_the_looks_of_the_site(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a hand-written page sets no class, has no contents of its own and no box but the site's one.

    A class of the style sheet could hide a text from the reader or give it a meaning that it does not have.
    """
    for text_here in index.texts:  # without their code
        if text_here.style is Style.PAGE:
            found = [match for match in FORM.finditer(text_here.text) if not BOX.fullmatch(match["here"] or "")]
            if found and _has_other_looks(text_here.text, any(match["here"] for match in found)):
                yield from (finding(text_here, *match.span(match.lastgroup or 0)) for match in found)


def _has_other_looks(text: str, has_form: bool) -> bool:
    """Tell whether Markdown makes anything of what looks like a form, or of what looks like braces with a class."""
    elements = walk(convert(text, PAGE).html).elements
    is_box = has_form and any(element.name == "div" for element in elements)
    return is_box or any(map(_is_other, elements))


def _is_other(element: Element) -> bool:
    looks = element.attributes.get("class")
    return looks is not None and looks not in BOX_CLASSES
