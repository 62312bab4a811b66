"""Waivers are themselves held to rules: of what can be waived, in time, and needed."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from site_builder.checks.names.orphans import is_complete
from site_builder.checks.table import Check
from site_builder.checks.waived import Waived
from site_builder.foundation.diagnostic import Finding, Severity
from site_builder.foundation.language.likeness import nearest
from site_builder.meaning.link import PlanIndex


def with_waivers(rules: Sequence[Check]) -> tuple[Check, ...]:
    """Return the checks with the rules of waivers added. What is no error may be waived too."""
    checks = {rule.code: replace(rule, waivable=rule.waivable or rule.severity is not Severity.ERROR) for rule in rules}

    def ensure_rules_may_be_waived(index: PlanIndex, _: date) -> Iterator[Finding]:
        """Ensure that every waiver is of a rule that may be waived: without the others there is no right site."""
        names = [code for code, check in checks.items() if check.waivable]
        for record, place, waiver in Waived(index).all:
            if waiver.code not in names:
                values = {"name": waiver.code, "suggestion": nearest(waiver.code, names) or ""}
                yield Finding(record.span("waivers", place, "code"), values)

    def ensure_waivers_are_needed(index: PlanIndex, as_of: date) -> Iterator[Finding]:
        """Ensure that every waiver covers something: what has been mended shall be held again.

        While a file is broken nobody can tell, and nothing is said.
        """
        waived = Waived(index)
        for record, place, waiver in waived.all if is_complete(index) else ():
            check = checks.get(waiver.code)
            found = check.rule(index, as_of) if check and check.waivable and waiver.until >= as_of else None
            if found is not None and not any(waived.covers(waiver, waiver.code, finding.span) for finding in found):
                yield Finding(record.span("waivers", place), {"name": waiver.code, "path": waiver.path})

    return (
        *checks.values(),
        Check("waiver-not-allowed", Severity.ERROR, ensure_rules_may_be_waived),
        Check("waiver-overdue", Severity.ERROR, ensure_waivers_are_in_time),
        Check("waiver-not-needed", Severity.WARNING, ensure_waivers_are_needed),
    )


def ensure_waivers_are_in_time(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that no waiver outlives its last day: whoever set the day wanted to look again."""
    for record, place, waiver in Waived(index).all:
        if waiver.until < as_of:
            values = {"name": waiver.code, "date": waiver.until.isoformat(), "reason": waiver.reason}
            yield Finding(record.span("waivers", place, "until"), values)
