"""What pictures of ways from version to version share: rows of boxes, lines with a mark, and how a line may end."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from site_builder.render.shared.picture import group, shape, words

BOX, HIGH, ROW, HEAD, LEGEND = 46, 22, 30, 48, 20


def middle(row: int) -> float:
    """Return how far down the middle of a row is."""
    return HEAD + row * ROW + ROW / 2


def stroke(css: str, path: str, start: float, end: float, y: float, down: float | None = None) -> Iterator[Element]:
    """Yield a line with its mark: a diamond where something is split, a ring where things are merged."""
    yield shape("path", d=path)
    if css == "split":
        yield shape("path", "diamond", d=f"M{start:g} {y:g}l6 -6l6 6l-6 6z")
    if css == "merged":
        yield shape("circle", cx=end - 6, cy=y if down is None else down, r=5)


def ending(x: float, y: float, label: str, css: str, is_dropped: bool) -> Element:
    """Return how what became nothing ends, with its word: a cross where it was dropped, else a question mark."""
    cross = shape("path", "cross", d=f"M{x + 9:g} {y - 5:g}l10 10m0 -10l-10 10")
    sign = cross if is_dropped else words("?", x + 11, y + 5, "heading")
    return group([shape("path", d=f"M{x:g} {y:g}h9"), sign, words(label, x + 23, y + 5, "label")], f"line {css}")
