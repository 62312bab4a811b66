"""The shape of a check, and how checks are run. The checks themselves stand in one table in `checks.all`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from site_builder.checks.waived import Waived
from site_builder.foundation.diagnostic import Diagnostic, Finding, Severity
from site_builder.meaning.link import PlanIndex

Rule = Callable[[PlanIndex, date], Iterable[Finding]]


class Check(Struct, frozen=True):
    """One rule with its stable code and its severity, of which the rule itself knows nothing.

    One that is `waivable` may be waived for a place: the site can be built and is right in all else without it.
    """

    code: str
    severity: Severity
    rule: Rule
    waivable: bool = False


def run(checks: Iterable[Check], index: PlanIndex, as_of: date) -> Iterator[Diagnostic]:
    """Yield what every check finds that is not waived. `as_of` is the day that the content is read."""
    waived = Waived(index)
    for check in checks:
        for finding in check.rule(index, as_of):
            if not (check.waivable and waived.at(check.code, finding.span)):
                yield Diagnostic(check.severity, check.code, finding.span, finding.values, finding.related)
