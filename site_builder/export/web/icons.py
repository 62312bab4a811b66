"""The site's sign in the sizes that browsers and telephones ask for: four squares, as in the drawn one (`ikon.svg`)."""

from collections.abc import Iterator

from site_builder.export.web import colours
from site_builder.export.web.png import ico, png
from site_builder.foundation.page import Artifact

DRAWN = "assets/bilder/ikon.svg"
SIZES = (180, 192, 512)  # a telephone's start page, and what a web manifest should have
SMALL = 32
PALETTE = colours.palette(colours.BRAND, colours.DIM, colours.WHITE)
GROUND, DIM, BRIGHT = 0, 1, 2
UNITS = 32  # the drawing's own measure: squares of 8 that begin at 6 and 18
STARTS, SIDE = (6, 18), 8


def icons() -> Iterator[Artifact]:
    """Yield the PNG files and the icon at the root of the site."""
    for size in SIZES:
        yield Artifact(icon_path(size), _icon(size))
    yield Artifact("favicon.ico", ico(_icon(SMALL), SMALL))


def icon_path(size: int) -> str:
    """Return the path of the sign in a size, from the site's root."""
    return f"assets/bilder/ikon-{size}.png"


def _icon(size: int) -> bytes:
    squares = [_square(place, size) for place in range(size)]
    lines = {row: bytes(_colour(column, row) for column in squares) for row in set(squares)}
    return png(size, size, PALETTE, (lines[row] for row in squares))


def _colour(column: int | None, row: int | None) -> int:
    if column is None or row is None:
        return GROUND
    return BRIGHT if column == row else DIM


def _square(place: int, size: int) -> int | None:
    """Return which of the two squares in a row or column a pixel is in."""
    unit = place * UNITS / size
    return next((number for number, start in enumerate(STARTS) if start <= unit < start + SIDE), None)
