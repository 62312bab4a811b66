"""The form for new values of indicators: a row for each, with what is known of it, a year and a value to fill in."""

from collections.abc import Iterator

from schema.indicator import Measurement
from site_builder.editing.form_sheets.form import Form, FormRow
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex

KIND = "indicators"
OPEN = 2  # the year and the value
HEADINGS = ("plan", "id", "name", "unit", "baseline", "target", "latest", "year", "value")


def indicators_form(index: PlanIndex, plan: str, strings: Strings) -> Form:
    """Return the form of a plan's indicators. It has no rows if the plan has none here."""
    return Form(
        kind=KIND,
        facts={"plan": plan},
        sheet=strings("form_sheets.indicators.sheet"),
        headings=tuple(strings(f"form_sheets.indicators.headings.{name}") for name in HEADINGS),
        rows=tuple(_rows(index, plan, strings)),
    )


def _rows(index: PlanIndex, plan: str, strings: Strings) -> Iterator[FormRow]:
    content = index.plans[plan]
    for record in content.indicators:
        item = record.value
        latest = max(item.values, key=lambda measured: measured.year, default=None)
        known = (_words(measured, strings) for measured in (item.baseline, item.target, latest))
        yield FormRow(f"{plan}/{item.id}", (content.plan.value.short_title, item.id, item.name, item.unit, *known))


def _words(measured: Measurement | None, strings: Strings) -> str:
    """Return a value with its year, and nothing of one that is not here."""
    if measured is None:
        return ""
    return strings("form_sheets.measured", value=f"{measured.value:f}".replace(".", ","), year=str(measured.year))
