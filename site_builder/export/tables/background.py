"""The tables of how plans belong together and how they came to be, and of the versions of the site that told it."""

from collections.abc import Iterator

from site_builder.export.contract.intervention import CarriesOutDetail
from site_builder.export.contract.plans_file import Plan, PlansFile
from site_builder.export.tables.table import Row, Table
from site_builder.export.tables.table_keys import across, body_names, titles_of


def background_tables(plans: PlansFile) -> Iterator[Table]:
    """Yield what carries out what, the drafts, the decisions, and the versions of the site that were public."""
    columns: tuple[str, ...] = ("carrier", "plan", "kind", "number", "title", "carries_out", "carries_out_title")
    yield Table("carries_out", (*columns, "basis", "note"), tuple(_carries_out(plans)))
    columns = ("draft", "plan", "id", "version", "number", "title", "outcome", "became", "continues", "basis")
    yield Table("drafts", (*columns, "note", "views", "change"), tuple(_drafts(plans)))
    columns = ("id", "date", "year", "body", "body_name", "paragraph", "diarienummer", "title", "plans", "revises")
    yield Table("decisions", columns, tuple(_decisions(plans)))
    columns = ("id", "public_from", "public_until", "content_version", "revision", "release", "site_sha256", "archived")
    yield Table("public_versions", (*columns, "note"), tuple(_public_versions(plans)))


def _carries_out(plans: PlansFile) -> Iterator[Row]:
    """Yield a row for each measure that is carried out: a plan's areas first, then its interventions."""
    titles = titles_of(plans)
    for plan in plans.plans:
        for kind, number, title, details in _carriers(plan):
            for detail in details:
                about = (f"{plan.id}/{number}", plan.id, kind, number, title)
                yield (*about, detail.reference, titles[detail.reference], detail.basis, detail.note)


def _carriers(plan: Plan) -> Iterator[tuple[str, str, str | None, tuple[CarriesOutDetail, ...]]]:
    for area in plan.areas:
        yield "area", str(area.number), area.title, area.carries_out_details
    for item in plan.interventions:
        yield "intervention", item.number, item.title, item.carries_out_details


def _drafts(plans: PlansFile) -> Iterator[Row]:
    for plan in plans.plans:
        for draft in plan.drafts:
            about = (f"{plan.id}/{draft.id}", plan.id, draft.id, draft.version, draft.number, draft.title)
            became = ", ".join(across(plan.id, number) for number in draft.became)
            continues = ", ".join(across(plan.id, earlier) for earlier in draft.continues)
            yield (*about, draft.outcome, became, continues, draft.basis, draft.note, draft.views, draft.change)


def _decisions(plans: PlansFile) -> Iterator[Row]:
    names = body_names(plans)
    for item in plans.decisions:
        when = (item.date.isoformat() if item.date else None, item.year)
        about = (item.body, names[item.body], item.paragraph, item.diarienummer)
        yield (item.id, *when, *about, item.title, ", ".join(item.plans), ", ".join(item.revises))


def _public_versions(plans: PlansFile) -> Iterator[Row]:
    for item in plans.public_versions:
        days = (day.isoformat() if day else None for day in (item.public_from, item.public_until))
        signs = (item.content_version, item.revision, item.release, item.site_sha256)
        yield (item.id, *days, *signs, item.archived, item.note)
