"""The shape of a check, and how checks are run. The checks themselves stand in one table in `checks.all`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.foundation.diagnostic import Diagnostic, Finding, Severity
from site_builder.meaning.link import PlanIndex

Rule = Callable[[PlanIndex, date], Iterable[Finding]]


@dataclass(frozen=True)
class Check:
    """One rule with its stable code and its severity, of which the rule itself knows nothing."""

    code: str
    severity: Severity
    rule: Rule


def run(checks: Iterable[Check], index: PlanIndex, as_of: date) -> Iterator[Diagnostic]:
    """Yield what every check finds. `as_of` is the day that the content is read."""
    for check in checks:
        for finding in check.rule(index, as_of):
            yield Diagnostic(check.severity, check.code, finding.span, finding.values, finding.related)
