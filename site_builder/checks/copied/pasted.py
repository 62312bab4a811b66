"""What comes along when a text is pasted from a document, a PDF file or a web page, and is shown as it stands."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html.entities import html5

from msgspec.structs import replace

from site_builder.checks.texts.text import readable_text
from site_builder.checks.texts.told import finding
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Sign, Style

# Two lines in a row with a mark that Markdown does not know, each item a line: they would become one paragraph.
MARKS = (r"[–—o]", r"[a-z][.)]", r"\d{1,3}\)", r"[ivx]{1,4}[.)]")
LISTED = re.compile(
    "|".join(rf"^[ \t]*+(?P<m{n}>{mark})[ \t]++\S[^\n]*+\n(?=[ \t]*+{mark}[ \t])" for n, mark in enumerate(MARKS)),
    re.MULTILINE,
)
SPLIT = re.compile(r"(?<![\w-])(?P<start>[^\W\d_]{2,})-\s(?P<end>[^\W\d_]{2,})")
ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
NOTE = re.compile(r"\[\^?\d")
FOOTNOTE = re.compile(r"(?<=[\w.,;:!?)])\[\^?\d{1,3}\](?![(:\[])")
TAB = re.compile(r"\S[^\S\n]*\t\s*\S*")
QUOTES = "\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"
QUOTED = re.compile(f"[{QUOTES}][^{QUOTES}]+[{QUOTES}]")


def ensure_lists_are_pasted_as_lists(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that items keep their lines: a dash, a letter or a bracket after a number makes none."""
    return _told(index, LISTED, "\n")


def ensure_words_are_not_split(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no word is divided as at the end of a line in print: `be- driva`."""
    joining = spoken().list_of("after-half-word")
    others = rf"(?!(?:{'|'.join(filter(str.isalpha, joining))})(?![^\W\d_]))[^\W\d_]"
    for text_here in _texts(index, re.compile(rf"-\s{others}")):
        for match in SPLIT.finditer(_shown(text_here)):
            if match["end"].casefold() not in joining and match["end"].islower():
                yield _finding(text_here, match, match["start"] + match["end"])


def ensure_signs_are_written_as_such(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no sign is written in HTML's way: `&nbsp;` is shown as it stands."""
    for text_here in _texts(index, ENTITY):
        for match in ENTITY.finditer(_shown(text_here)):
            sign = html5.get(match[0][1:], "")
            if sign or match[0][1] == "#":
                yield _finding(text_here, match, sign.replace("\u00a0", " ").strip())


def ensure_notes_are_not_pasted(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no mark of a footnote is left: the note itself has not come along."""
    return _told(index, FOOTNOTE, NOTE)


def ensure_texts_have_no_tabs(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no tab stands in a text: columns of a table become words in a row."""
    for text_here in _texts(index, "\t"):
        places = list(TAB.finditer(_shown(text_here)))
        yield from _once(text_here, places)


def ensure_values_are_quoted_for_the_file(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no title or name is wholly in typographic quotation marks: they are part of it, and are shown."""
    for text_here in index.content_texts.having(*QUOTES):
        if text_here.style is Style.LABEL and QUOTED.fullmatch(text_here.text):
            yield Finding(text_here.source.place(text_here.keys).value, {"text": text_here.text})


def _told(index: PlanIndex, pattern: re.Pattern[str], sign: Sign) -> Iterator[Finding]:
    for text_here in _texts(index, sign):
        yield from _once(text_here, list(pattern.finditer(_shown(text_here))))


def _texts(index: PlanIndex, sign: Sign) -> Iterator[ContentText]:
    """Yield the running texts that have a sign; a hand-written page may have tables and entities of its own.

    The others, which are nearly all, need not be read without their code and addresses.
    """
    return (item for item in index.content_texts.having(sign) if item.style is not Style.PAGE)


def _shown(text_here: ContentText) -> str:
    return text_here.text if text_here.style is Style.LABEL else readable_text(without_code(text_here.text))


def _once(text_here: ContentText, places: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """Yield a finding at the first of some places in a text, which points at the others."""
    if places:
        others = tuple(text_here.span(*match.span()) for match in places[1:])
        yield replace(finding(text_here, *places[0].span()), related=others)


def _finding(text_here: ContentText, match: re.Match[str], meant: str) -> Finding:
    return Finding(text_here.span(*match.span()), {"text": " ".join(match[0].split()), "suggestion": meant})
