"""What git leaves in a file that two people have changed at once: nobody has chosen between the two texts yet."""

import re

from msgspec.structs import replace

from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Diagnostic, Span, error

MARKER = re.compile(r"^[ \t]*(?P<sign>([<>|])\2{6}|={7})(?:(?<!=)[ \t][^\n]*)?[ \t]*$", re.MULTILINE)
BINARY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")


def merge_markers(path: str, text: str) -> Diagnostic | None:
    """Return the error that tells of the first marker and where the others stand; None where there is none."""
    if "=======" not in text and "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    is_page = path.endswith(".md")
    shown = without_code(text) if is_page else text
    found = list(MARKER.finditer(shown))
    if is_page and all(match["sign"][0] == "=" for match in found):
        found = [match for match in found if not _is_underline(shown, match.start())]
    if not found:
        return None
    first, *others = (_span(path, shown, match.start("sign"), match.end("sign")) for match in found)
    return replace(error("merge-marker", first, text=found[0]["sign"]), related=tuple(others))


def merge_markers_in_bytes(path: str, content: bytes) -> Diagnostic | None:
    """Return the same of a file that is published as it is."""
    return None if path.endswith(BINARY) else merge_markers(path, content.decode("utf-8", "replace"))


def _is_underline(page: str, start: int) -> bool:
    """Tell whether there are words on the line above: in a page, a line of = makes them a heading."""
    return bool(page[page.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip())


def _span(path: str, text: str, start: int, end: int) -> Span:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Span(path, line, column, line, column + end - start)
