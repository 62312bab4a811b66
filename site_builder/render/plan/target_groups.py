"""Whom a plan's interventions are aimed at: all of them in one table, and a page for each category."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.intervention import Intervention
from schema.plan import TargetCategory
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.language.slugs import slug
from site_builder.foundation.page import Page
from site_builder.foundation.plain_text import one_line
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.render.links import Link
from site_builder.render.measure.lists import category_cell
from site_builder.render.plan.category_picture import category_picture, has_category_picture
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import (
    LinkedLead,
    SourceLine,
    counted,
    intervention_lead,
    intervention_link,
    neighbours,
    source_lines,
)
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import PlanWriter


class TargetGroupsView(Struct, frozen=True):
    """What the template of the target groups shows."""

    intro: str
    differences: Differences
    picture: Picture | None
    categories: tuple[LinkedLead, ...]
    table_heading: str
    table: Table
    missing_words: str
    missing: tuple[Link, ...]


class CategoryView(Struct, frozen=True):
    """What the template of one category shows."""

    lead: Markup
    differences: Differences
    text: Markup
    heading: str
    entries: tuple[LinkedLead, ...]
    no_interventions: str
    sources: tuple[SourceLine, ...]


def target_group_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of target groups, and a page for each of the plan's categories."""
    yield _list_page(writer)
    yield from _category_pages(writer)


def _list_page(writer: PlanWriter) -> Page:
    plan = writer.plan
    intro = writer.t("plan.target-groups-lead", plan=plan.short_title, measures=plan.terms.measure.plural)
    return writer.page(
        "plan/target_groups.html.j2",
        lambda: _list_view(writer, intro),
        title=writer.t("site.pages.malgrupper"),
        description=intro,
        sources=(writer.content.plan.source.path, *(record.source.path for record in writer.content.interventions)),
        parent=urls.plan_start(plan),
        wide=True,
    )


def _list_view(writer: PlanWriter, intro: str) -> TargetGroupsView:
    plan, interventions = writer.plan, [record.value for record in writer.content.holding]
    missing = [
        intervention
        for intervention in interventions
        if not (intervention.target_group or intervention.target_categories)
    ]
    return TargetGroupsView(
        intro=intro,
        differences=differences_of(writer),
        picture=category_picture(writer) if has_category_picture(writer.content) else None,
        categories=tuple(_category_entry(writer, category) for category in plan.target_categories),
        table_heading=writer.t("plan.all-measures", measures=plan.terms.measure.plural),
        table=_table(writer, interventions),
        missing_words=writer.t("plan.target-groups-missing", measures=counted(len(missing), plan.terms.measure)),
        missing=tuple(intervention_link(writer, intervention) for intervention in missing),
    )


def _category_entry(writer: PlanWriter, category: TargetCategory) -> LinkedLead:
    address = urls.category(writer.plan, category.id)
    anchor = urls.anchor("kategori", slug(category.id))
    return LinkedLead(anchor, writer.link(address, category.name), writer.prose(category.lead))


def _table(writer: PlanWriter, interventions: list[Intervention]) -> Table:
    terms, categories = writer.plan.terms, writer.plan.target_categories
    columns = ["target", "categories"] if categories else ["target"]
    return simple(
        urls.table("malgrupper"),
        writer.t("plan.target-groups-caption", measure=terms.measure.indefinite),
        [capital(terms.measure.indefinite), *(writer.t(f"plan.columns.{name}") for name in columns)],
        (_row(writer, intervention)[: len(columns) + 1] for intervention in interventions),
    )


def _row(writer: PlanWriter, intervention: Intervention) -> tuple[Cell, ...]:
    missing = writer.t("plan.target-by-category" if intervention.target_categories else "site.not-stated")
    group = one_line(intervention.target_group, writer.name) if intervention.target_group else missing
    return text(intervention_link(writer, intervention)), text(group), category_cell(writer, intervention)


def _category_pages(writer: PlanWriter) -> Iterator[Page]:
    plan, by_category = writer.plan, _by_category(writer.content)
    addresses = [urls.category(plan, category.id) for category in plan.target_categories]
    for place, category in enumerate(plan.target_categories):
        before, after = neighbours(addresses, place)
        interventions = by_category[category.id]
        own = writer.at(addresses[place])
        yield own.page(
            "plan/category.html.j2",
            partial(_category_view, own, category, interventions),
            title=category.name,
            description=f"{category.name}: {category.lead}",
            sources=(writer.content.plan.source.path, *(intervention.source.path for intervention in interventions)),
            parent=urls.plan_page(plan, "malgrupper"),
            previous=before,
            next=after,
        )


def _by_category(content: PlanContent) -> dict[str, list[Record[Intervention]]]:
    found = defaultdict[str, list[Record[Intervention]]](list)
    for record in content.holding:
        for category in record.value.target_categories:
            found[category].append(record)
    return found


def _category_view(
    writer: PlanWriter, category: TargetCategory, interventions: list[Record[Intervention]]
) -> CategoryView:
    plural = writer.plan.terms.measure.plural
    return CategoryView(
        lead=writer.prose(category.lead),
        differences=differences_of(writer),
        text=writer.prose(category.text),
        heading=writer.t("plan.category-measures", measures=capital(plural)),
        entries=tuple(intervention_lead(writer, intervention.value) for intervention in interventions),
        no_interventions=writer.t("plan.no-measures", measures=plural),
        sources=source_lines(writer, category.sources),
    )
