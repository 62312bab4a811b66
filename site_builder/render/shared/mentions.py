"""Which pages mention a thing: references turned round."""

from collections.abc import Collection

from schema.plan import Plan
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.references import Reference
from site_builder.meaning.targets import Target
from site_builder.render.links import Link
from site_builder.render.writer import Writer


def mentions(
    writer: Writer, kind: str, key: str, *, besides: Collection[str] = (), in_text: bool = False
) -> tuple[Link, ...]:
    """Return links to the places whose text or facts refer to a thing, each once; sources do not count.

    Left out are the thing itself and the addresses in `besides`; with `in_text` only running text counts.
    """
    index = writer.context.index
    references = index.mentioned_by.get((kind, key), ())
    places = [_place(writer, reference) for reference in references if reference.written or not in_text]
    skipped = {index.targets[kind, key].address, *besides}
    found = {place.address: place for place in places if place and place.address not in skipped}
    return tuple(writer.link(address, capital(place.title)) for address, place in found.items())


def noted(writer: Writer) -> set[str]:
    """Return the addresses of the differences that the page's own note names, which need no other mention."""
    return {urls.difference(item.id) for item in writer.context.differences_at.get(writer.address, ())}


def _place(writer: Writer, reference: Reference) -> Target | None:
    """Return what a reader finds the reference in, None where it has no page."""
    origin, index = reference.origin, writer.context.index
    if origin.kind in ("site", "draft"):
        return None
    if origin.kind == "plan":
        return _place_in_plan(writer, index.plans[origin.id].plan.value, reference)
    if origin.kind == "background":
        plan = index.plans[origin.plan].plan.value
        name = {"costs": urls.COSTS, "assignments": urls.ASSIGNMENTS}.get(str(reference.keys[0]), urls.BACKGROUND)
        return _part(plan, writer.t(f"site.pages.{name}"), urls.plan_page(plan, name))
    if origin.kind == "page":
        return index.targets["page", urls.hand_written(origin.id).rstrip("/")]
    if origin.kind == "difference":
        difference = index.differences[int(reference.keys[1])].value
        title = f"{writer.t('site.pages.avvikelser')}: {difference.title}"
        return Target("difference", origin.id, title=title, address=urls.difference(origin.id))
    kind = {"organization": "body", "group": "body"}.get(origin.kind, origin.kind)
    return index.targets.get((kind, f"{origin.plan}/{origin.id}" if origin.plan else origin.id))


def _place_in_plan(writer: Writer, plan: Plan, reference: Reference) -> Target:
    """Return the page that shows the part of `plan.yaml` that a reference stands in."""
    part, targets = reference.keys[0], writer.context.index.targets
    if part == "goals":
        return _part(plan, writer.t("site.pages.mal"), urls.plan_page(plan, "mal"))
    if part == "target_categories":
        category = plan.target_categories[int(reference.keys[1])]
        return targets["category", f"{plan.id}/{category.id}"]
    if part == "supporting_documents":
        return _part(plan, writer.t("site.pages.stodjande"), urls.supporting(plan.id))
    if part == "governing_documents" and reference.written:
        return targets["document", plan.governing_documents[int(reference.keys[1])].document]
    return Target("plan", plan.id, title=plan.short_title, address=urls.plan_start(plan))


def _part(plan: Plan, name: str, address: str) -> Target:
    return Target("page", address, title=f"{plan.short_title}: {name}", address=address)
