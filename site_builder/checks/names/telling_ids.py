"""An id that tells a day, a year or a paragraph tells the right one: others find the thing by it."""

import re
from collections.abc import Iterator
from datetime import date

from schema.document import Decision
from site_builder.checks.plans.periods import late_decisions
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex

DECISION = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<day>\d\d-\d\d))?-.*?[a-z](?:-(?P<paragraph>\d+))?")
REPORT = re.compile(r"(?P<year>(?:19|20)\d\d)-.*")


def ensure_ids_tell_what_the_fields_do(index: PlanIndex, _as_of: date) -> Iterator[Finding]:
    """Ensure that the day, year and paragraph in an id are those of the decision, and the year that of the report."""
    late = {decision.value.id for _, decision, _ in late_decisions(index)}  # whose day is wrong, which is told there
    for record in index.decisions.values():
        for field, written, told in _of_decision(record.value):
            if written != told and not (record.value.id in late and field != "paragraph"):
                yield Finding(record.span(field), {"id": record.value.id, "told": told, "written": written})
    for report in index.follow_ups:
        match = REPORT.fullmatch(report.value.id)
        if match and match["year"] != str(report.value.year):
            values = {"id": report.value.id, "told": match["year"], "written": str(report.value.year)}
            yield Finding(report.span("year"), values)


def _of_decision(decision: Decision) -> Iterator[tuple[str, str, str]]:
    """Yield the fields that the id tells too: their names, what stands there, and what the id says."""
    if not (match := DECISION.fullmatch(decision.id)):
        return
    if decision.date and match["day"]:
        yield "date", decision.date.isoformat(), f"{match['year']}-{match['day']}"
    elif decision.date:
        yield "date", str(decision.date.year), match["year"]
    elif decision.year:
        yield "year", str(decision.year), match["year"]
    if decision.paragraph and match["paragraph"]:
        yield "paragraph", str(decision.paragraph), match["paragraph"]
