"""The state of follow-up as a picture for each area: squares sorted by state, in rows for each part of what is told.

What the plan asks by name has a square each. Of what it asks of a group there are squares for answers alone.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, repeat
from xml.etree.ElementTree import Element

from markupsafe import Markup

from schema.plan import FocusArea
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.render.follow_up.words import Mark, Marks, figures
from site_builder.render.shared.area_mark import area_mark
from site_builder.render.shared.parts import area_title, interventions_by_area
from site_builder.render.shared.picture import LINE, Picture, group, shape, words
from site_builder.render.writer import Writer

# A square that is read at arm's length, the step to the next one, and how many stand in a row: as wide as a narrow
# telephone.
SIDE, STEP, ACROSS = 28, 32, 10
MOST = 600  # squares on a page; where there are more of them, one stands for several


def area_pictures(writer: Writer, state: FollowUpState, year: int) -> tuple[Picture, ...]:
    """Return a picture for each area in which the plan names anybody or anybody has answered."""
    marks, by_area = Marks(writer, state, year), interventions_by_area(state.content.interventions)
    pictures = []
    for record in state.content.areas:
        numbers = [intervention.value.number for intervention in by_area.get(record.value.number, ())]
        parts = {part: counted for part in Part if (counted := marks.count(numbers, part))}
        if parts:
            pictures.append(_picture(marks, record.value, parts))
    return tuple(pictures)


def unit_words(writer: Writer, state: FollowUpState, year: int) -> str:
    """Return what a square stands for."""
    each = per_square(state, year)
    measure = state.content.plan.value.terms.measure.indefinite
    return writer.t("follow_up.unit" if each == 1 else "follow_up.unit-many", measure=measure, n=each)


def per_square(state: FollowUpState, year: int) -> int:
    """Return how many bodies and measures one square stands for: one, unless there are very many."""
    return -(-len(state.known[year]) // MOST) or 1


def _picture(marks: Marks, area: FocusArea, parts: dict[Part, Counter[Mark]]) -> Picture:
    writer, title = marks.writer, area_title(marks.state.content, area)
    told = "; ".join(_part_words(marks, part, counted) for part, counted in parts.items())
    children, down = [], 0
    for part, counted in parts.items():
        row, height = _rows(marks, part, counted)
        children.append(group(row, "", down=down))
        down += height
    return Picture(
        id=f"laget-{area.number}",
        title=title,
        description=writer.t("follow_up.picture", figures=told),
        width=ACROSS * STEP,
        height=down,
        children=tuple(children),
        caption=Markup("{}{}: {}").format(area_mark(area.number), title, told),
    )


def _part_words(marks: Marks, part: Part, counted: Counter[Mark]) -> str:
    name, told = marks.writer.t(f"follow_up.parts.{part.value}"), figures(marks, counted)
    return marks.writer.t("follow_up.part-figures", part=name, n=counted.total(), figures=told)


def _rows(marks: Marks, part: Part, counted: Counter[Mark]) -> tuple[list[Element], int]:
    """Return the squares of one part below its name, and how high they are."""
    each = per_square(marks.state, marks.year)
    squares = list(chain.from_iterable(repeat(mark, -(-counted[mark] // each)) for mark in marks.possible))
    made = [words(marks.writer.t(f"follow_up.parts.{part.value}"), 2, LINE - 4), *_squares(squares)]
    return made, LINE - (-len(squares) // ACROSS) * STEP + 4


def _squares(squares: list[Mark]) -> Iterator[Element]:
    for place, mark in enumerate(squares):
        left, top = place % ACROSS * STEP + 2, place // ACROSS * STEP + 2 + LINE
        yield group(_square(mark, left, top), f"box answer-{mark.kind}", mark.label)


def _square(mark: Mark, left: int, top: int) -> Iterator[Element]:
    yield shape("rect", x=left, y=top, width=SIDE, height=SIDE, rx=2)
    yield words(mark.sign, left + SIDE / 2, top + SIDE / 2 + 6, anchor="middle")
