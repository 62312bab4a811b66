"""The pages that this plan has, of those that plans can have."""

from collections.abc import Mapping

from schema.plan import Plan
from site_builder.foundation.swedish import year_or_day_words
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
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
    """Return when a plan is valid: in years where the sources give no days."""
    first, last = (year_or_day_words(given) for given in (plan.valid_from, plan.valid_to))
    if isinstance(plan.valid_from, int) and isinstance(plan.valid_to, int):
        return "–".join(dict.fromkeys((first, last)))
    return writer.t("plan.period", first=first, last=last)


def has_target_groups(content: PlanContent) -> bool:
    """Tell whether the plan says whom anything is aimed at."""
    stated = any(record.value.target_group for record in content.interventions)
    return stated or bool(content.plan.value.target_categories)
