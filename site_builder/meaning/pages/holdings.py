"""What a plan holds, told from all that was read: also of what is broken, and is in no record."""

from collections.abc import Iterable

from schema.follow_up import FollowUp
from schema.plan import Plan
from site_builder.meaning.names.scope import Scope
from site_builder.meaning.pages.rows import Holdings
from site_builder.reading.load import Loaded
from site_builder.reading.validate import Entry


def holdings_of(loaded: Loaded, plan: Plan, scope: Scope) -> Holdings:
    """Return what decides which pages a plan has. `scope` is what names mean outside the plans."""
    entries = [entry for entry in loaded.entries if entry.identity.plan == plan.id]
    unreadable = {kind for kind, where in loaded.unreadable if where in ("", plan.id)}

    def tells(kind: str, field: str) -> bool:  # also where nobody can tell whether there is any such thing
        return kind in unreadable or _tells(entries, kind, field)

    return Holdings(
        plan=plan,
        kinds=frozenset({entry.identity.kind for entry in entries} | unreadable),
        has_target_groups=bool(plan.target_categories) or tells("intervention", "target_group"),
        is_followed_up="follow_up" in unreadable or any(_follows_up(entry, plan.id, scope) for entry in loaded.entries),
        continues=bool(plan.replaces) and (bool(plan.dropped) or tells("intervention", "succeeds")),
        tells_costs=tells("intervention", "cost") or tells("background", "costs"),
        tells_assignments=tells("background", "assignments"),
    )


def _tells(entries: Iterable[Entry], kind: str, field: str) -> bool:
    """Tell whether any thing of a kind has a field; what is broken may have it."""
    found = (entry.record for entry in entries if entry.identity.kind == kind)
    return any(record is None or getattr(record.value, field) for record in found)


def _follows_up(entry: Entry, plan: str, scope: Scope) -> bool:
    """Tell whether this is a follow-up that answers for a plan; what is broken may do so."""
    if entry.record is None:
        return entry.identity.kind == "follow_up"
    if not isinstance(entry.record.value, FollowUp):
        return False
    inside = scope.of(entry.record)
    interventions = (inside.key("intervention", answer.measure) for answer in entry.record.value.answers)
    return any(intervention.startswith(f"{plan}/") for intervention in interventions)
