"""The text of finished HTML, to change without touching its tags."""

import re
from collections.abc import Callable

TOKEN = re.compile(r"""(<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>)""", re.DOTALL)
OPENING = re.compile(r"<([a-zA-Z][\w-]*)")
# Elements whose text is left as it is written.
PLAIN = ("code", "kbd", "option", "pre", "script", "style", "svg", "textarea", "title")

Change = Callable[[str], str]


def in_body(html: str, change: Change) -> str:
    """Return the HTML of a page with its body changed; what has no body is returned as it is."""
    head, body, rest = html.partition("<body")
    return f"{head}{body}{change(rest)}" if body else html


def map_text(html: str, change: Change) -> str:
    """Return HTML with every piece of running text changed: no tag, no attribute, nothing in an element of `PLAIN`."""
    pieces, plain = [], ""
    for place, piece in enumerate(TOKEN.split(html)):
        if place % 2:
            plain = _still_plain(piece, plain)
        pieces.append(piece if place % 2 or plain else change(piece))
    return "".join(pieces)


def _still_plain(tag: str, plain: str) -> str:
    """Return the element that is left as it is, if the text after a tag stands in one."""
    if plain:
        return "" if tag.lower().startswith(f"</{plain}") else plain
    opening = OPENING.match(tag)
    name = opening[1].lower() if opening else ""
    return name if name in PLAIN and not tag.endswith("/>") else ""
