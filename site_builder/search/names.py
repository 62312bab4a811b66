"""Other names of a page: its plan's, its title in the source, its appendix, the number of its matter, a body's others.

And what readers ask that it answers, which the editors tell.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from schema.plan import Plan
from site_builder.foundation.inline import parse_target
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.names.short_names import longer_title


def page_names(index: PlanIndex, strings: Strings) -> Mapping[str, tuple[str, ...]]:
    """Return the other names of pages by address."""
    found = defaultdict[str, list[str]](list)
    for address, name in (*_of_bodies(index), *_of_plans(index, strings), *_of_documents(index), *_of_summaries(index)):
        if name:
            found[address].append(name)
    return {address: tuple(names) for address, names in found.items()}


def page_questions(index: PlanIndex) -> Mapping[str, tuple[str, ...]]:
    """Return what readers ask that a page answers, by its address."""
    found = defaultdict[str, list[str]](list)
    for record in index.questions:
        address = index.targets[parse_target(record.value.page)].address.partition("#")[0]
        found[address] += record.value.questions
    return {address: tuple(questions) for address, questions in found.items()}


def _of_bodies(index: PlanIndex) -> Iterator[tuple[str, str]]:
    for key, record in index.organizations.items():
        body = record.value
        former = (item.name for item in body.former_names)
        for name in (*body.aliases, *former, *([body.administration] if body.administration else ())):
            yield urls.body(key), name


def _of_summaries(index: PlanIndex) -> Iterator[tuple[str, str]]:
    for summary in (record.value for record in index.summaries):
        yield from ((urls.summary(summary.id), name) for name in (summary.name, *summary.everyday))


def _of_documents(index: PlanIndex) -> Iterator[tuple[str, str]]:
    """Yield the number of the matter that a plan or a document with a page of its own was decided in."""
    for plan in (content.plan.value for content in index.plans.values()):
        yield urls.plan_start(plan), plan.diarienummer or ""
    for key, record in index.documents.items():
        address = index.targets["document", key].address
        if "#" not in address:
            yield address, record.value.diarienummer or ""


def _of_plans(index: PlanIndex, strings: Strings) -> Iterator[tuple[str, str]]:
    current = index.site.value.current_plan if index.site else ""
    for content in index.plans.values():
        plan = content.plan.value
        places = [urls.plan_start(plan), *([urls.plan_page(plan, "mal")] if plan.goals else [])]
        yield from ((address, plan.title) for address in ([*places, ""] if plan.id == current else places))
        if plan.id != current:
            alike = (row for row in content.pages if row.name)  # asked for with the plan's name beside their own
            yield from ((row.address(plan), plan.short_title) for row in alike)
        yield from _of_parts(content)
        yield from _of_appendices(index, plan, strings)


def _of_parts(content: PlanContent) -> Iterator[tuple[str, str]]:
    """Yield the titles that the source gives to what the site calls something shorter."""
    plan = content.plan.value
    for intervention in (record.value for record in content.interventions):
        yield urls.intervention(plan, intervention.number), longer_title(intervention)
    for area in (record.value for record in content.areas):
        yield urls.area(plan, area.number), longer_title(area)


def _of_appendices(index: PlanIndex, plan: Plan, strings: Strings) -> Iterator[tuple[str, str]]:
    for appendix in plan.appendices:
        if appendix.page:
            target = index.targets[parse_target(appendix.page)]
            title = strings("search.appendix", number=appendix.number, title=appendix.title)
            yield target.address.partition("#")[0], title
