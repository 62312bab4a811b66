"""The last sheet of a workbook of data: how the others are read, which day they are of, and what they build on."""

from collections.abc import Iterable, Iterator
from datetime import date

from schema.base import Sources
from schema.choices import Role
from site_builder.export.sheets.matrix_sheets import plans_with_duties
from site_builder.export.sheets.workbook import Column, Sheet
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.reports.given import State

Line = tuple[str, str]


def about_matrix(index: PlanIndex, strings: Strings, as_of: date) -> Sheet:
    """Return the sheet about the responsibility matrix."""
    lines = (
        *((strings(f"site.roles.{role}.letter"), strings(f"site.roles.{role}.verb")) for role in Role),
        *_matrix_lines(index, strings),
        (strings("sheets.day"), strings("sheets.day-of-duties", day=as_of.isoformat())),
        *_sources(
            index,
            (record.value.sources for content in index.plans.values() for record in content.holding),
            strings,
        ),
    )
    return _sheet(lines, strings)


def about_follow_up(index: PlanIndex, strings: Strings, as_of: date) -> Sheet:
    """Return the sheet about the follow-up."""
    kinds = (state.value.replace("_", "-") for state in State if state not in (State.ANSWERED, State.NOT_CONCERNED))
    lines = (
        *((strings(f"follow_up.states.{kind}.word"), strings(f"follow_up.states.{kind}.meaning")) for kind in kinds),
        (strings("sheets.named"), strings("sheets.named-meaning")),
        (strings("sheets.reservation"), strings("follow_up.qualified-meaning")),
        (strings("sheets.read-with-care"), strings("sheets.caution")),
        (strings("sheets.day"), strings("sheets.day-of-answers", day=as_of.isoformat())),
        *_sources(index, (record.value.sources for record in index.follow_ups), strings),
    )
    return _sheet(lines, strings)


def _matrix_lines(index: PlanIndex, strings: Strings) -> Iterator[Line]:
    shown = {content.plan.value.id: roles for content, roles in plans_with_duties(index)}
    groups = {group for roles in shown.values() for group in roles.groups}
    if groups:
        letters = ", ".join(f"({strings(f'site.roles.{role}.letter')})" for role in Role)
        yield letters, strings("matrix.groups")
    for group in sorted(groups):
        if index.groups[group].value.member_kinds:
            yield index.groups[group].value.name, strings("matrix.unlisted")
    for name, content in index.plans.items():
        title = content.plan.value.short_title
        empty = "matrix.empty-unknown" if _is_partly_unknown(content) else "matrix.empty-cell"
        yield title, strings(empty) if name in shown else strings("matrix.unknown", plan=title)


def _is_partly_unknown(content: PlanContent) -> bool:
    """Tell whether an empty cell may hide something: the plan is no source itself, or a source leaves it open."""
    unknown = any(record.value.unknown_responsibility for record in content.holding)
    return unknown or bool(content.plan.value.known_through)


def _sources(index: PlanIndex, sources: Iterable[Sources], strings: Strings) -> Iterator[Line]:
    names = dict.fromkeys(str(source.document) for found in sources for source in found)
    for title in sorted(index.documents[name].value.title for name in names):
        yield strings("sheets.source"), title
    yield strings("sheets.licence"), strings("sheets.licence-text")


def _sheet(lines: Iterable[Line], strings: Strings) -> Sheet:
    name = strings("sheets.about.name")
    columns = (Column(strings("sheets.about.what"), 34), Column(strings("sheets.about.means"), 100))
    return Sheet(
        name,
        name,
        "",
        strings("sheets.about.table"),
        strings("sheets.about.alternative"),
        columns,
        tuple(lines),
        strings("form_sheets.page"),
    )
