"""What a measure was in the plan before, and what it becomes in the one that comes after."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.intervention import Intervention
from site_builder.meaning.plans.continuation import Continuations
from site_builder.meaning.plans.state import successors
from site_builder.render.shared.plan_state import with_state
from site_builder.render.writer import PlanWriter


class OtherPlan(Struct, frozen=True):
    """A plan, and what is told of the measure there."""

    plan: str
    lines: tuple[Markup, ...]


def other_plans(writer: PlanWriter, intervention: Intervention) -> tuple[OtherPlan, ...]:
    """Return what is told of a measure in the plan before and in those after; nothing of plans that tell nothing."""
    key = f"{writer.plan.id}/{intervention.number}"
    after = ((with_state(writer.context.strings, content.plan.value, writer.context.as_of),
              _after(writer, writer.context.continuations[content.plan.value.id], key))
             for content in successors(writer.context.index, writer.plan.id))  # fmt: skip
    before = (writer.t("plan.from-before.before"), _before(writer, intervention))
    made = (OtherPlan(writer.t("plan.from-before.in", plan=plan), tuple(lines)) for plan, lines in (before, *after))
    return tuple(item for item in made if item.lines)


def _before(writer: PlanWriter, intervention: Intervention) -> Iterator[Markup]:
    for item in intervention.succeeds:
        yield _line(writer, item.kind, item.basis, str(item.measure or ""))


def _after(writer: PlanWriter, known: Continuations, key: str) -> Iterator[Markup]:
    for item in known.became.get(key, ()):
        yield _line(writer, item.told.kind, item.told.basis, item.new)
    if (dropped := known.dropped.get(key)) and key not in known.became:
        yield _line(writer, "dropped", dropped.basis, "")


def _line(writer: PlanWriter, kind: str, basis: str, intervention: str) -> Markup:
    words = f"{writer.t(f'plan.from-before.kinds.{kind}')} ({writer.t(f'background.basis.{basis}')})"
    return (
        Markup("{}: {}").format(writer.target_link(intervention), words) if intervention else Markup("{}").format(words)
    )
