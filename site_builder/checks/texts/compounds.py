"""What the search has to know of words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from site_builder.checks.texts.text import readable_text
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style

# So long is hardly any Swedish word that is not put together of others. What stands in an address is no word.
LONG_WORD = re.compile(r"(?<![\w/.:|-])[a-zåäöA-ZÅÄÖ][a-zåäö]{11,}(?![\w/:|-])")
SHORTEST = 12
LETTERS = re.compile("[^a-zåäö][a-zåäö]{11,}")  # such a word alone, or with the sign before it: found at its beginning
BEGINNING, LONGEST_ENDING = 7, 6
# What the search has been told already, and former ids.
NOT_READ = {"words", "whole", "everyday", "questions", "formerly"}


def ensure_long_words_are_decided(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the table of compounds has every long word, with its joints or whole. Told once for each word."""
    if index.compounds is None:
        return
    known, seen = _Known(), set[str]()
    for written in (*index.compounds.value.words, *index.compounds.value.whole):
        known.add(written.replace("|", ""))
    not_read = {record.source.path for record in index.summaries}  # the search finds them by their names
    for text_here in index.content_texts.having_words(LETTERS, lambda found: _may_be_new(found, known)):
        if not _is_text(text_here) or text_here.source.path in not_read:
            continue
        readable = readable_text(without_code(text_here.text))
        for match in LONG_WORD.finditer(readable):
            word = match[0].lower()
            if word in seen:
                continue
            seen.add(word)
            if word not in known:
                known.add(word)
                yield Finding(text_here.span(*match.span()), {"text": word})


class _Known:
    """Words by their beginnings. A word is known in all its forms: with another ending, but not much longer."""

    def __init__(self) -> None:
        self.words = defaultdict[str, list[str]](list)

    def add(self, word: str) -> None:
        self.words[word[:BEGINNING]].append(word)

    def __contains__(self, word: str) -> bool:
        near = self.words.get(word[:BEGINNING], ())
        return any(word.startswith(other[:-1]) and len(word) <= len(other) + LONGEST_ENDING for other in near)


def _may_be_new(found: str, known: _Known) -> bool:
    """Tell whether a word may be new; what an address follows at once ends before the address."""
    word = found if found[0].isalpha() else found[1:]
    return len(word) >= SHORTEST and (word.lower() not in known or "http" in word)


def _is_text(text_here: ContentText) -> bool:
    return text_here.style is not Style.PAGE and NOT_READ.isdisjoint(text_here.keys) and text_here.keys[-1] != "id"
