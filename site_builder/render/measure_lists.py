"""Lists of a plan's interventions: all of them, and those for each category of the target group."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.intervention import Intervention
from schema.plan import TargetCategory
from schema.vocabulary import Role
from site_builder import urls
from site_builder.link import PlanContent
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.markdown import Link, plain_text
from site_builder.render.parts import (
    LinkedLead,
    SourceLine,
    capital,
    differences_of,
    intervention_link,
    interventions_by_area,
    neighbours,
    source_lines,
)
from site_builder.render.table import Cell, Group, Table, simple, text


@dataclass(frozen=True)
class MeasuresView:
    """What the template of the list of all interventions shows."""

    intro: str
    table: Table


@dataclass(frozen=True)
class TargetGroupsView:
    """What the template of the target groups shows."""

    intro: str
    categories: tuple[LinkedLead, ...]
    table: Table


@dataclass(frozen=True)
class CategoryView:
    """What the template of one category shows."""

    lead: Markup
    differences: tuple[Link, ...]
    text: Markup
    heading: str
    measures: tuple[LinkedLead, ...]
    sources: tuple[SourceLine, ...]


def measure_list_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the list of all interventions, by area."""
    plan = content.plan.value
    writer = context.at(urls.measure_list(plan), plan)
    words = {"n": len(content.interventions), "measures": plan.terms.measure.plural, "areas": plan.terms.area.plural}
    intro = writer.t("plan.measures-lead", plan=plan.short_title, m=len(content.areas), **words)
    yield writer.page(
        "measures.md.j2",
        MeasuresView(intro, _measure_table(writer, content)),
        title=capital(plan.terms.measure.plural),
        description=intro,
        sources=(content.plan.source.path, *(record.source.path for record in content.interventions)),
        parent=urls.plan_start(plan),
    )


def target_group_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the page of target groups and a page for each category, if the plan has categories."""
    plan = content.plan.value
    if not plan.target_categories:
        return
    by_category = _by_category(content)
    yield _target_groups(context.at(urls.plan_page(plan, "malgrupper"), plan), content)
    addresses = [urls.category(plan, category.id) for category in plan.target_categories]
    for place, category in enumerate(plan.target_categories):
        writer = context.at(addresses[place], plan)
        before, after = neighbours(addresses, place)
        yield writer.page(
            "category.md.j2",
            _category(writer, content, category, by_category[category.id]),
            title=category.name,
            description=category.lead,
            sources=(content.plan.source.path,),
            parent=urls.plan_page(plan, "malgrupper"),
            previous=before,
            next=after,
        )


def _measure_table(writer: Writer, content: PlanContent) -> Table:
    plan, by_area = content.plan.value, interventions_by_area(content)
    columns = (capital(plan.terms.measure.indefinite), *(writer.t(f"plan.columns.{name}") for name in
               ("coordinating", "responsible", "categories")))  # fmt: skip
    groups = []
    for area in content.areas:
        rows = tuple(_measure_row(writer, content, measure) for measure in by_area.get(area.value.number, []))
        link = writer.link(urls.area(plan, area.value.number), f"{area.value.number} {area.value.title}")
        groups.append(Group(rows, text(link)))
    caption = writer.t(
        "plan.measures-caption", measures=capital(plan.terms.measure.plural), areas=plan.terms.area.indefinite
    )
    return Table("tabell-lista", caption, tuple(text(column) for column in columns), tuple(groups))


def _measure_row(writer: Writer, content: PlanContent, measure: Intervention) -> tuple[Cell, ...]:
    link = intervention_link(writer, content, measure)
    roles = [Cell(_bodies(writer, measure, role)) for role in (Role.COORDINATING, Role.RESPONSIBLE)]
    return (text(link), *roles, text(", ".join(measure.target_categories)))


def _bodies(writer: Writer, measure: Intervention, role: Role) -> tuple[Link | str, ...]:
    names = [body for entry in measure.responsibilities if entry.role is role for body in entry.bodies]
    targets = [writer.context.index.targets["body", name] for name in names]
    return tuple(writer.link(target.address, target.name) for target in targets) or (writer.t("site.not-stated"),)


def _by_category(content: PlanContent) -> dict[str, list[Intervention]]:
    found = defaultdict[str, list[Intervention]](list)
    for record in content.interventions:
        for category in record.value.target_categories:
            found[category].append(record.value)
    return found


def _target_groups(writer: Writer, content: PlanContent) -> Page:
    plan = content.plan.value
    categories = [
        LinkedLead(writer.link(urls.category(plan, category.id), category.name), writer.prose(category.lead))
        for category in plan.target_categories
    ]
    table = simple(
        "tabell-malgrupper",
        writer.t("plan.target-groups-caption", measure=plan.terms.measure.indefinite),
        [
            capital(plan.terms.measure.indefinite),
            *(writer.t(f"plan.columns.{name}") for name in ("target", "categories")),
        ],
        (_target_row(writer, content, record.value) for record in content.interventions),
    )
    intro = writer.t("plan.target-groups-lead", plan=plan.short_title, measures=plan.terms.measure.plural)
    return writer.page(
        "target_groups.md.j2",
        TargetGroupsView(intro, tuple(categories), table),
        title=writer.t("site.pages.malgrupper"),
        description=intro,
        sources=(content.plan.source.path,),
        parent=urls.plan_start(plan),
    )


def _target_row(writer: Writer, content: PlanContent, measure: Intervention) -> tuple[Cell, ...]:
    missing = writer.t("plan.target-by-category" if measure.target_categories else "site.not-stated")
    group = plain_text(measure.target_group, writer.name) if measure.target_group else missing
    return text(intervention_link(writer, content, measure)), text(group), text(", ".join(measure.target_categories))


def _category(
    writer: Writer, content: PlanContent, category: TargetCategory, measures: list[Intervention]
) -> CategoryView:
    words = content.plan.value.terms.measure
    return CategoryView(
        lead=writer.prose(category.lead),
        differences=differences_of(writer),
        text=writer.prose(category.text),
        heading=writer.t("plan.category-measures", measures=capital(words.plural)),
        measures=tuple(
            LinkedLead(intervention_link(writer, content, measure), writer.prose(measure.lead)) for measure in measures
        ),
        sources=source_lines(writer, category.sources),
    )
