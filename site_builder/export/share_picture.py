"""The picture that others show beside a link to the site: the current plan's responsibilities as a pattern.

One row a measure, one column a body, a square where the body has a duty. It is a PNG, since those who show it do not
take SVG, and it needs no font. The standard library is enough for that.
"""

from site_builder.export.png import png
from site_builder.link import PlanIndex

WIDTH, HEIGHT = 1200, 630  # what Open Graph consumers recommend
MARGIN = 60
GROUND, EMPTY, DUTY = 0, 1, 2
PALETTE = bytes.fromhex("0b3d66 265478 9fcdf2".replace(" ", ""))


def share_picture(index: PlanIndex) -> bytes:
    """Return the picture as a PNG file of 1200 × 630 pixels."""
    duties = _duties(index)
    rows = max(len(duties), 1)
    columns = max(len({body for bodies in duties for body in bodies}), 1)
    order = sorted({body for bodies in duties for body in bodies})
    cells = [[DUTY if body in bodies else EMPTY for body in order] or [EMPTY] for bodies in duties] or [[EMPTY]]
    lines = (_line(y, cells, rows, columns) for y in range(HEIGHT))
    return png(WIDTH, HEIGHT, PALETTE, lines)


def _duties(index: PlanIndex) -> list[frozenset[str]]:
    """Return who has a duty in each measure of the current plan, in the official order."""
    current = index.site.value.current_plan if index.site else ""
    content = index.plans.get(current)
    numbers = [record.value.number for record in content.interventions] if content else []
    own = [duty for duty in index.duties if duty.plan == current]
    return [frozenset(duty.organization for duty in own if duty.intervention.number == number) for number in numbers]


def _line(y: int, cells: list[list[int]], rows: int, columns: int) -> bytes:
    """Return one line of pixels, each the number of a colour."""
    step = (HEIGHT - 2 * MARGIN) / rows
    row, inside = divmod(y - MARGIN, step)
    if not 0 <= row < rows or inside > step * 0.8:
        return bytes(WIDTH)
    width = (WIDTH - 2 * MARGIN) / columns
    return bytes(_pixel(x, cells[int(row)], width) for x in range(WIDTH))


def _pixel(x: int, cells: list[int], width: float) -> int:
    column, inside = divmod(x - MARGIN, width)
    return cells[int(column)] if 0 <= column < len(cells) and inside <= width * 0.8 else GROUND
