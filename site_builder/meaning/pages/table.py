"""The pages of the site, one row each: its name, when there is one, who makes it, and where a reader finds it.

All that knows of pages asks here: targets, addresses, the menu, the foot, a plan's own list, print and search. Pages
that things have for themselves (a measure, an area, a body) are made by whoever makes the page above them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from schema.plan import Plan
from site_builder.meaning import urls
from site_builder.meaning.pages.rows import Found, Holdings, PlanPage, Printed, SitePage, Subject

if TYPE_CHECKING:
    from site_builder.meaning.link import PlanContent


def _starting_points(content: "PlanContent") -> Iterator[tuple[str, int]]:
    return ((urls.starting_point(content.plan.value, record.value.id), 1) for record in content.starting_points)


def _areas_with_interventions(content: "PlanContent") -> Iterator[tuple[str, int]]:
    plan = content.plan.value
    for area in (record.value.number for record in content.areas):
        yield urls.area(plan, area), 1
        numbers = (record.value.number for record in content.holding)
        yield from ((urls.intervention(plan, number), 2) for number in numbers if number.partition(":")[0] == area)


def _categories(content: "PlanContent") -> Iterator[tuple[str, int]]:
    return ((urls.category(content.plan.value, item.id), 1) for item in content.plan.value.target_categories)


def _always(_: Holdings) -> bool:
    return True


def _has_areas(held: Holdings) -> bool:
    return held.has("area")


def _has_interventions(held: Holdings) -> bool:
    return held.has("intervention")


# fmt: off
PLAN_PAGES: Sequence[PlanPage] = (
    PlanPage("", "plan.plan:plan_pages", _always, in_menu=False, printed=Printed.ITSELF),
    PlanPage("mal", "plan.goals:goals_pages", lambda held: bool(held.plan.goals), printed=Printed.ITSELF),
    PlanPage("utgangspunkter", "plan.starting_points:starting_point_pages", lambda held: held.has("starting_point"),
             printed=Printed.BELOW, below=_starting_points),
    PlanPage("areas", "plan.areas:area_pages", _has_areas, noun="area", printed=Printed.BELOW,
             below=_areas_with_interventions),
    PlanPage("measures", "measure.lists:intervention_list_pages", _has_interventions, noun="measure"),
    PlanPage("ansvarsmatris", "measure.matrix:matrix_pages", _has_interventions, printed=Printed.LAST),
    PlanPage("kopplingar", "measure.connections:connection_pages", _has_interventions, found=Found.BY_TITLE),
    PlanPage("malgrupper", "plan.target_groups:target_group_pages", lambda held: held.has_target_groups,
             printed=Printed.BELOW, below=_categories),
    PlanPage("indikatorer", "plan.indicators:indicator_pages", lambda held: held.has("indicator"),
             printed=Printed.ITSELF),
    PlanPage("uppfoljning", "follow_up.page:follow_up_pages", lambda held: held.is_followed_up),
    PlanPage(urls.BACKGROUND, "background.background:background_pages",
             lambda held: held.has("background") or held.has("draft"), subject=Subject.HISTORY),
    PlanPage(urls.DRAFTS, "background.drafts_page:drafts_pages", lambda held: held.has("draft"),
             found=Found.BY_TABLES_TOO, subject=Subject.HISTORY),
    PlanPage(urls.COSTS, "background.costs:cost_pages", lambda held: held.tells_costs),
    PlanPage(urls.ASSIGNMENTS, "background.assignments:assignment_pages", lambda held: held.tells_assignments,
             subject=Subject.HISTORY),
    PlanPage("fran-forra-planen", "plan.from_before:from_before_pages", lambda held: held.continues,
             subject=Subject.HISTORY),
    PlanPage("utskrift", "plan.print_version:print_pages", _has_interventions, in_menu=False, found=Found.BY_TITLE),
)
START = "start"  # what a reference calls the start page, whose own name is empty
SITE_PAGES: Sequence[SitePage] = (
    SitePage("", "start:start_pages", in_menu=False),
    SitePage("organisationer", "bodies.organization_list:organization_list_pages"),
    SitePage("uppfoljningar", "follow_up.reports:follow_up_list_pages"),
    SitePage(urls.DOCUMENTS, "reference.document_lists:all_documents_pages"),
    SitePage(urls.GOVERNING, "reference.documents:governing_document_pages"),
    SitePage(urls.SUPPORTING, "reference.document_lists:supporting_documents_pages"),
    SitePage("beslut", "reference.decisions:decision_pages", foot=5),
    SitePage("ordlista", "reference.glossary:glossary_pages", foot=6, is_answer=True),
    SitePage("avvikelser", "reference.differences:difference_pages", foot=4, found=Found.BY_TITLE,
             subject=Subject.SITE),
    SitePage(urls.CHANGES, "reference.changes:change_pages", foot=7, found=Found.BY_TITLE, subject=Subject.SITE),
    SitePage(urls.PUBLIC, "reference.public_versions:public_version_pages", in_menu=False, subject=Subject.SITE),
    SitePage("tillganglighet", "accessibility:accessibility_pages", in_menu=False, foot=2, subject=Subject.SITE),
    SitePage(urls.OPEN_DATA, foot=3, subject=Subject.SITE),
    SitePage("oppna-data/varden", in_menu=False, subject=Subject.SITE),
    SitePage("oppna-data/versioner", in_menu=False, subject=Subject.SITE),
    SitePage("om", foot=1, subject=Subject.SITE),
    SitePage(urls.EDITORS, "editing.editors:editors_pages", found=Found.BY_TITLE, subject=Subject.SITE),
    SitePage("om/redigera", in_menu=False, found=Found.NOT, subject=Subject.SITE),
    SitePage("om/recept", "editing.recipe_list:recipe_list_pages", in_menu=False, found=Found.NOT,
             subject=Subject.SITE),
    SitePage("om/falt", "editing.field_list:field_list_pages", in_menu=False, found=Found.NOT, subject=Subject.SITE),
    SitePage("om/kontroller", "check_list:check_list_pages", in_menu=False, found=Found.NOT, subject=Subject.SITE),
    SitePage("sok", "search:search_pages", in_menu=False, found=Found.NOT),
)
# fmt: on


def pages_of(held: Holdings) -> tuple[PlanPage, ...]:
    """Return the pages that a plan has: those on which anything would stand."""
    return tuple(row for row in PLAN_PAGES if row.exists(held))


def pages_by_address(plans: Iterable[tuple[Plan, Iterable[PlanPage]]]) -> dict[str, PlanPage | SitePage]:
    """Return the row of each page of the site and of the plans, given with those that they have, by its address."""
    of_plans = {row.address(plan): row for plan, rows in plans for row in rows}
    return {**{row.address: row for row in SITE_PAGES}, **of_plans}
