"""The text of finished HTML, to change without touching its tags."""

import re
from collections.abc import Callable

# Elements whose text is left as it is written.
PLAIN = ("code", "kbd", "option", "pre", "script", "style", "svg", "textarea", "title")
_WHOLE = "|".join(rf"<{name}\b[^>]*>.*?</{name}\s*>" for name in PLAIN)
_TAG = r"""<[^"'<>]*+(?:"[^"]*"[^"'<>]*+|'[^']*'[^"'<>]*+)*+>"""
# A run of tags with the blanks between them, plain elements with all that they hold: what is left is running text.
# Where it has gone on nothing is tried again, which is a third of the time.
BETWEEN = re.compile(rf"((?:(?:<!--.*?-->|{_WHOLE}|{_TAG})(?:\s*+(?=<))?)++)", re.DOTALL)

Change = Callable[[str], str]


def map_text(html: str, change: Change) -> str:
    """Return HTML with every piece of running text changed: no tag, no attribute, nothing in an element of `PLAIN`."""
    pieces = BETWEEN.split(html)
    pieces[::2] = map(change, pieces[::2])
    return "".join(pieces)
