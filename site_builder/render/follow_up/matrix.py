"""Follow-up as tables: what is known of every measure in a year, and the sums of each area, part by part."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from schema.plan import FocusArea
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.render.follow_up.words import Mark, Marks
from site_builder.render.shared.area_mark import area_cell
from site_builder.render.shared.body_facts import body_head
from site_builder.render.shared.filter_form import Choice, Control, FilterForm, filter_form
from site_builder.render.shared.parts import area_title, counted, intervention_link, interventions_by_area
from site_builder.render.shared.table import FILLED, Cell, Group, Table, hidden, text
from site_builder.render.writer import Writer


def year_table(writer: Writer, state: FollowUpState, year: int) -> Table:
    """Return the matrix of a year: measures under their areas, one column for each body. Equal cells are made once."""
    plan, cells = state.content.plan.value, _Cells(Marks(writer, state, year))
    columns = (
        text(capital(plan.terms.measure.indefinite)),
        *(body_head(writer, name) for name in state.bodies_in(year)),
    )
    caption = writer.t(
        "follow_up.matrix-caption", year=year, plan=plan.short_title, measure=plan.terms.measure.indefinite
    )
    groups = tuple(_groups(writer, state, cells))
    return Table(table_id(year), caption, columns, groups, css="matrix answer-matrix", is_matrix=True)


def table_id(year: int) -> str:
    """Return the id of the matrix of a year."""
    return urls.table("uppfoljning", str(year))


def year_filter(writer: Writer, state: FollowUpState, year: int) -> FilterForm:
    """Return the form that narrows the matrix of a year by body, answer and area."""
    targets, noun = writer.context.index.targets, state.content.plan.value.terms.area
    kinds = defaultdict[str, list[str]](list)
    for mark in Marks(writer, state, year).possible:
        kinds[mark.kind].append(mark.label)
    bodies = tuple(Choice(name, targets["body", name].name) for name in state.bodies_in(year))
    marks = tuple(
        Choice(urls.anchor("svar", kind), capital(", ".join(labels)), css=f"answer-{kind}")
        for kind, labels in kinds.items()
    )
    areas = tuple(Choice(area.value.number, area_title(state.content, area.value)) for area in state.content.areas)
    return filter_form(
        writer,
        table_id(year),
        Control("column", urls.anchor("organisation"), writer.t("matrix.body"), writer.t("matrix.all"), bodies),
        Control("class", urls.anchor("svar"), writer.t("follow_up.value"), writer.t("matrix.all"), marks),
        Control("group", urls.anchor("omrade"), capital(noun.indefinite), writer.t("matrix.all"), areas),
    )


class _Cells(dict[Mark, Cell]):
    """The cell of every mark, made when it is first asked for."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.marks = marks

    def __missing__(self, mark: Mark) -> Cell:
        if mark.kind == "not-concerned":  # the most common cell by far: the legend says what the dash means
            return self.setdefault(mark, text(mark.sign))
        parts, css = (mark.sign, hidden(f" {mark.label}")), f"{FILLED} answer answer-{mark.kind}"
        cell = Cell(parts, joined=True, css=css, words=capital(mark.label), rank=self.marks.rank(mark))
        self[mark] = cell
        return cell


def _groups(writer: Writer, state: FollowUpState, cells: _Cells) -> Iterator[Group]:
    year = cells.marks.year
    then = [record for record in state.content.interventions if state.is_of(record.value.number, year)]
    by_area = interventions_by_area(then)
    for area in state.content.areas:
        interventions = (record.value for record in by_area.get(area.value.number, ()))
        rows = tuple(
            (
                text(intervention_link(writer.of_plan(state.content), intervention)),
                *_row(state, cells, intervention.number),
            )
            for intervention in interventions
        )
        yield Group(rows, area_cell(writer.of_plan(state.content), area.value))


def _row(state: FollowUpState, cells: _Cells, number: str) -> Iterator[Cell]:
    """Yield what is known of each body. One that the plan names elsewhere may have a duty here through its group."""
    intervention, year = f"{state.plan}/{number}", cells.marks.year
    return (cells[cells.marks.of(state.answers.known(intervention, body, year))] for body in state.bodies_in(year))


def area_tables(writer: Writer, state: FollowUpState, year: int) -> tuple[Table, ...]:
    """Return how many have each mark in every area: a table for each part of which there is anything to tell."""
    marks = Marks(writer, state, year)
    return tuple(_area_table(marks, part) for part in Part if marks.count(state.numbers, part))


def _area_table(marks: Marks, part: Part) -> Table:
    """Return the sums of one part. Only of what the plan asks by name is it known how many it is asked of: n of m."""
    writer, plan = marks.writer, marks.state.content.plan.value
    shown = [mark for mark in marks.possible if part is Part.OWN or marks.count(marks.state.numbers, part)[mark]]
    names = [capital(plan.terms.area.indefinite), *(capital(mark.label) for mark in shown)]
    unknown = [
        number
        for number in marks.state.numbers_in(marks.year)
        if part is Part.OWN and not marks.state.is_duty_known(number, marks.year)
    ]
    names += [writer.t("follow_up.columns.unknown")] if unknown else []
    rows = [_area_row(marks, part, shown, record.value, unknown) for record in marks.state.content.areas]
    key = "areas-caption" if part is Part.OWN else f"areas-{part.value}-caption"
    values = {"year": marks.year, "plan": plan.short_title, "areas": plan.terms.area.indefinite}
    identity = urls.table("laget", str(marks.year)) + ("" if part is Part.OWN else f"-{part.value}")
    columns = tuple(text(name) for name in names)
    return Table(identity, writer.t(f"follow_up.{key}", **values), columns, (Group(tuple(rows)),))


def _area_row(
    marks: Marks, part: Part, shown: Sequence[Mark], area: FocusArea, unknown: Sequence[str]
) -> tuple[Cell, ...]:
    content, noun = marks.state.content, marks.state.content.plan.value.terms.measure
    numbers = [number for number in marks.state.numbers if number.partition(":")[0] == area.number]
    counts = marks.count(numbers, part)
    cells = (text(_figure(marks.writer, counts, mark, part)) for mark in shown)
    without = sum(1 for number in numbers if number in unknown)
    return (
        area_cell(marks.writer.of_plan(content), area),
        *cells,
        *([text(counted(without, noun))] if unknown else []),
    )


def _figure(writer: Writer, counts: Counter[Mark], mark: Mark, part: Part) -> str:
    return writer.t("follow_up.n-of-m", n=counts[mark], m=counts.total()) if part is Part.OWN else str(counts[mark])
