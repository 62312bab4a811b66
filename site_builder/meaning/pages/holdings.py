"""What a plan holds, told from all that was read: also of what is broken, and is in no record."""

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
        has_target_groups=bool(plan.target_categories) or any(_states_a_target_group(entry) for entry in entries),
        is_followed_up=any(_follows_up(entry, plan.id, scope) for entry in loaded.entries),
        continues=bool(plan.replaces) and (bool(plan.dropped) or any(_succeeds(entry) for entry in entries)),
    )


def _unreadable(loaded: Loaded, plan: str) -> set[str]:
    """Return the kinds of things of which nobody can tell whether the plan has any."""
    return {kind for kind, where in loaded.unreadable if where in ("", plan)}


def _states_a_target_group(entry: Entry) -> bool:
    broken = entry.record is None and entry.identity.kind == "intervention"
    return broken or bool(entry.record and getattr(entry.record.value, "target_group", None))


def _succeeds(entry: Entry) -> bool:
    """Tell whether a measure says what it is to the plan before; what is broken may do so."""
    broken = entry.record is None and entry.identity.kind == "intervention"
    return broken or bool(entry.record and getattr(entry.record.value, "succeeds", None))


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
