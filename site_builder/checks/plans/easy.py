"""Easy reading: what can be counted of it. Whether a text is easy to understand, its readers say."""

import re
from collections.abc import Iterator
from datetime import date

from schema.topic import Summary
from schema.vocabulary import Prose
from site_builder.checks.texts.text import readable_text
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style

MOST_WORDS = 15  # in a line
LINE = re.compile(r"^[ \t*-]*(\S[^\n]*)$", re.MULTILINE)
SECOND_SENTENCE = re.compile(r"[.!?][”\"*)]* +(?=[A-ZÅÄÖ])")
# Two capitals or more, letters with points between them, and the short forms that have neither.
SHORT_FORM = re.compile(
    r"(?<!\w)(?:[A-ZÅÄÖ]{2,}(?!\w)|(?:[a-zåäö]{1,3}\.){2,}|(?:bl|ca|dnr|kap|kr|mkr|mnkr|nr|resp|tel|tkr|tom)(?!\w))\.?"
)


def ensure_easy_lines_are_short_sentences(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a line of easy text is one sentence, and a short one."""
    for text_here in _easy(index):
        readable = readable_text(text_here.text)
        for line in LINE.finditer(readable):
            if len(line[1].split()) > MOST_WORDS or SECOND_SENTENCE.search(line[1]):
                words = " ".join(text_here.text[slice(*line.span(1))].split())
                values = {"text": words[:80], "most": str(MOST_WORDS)}
                yield Finding(text_here.span(*line.span(1)), values, _put_together(text_here))


def _put_together(text_here: ContentText) -> tuple[Span, ...]:
    """Return the place of a field whose lines are put together, which makes one long line of many short ones."""
    place = text_here.source.place(text_here.keys)
    is_literal = text_here.source.lines[place.value.line - 1][place.value.column - 1 :].startswith("|")
    is_several = place.value.end_line > place.value.line
    return (place.key,) if place.key and is_several and not is_literal else ()


def ensure_easy_texts_spell_words_out(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that easy text has no abbreviations."""
    for text_here in _easy(index):
        for match in SHORT_FORM.finditer(readable_text(text_here.text)):
            yield Finding(text_here.span(*match.span()), {"text": match[0]})


def _easy(index: PlanIndex) -> Iterator[ContentText]:
    """Yield the running text of every easy summary."""
    for _, record in index.records:
        if isinstance(record.value, Summary) and record.value.easy:
            for keys, text in record.strings:
                if isinstance(text, Prose):
                    yield ContentText(Style.PROSE, str(text), record.source, (*record.at, *keys))
