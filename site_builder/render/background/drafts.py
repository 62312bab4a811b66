"""Drafts of measures: what was said of them, and what became of them, as a table and for one measure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from schema.background import Draft
from site_builder.foundation.inline import qualified
from site_builder.foundation.language.phrases import version_words
from site_builder.foundation.plain_text import one_line
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.render.links import Link
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.table import Cell, Group, Table, text
from site_builder.render.writer import PlanWriter, Writer


class DraftStep(Struct, frozen=True):
    """A draft on the way to a decided measure; `became` says which ones where it became several."""

    version: str
    link: Link
    outcome: str
    became: tuple[Link, ...]
    basis: str
    note: Markup
    views: Markup
    change: Markup
    sources: tuple[SourceLine, ...]


class Said(Struct, frozen=True):
    """What was said of a draft, and what was changed. Either may be missing, but not both."""

    name: str
    views: Markup
    change: Markup
    sources: tuple[SourceLine, ...]


class SaidOfVersion(Struct, frozen=True):
    """What was said of one version of the plan."""

    heading: str
    anchor: str
    drafts: tuple[Said, ...]


def steps_by_intervention(content: PlanContent) -> Mapping[str, tuple[Draft, ...]]:
    """Return the drafts that each measure of a plan comes from, the oldest first, by the measure's key."""
    drafts = {record.value.id: record.value for record in content.drafts}
    found = defaultdict[str, dict[str, None]](dict)
    for draft in drafts.values():
        for written in draft.became:
            key = qualified("intervention", written, content.plan.value.id)
            found[key] |= dict.fromkeys([draft.id, *_before(drafts, draft)])
    order = list(drafts)
    return {key: tuple(drafts[name] for name in sorted(names, key=order.index)) for key, names in found.items()}


def draft_step(writer: PlanWriter, draft: Draft) -> DraftStep:
    """Return a draft as a step on the way to a measure."""
    return DraftStep(
        version=version_words(draft.version),
        link=writer.link(urls.draft(writer.plan, draft.id), draft_name(draft)),
        outcome=writer.t(f"background.outcomes.{draft.outcome}"),
        became=_numbers(writer, draft) if len(draft.became) > 1 else (),
        basis=writer.t(f"background.basis.{draft.basis}"),
        note=writer.prose(draft.note),
        views=writer.prose(draft.views),
        change=writer.prose(draft.change),
        sources=source_lines(writer, draft.sources),
    )


def draft_name(draft: Draft) -> str:
    """Return a draft's number, if it is known, and title."""
    return f"{draft.number} {draft.title}" if draft.number else draft.title


def said_of_versions(writer: PlanWriter) -> Iterator[SaidOfVersion]:
    """Yield what was said and changed, version by version; drafts of which nothing is told are left out."""
    told = [record.value for record in writer.content.drafts if record.value.views or record.value.change]
    for version, drafts in groupby(told, key=lambda draft: draft.version):
        yield SaidOfVersion(
            heading=writer.t("background.version-of", version=version_words(version)),
            anchor=urls.anchor("synpunkter", version),
            drafts=tuple(_said(writer, draft) for draft in drafts),
        )


def drafts_table(writer: PlanWriter) -> Table:
    """Return every draft, below its version: what became of it, how we know and where it stands."""
    names = ("draft", "outcome", "became", "basis", "note", "sources")
    columns = tuple(text(writer.t(f"background.columns.{name}")) for name in names)
    drafts = (record.value for record in writer.content.drafts)
    groups = (
        Group(tuple(_row(writer, draft) for draft in found), text(_version(writer, version)))
        for version, found in groupby(drafts, key=lambda draft: draft.version)
    )
    caption = writer.t("background.drafts-caption", plan=writer.plan.short_title)
    return Table(urls.table("forslag"), caption, columns, tuple(groups), css="drafts-table")


def source_cell(lines: Iterable[SourceLine]) -> Cell:
    """Return sources in a cell of a table."""
    return Cell(tuple(Markup("{}, {}").format(line.document, line.places) for line in lines))


def _before(drafts: Mapping[str, Draft], draft: Draft) -> Iterator[str]:
    """Yield what a draft comes from, also by way of others. A ring of drafts is a fault that a check finds."""
    waiting, seen = list(draft.continues), set[str]()
    while waiting:
        name = str(waiting.pop())
        if name in drafts and name not in seen:
            seen.add(name)
            waiting += drafts[name].continues
            yield name


def _said(writer: Writer, draft: Draft) -> Said:
    views, change = writer.prose(draft.views), writer.prose(draft.change)
    return Said(draft_name(draft), views, change, source_lines(writer, draft.sources))


def _version(writer: Writer, version: str) -> str:
    return writer.t("background.version-of", version=version_words(version))


def _row(writer: Writer, draft: Draft) -> tuple[Cell, ...]:
    place = Markup('<span id="{}"></span>').format(urls.anchor("forslag", draft.id))
    return (
        Cell((place, draft_name(draft)), joined=True),
        text(writer.t(f"background.outcomes.{draft.outcome}")),
        Cell(tuple(writer.target_link(str(written)) for written in draft.became) or ("–",)),
        text(writer.t(f"background.basis.{draft.basis}")),
        text(one_line(draft.note or "", writer.name)),
        source_cell(source_lines(writer, draft.sources)),
    )


def _numbers(writer: Writer, draft: Draft) -> tuple[Link, ...]:
    """Return links to what a draft became that show the numbers alone."""
    targets = [writer.target(str(written)) for written in draft.became]
    return tuple(writer.link(target.address, target.name, target.whole_title) for target in targets)
