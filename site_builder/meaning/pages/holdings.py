"""What a plan holds, told from all that was read: also of what is broken, and is in no record."""

from collections.abc import Iterable

from schema.plan import Plan
from site_builder.meaning.names.scope import Scope
from site_builder.meaning.pages.rows import Holdings
from site_builder.reading.load import Loaded
from site_builder.reading.validate import Entry


def holdings_of(loaded: Loaded, plan: Plan, scope: Scope) -> Holdings:
    """Return what decides which pages a plan has. `scope` is what names mean outside the plans."""
    entries = [entry for entry in loaded.entries if entry.identity.plan == plan.id]
    return Holdings(
        plan=plan,
        kinds=frozenset({entry.identity.kind for entry in entries} | _unreadable(loaded, plan.id)),
        has_target_groups=bool(plan.target_categories) or _tells(entries, "intervention", "target_group"),
        is_followed_up=any(_follows_up(entry, plan.id, scope) for entry in loaded.entries),
        continues=bool(plan.replaces) and (bool(plan.dropped) or _tells(entries, "intervention", "succeeds")),
        tells_costs=_tells(entries, "intervention", "cost") or _tells(entries, "background", "costs"),
        tells_assignments=_tells(entries, "background", "assignments"),
    )


def _unreadable(loaded: Loaded, plan: str) -> set[str]:
    """Return the kinds of things of which nobody can tell whether the plan has any."""
    return {kind for kind, where in loaded.unreadable if where in ("", plan)}


def _tells(entries: Iterable[Entry], kind: str, field: str) -> bool:
    """Tell whether any thing of a kind has a field; what is broken may have it."""
    found = (entry.record for entry in entries if entry.identity.kind == kind)
    return any(record is None or getattr(record.value, field, None) for record in found)


def _follows_up(entry: Entry, plan: str, scope: Scope) -> bool:
    """Tell whether this is a follow-up that answers for a plan; what is broken may do so."""
    if entry.identity.kind != "follow_up":
        return False
    if entry.record is None:
        return True
    inside = scope.of(entry.record)
    answers = getattr(entry.record.value, "answers", ())
    interventions = (inside.key("intervention", answer.measure) for answer in answers)
    return any(intervention.startswith(f"{plan}/") for intervention in interventions)
