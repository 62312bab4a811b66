"""The tables of the follow-up: what was answered, and what is known of every duty."""

from collections.abc import Iterator

from site_builder.export.contract.follow_up import Correction, FollowUp
from site_builder.export.contract.plans_file import PlansFile
from site_builder.export.tables.table import Row, Table
from site_builder.export.tables.table_keys import KEY, organization_names, titles_of

ORGANIZATION = ("organization", "organization_name", "year")
CORRECTED = ("corrected_value", "corrected_label", "corrected_comment", "correction_date", "correction_reason")


def follow_up_tables(plans: PlansFile) -> Iterator[Table]:
    """Yield the answers, and the state of every duty in every year."""
    columns: tuple[str, ...] = (*KEY, "follow_up", *ORGANIZATION, "source", "value", "label", "comment")
    columns = (*columns, "question", "month", *CORRECTED, "statement", "reservation", "level", "answered_by")
    yield Table("follow_ups", columns, tuple(_follow_ups(plans)))
    columns = (*KEY, *ORGANIZATION, "state", "follow_up", "value", "label", "known", "named", "qualified")
    yield Table("follow_up_standings", columns, tuple(_standings(plans)))


def _follow_ups(plans: PlansFile) -> Iterator[Row]:
    """Yield each answer as it was reported, and beside it the last correction of it, if there is one."""
    titles, names = titles_of(plans), organization_names(plans)
    for item in plans.follow_ups:
        labels = _labels(item)
        about = (item.id, item.organization, names[item.organization], item.year, item.source)
        corrections = {(correction.plan, correction.number): correction for correction in item.corrections}
        for answer in item.answers:
            key = f"{answer.plan}/{answer.number}"
            facts = (answer.value, labels.get(answer.value), answer.comment, answer.question, item.month)
            corrected = _corrected(corrections.get((answer.plan, answer.number)), labels)
            level = next((step.level for step in item.scale if step.id == answer.value), None)
            added = (answer.statement, answer.reservation, level, item.answered_by)
            yield (key, answer.plan, answer.number, titles[key], *about, *facts, *corrected, *added)


def _corrected(correction: Correction | None, labels: dict[str | None, str]) -> Row:
    if correction is None:
        return (None,) * len(CORRECTED)
    label = labels.get(correction.value)
    return correction.value, label, correction.comment, correction.date.isoformat(), correction.reason


def _standings(plans: PlansFile) -> Iterator[Row]:
    titles, names = titles_of(plans), organization_names(plans)
    labels = {item.id: _labels(item) for item in plans.follow_ups}
    for item in plans.follow_up_standings:
        key = f"{item.plan}/{item.number}"
        body = (item.organization, names[item.organization] if item.organization else None, item.year)
        label = labels[item.follow_up].get(item.value) if item.follow_up else None
        facts = (item.state, item.follow_up, item.value, label, item.known, item.named, item.qualified)
        yield (key, item.plan, item.number, titles[key], *body, *facts)


def _labels(follow_up: FollowUp) -> dict[str | None, str]:
    return {step.id: step.label for step in follow_up.scale}
