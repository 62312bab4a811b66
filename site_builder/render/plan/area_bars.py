"""The areas of a plan in one picture: a bar for each, as long as what is asked there, filled by what is known of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import short_name
from site_builder.meaning.reports.follow_up_state import Part
from site_builder.render.follow_up.words import Mark, Marks, figures
from site_builder.render.links import Link
from site_builder.render.plan.areas import area_anchor
from site_builder.render.shared.area_mark import area_css, area_mark
from site_builder.render.shared.parts import counted, interventions_by_area
from site_builder.render.writer import PlanWriter

HEIGHT = 10  # the bars are drawn 10 high and as wide as the longest has parts; the style sheet gives them their size
EMPTY = Mark("", "none", "")  # of a plan without follow-up a bar is only as long as its interventions are many


class AreaBar(Struct, frozen=True):
    """An area: its name, how many interventions it has, its bar, and the same in words."""

    id: str
    css: str
    mark: Markup
    word: str
    link: Link
    number: str
    bar: Markup
    words: str


class BarKey(Struct, frozen=True):
    """What a filling of the bars means."""

    css: str
    label: str


def area_bars(writer: PlanWriter) -> tuple[AreaBar, ...]:
    """Return the areas of the writer's plan. What is asked of groups has no place in a bar."""
    by_area, marks = interventions_by_area(writer.content.holding), _marks(writer)
    numbers = {
        area.value.number: [record.value.number for record in by_area.get(area.value.number, ())]
        for area in writer.content.areas
    }
    counts = {area: _count(marks, found) for area, found in numbers.items()}
    most = max((count.total() for count in counts.values()), default=0)
    return tuple(_bar(writer, area, numbers[area], counts[area], most) for area in numbers)


def bar_keys(writer: PlanWriter) -> tuple[BarKey, ...]:
    """Return what the fillings mean, those alone that are used; nothing of a plan without follow-up."""
    marks = _marks(writer)
    if marks is None:
        return ()
    used = marks.count(marks.state.numbers, Part.OWN)
    return tuple(BarKey(f"answer-{mark.kind}", capital(mark.label)) for mark in marks.possible if used[mark])


def _marks(writer: PlanWriter) -> Marks | None:
    state = writer.context.follow_up_states.get(writer.plan.id)
    return Marks(writer, state, state.years[0]) if state else None


def _count(marks: Marks | None, numbers: Sequence[str]) -> Counter[Mark]:
    return marks.count(numbers, Part.OWN) if marks else Counter({EMPTY: len(numbers)})


def _bar(writer: PlanWriter, number: str, numbers: Sequence[str], count: Counter[Mark], most: int) -> AreaBar:
    area = next(record.value for record in writer.content.areas if record.value.number == number)
    marks, terms = _marks(writer), writer.plan.terms
    word = f"{capital(terms.area.indefinite)} {number}"
    key = {"year": marks.year, "n": count.total(), "figures": figures(marks, count)} if marks and count else {}
    return AreaBar(
        id=area_anchor(area),
        css=area_css(number),
        mark=area_mark(number),
        word=word if short_name(area) else "",
        link=writer.link(urls.area(writer.plan, number), short_name(area) or word),
        number=counted(len(numbers), terms.measure),
        bar=_drawing(marks, count, most),
        words=writer.t("start.bar", **key) if key else "",
    )


def _drawing(marks: Marks | None, count: Mapping[Mark, int], most: int) -> Markup:
    """Return the bar. It says nothing that the words beside it do not, so that no listener has to hear it twice."""
    order = marks.possible if marks else (EMPTY,)
    parts, left = [], 0
    for mark in (one for one in order if count.get(one)):
        shape = Markup('<rect class="answer-{}" x="{}" y="0" width="{}" height="{}"></rect>')
        parts.append(shape.format(mark.kind, left, count[mark], HEIGHT))
        left += count[mark]
    svg = Markup('<svg class="bar" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>')
    return svg.format(most or 1, HEIGHT, Markup("").join(parts))
