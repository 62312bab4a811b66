"""Follow-up as tables: who answered what about every measure in a year, and the sums of each area."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from schema.plan import FocusArea
from site_builder.foundation.swedish import capital
from site_builder.meaning.answers import Standing, State
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.render.follow_up.words import Mark, Marks
from site_builder.render.shared.area_mark import area_cell
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.filter_form import Choice, Control, FilterForm, filter_form
from site_builder.render.shared.parts import area_title, counted, intervention_link, interventions_by_area
from site_builder.render.shared.table import FILLED, Cell, Group, Table, hidden, text
from site_builder.render.writer import Writer

UNCONCERNED, UNKNOWN = Standing(State.NOT_CONCERNED), Standing(State.UNKNOWN)


def year_table(writer: Writer, state: FollowUpState, year: int) -> Table:
    """Return the matrix of a year: measures under their areas, one column for each body. Equal cells are made once."""
    plan, cells = state.content.plan.value, _Cells(Marks(writer, state, year))
    columns = (text(capital(plan.terms.measure.indefinite)), *(text(body_link(writer, name)) for name in state.bodies))
    caption = writer.t(
        "follow_up.matrix-caption", year=year, plan=plan.short_title, measure=plan.terms.measure.indefinite
    )
    groups = tuple(_groups(writer, state, cells))
    return Table(table_id(year), caption, columns, groups, css="matris svarsmatris", is_matrix=True)


def table_id(year: int) -> str:
    """Return the id of the matrix of a year."""
    return f"tabell-uppfoljning-{year}"


def year_filter(writer: Writer, state: FollowUpState, year: int) -> FilterForm:
    """Return the form that narrows the matrix of a year by body, answer and area."""
    targets, noun = writer.context.index.targets, state.content.plan.value.terms.area
    kinds = defaultdict[str, list[str]](list)
    for mark in Marks(writer, state, year).possible:
        kinds[mark.kind].append(mark.label)
    bodies = tuple(Choice(name, targets["body", name].name) for name in state.bodies)
    marks = tuple(
        Choice(f"svar-{kind}", capital(", ".join(labels)), css=f"svar-{kind}") for kind, labels in kinds.items()
    )
    areas = tuple(Choice(area.value.number, area_title(state.content, area.value)) for area in state.content.areas)
    return filter_form(
        writer,
        table_id(year),
        Control("column", "organisation", writer.t("matrix.body"), writer.t("matrix.all"), bodies),
        Control("class", "svar", writer.t("follow_up.value"), writer.t("matrix.all"), marks),
        Control("group", "omrade", capital(noun.indefinite), writer.t("matrix.all"), areas),
    )


class _Cells(dict[Mark, Cell]):
    """The cell of every mark, made when it is first asked for."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks

    def __missing__(self, mark: Mark) -> Cell:
        if mark.kind == "not-concerned":  # the most common cell by far: the legend says what the dash means
            return self.setdefault(mark, text(mark.sign))
        parts = (mark.sign, hidden(f" {mark.label}"))
        cell = Cell(parts, joined=True, css=f"{FILLED} svar svar-{mark.kind}", words=capital(mark.label))
        self[mark] = cell
        return cell


def _groups(writer: Writer, state: FollowUpState, cells: _Cells) -> Iterator[Group]:
    by_area = interventions_by_area(state.content)
    for area in state.content.areas:
        measures = (record.value for record in by_area.get(area.value.number, ()))
        rows = tuple(
            (text(intervention_link(writer.of_plan(state.content), measure)), *_row(state, cells, measure.number))
            for measure in measures
        )
        yield Group(rows, area_cell(writer.of_plan(state.content), area.value))


def _row(state: FollowUpState, cells: _Cells, number: str) -> Iterator[Cell]:
    known = state.by_measure[cells.marks.year].get(number, {})
    other = cells[cells.marks.of(UNCONCERNED if state.is_duty_known(number) else UNKNOWN)]
    return (cells[cells.marks.of(known[body])] if body in known else other for body in state.bodies)


def area_table(writer: Writer, state: FollowUpState, year: int) -> Table:
    """Return how many have each mark in every area, as n of m, and how many measures nobody is known to answer for."""
    plan, marks = state.content.plan.value, Marks(writer, state, year)
    unknown = [number for number in state.numbers if not state.is_duty_known(number)]
    names = [capital(plan.terms.area.indefinite), *(capital(mark.label) for mark in marks.possible)]
    names += [writer.t("follow_up.columns.unknown")] if unknown else []
    rows = [_area_row(writer, marks, record.value, unknown) for record in state.content.areas]
    caption = writer.t("follow_up.areas-caption", year=year, plan=plan.short_title, areas=plan.terms.area.indefinite)
    return Table(f"tabell-laget-{year}", caption, tuple(text(name) for name in names), (Group(tuple(rows)),))


def _area_row(writer: Writer, marks: Marks, area: FocusArea, unknown: Sequence[str]) -> tuple[Cell, ...]:
    content, noun = marks.state.content, marks.state.content.plan.value.terms.measure
    numbers = [number for number in marks.state.numbers if number.partition(":")[0] == area.number]
    counts, without = marks.count(numbers), sum(1 for number in numbers if number in unknown)
    figures = (writer.t("follow_up.n-of-m", n=counts[mark], m=counts.total()) for mark in marks.possible)
    return (
        area_cell(writer.of_plan(content), area),
        *map(text, figures),
        *([text(counted(without, noun))] if unknown else []),
    )
