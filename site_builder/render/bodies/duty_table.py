"""What a plan gives one body by name, in one table: the task, with whom, led by whom, when, and what it answered."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape
from msgspec.structs import replace

from schema.choices import Role
from schema.intervention import Intervention
from site_builder.foundation.language.phrases import capital, enumeration
from site_builder.meaning import urls
from site_builder.meaning.body_duties import duties_by_intervention
from site_builder.meaning.duty import Duty
from site_builder.meaning.reports.given import Known
from site_builder.render.follow_up.words import Mark, Marks, best_first
from site_builder.render.links import NOTHING, Link
from site_builder.render.prose import led
from site_builder.render.shared.area_mark import area_edge
from site_builder.render.shared.body_facts import short_link
from site_builder.render.shared.lifetimes import limits
from site_builder.render.shared.parts import intervention_link
from site_builder.render.shared.table import Cell, Part, Table, hidden, simple, text
from site_builder.render.writer import PlanWriter

Answered = Mapping[int, Mapping[str, Mark]]  # year -> number of a measure -> what is known of the body


def duty_table(writer: PlanWriter, name: str, duties: Sequence[Duty], answers: Answered) -> Table:
    """Return the table of a body's own duties. A duty that comes through a group too is told in the same row."""
    columns = [writer.t(f"organizations.task-columns.{name}") for name in ("task", "role", "together", "by", "when")]
    columns += [writer.t("organizations.task-columns.answer", year=year) for year in answers]
    caption = writer.t("organizations.tasks-caption", name=name, plan=writer.plan.short_title)
    by_intervention = duties_by_intervention(duties).values()
    rows = [_row(writer, here, answers) for here in by_intervention if not all(duty.via for duty in here)]
    return replace(simple(urls.table("uppgifter", writer.plan.id), caption, columns, rows), css="tasks")


def answers_of(writer: PlanWriter, body: str) -> Answered:
    """Return what is known of a body's answers, by year, the earliest first; of a group nothing is."""
    state = writer.context.follow_up_states.get(writer.plan.id)
    if state is None or body in writer.context.index.groups:
        return {}
    return {year: _marks(Marks(writer, state, year), state.by_body[year].get(body, {})) for year in sorted(state.years)}


def answer_words(year: int, mark: Mark) -> Markup:
    """Return an answer in a line: the year and the sign, with its words for who listens."""
    return Markup("{}: {}{}").format(year, mark.sign, hidden(f" {mark.label}"))


def answer_legend(duties: Sequence[Duty], answers: Answered) -> str:
    """Return what the signs beside a body's duties mean, each once, the best answer first."""
    numbers = {duty.intervention.number for duty in duties}
    used = {mark for found in answers.values() for number, mark in found.items() if number in numbers}
    return " · ".join(f"{mark.sign} {mark.label}" for mark in sorted(used, key=best_first))


def role_words(writer: PlanWriter, duty: Duty) -> Markup:
    """Return a duty's role, the group it came through, and what exactly it is, if the plan says so."""
    role = writer.t(f"site.roles.{duty.role}.verb")
    if duty.via:
        return escape(writer.t("matrix.via", verb=role, groups=writer.context.index.targets["body", duty.via].name))
    return led(writer.prose(duty.scope), f"{capital(role)}.") if duty.scope else escape(capital(role))


def duty_time(writer: PlanWriter, duty: Duty) -> Markup:
    """Return from or until when a body has a duty that it has today, as far as that is known and not just its own."""
    body = writer.context.index.body_times[duty.organization]  # its page says once when the body itself exists
    when = limits(writer, duty.lifetime.beside(body))
    return writer.said("organizations.holds", when=when) if when else NOTHING


def _marks(marks: Marks, known: Mapping[str, Known]) -> dict[str, Mark]:
    return {number: marks.of(one) for number, one in known.items()}


def _row(writer: PlanWriter, duties: Sequence[Duty], answers: Answered) -> tuple[Cell, ...]:
    intervention, body = duties[0].intervention, duties[0].organization
    unknown = writer.t("plan.not-known") if writer.plan.known_through else ""
    coordinating = tuple(_others(writer, intervention, body, (Role.COORDINATING,)))
    together = tuple(_others(writer, intervention, body, (Role.RESPONSIBLE, Role.CONTRIBUTING)))
    is_coordinating = any(duty.role is Role.COORDINATING for duty in duties)
    itself = writer.t("organizations.itself")
    by: tuple[Part, ...] = (*((itself,) if is_coordinating else ()), *coordinating)
    return (
        text(
            area_edge(writer, writer.plan.id, intervention.number), intervention_link(writer, intervention), joined=True
        ),
        Cell(tuple(_role(writer, duty) for duty in duties)),
        _listed(together or (unknown or writer.t("organizations.alone"),)),
        _listed(by or (unknown or writer.t("organizations.nobody-coordinating"),)),
        text(intervention.when or unknown or writer.t("organizations.no-date")),
        *(_answer(found.get(intervention.number)) for found in answers.values()),
    )


def _role(writer: PlanWriter, duty: Duty) -> Markup:
    words, when = role_words(writer, duty), duty_time(writer, duty)
    return Markup("{} {}").format(words, when) if when else words


def _answer(mark: Mark | None) -> Cell:
    return Cell((mark.sign, hidden(f" {mark.label}")), joined=True) if mark else Cell()


def _others(writer: PlanWriter, intervention: Intervention, body: str, roles: Sequence[Role]) -> Iterator[Link]:
    """Yield the other bodies that have any of the roles today, each once."""
    index = writer.context.index
    entries = (entry for entry in intervention.responsibilities if entry.role in roles)
    named = dict.fromkeys(
        str(name) for entry in entries for name in entry.bodies if index.holds(index.role_time(entry, name))
    )
    yield from (short_link(writer, name) for name in named if name != body)


def _listed(parts: Sequence[Part]) -> Cell:
    """Return several names in one line, as a sentence has them."""
    return Cell((Markup(enumeration([str(escape(part)) for part in parts])),))  # noqa: S704 - all is escaped
