"""Values of indicators come in the order of time."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex


def ensure_baselines_come_first(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the baseline is from an earlier year than the target, which is to be reached from there."""
    for content in index.plans.values():
        for record in content.indicators:
            baseline, target = record.value.baseline, record.value.target
            if baseline and target and baseline.year > target.year:
                values = {"baseline": str(baseline.year), "target": str(target.year)}
                yield Finding(record.span("baseline", "year"), values, (record.span("target", "year"),))
