"""`new organization|intervention|indicator|decision|document|follow-up` and `merge organizations`."""

from pathlib import Path

import click

from schema.document import Decision, Document
from schema.follow_up import FollowUp
from schema.indicator import Indicator
from schema.intervention import Intervention
from schema.organization import Organization
from site_builder.commands.doing import editing, run, words
from site_builder.commands.fields import given, options
from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.follow_up import answer_in, new_follow_up, scale_in, scale_of
from site_builder.editing.jobs.merge import Merger, merge
from site_builder.editing.jobs.new import new_thing
from site_builder.editing.jobs.written import day_of, measure_of, plan_of
from site_builder.reading.layout import kind_named

PLAN = click.option("--plan", "in_plan", help=words("plan"))
ENDS = ("formerly", "valid_to", "ended_by", "replaces")  # what nothing has that is new
ROLES = ("coordinating", "responsible", "contributing")


@click.command("organization", help=words("new-organization"))
@editing
@click.argument("identity", metavar="ID")
@options(Organization, ("id", *ENDS))
def new_organization(root: Path, dry_run: bool, identity: str, **found: object) -> int:
    """Make an organization."""
    fields = {"id": identity, **given(Organization, found)}
    return run(root, lambda desk: new_thing(desk, kind_named("organization"), "", fields), dry_run=dry_run)


@click.command("intervention", help=words("new-intervention"))
@editing
@PLAN
@click.argument("number")
@options(Intervention, ("number", *ENDS))
@click.option("--contributing", multiple=True, help=words("contributing"))
@click.option("--responsible", multiple=True, help=words("responsible"))
@click.option("--coordinating", multiple=True, help=words("coordinating"))
def new_intervention(root: Path, dry_run: bool, in_plan: str | None, number: str, **found: object) -> int:
    """Make a measure."""

    def job(desk: Desk) -> Proposal:
        plan, serial = measure_of(desk, number, in_plan)
        fields: dict[str, Value] = {"number": serial, **given(Intervention, found)}
        bodies = ((role, found[role]) for role in ROLES)
        lines = [
            {"role": role, "bodies": [str(one) for one in names]}
            for role, names in bodies
            if isinstance(names, tuple) and names
        ]
        return new_thing(
            desk, kind_named("intervention"), plan, {**fields, **({"responsibilities": lines} if lines else {})}
        )

    return run(root, job, dry_run=dry_run)


@click.command("indicator", help=words("new-indicator"))
@editing
@PLAN
@click.argument("identity", metavar="ID")
@options(Indicator, ("id", *ENDS))
def new_indicator(root: Path, dry_run: bool, in_plan: str | None, identity: str, **found: object) -> int:
    """Make an indicator, last in its plan's table."""

    def job(desk: Desk) -> Proposal:
        plan = plan_of(desk, in_plan)
        last = max((item.value.order for item in desk.index.plans[plan].indicators), default=0)
        fields = {"id": identity, "order": last + 1, **given(Indicator, found)}
        return new_thing(desk, kind_named("indicator"), plan, fields)

    return run(root, job, dry_run=dry_run)


@click.command("document", help=words("new-document"))
@editing
@click.argument("identity", metavar="ID")
@options(Document, ("id", *ENDS))
def new_document(root: Path, dry_run: bool, identity: str, **found: object) -> int:
    """Make a document; it is its own source unless another is given."""
    fields = {"id": identity, **given(Document, {"source": identity, **_told(found)})}
    return run(root, lambda desk: new_thing(desk, kind_named("document"), "", fields), dry_run=dry_run)


@click.command("decision", help=words("new-decision"))
@editing
@options(Decision, ENDS)
def new_decision(root: Path, dry_run: bool, **found: object) -> int:
    """Make a decision, whose id is made of what it says unless one is given."""
    fields = given(Decision, found)
    parts = (fields.get("date") or fields.get("year"), fields.get("body"), fields.get("paragraph"))
    if fields.get("body"):
        fields.setdefault("id", "-".join(str(part) for part in parts if part))
    return run(root, lambda desk: new_thing(desk, kind_named("decision"), "", fields), dry_run=dry_run)


@click.command("follow-up", help=words("new-follow-up"))
@editing
@click.argument("organization")
@click.argument("year")
@options(FollowUp, ("organization", "year", "lock", *ENDS))
@click.option("--answer", "answers", multiple=True, help=words("answer"))
@click.option("--step", "steps", multiple=True, help=words("step"))
@click.option("--scale-of", "like", help=words("scale-of"))
def new_report(
    root: Path, dry_run: bool, like: str | None, steps: tuple[str, ...], answers: tuple[str, ...], **found: object
) -> int:
    """Make a follow-up report."""

    def job(desk: Desk) -> Proposal:
        scale = scale_of(desk.index, like) if like else scale_in(steps)
        return new_follow_up(desk, given(FollowUp, found), scale, [answer_in(written) for written in answers])

    return run(root, job, dry_run=dry_run)


@click.group("merge", help=words("merge"))
def merge_group() -> None:
    """Hold the commands that merge."""


@merge_group.command("organizations", help=words("merge-organizations"))
@editing
@click.argument("names", nargs=-1, metavar="A B into C")
@click.option("--from", "first_day", required=True, help=words("merge-from"))
@click.option("--decision", default="", help=words("merge-decision"))
@options(Organization, ("id", "valid_from", "added_by", *ENDS))
def merge_organizations(
    root: Path, dry_run: bool, names: tuple[str, ...], first_day: str, decision: str, **found: object
) -> int:
    """Merge organizations into one."""

    def job(desk: Desk) -> Proposal:
        if names[-2:-1] != ("into",) or len(names) < 3:
            raise Refusal("merge-words")
        return merge(desk, Merger(names[:-2], names[-1], day_of(first_day), decision), given(Organization, found))

    return run(root, job, dry_run=dry_run)


def _told(found: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in found.items() if value is not None}
