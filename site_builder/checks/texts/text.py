"""How texts are written: references, headings, HTML and abbreviations."""

import re
from collections.abc import Iterator
from datetime import date

from schema.words import GlossaryTerm
from site_builder.checks.texts.judged import Kind
from site_builder.checks.texts.told import faulty, finding, is_dense, told
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.dense import too_dense
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.inline import LINK
from site_builder.foundation.source import span_in
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style

# What is left of brackets once the whole references are taken away, and a number in single brackets.
TOO_MANY = re.compile(r"\[+(?=\[\[(?!\[))|(?<=\]\])\]+")
BROKEN_REFERENCE = re.compile(r"\[\[[^\[\]\s]*\]?|\[[^\[\]\n]{0,60}\]\]|\]\]|\[\s*[0-9]{1,4}:[0-9]{1,4}\s*\](?![(:])")

# A less-than sign that Markdown or a browser may take for a tag, a comment or the like. `<https://…>` is a link.
HTML = re.compile(
    r"<([A-Za-z][\w-]*+)[^<>\n]*+>.{0,300}?</\1\s*>|"
    r"<(?=[A-Za-z/!?])(?![A-Za-z][A-Za-z0-9+.-]*+:[^\s<>]*+>)(?![\w.+-]++@[\w.-]++>)[^<>\n]{0,60}>?",
    re.DOTALL,
)
# Two capitals or more, whole words; `SLK-2023`, `CO2` and Roman numerals (II to XII) are something else. What stands
# before is looked at from the first capital: few places have one.
ABBREVIATION = re.compile(
    r"[A-ZÅÄÖ](?<!\w.)(?!(?:(?<=I)(?:II?|V|X)|(?<=V)I{1,3}|(?<=X)II?)(?!\w))[A-ZÅÄÖ]+(?!\w)(?!-?[0-9])(?!/[0-9])"
)
TWO_CAPITALS = re.compile("[A-ZÅÄÖ][A-ZÅÄÖ]")  # one by one: found twice as fast as with a number of them
# What is not read as words: the target of a reference, of a link, and a bare address.
NOT_WORDS = re.compile(r"(?<=\[\[)[^\[\]|]*(?=[\]|])|\]\([^)\s]*|https?://[^\s>)]*|<[^<>\n]*>")


def ensure_references_are_whole(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every `[[...]]` is opened, filled in and closed: what is not shows its brackets to the reader."""
    yield from (
        Finding(found.span, {"text": found.written or found.name}) for found in index.references if not found.name
    )
    for text_here in index.texts:
        shown = without_code(text_here.text)
        if _has_loose_brackets(shown) and not is_dense(text_here):
            rest = LINK.sub(_blank, TOO_MANY.sub(_blank, shown))
            yield from (_finding(text_here, match) for match in TOO_MANY.finditer(shown))
            yield from (_finding(text_here, match) for match in BROKEN_REFERENCE.finditer(rest))


def _has_loose_brackets(text: str) -> bool:
    """Tell whether any bracket is left when whole references are taken away: of most texts none is."""
    rest = LINK.sub("", text) if "[[" in text else text
    return "[" in rest or "]" in rest


def ensure_labels_have_no_references(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that `[[...]]` stands in running text alone: titles and names show what is written."""
    for text_here in index.content_texts:
        if text_here.style is Style.LABEL and "[[" in text_here.text:
            yield from (_finding(text_here, match) for match in LINK.finditer(text_here.text))


def ensure_texts_have_no_html(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no text holds HTML, script or attributes: it could break the page or run in the reader's browser.

    In a label and in running text nothing may look like a tag, not even in code. Whatever else becomes HTML, and all of
    it in a page, is what Markdown makes of the text.
    """
    for text_here in index.content_texts.having("<"):
        if text_here.style is not Style.PAGE:
            yield from (_finding(text_here, match) for match in HTML.finditer(text_here.text))
    for text_here, found in faulty(index):
        if text_here.style is Style.PAGE or not HTML.search(text_here.text):
            made = (fault for fault in found if fault.kind is Kind.HTML)
            yield from (finding(text_here, fault.start, fault.end) for fault in made)


def ensure_texts_have_no_headings(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that running text makes no headings of its own: the page has them already, in their right order."""
    return told(index, Kind.HEADING)


def ensure_texts_are_prose(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that running text is paragraphs, lists and quotations: it stands in places that have no room for more."""
    return told(index, Kind.STRUCTURE)


def ensure_marks_are_few(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no text has more marks than a person writes: to convert it would take minutes."""
    bare = {page.path: page for page in index.hand_written if page.data != page.text}  # read without their marks
    yield from (found for found in told(index, Kind.DENSE) if found.span.path not in bare)
    for page in bare.values():
        if isinstance(page.data, str) and (place := too_dense(page.data)):
            yield Finding(span_in(page, *place), {"text": page.data[slice(*place)][:80]})


def ensure_lists_are_shown_as_written(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what begins with the mark of a list becomes an item, and with its own number."""
    return told(index, Kind.LIST)


def ensure_abbreviations_are_explained(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the glossary has every abbreviation in capitals, however written there. Told once for each file."""
    if index.targets.is_unreadable("term") or not all(
        index.targets["term", key].name for key in index.targets.keys_of("term")
    ):
        return
    terms = [record.value for _, record in index.records if isinstance(record.value, GlossaryTerm)]
    words = {word for term in terms for word in re.split(r"[^\w]+", f"{term.term} {term.abbreviation or ''}")}
    known = {word.casefold() for word in words}
    seen: set[tuple[str, str]] = set()
    for text_here in index.content_texts.having(TWO_CAPITALS):
        if text_here.style is Style.LABEL:
            continue
        readable = readable_text(text_here.text)
        for match in ABBREVIATION.finditer(readable):
            key = (text_here.source.path, match[0])
            if match[0].casefold() not in known and key not in seen:
                seen.add(key)
                yield _finding(text_here, match)


def readable_text(text: str) -> str:
    """Return Markdown with what is not read as words blanked, so that everything else keeps its place."""
    return NOT_WORDS.sub(_blank, text) if "[" in text or "<" in text or "http" in text else text


def _finding(text_here: ContentText, match: re.Match[str]) -> Finding:
    return Finding(text_here.span(*match.span()), {"text": " ".join(match[0].split())[:80]})


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
