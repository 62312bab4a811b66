"""An id that tells a day, a year or a paragraph tells the right one: others find the thing by it."""

import re
from collections.abc import Iterator
from datetime import date

from schema.document import Decision
from schema.follow_up import FollowUp
from site_builder.checks.plans.periods import late_decisions
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex

DECISION = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<day>\d\d-\d\d))?-.*?[a-z](?:-(?P<paragraph>\d+))?")
REPORT = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<body>.*)")


def ensure_ids_tell_what_the_fields_do(index: PlanIndex, _as_of: date) -> Iterator[Finding]:
    """Ensure that what an id tells is so: the day, year and paragraph of a decision, the year and body of a report."""
    late = {decision.value.id for _, decision, _ in late_decisions(index)}  # whose day is wrong, which is told there
    for record in index.decisions.values():
        for field, written, told in _of_decision(record.value):
            if written != told and not (record.value.id in late and field != "paragraph"):
                yield Finding(record.span(field), {"id": record.value.id, "told": told, "written": written})
    for report in index.follow_ups:
        match = REPORT.fullmatch(report.value.id)
        if match and match["year"] != str(report.value.year):
            yield _told(report, "year", match["year"], str(report.value.year))
        if match and is_named_after_another(index, report):
            yield _told(report, "organization", match["body"], report.value.organization)


def is_named_after_another(index: PlanIndex, report: Record[FollowUp]) -> bool:
    """Tell whether a report has the id of another body in its own: one of the two is wrong."""
    match = REPORT.fullmatch(report.value.id)
    return bool(match and match["body"] in index.organizations and match["body"] != report.value.organization)


def _told(report: Record[FollowUp], field: str, told: str, written: str) -> Finding:
    return Finding(report.span(field), {"id": report.value.id, "told": told, "written": written})


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
