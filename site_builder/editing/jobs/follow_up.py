"""`new follow-up`: a report with its scale and its answers, as they were given."""

from collections.abc import Iterable, Mapping, Sequence

from schema.follow_up import FollowUp
from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.new import Given, described, new_thing
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import kind_named

Scale = Sequence[Mapping[str, str]]  # the fields of each step


def new_follow_up(desk: Desk, given: Given, scale: Scale, answers: Iterable[Given]) -> Proposal:
    """Make a report of what is given; its title is that of its kind, unless another is given.

    The answers have the report's own sources. None is made without an answer: one that is empty says that the body left
    the question open, which nobody has told. What is to be filled in is a form in a spreadsheet.
    """
    organization, year = str(given["organization"]), str(given["year"])
    if organization not in desk.index.organizations:
        raise Refusal("no-organization", id=organization)
    sources = given.get("sources")
    made: dict[str, Value] = {**named(desk.index, organization, year), **given}
    if found := [{**answer, "sources": sources} if sources else answer for answer in answers]:
        made["answers"] = found
    if scale:
        made["scale"] = scale
    if "answers" not in made:
        missing = [name for name, field in FollowUp.model_fields.items() if field.is_required() and name not in made]
        words = "\n".join(described(FollowUp, missing))
        raise Refusal("no-answers", fields=words, organization=organization, year=year)
    return new_thing(desk, kind_named("follow_up"), "", made)


def named(index: PlanIndex, organization: str, year: str) -> dict[str, str]:
    """Return the id and the title that a report has unless it is given others."""
    name = index.organizations[organization].value.name
    title = spoken().strings("editing.report-title", year=year, name=_inside(name))
    return {"id": f"{year}-{organization}", "title": title}


def scale_of(index: PlanIndex, report: str) -> Scale:
    """Return the scale of a report that there is."""
    record = next((item for item in index.follow_ups if item.value.id == report), None)
    if record is None:
        raise Refusal("no-report", id=report)
    names = ("id", "name", "short_name", "standing")
    steps = [{name: getattr(step, name) for name in names} for step in record.value.scale]
    return [{name: str(value) for name, value in step.items() if value is not None} for step in steps]


def scale_in(steps: Iterable[str]) -> Scale:
    """Return a scale whose steps are written `id:name:standing`."""
    return [_step(written) for written in steps]


def answer_in(written: str) -> Given:
    """Return an answer that is written `measure=value=comment`."""
    measure, _, rest = written.partition("=")
    value, _, comment = rest.partition("=")
    if not measure or not value:
        raise Refusal("no-answer", answer=written)
    answer: dict[str, Value] = {"measure": measure, "value": value}
    return {**answer, "comment": comment} if comment else answer


def _inside(name: str) -> str:
    """Return a name as it stands inside a heading; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _step(written: str) -> Mapping[str, str]:
    parts = written.split(":")
    if len(parts) != 3 or not all(parts):
        raise Refusal("no-step", step=written)
    return dict(zip(("id", "name", "standing"), parts, strict=True))
