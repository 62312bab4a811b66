"""The picture that others show beside a link to the site: the current plan's responsibilities as a pattern.

One row a measure, one column a body, a square where the body has a duty. It is a PNG, since those who show it do not
take SVG, and it needs no font. The standard library is enough for that.
"""

from site_builder.export.web import colours
from site_builder.export.web.png import png
from site_builder.meaning.link import PlanIndex

WIDTH, HEIGHT = 1200, 630  # what Open Graph consumers recommend
MARGIN = 60
GROUND, EMPTY, DUTY = 0, 1, 2
PALETTE = colours.palette(colours.BRAND, colours.EMPTY, colours.DUTY)


def share_picture(index: PlanIndex) -> bytes:
    """Return the picture as a PNG file of 1200 × 630 pixels."""
    duties = _duties(index)
    order = sorted({body for bodies in duties for body in bodies})
    cells = [[DUTY if body in bodies else EMPTY for body in order] or [EMPTY] for bodies in duties] or [[EMPTY]]
    columns = _squares(WIDTH, len(cells[0]))
    lines = [bytes(GROUND if column is None else row[column] for column in columns) for row in cells]
    blank = bytes([GROUND]) * WIDTH
    shown = (blank if row is None else lines[row] for row in _squares(HEIGHT, len(cells)))
    return png(WIDTH, HEIGHT, PALETTE, shown)


def _duties(index: PlanIndex) -> list[frozenset[str]]:
    """Return who has a duty in each measure of the current plan, in the official order."""
    current = index.site.value.current_plan if index.site else ""
    content = index.plans.get(current)
    found: dict[str, set[str]] = {record.value.number: set() for record in content.holding} if content else {}
    for duty in index.duties:
        if duty.plan == current and duty.intervention.number in found:
            found[duty.intervention.number].add(duty.organization)
    return [frozenset(bodies) for bodies in found.values()]


def _squares(length: int, count: int) -> list[int | None]:
    """Return which of `count` squares each of `length` pixels is in; a fifth of every step is the gap between two."""
    step = (length - 2 * MARGIN) / count
    places = (divmod(place - MARGIN, step) for place in range(length))
    return [int(number) if 0 <= number < count and inside <= step * 0.8 else None for number, inside in places]
