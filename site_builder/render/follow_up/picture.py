"""The state of follow-up as a picture for each area: one square for each body in each measure, sorted by its state."""

from collections.abc import Iterator
from itertools import chain, repeat
from xml.etree.ElementTree import Element

from markupsafe import Markup

from schema.plan import FocusArea
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.render.follow_up.words import Mark, Marks, low
from site_builder.render.shared.area_mark import area_mark
from site_builder.render.shared.parts import area_title, interventions_by_area
from site_builder.render.shared.picture import Picture, group, shape, words
from site_builder.render.writer import Writer

# A square, the step to the next one, and how many stand in a row: as wide as a narrow telephone.
SIDE, STEP, ACROSS = 18, 22, 12
MOST = 600  # squares on a page; where there are more of them, one stands for several


def area_pictures(writer: Writer, state: FollowUpState, year: int) -> tuple[Picture, ...]:
    """Return a picture for each area in which anybody has a duty or has answered."""
    marks = Marks(writer, state, year)
    each = per_square(state, year)
    by_area = interventions_by_area(state.content)
    pictures = []
    for record in state.content.areas:
        measures = by_area.get(record.value.number, ())
        if counts := marks.count(measure.value.number for measure in measures):
            figures = [(mark, counts[mark]) for mark in marks.possible if counts[mark]]
            pictures.append(_picture(writer, state, record.value, figures, each))
    return tuple(pictures)


def per_square(state: FollowUpState, year: int) -> int:
    """Return how many bodies and measures one square stands for: one, unless there are very many."""
    return -(-len(state.standings[year]) // MOST) or 1


def _picture(
    writer: Writer, state: FollowUpState, area: FocusArea, figures: list[tuple[Mark, int]], each: int
) -> Picture:
    title = area_title(state.content, area)
    told = ", ".join(f"{low(mark.label)} {number}" for mark, number in figures)
    squares = list(chain.from_iterable(repeat(mark, -(-number // each)) for mark, number in figures))
    rows = -(-len(squares) // ACROSS)
    return Picture(
        id=f"laget-{area.number}",
        title=title,
        description=writer.t("follow_up.picture", n=sum(number for _, number in figures), figures=told),
        width=ACROSS * STEP,
        height=rows * STEP,
        children=tuple(_squares(squares)),
        caption=Markup("{}{}: {}").format(area_mark(area.number), title, told),
    )


def _squares(squares: list[Mark]) -> Iterator[Element]:
    for place, mark in enumerate(squares):
        left, top = place % ACROSS * STEP + 2, place // ACROSS * STEP + 2
        yield group(_square(mark, left, top), f"ruta svar-{mark.kind}", mark.label)


def _square(mark: Mark, left: int, top: int) -> Iterator[Element]:
    yield shape("rect", x=left, y=top, width=SIDE, height=SIDE, rx=2)
    yield words(mark.sign, left + SIDE / 2, top + SIDE - 5, anchor="middle")
