"""The pages that a plan has, as links, and when the plan is valid."""

from collections.abc import Mapping

from schema.plan import Plan
from site_builder.foundation.language.phrases import capital, year_or_day_words
from site_builder.foundation.strings import Strings
from site_builder.meaning.pages.rows import PlanPage
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
    """Return when a plan is valid: in years where the sources give no days."""
    first, last = (year_or_day_words(given) for given in (plan.valid_from, plan.valid_to))
    if isinstance(plan.valid_from, int) and isinstance(plan.valid_to, int):
        return "–".join(dict.fromkeys((first, last)))
    return writer.t("plan.period", first=first, last=last)
