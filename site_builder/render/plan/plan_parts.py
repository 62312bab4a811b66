"""The pages that a plan has, as links, and when the plan is valid."""

from collections.abc import Mapping

from schema.plan import Plan
from site_builder.foundation.strings import Strings
from site_builder.foundation.swedish import capital, long_date
from site_builder.meaning.pages.rows import PlanPage
from site_builder.meaning.period import period
from site_builder.render.links import Link
from site_builder.render.writer import PlanWriter, Writer


def plan_parts(writer: PlanWriter) -> Mapping[str, Link]:
    """Return links to the parts of a plan by name: first those that go by the plan's own words."""
    rows = sorted((row for row in writer.content.pages if row.name), key=lambda row: not row.noun)
    titles = {row.name: page_title(writer.context.strings, writer.plan, row) for row in rows}
    return {row.name: writer.link(row.address(writer.plan), titles[row.name]) for row in rows}


def page_title(strings: Strings, plan: Plan, row: PlanPage) -> str:
    """Return what a page of a plan is called."""
    word = row.word(plan)
    return capital(word.plural) if word else strings(f"site.pages.{row.name}")


def period_words(writer: Writer, plan: Plan) -> str:
    """Return when a plan is valid: in years where it is whole years, since the sources may not give any days."""
    valid = period(plan)
    if not valid.is_whole_years:
        return writer.t("plan.period", first=long_date(valid.first_day), last=long_date(valid.last_day))
    return "–".join(dict.fromkeys((str(valid.first_day.year), str(valid.last_day.year))))
