"""Every piece of text in the content, one by one, with the means to find the place of a part of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum, StrEnum
from operator import itemgetter

from msgspec import Struct
from pydantic import BaseModel

from schema.vocabulary import Prose, Reference
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.source import KeyPath, Record, SourceFile, locate, occurrences, span_in


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


def content_texts_of(records: Iterable[Record[BaseModel]], pages: Iterable[SourceFile]) -> Iterator[ContentText]:
    """Yield every text of the records and of the hand-written pages. References are no texts, nor are closed lists."""
    for record in records:
        for keys, text in record.strings:
            if not isinstance(text, (Reference, Enum)):
                style = Style.PROSE if isinstance(text, Prose) else Style.LABEL
                yield ContentText(style, str(text), record.source, (*record.at, *keys))
    for page in pages:
        yield ContentText(Style.PAGE, without_code(page.text), page, ())
