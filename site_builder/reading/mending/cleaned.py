"""Signs in a text that have one reading: they are read so, without a word, and every place is told as it is written.

A soft hyphen, a space without width and the like are left out, ligatures are the letters that they join, and a letter
with its accent beside it is one letter. A space of another kind is one, where a space is needed before a value.
"""

import re
import unicodedata
from collections.abc import Mapping

from msgspec.structs import replace

from site_builder.foundation.diagnostic import Diagnostic, Span

UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff]")
# Spaces of other kinds than YAML's, where it needs one: before a field or an item, and after its sign.
SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
BEFORE_VALUE = re.compile(
    rf"^(?:{SPACE.pattern}|[ \t])*(?:-(?:{SPACE.pattern}| )+)*(?:[a-z_]+{SPACE.pattern}*:{SPACE.pattern}+)?",
    re.MULTILINE,
)
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
LIGATURE = re.compile("[\ufb00-\ufb06]")


def cleaned(text: str) -> str:
    """Return the text of a file as it is read."""
    if SPACE.search(text):
        text = BEFORE_VALUE.sub(lambda match: SPACE.sub(" ", match[0]), text)
    return cleaned_value(text)


def cleaned_value(text: str) -> str:
    """Return a value as it is read, whose signs may have been written by their numbers; its spaces are its own."""
    if text.isascii():
        return text
    text = LIGATURE.sub(lambda match: LIGATURES[match[0]], UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", text)


def column_written(line: str, column: int) -> int:
    """Return which column of a line as it is written is the given one of the same line as it is read."""
    if cleaned(line) == line:
        return column
    lengths = (len(cleaned(line[:place])) for place in range(len(line) + 1))
    return max(place for place, length in enumerate(lengths) if length < column) + 1


def as_written(diagnostics: tuple[Diagnostic, ...], written: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return diagnostics with their places as they are in the files; `written` are texts that are read otherwise."""
    if not written:
        return diagnostics
    lines = {path: text.split("\n") for path, text in written.items()}
    return tuple(
        replace(item, span=_moved(item.span, lines), related=tuple(_moved(span, lines) for span in item.related))
        for item in diagnostics
    )


def _moved(span: Span, lines: Mapping[str, list[str]]) -> Span:
    if span.path not in lines:
        return span
    return replace(
        span,
        column=_column(lines[span.path], span.line, span.column),
        end_column=_column(lines[span.path], span.end_line, span.end_column),
    )


def _column(lines: list[str], line: int, column: int) -> int:
    return column_written(lines[line - 1], column) if line <= len(lines) else column
