"""What has changed in the content: a page for each day, with facts one by one, sources and words folded below them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from site_builder.changes.change import Nature, Subject
from site_builder.changes.history import Told
from site_builder.changes.sentences import about, saying
from site_builder.foundation.language.phrases import long_date
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.area_mark import area_edge
from site_builder.render.writer import Writer

SCREEN = 10  # lines of changes that fill the screen of a phone
SHORT = 12  # signs of git's id, which is enough to find it


class ChangeLine(Struct, frozen=True):
    """A change: its permanent place, and its sentence, in which the thing is a link if it has a page."""

    anchor: str
    words: Markup


class DayLine(Struct, frozen=True):
    """A day in the list: the way to its page, and how much changed."""

    anchor: str
    link: Link
    words: str


class ChangesView(Struct, frozen=True):
    """What the template of the list of days shows."""

    lead: str
    missing: str
    feed: Link
    version: str
    public: Link
    days: tuple[DayLine, ...]


class ChangeGroup(Struct, frozen=True):
    """The facts that changed in one plan, or outside all plans; more than fill a screen are folded."""

    title: str
    anchor: str
    changes: tuple[ChangeLine, ...]
    is_folded: bool


class ChangesOfDayView(Struct, frozen=True):
    """What the template of the changes of one day shows, by their nature."""

    lead: str
    facts: tuple[ChangeGroup, ...]
    sources: tuple[ChangeLine, ...]
    texts: tuple[ChangeLine, ...]


def change_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list of days, and a page for each, which is done when its day is over. Without history it says so."""
    history = writer.context.history
    days = tuple((day, tuple(found)) for day, found in groupby(history.changes, key=lambda told: told.day))
    lead = writer.t("changes.lead")
    missing = writer.t(f"changes.missing.{history.missing}") if history.missing else ""
    feed = writer.file(urls.changes_feed(), writer.t("changes.feed-link"))
    public = writer.link(urls.site_page(urls.PUBLIC), writer.t("site.pages.publicerat"))
    yield writer.page(
        "reference/changes.html.j2",
        lambda: ChangesView(
            lead, missing, feed, _version(writer), public, tuple(_day_line(writer, *found) for found in days)
        ),
        title=writer.t("site.pages.andringar"),
        description=lead,
        sources=(spoken().words_file("changes"),),
        parent="",
    )
    for place, (day, told) in enumerate(days):
        newer = urls.changes_of_day(days[place - 1][0].isoformat()) if place else None
        older = urls.changes_of_day(days[place + 1][0].isoformat()) if place + 1 < len(days) else None
        yield _day_page(writer.at(urls.changes_of_day(day.isoformat())), day, told, older, newer)


def _version(writer: Writer) -> str:
    """Return which version of the content the site is made of: by its sign, and by git's revision where it is one."""
    revision = writer.context.history.revision
    saved = (
        writer.t("changes.version-revision", revision=revision.id[:SHORT], day=long_date(revision.day))
        if revision
        else writer.t("changes.version-unknown")
    )
    return f"{writer.t('changes.version', version=writer.context.version)} {saved}"


def _day_line(writer: Writer, day: date, told: tuple[Told, ...]) -> DayLine:
    link = writer.link(urls.changes_of_day(day.isoformat()), long_date(day))
    facts, sources, texts = (str(sum(one.change.nature is nature for one in told)) for nature in Nature)
    words = writer.t("changes.of-day", facts=facts, sources=sources, texts=texts)
    return DayLine(f"d-{day.isoformat()}", link, words)


def _day_page(writer: Writer, day: date, told: tuple[Told, ...], older: str | None, newer: str | None) -> Page:
    lead = writer.t("changes.day-lead", day=long_date(day))
    page = writer.page(
        "reference/changes_of_day.html.j2",
        lambda: ChangesOfDayView(
            lead,
            tuple(_groups(writer, (one for one in told if one.change.nature is Nature.FACT))),
            tuple(_lines(writer, told, Nature.SOURCE)),
            tuple(_lines(writer, told, Nature.TEXT)),
        ),
        title=writer.t("changes.day-title", day=long_date(day)),
        description=lead,
        sources=(spoken().words_file("changes"),),
        parent=urls.site_page(urls.CHANGES),
        previous=older,
        next=newer,
    )
    return page.told(searchable=False)


def _lines(writer: Writer, changes: tuple[Told, ...], nature: Nature) -> Iterator[ChangeLine]:
    for told in changes:
        if told.change.nature is nature:
            yield _line(writer, told)


def _line(writer: Writer, told: Told) -> ChangeLine:
    subject = told.change.subject
    edge = area_edge(writer, subject.plan, subject.id) if subject.kind in ("intervention", "area") else ""
    words = Markup("{}{}{}").format(edge, _thing(writer, told), saying(told.change, writer.context.strings))
    return ChangeLine(told.anchor, words)


def _groups(writer: Writer, changes: Iterable[Told]) -> Iterator[ChangeGroup]:
    """Yield changes by plan, in the order of the plans that are here now; those of no plan come last."""
    plans, found = writer.context.index.plans, defaultdict[str, list[Told]](list)
    for told in changes:
        found[_plan_of(told.change.subject)].append(told)
    for plan in sorted(found, key=lambda name: (not name, name not in plans, [*plans, name].index(name))):
        subject = found[plan][0].change.subject
        title = plans[plan].plan.value.short_title if plan in plans else subject.plan_name or plan
        lines = tuple(_line(writer, told) for told in found[plan])
        anchor = f"plan-{plan}" if plan else "hela-webbplatsen"
        yield ChangeGroup(title or writer.t("changes.whole-site"), anchor, lines, len(lines) > SCREEN)


def _plan_of(subject: Subject) -> str:
    return subject.id if subject.kind == "plan" else subject.plan


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
