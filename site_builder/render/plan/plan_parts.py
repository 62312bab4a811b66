"""The pages that this plan has, of those that plans can have."""

from collections.abc import Mapping

from schema.plan import Plan
from site_builder.foundation.swedish import long_date
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.period import period
from site_builder.render.context import Writer
from site_builder.render.links import Link
from site_builder.render.shared.parts import capital


def plan_parts(writer: Writer, content: PlanContent) -> Mapping[str, Link]:
    """Return links to the parts of a plan that exist, by name; areas and measures go by the plan's own words."""
    plan = content.plan.value
    pages = {
        "mal": plan.goals,
        "utgangspunkter": content.starting_points,
        "ansvarsmatris": content.interventions,
        "kopplingar": content.interventions,
        "malgrupper": has_target_groups(content),
        "indikatorer": content.indicators,
        "uppfoljning": plan.id in writer.context.follow_up_states,
        "bakgrund": content.background or content.drafts,
        "utskrift": content.interventions,
    }
    nouns = {
        "areas": writer.link(urls.area_list(plan), capital(plan.terms.area.plural)),
        "measures": writer.link(urls.measure_list(plan), capital(plan.terms.measure.plural)),
    }
    links = {name: writer.link(urls.plan_page(plan, name), writer.t(f"site.pages.{name}")) for name in pages}
    return nouns | {name: links[name] for name, things in pages.items() if things}


def period_words(writer: Writer, plan: Plan) -> str:
    """Return when a plan is valid: in years where it is whole years, since the sources may not give any days."""
    valid = period(plan)
    if not valid.is_whole_years:
        return writer.t("plan.period", first=long_date(valid.first_day), last=long_date(valid.last_day))
    return "–".join(dict.fromkeys((str(valid.first_day.year), str(valid.last_day.year))))


def has_target_groups(content: PlanContent) -> bool:
    """Tell whether the plan says whom anything is aimed at."""
    stated = any(record.value.target_group for record in content.interventions)
    return stated or bool(content.plan.value.target_categories)
