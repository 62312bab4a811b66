"""The way from draft to decision as a picture: a column for each version, lines for what became of each draft."""

from collections.abc import Iterator
from textwrap import wrap
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from schema.choices import Outcome
from site_builder.foundation.language.phrases import version_words
from site_builder.meaning.drafts_graph import LEADING, Box, DraftGraph, Line
from site_builder.render.background.drafts import draft_name
from site_builder.render.shared.picture import Picture, group, shape, words
from site_builder.render.shared.ways import BOX, HEAD, HIGH, LEGEND, ROW, ending, middle, stroke
from site_builder.render.writer import PlanWriter, Writer

# A narrow telephone shows it smaller. A picture of very many versions is drawn closer.
PITCH, MOST, MARGIN = 145, 640, 16
# Where there is room the decided measures have their names, if the columns before them are not too close for it.
NAMES, WIDEST, LETTER, SMALL, CLOSEST = 250, 680, 6.4, 13, 90


def drafts_picture(writer: PlanWriter) -> Picture:
    """Return the picture of all drafts of a plan."""
    graph = DraftGraph(writer.content)
    narrow, wide = (_Drawing(writer, graph, names) for names in (BOX, NAMES))
    return replace(_drawn(narrow), wide=_drawn(wide)) if wide.pitch >= CLOSEST else _drawn(narrow)


def _drawn(drawing: "_Drawing") -> Picture:
    writer, graph = drawing.writer, drawing.graph
    top = HEAD + graph.rows * ROW + 12
    return Picture(
        id="forslag-bild",
        title=writer.t("background.drafts"),
        description=writer.t(
            "background.drafts-picture",
            drafts=_counted(writer, "drafts-count", len(graph.drafts)),
            versions=_counted(writer, "versions-count", len(graph.versions)),
        ),
        width=round(drawing.left(len(graph.versions))) + drawing.last + 2,
        height=top + (len(drawing.kinds) + len(drawing.signs)) * LEGEND,
        children=(group([*drawing.elements(), *drawing.legend(top)], "drafts-way"),),
    )


def _counted(writer: Writer, key: str, number: int) -> str:
    return writer.t(f"background.{key}.{'one' if number == 1 else 'many'}", n=number)


class _Drawing:
    """Where everything is, in one plan's picture. `last` is how wide the boxes of the decided plan are."""

    def __init__(self, writer: Writer, graph: DraftGraph, last: int) -> None:
        self.writer, self.graph, self.last = writer, graph, last
        self.margin = MARGIN if any(box.column == 0 and _is_new(box) for box in graph.boxes.values()) else 2
        self.kinds = [kind for kind in LEADING if any(line.kind is kind for line in graph.lines)]
        self.signs = list(self._signs())
        self.pitch = min(PITCH, ((MOST if last == BOX else WIDEST) - last - self.margin - 2) / len(graph.versions))

    def _signs(self) -> Iterator[tuple[str, str]]:
        if any(map(_is_new, self.graph.boxes.values())):
            yield "+", self.writer.t("background.outcomes.new")
        if any(box.number == "–" for box in self.graph.boxes.values()):
            yield "–", self.writer.t("background.no-number")

    def left(self, column: int) -> float:
        """Return where a column's boxes begin."""
        return self.margin + column * self.pitch

    def elements(self) -> Iterator[Element]:
        """Yield everything but the legend, what lies behind first."""
        yield from self._heads()
        for line in self.graph.lines:
            yield self._line(line)
        for box in self.graph.boxes.values():
            yield self._box(box)
        for box in self.graph.ends:
            yield from self._end(box)

    def legend(self, top: float) -> Iterator[Element]:
        """Yield a sample of each sort of line and each sign that is used, and its word."""
        for place, kind in enumerate(self.kinds):
            y = top + place * LEGEND + 10
            yield group(stroke(kind, f"M4 {y:g}H44", 4, 44, y), f"line {kind}")
            yield words(self.writer.t(f"background.outcomes.{kind}"), 54, y + 4)
        for place, (sign, word) in enumerate(self.signs, len(self.kinds)):
            yield words(sign, 24, top + place * LEGEND + 14, "heading", "middle")
            yield words(word, 54, top + place * LEGEND + 14)

    def _heads(self) -> Iterator[Element]:
        names = [*map(version_words, self.graph.versions), self.writer.t("background.decided")]
        for column, name in enumerate(names):
            ending = "end" if self.last == BOX else "start"
            anchor = "start" if not column else ending if column == len(names) - 1 else "middle"
            x = self.left(column) + {"start": 0, "middle": BOX / 2, "end": BOX}[anchor]
            kind = self.writer.t("background.version") if column < len(names) - 1 else ""
            yield words(kind, x, 14, "", anchor)
            yield words(name, x, 32, "heading", anchor)

    def _line(self, line: Line) -> Element:
        x, y = self.left(line.origin.column) + BOX, middle(line.origin.row)
        start, path = x, f"M{x:g} {y:g}"
        for column in range(line.origin.column + 1, line.target.column + 1):
            is_last = column == line.target.column
            to, down = self.left(column), middle(line.target.row if is_last else line.row)
            bend = (x + to) / 2
            path += f"C{bend:g} {y:g} {bend:g} {down:g} {to:g} {down:g}" + ("" if is_last else f"h{BOX}")
            x, y = to + BOX, down
        end = self.left(line.target.column)
        return group(stroke(line.kind, path, start, end, middle(line.origin.row), y), f"line {line.kind}")

    def _box(self, box: Box) -> Element:
        x, y = self.left(box.column), middle(box.row)
        made = [*self._named(box, x, y)] if self._has_name(box) else [*_numbered(box, x, y)]
        if _is_new(box):
            made.append(words("+", x - 4, y + 5, "label heading", "end"))
        return group(made, "draft", self._told(box))

    def _has_name(self, box: Box) -> bool:
        return self.last > BOX and not box.draft

    def _named(self, box: Box, x: float, y: float) -> Iterator[Element]:
        """Yield a box with the number and name of a decided measure."""
        yield shape("rect", x=x, y=y - ROW / 2 + 1, width=self.last, height=ROW - 2, rx=3)
        texts = wrap(self._told(box), int((self.last - 12) / LETTER))
        for place, line in enumerate(texts):
            yield words(line, x + 6, y + 4 + (place - (len(texts) - 1) / 2) * SMALL, "name")

    def _told(self, box: Box) -> str:
        """Return what shows when the pointer rests on a box."""
        if box.draft:
            return f"{draft_name(box.draft)}: {self.writer.t(f'background.outcomes.{box.draft.outcome}')}"
        return self.writer.context.index.targets["intervention", box.key].title

    def _end(self, box: Box) -> Iterator[Element]:
        """Yield how a draft ends that became nothing: a cross where it was removed, else a question mark."""
        is_removed = bool(box.draft and box.draft.outcome is Outcome.REMOVED)
        outcome = Outcome.REMOVED if is_removed else Outcome.UNKNOWN
        x, y = self.left(box.column) + BOX, middle(box.row)
        yield ending(x, y, self.writer.t(f"background.outcomes.{outcome}"), outcome, is_removed)


def _numbered(box: Box, x: float, y: float) -> Iterator[Element]:
    yield shape("rect", x=x, y=y - HIGH / 2, width=BOX, height=HIGH, rx=3)
    yield words(box.number, x + BOX / 2, y + 5, "", "middle")


def _is_new(box: Box) -> bool:
    return bool(box.draft and box.draft.outcome is Outcome.NEW)
