"""From the plan before to this one as a picture: the measures of both, and lines for what became of each."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from schema.choices import Continuation
from site_builder.meaning.plans.continuation import Became, Continuations
from site_builder.render.shared.picture import Picture, group, shape, words
from site_builder.render.shared.ways import BOX, HEAD, HIGH, LEGEND, ROW, ending, middle, stroke
from site_builder.render.writer import PlanWriter

WIDTH, LEFT, RIGHT = 340, 2, 240
# The lines look like those from draft to decision, whose classes they have.
CSS = {
    Continuation.KEPT: "kept",
    Continuation.CHANGED: "moved",
    Continuation.MERGED: "merged",
    Continuation.SPLIT: "split",
}


def from_before_picture(writer: PlanWriter, known: Continuations) -> Picture:
    """Return the picture of all measures of the plan before and of the new one."""
    drawing = _Drawing(writer, known)
    top = HEAD + max(len(known.old), len(known.new)) * ROW + 12
    return Picture(
        id="fran-forra-bild",
        title=writer.t("site.pages.fran-forra-planen"),
        description=writer.t("plan.from-before.picture"),
        width=WIDTH,
        height=top + (len(drawing.legends) + bool(known.added)) * LEGEND,
        children=(group([*drawing.elements(), *drawing.legend(top)], "drafts-way"),),
    )


class _Drawing:
    """Where everything is."""

    def __init__(self, writer: PlanWriter, known: Continuations) -> None:
        self.writer, self.known = writer, known
        self.lines = [item for items in known.became.values() for item in items if item.old in known.old]
        self.legends = [kind for kind in CSS if any(line.told.kind is kind for line in self.lines)]

    def elements(self) -> Iterator[Element]:
        """Yield everything but the legend, what lies behind first."""
        old, new = (self.writer.t(f"plan.from-before.{name}") for name in ("column-before", "column-after"))
        yield words(old, LEFT, 32, "heading")
        yield words(new, RIGHT + BOX, 32, "heading", "end")
        yield from map(self._line, self.lines)
        for row, key in enumerate(self.known.old):
            yield self._box(key, LEFT, row)
            yield from self._end(key, row)
        for row, key in enumerate(self.known.new):
            yield self._box(key, RIGHT, row, "+" if key in self.known.added else "")

    def legend(self, top: float) -> Iterator[Element]:
        """Yield a sample of each sort of line that is used, and its word."""
        for place, kind in enumerate(self.legends):
            y = top + place * LEGEND + 10
            yield group(stroke(CSS[kind], f"M4 {y:g}H44", 4, 44, y), f"line {CSS[kind]}")
            yield words(self.writer.t(f"plan.from-before.kinds.{kind}"), 54, y + 4)
        if self.known.added:
            y = top + len(self.legends) * LEGEND + 14
            yield words("+", 24, y, "heading", "middle")
            yield words(self.writer.t("plan.from-before.kinds.new"), 54, y)

    def _line(self, line: Became) -> Element:
        start, end = LEFT + BOX, RIGHT
        y, down = middle(self.known.old.index(line.old)), middle(self.known.new.index(line.new))
        bend = (start + end) / 2
        path = f"M{start:g} {y:g}C{bend:g} {y:g} {bend:g} {down:g} {end:g} {down:g}"
        return group(stroke(CSS[line.told.kind], path, start, end, y, down), f"line {CSS[line.told.kind]}")

    def _box(self, key: str, x: float, row: int, sign: str = "") -> Element:
        y = middle(row)
        made = [
            shape("rect", x=x, y=y - HIGH / 2, width=BOX, height=HIGH, rx=3),
            words(key.partition("/")[2], x + BOX / 2, y + 5, "", "middle"),
        ]
        if sign:
            made.append(words(sign, x - 4, y + 5, "label heading", "end"))
        return group(made, "draft", self.writer.context.index.targets["intervention", key].title)

    def _end(self, key: str, row: int) -> Iterator[Element]:
        """Yield how a measure ends that became nothing: a cross where it was dropped, else a question mark."""
        if key in self.known.became:
            return
        kind = "dropped" if key in self.known.dropped else "unknown"
        label = self.writer.t(f"plan.from-before.kinds.{kind}")
        yield ending(LEFT + BOX, middle(row), label, "removed", kind == "dropped")
