"""`new plan`: the start of the plan that comes next, as a proposal in which nothing is told that nobody has decided."""

import re

from schema.plan import Noun, Plan
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.strings import Strings
from site_builder.reading.layout import CONTENT

# An id ends with the years that the plan is to be valid: handlingsplan-2027-2030.
YEARS = re.compile(r"(?P<name>[a-z0-9]+(-[a-z0-9]+)*)-(?P<first>(19|20)[0-9]{2})-(?P<last>(19|20)[0-9]{2})")
PERIOD = re.compile(r"(?<![\s,])[\s,]*(19|20)[0-9]{2}\s*[-–]\s*(19|20)[0-9]{2}$")


def new_plan(desk: Desk, identity: str, old: str, title: str | None, strings: Strings) -> Proposal:
    """Start a plan that comes after an `old` one: its years by its id, the words of the old plan, and nothing else."""
    years = YEARS.fullmatch(identity)
    if years is None or years["first"] > years["last"]:
        raise Refusal("plan-without-years", id=identity)
    if old not in desk.index.plans:
        raise Refusal("no-plan", plan=old)
    if any(path.startswith(f"{CONTENT}plans/{identity}/") for path in desk.texts):
        raise Refusal("id-taken", id=identity)
    before = desk.index.plans[old].plan.value
    name = f"{_name(years['name'], before)} {years['first']}–{years['last']}"
    desk.files[f"{CONTENT}plans/{identity}/plan.yaml"] = strings(
        "editing.plan-start",
        id=identity,
        title=" ".join((title or name).split()),
        short_title=name,
        kind=before.kind.value,
        area=_noun(before.terms.area),
        measure=_noun(before.terms.measure),
        before=before.id,
        before_title=before.short_title,
        first=years["first"],
        last=years["last"],
    )
    return desk.proposal()


def _name(written: str, before: Plan) -> str:
    """Return what to call the plan, its years aside: as the one before, where its id begins as that one's does."""
    own = YEARS.fullmatch(before.id)
    is_same = own is not None and own["name"] == written
    return PERIOD.sub("", before.short_title) if is_same else capital(written.replace("-", " "))


def _noun(noun: Noun) -> str:
    """Return a plan's own word in all its forms, as lines of its file."""
    return "\n".join(f"    {name}: {value}" for name, value in noun)
