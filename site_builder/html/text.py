"""The text of finished HTML, to change without touching its tags."""

import re
from collections.abc import Callable, Iterable, Iterator

# Elements whose text is left as it is written.
PLAIN = ("code", "kbd", "option", "pre", "script", "style", "svg", "textarea", "title")
_WHOLE = "|".join(rf"<{name}\b[^>]*>.*?</{name}\s*>" for name in PLAIN)
_TAG = r"""<[^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*>"""
# A run of tags with the blanks between them, plain elements with all that they hold: what is left is running text.
BETWEEN = re.compile(rf"((?:(?:<!--.*?-->|{_WHOLE}|{_TAG})(?:\s*(?=<))?)+)", re.DOTALL)

# Where a long page can be cut: no tag, no link and no element of `PLAIN` goes on after a row or an item that ends a line.
CUT = re.compile(r"</(?:tr|li)>\n")
LONG = 1 << 17  # characters of a piece

Change = Callable[[str], str]


def cut(html: str, long: int = LONG) -> Iterator[str]:
    """Yield HTML in pieces that can be read and changed by themselves; most pages are one."""
    start = 0
    while found := CUT.search(html, start + long):
        yield html[start : found.end()]
        start = found.end()
    yield html[start:]


def joined(pieces: Iterable[str], long: int = LONG) -> Iterator[str]:
    """Yield pieces with short ones put together."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length > long:
            yield "".join(held)
            held, length = [], 0
    yield "".join(held)


def map_text(html: str, change: Change) -> str:
    """Return HTML with every piece of running text changed: no tag, no attribute, nothing in an element of `PLAIN`."""
    pieces = BETWEEN.split(html)
    pieces[::2] = map(change, pieces[::2])
    return "".join(pieces)
