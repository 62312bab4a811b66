"""From goal to decision: what an intervention belongs to, what measures it, and who decided it."""

from collections.abc import Iterator

from msgspec import Struct

from schema.intervention import Intervention
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.decision_words import plan_decision
from site_builder.render.writer import PlanWriter


class Chain(Struct, frozen=True):
    """The goals of the plan, the indicators of the intervention itself, and the decision on the plan.

    `no_indicator` is said where the plan, which is a source, has indicators and none for this intervention.
    """

    goals: tuple[Link, ...]
    indicators: tuple[Link, ...]
    no_indicator: str
    all_indicators: Link | None
    decision: Link | None


def chain_of(writer: PlanWriter, intervention: Intervention) -> Chain:
    """Return what stands above and around an intervention of the writer's own plan."""
    plan, has_indicators = writer.plan, bool(writer.content.indicators)
    own = tuple(_indicators(writer, intervention))
    is_none = has_indicators and not own and not plan.known_through
    page = urls.plan_page(plan, "indikatorer")
    return Chain(
        goals=tuple(writer.link(f"{urls.plan_page(plan, 'mal')}#{goal.id}", goal.title) for goal in plan.goals),
        indicators=own,
        no_indicator=writer.t("intervention.no-indicator") if is_none else "",
        all_indicators=writer.link(page, writer.t("intervention.all-indicators")) if is_none else None,
        decision=plan_decision(writer, plan),
    )


def _indicators(writer: PlanWriter, intervention: Intervention) -> Iterator[Link]:
    for name in intervention.indicators:
        target = writer.context.index.targets["indicator", f"{writer.plan.id}/{name}"]
        yield writer.link(target.address, target.name)
