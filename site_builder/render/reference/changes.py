"""What has changed in the content, day by day: facts one by one, sources and words folded below them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from site_builder.changes.change import Nature
from site_builder.changes.history import Told
from site_builder.changes.sentences import about, saying
from site_builder.foundation.page import Page
from site_builder.foundation.swedish import long_date
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.writer import Writer

SOURCES = ("site_builder/strings/sv/changes.yaml",)


@dataclass(frozen=True)
class ChangeLine:
    """A change: its permanent place, and its sentence, in which the thing is a link if it has a page."""

    anchor: str
    words: Markup


@dataclass(frozen=True)
class ChangeDay:
    """The changes of one day, by their nature."""

    day: str
    anchor: str
    facts: tuple[ChangeLine, ...]
    sources: tuple[ChangeLine, ...]
    texts: tuple[ChangeLine, ...]


@dataclass(frozen=True)
class ChangesView:
    """What the template of the changes shows."""

    lead: str
    missing: str
    feed: Link
    days: tuple[ChangeDay, ...]


def change_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of changes. Where the history is not there, the page says so."""
    history = writer.context.history
    lead = writer.t("changes.lead")
    missing = writer.t(f"changes.missing.{history.missing}") if history.missing else ""
    feed = writer.file(urls.CHANGES_FEED, writer.t("changes.feed-link"))
    yield writer.page(
        "reference/changes.html.j2",
        ChangesView(lead, missing, feed, tuple(_days(writer))),
        title=writer.t("site.pages.andringar"),
        description=lead,
        sources=SOURCES,
        parent="",
    )


def _days(writer: Writer) -> Iterator[ChangeDay]:
    for day, found in groupby(writer.context.history.changes, key=lambda told: told.day):
        told = tuple(found)
        facts, sources, texts = (tuple(_lines(writer, told, nature)) for nature in Nature)
        yield ChangeDay(long_date(day), f"d-{day.isoformat()}", facts, sources, texts)


def _lines(writer: Writer, changes: tuple[Told, ...], nature: Nature) -> Iterator[ChangeLine]:
    for told in changes:
        if told.change.nature is nature:
            words = Markup("{}{}").format(_thing(writer, told), saying(told.change, writer.context.strings))
            yield ChangeLine(told.anchor, words)


def _thing(writer: Writer, told: Told) -> Link | str:
    """Return the thing by the name that it had, as a link to where it stands now, if it is there."""
    subject = told.change.subject
    name = about(subject, writer.context.strings)
    if subject.kind == "difference":
        known = any(record.value.id == subject.id for record in writer.context.index.differences)
        return writer.link(urls.difference(subject.id), name) if known else name
    if subject.kind == "background":
        page = writer.context.index.targets.get(("page", f"{subject.plan}/bakgrund"))
        return writer.link(page.address, name) if page else name
    key = f"{subject.plan}/{subject.id}" if subject.plan and subject.kind != "plan" else subject.id
    target = writer.context.index.targets.get((subject.kind, key))
    return writer.link(target.address, name) if target and target.address else name
