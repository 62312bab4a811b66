"""How much of a finding is shown: a line of any length, a name with any signs and any number of findings stay small."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from site_builder.foundation.diagnostic import Diagnostic, Span

MORE = "more-findings"
MOST = 100  # findings of one code in one file
RELATED = 20  # other places of one finding
VALUE = 200  # signs of a value in a message
LISTED = 1_000  # signs of what a field may be, of which a reader has to see all
LINE = 160  # signs of a line
BEFORE = 60  # of them before the fault, where the line is longer


def bounded(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the first findings of each code in each file, and after them one that says how many more there are."""
    counts = Counter((item.span.path, item.code) for item in diagnostics)
    seen: Counter[tuple[str, str]] = Counter()
    kept: list[Diagnostic] = []
    for item in diagnostics:
        kind = (item.span.path, item.code)
        seen[kind] += 1
        if seen[kind] <= MOST:
            kept.append(item)
        if seen[kind] == MOST < counts[kind]:
            values = {"count": str(counts[kind] - MOST), "code": item.code}
            kept.append(Diagnostic(item.severity, MORE, item.span, values))
    return kept


def short(value: str, name: str = "") -> str:
    """Return a value of a message on its line, whatever signs it has; what `known` and `help` list is shown whole."""
    most = LISTED if name in ("known", "help") else VALUE
    line = visible(value[:most])
    return line if len(value) <= most else f"{line}…"


def visible(text: str) -> str:
    """Return a path or value on one line: what nobody sees, such as a line end in a name, is written as Python does."""
    return text if text.isprintable() else "".join(sign if _is_seen(sign) else ascii(sign)[1:-1] for sign in text)


def _is_seen(sign: str) -> bool:
    return sign.isprintable() or unicodedata.category(sign) == "Zs"


class Excerpts:
    """The lines of files that are at fault, each file split once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts, self._path, self._lines = texts, "", [""]

    def of(self, span: Span) -> Iterator[str]:
        """Yield the line at fault and carets below it; nothing where the fault is the file itself."""
        if span.path != self._path:
            self._path, self._lines = span.path, self._texts.get(span.path, "").split("\n")
        if span.line > len(self._lines) or not (line := self._lines[span.line - 1]).strip():
            return
        last = span.end_column if span.end_line == span.line else len(line) + 1
        width = max(1, min(last, len(line) + 1) - span.column)
        shown, column = _window(line, span.column - 1)
        width = max(1, min(width, len(shown) - column))
        margin = len(str(span.line)) + 2
        yield f" {span.line} | {shown}"
        yield f"{' ' * margin}| {' ' * column}{'^' * width}"


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of a long line around a column, and where in it the column is."""
    if len(line) <= LINE:
        return line, column
    start = max(0, min(column - BEFORE, len(line) - LINE))
    end = start + LINE
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    return f"{head}{line[start:end]}{tail}", column - start + len(head)
