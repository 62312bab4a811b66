"""Every piece of text in the content, one by one and all at once, with the means to find the place of a part of it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import itemgetter

from msgspec import Struct
from pydantic import BaseModel

from schema.vocabulary import Prose, Reference
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.source import KeyPath, Record, SourceFile, locate, occurrences, span_in

Sign = str | re.Pattern[str]
# Between two texts stands white space that ends no line: a sign at the end of a word stands there too, `^` does not.
BETWEEN = "\x1f"


class Style(StrEnum):
    """How a text is shown: a label as it is written, running text and pages as Markdown."""

    LABEL = "label"
    PROSE = "prose"
    PAGE = "page"


class ContentText(Struct, frozen=True):
    """A text, and where it stands. In a hand-written page, code has been blanked: it is shown as it is written."""

    style: Style
    text: str
    source: SourceFile
    keys: KeyPath

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of a part of the text."""
        if self.style is Style.PAGE:
            return span_in(self.source, start, end)
        needle, whole = self.text[start:end], self.source.place(self.keys).value
        before = bisect_right(occurrences(self.text, needle), start, key=itemgetter(1))
        return locate(self.source, whole, needle, before)


class Texts(tuple[ContentText, ...]):
    """Texts in their order, and in which of them something stands: found in all at once, many times as fast as in each.

    It lives as long as an index is checked; what looks for nothing never puts the texts together.
    """

    def having(self, *signs: Sign) -> Iterator[ContentText]:
        """Yield the texts that have any of some signs: each a piece of text, or a pattern.

        A pattern may look around itself, but not for the beginning or the end of a text alone (`^`, `$`): other texts
        stand there. A property holds that every sign of a rule is found in just the texts in which it is found alone.
        """
        return (self[number] for number in sorted({number for sign in signs for number in self._numbers(sign)}))

    def having_words(self, words: re.Pattern[str], is_meant: Callable[[str], bool]) -> Iterator[ContentText]:
        """Yield the texts in which a pattern finds a word that is meant: one that stands often is asked about once.

        The pattern may take the sign before a word along, which is `BETWEEN` where the word begins its text.
        """
        meant, numbers = dict[str, bool](), dict[int, None]()
        for match in words.finditer(self._together):
            if (word := match[0]) not in meant:
                meant[word] = is_meant(word)
            if meant[word]:
                numbers[bisect_right(self._starts, match.end() - 1)] = None
        return (self[number] for number in numbers)

    def _numbers(self, sign: Sign) -> Iterator[int]:
        """Yield the numbers of the texts that have a sign; each is left at its first."""
        place = _first(sign, self._together, len(BETWEEN))
        while place >= 0:
            number = bisect_right(self._starts, place)
            if _first(sign, self[number].text) >= 0:  # and not because of what stands before or after the text
                yield number
            place = _first(sign, self._together, self._starts[number])

    @cached_property
    def _together(self) -> str:
        return BETWEEN + BETWEEN.join([text_here.text for text_here in self])

    @cached_property
    def _starts(self) -> list[int]:
        """Where the texts begin that follow each."""
        _, *following = accumulate([len(text_here.text) + len(BETWEEN) for text_here in self], initial=len(BETWEEN))
        return following


def _first(sign: Sign, text: str, place: int = 0) -> int:
    """Return where a sign first stands in a text from a place on, less than nought where it does not."""
    if isinstance(sign, str):
        return text.find(sign, place)
    match = sign.search(text, place)
    return match.start() if match else -1


def content_texts_of(records: Iterable[Record[BaseModel]], pages: Iterable[SourceFile]) -> Iterator[ContentText]:
    """Yield every text of the records and of the hand-written pages. References are no texts, nor are closed lists."""
    for record in records:
        source, at = record.source, record.at
        for keys, text in record.strings:
            if style := _style(type(text)):
                yield ContentText(style, str(text), source, (*at, *keys) if at else keys)
    for page in pages:
        yield ContentText(Style.PAGE, without_code(page.text), page, ())


@lru_cache(maxsize=64)
def _style(kind: type[str]) -> Style | None:
    """Return how strings of a class are shown; None where they are no texts."""
    if issubclass(kind, (Reference, Enum)):
        return None
    return Style.PROSE if issubclass(kind, Prose) else Style.LABEL
