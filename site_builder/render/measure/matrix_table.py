"""The responsibility matrix as a table: interventions under their areas, organizations as columns."""

from collections.abc import Iterator, Mapping, Sequence

from schema.intervention import Intervention
from site_builder.foundation.swedish import capital, enumeration
from site_builder.meaning.assignments import Assignment, Assignments
from site_builder.render.shared.area_mark import area_cell
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.parts import intervention_link, interventions_by_area
from site_builder.render.shared.table import FILLED, Cell, Group, Part, Table, hidden, text
from site_builder.render.writer import PlanWriter, Writer

TABLE = "tabell-ansvarsmatris"
Cells = Mapping[tuple[Assignment, ...], Cell]


def matrix_table(writer: PlanWriter, assignments: Assignments) -> Table:
    """Return the matrix of a plan, with totals for every row and every column."""
    terms = writer.plan.terms
    names = {"plan": writer.plan.short_title, "measure": terms.measure.indefinite}
    columns = (
        text(capital(terms.measure.indefinite)),
        *(text(body_link(writer, name)) for name in assignments.organizations),
        text(writer.t("matrix.organizations")),
    )
    totals = (
        text(writer.t("matrix.measures", measures=terms.measure.plural)),
        *(_number(assignments.measures_of[name]) for name in assignments.organizations),
        _number(len(assignments.cells)),
    )
    groups = tuple(_groups(writer, assignments))
    return Table(TABLE, writer.t("matrix.caption", **names), columns, groups, totals, "matris", is_matrix=True)


def role_words(writer: Writer, assignment: Assignment) -> str:
    """Return a role in words, with the groups that it comes through."""
    verb = writer.t(f"site.roles.{assignment.role}.verb")
    if not assignment.via:
        return verb
    names = [writer.context.index.targets["body", group].name for group in assignment.via]
    return writer.t("matrix.via", verb=verb, groups=enumeration(names))


def _groups(writer: PlanWriter, assignments: Assignments) -> Iterator[Group]:
    """Yield the rows of each area, below the area's name."""
    by_area = interventions_by_area(writer.content)
    cells = {found: _cell(writer, found) for found in {(), *assignments.cells.values()}}
    for area in writer.content.areas:
        measures = by_area.get(area.value.number, [])
        rows = tuple(_row(writer, measure.value, assignments, cells) for measure in measures)
        yield Group(rows, area_cell(writer, area.value))


def _row(writer: PlanWriter, measure: Intervention, assignments: Assignments, cells: Cells) -> tuple[Cell, ...]:
    found = (assignments.cells.get((measure.number, name), ()) for name in assignments.organizations)
    number = assignments.organizations_in.get(measure.number, 0)
    is_unknown = bool(measure.unknown_responsibility) and not number
    link = intervention_link(writer, measure)
    return (
        text(link, writer.t("matrix.unknown-row")) if is_unknown else text(link),
        *(cells[assigned] for assigned in found),
        text(writer.t("matrix.unknown-number"), css="antal") if is_unknown else _number(number),
    )


def _cell(writer: Writer, found: Sequence[Assignment]) -> Cell:
    """Return the letters of the roles, each with its word for those who do not see the legend."""
    parts: list[Part] = []
    for place, assignment in enumerate(found):
        letter = writer.t(f"site.roles.{assignment.role}.letter")
        parts += [" "] if place else []
        parts += [f"({letter})" if assignment.via else letter, hidden(f" {role_words(writer, assignment)}")]
    if not found:
        return Cell()
    css = " ".join((FILLED, *(assignment.role for assignment in found)))
    words = capital(enumeration([role_words(writer, assignment) for assignment in found]))
    return Cell(tuple(parts), joined=True, css=css, words=words)


def _number(number: int) -> Cell:
    return text(str(number), css="antal")
