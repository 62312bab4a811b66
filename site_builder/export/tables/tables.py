"""The tables: the same data as in `plans.json`, one row a thing. The columns have the contract's field names."""

from collections.abc import Iterator

from site_builder.export.contract.intervention import Intervention
from site_builder.export.contract.plan import Indicator, Measurement
from site_builder.export.contract.plans_file import Plan, PlansFile
from site_builder.export.tables.background import background_tables
from site_builder.export.tables.follow_up import follow_up_tables
from site_builder.export.tables.table import Row, Table
from site_builder.export.tables.table_keys import KEY, WHEN, across, body_names, titles_of, when


def tables(plans: PlansFile) -> Iterator[Table]:
    """Yield every table. One without rows has its columns."""
    columns: tuple[str, ...] = (*KEY, "area", "url", "expected_result", "target_group", "target_categories")
    columns += ("cost_sek_per_year", "table_title", "lead", "short_title", "when", *WHEN, "in_force")
    yield Table("interventions", columns, tuple(_interventions(plans)))
    columns = (*KEY, "organization", "organization_name", "role", "scope", "via", "via_name", *WHEN)
    yield Table("responsibilities", columns, tuple(_responsibilities(plans)))
    columns = (*KEY, "reference", "reference_title", "stated_in", "mutual")
    yield Table("references", columns, tuple(_references(plans)))
    yield from follow_up_tables(plans)
    columns = ("indicator", "plan", "id", "goal", "name", "unit", "measurement", "year", "value", "short_title")
    yield Table("indicators", columns, tuple(_indicators(plans)))
    yield from background_tables(plans)


def _measures(plans: PlansFile) -> Iterator[tuple[Row, Plan, Intervention]]:
    """Yield every intervention with its plan and the cells of its key columns."""
    for plan in plans.plans:
        for item in plan.interventions:
            yield (f"{plan.id}/{item.number}", plan.id, item.number, item.title), plan, item


def _interventions(plans: PlansFile) -> Iterator[Row]:
    for key, _, item in _measures(plans):
        facts = (item.area, item.url, item.expected_result, item.target_group, ", ".join(item.target_categories))
        yield (
            *key,
            *facts,
            item.cost_sek_per_year,
            item.table_title,
            item.lead,
            item.short_title,
            item.when,
            *when(item.validity),
            item.in_force,
        )


def _responsibilities(plans: PlansFile) -> Iterator[Row]:
    names = body_names(plans)
    for key, _, item in _measures(plans):
        for duty in item.responsibilities:
            body = (duty.organization, names[duty.organization])
            yield (
                *key,
                *body,
                duty.role,
                duty.scope,
                duty.via,
                names[duty.via] if duty.via else None,
                *when(duty.validity),
            )


def _references(plans: PlansFile) -> Iterator[Row]:
    titles = titles_of(plans)
    for key, plan, item in _measures(plans):
        for detail in item.reference_details:
            other = across(plan.id, detail.reference)
            yield (*key, other, titles[other], detail.stated_in, detail.mutual)


def _indicators(plans: PlansFile) -> Iterator[Row]:
    """Yield a row for each value; a baseline or target that is unknown has its row with nothing in it."""
    for plan in plans.plans:
        for item in plan.indicators:
            about = (f"{plan.id}/{item.id}", plan.id, item.id, item.goal, item.name, item.unit)
            for kind, measurement in _measurements(item):
                known = (measurement.year, measurement.value) if measurement else (None, None)
                yield (*about, kind, *known, item.short_title)


def _measurements(indicator: Indicator) -> Iterator[tuple[str, Measurement | None]]:
    yield "baseline", indicator.baseline
    yield from (("value", measurement) for measurement in indicator.values)
    yield "target", indicator.target
