"""Where the sources disagree or err: every reading, where it stands, and what the site does about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.choices import DifferenceWeight
from schema.document import Difference
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.differences import by_weight
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.writer import Writer


@dataclass(frozen=True)
class ReadingLine:
    """What one source says."""

    text: Markup
    source: SourceLine


@dataclass(frozen=True)
class DifferenceEntry:
    """A difference, with every page that it affects."""

    title: str
    anchor: str
    link: Link
    readings: tuple[ReadingLine, ...]
    handling: Markup
    affects: tuple[Link, ...]


@dataclass(frozen=True)
class DifferenceGroup:
    """The differences of one weight that are, first of all, about one part of the site."""

    title: str
    anchor: str
    differences: tuple[DifferenceEntry, ...]


@dataclass(frozen=True)
class WeightGroup:
    """The differences of one weight. Those that change nothing for the reader are folded."""

    title: str
    anchor: str
    text: str
    total: int
    is_folded: bool
    groups: tuple[DifferenceGroup, ...]


@dataclass(frozen=True)
class DifferencesView:
    """What the template of the differences shows."""

    lead: str
    weights: tuple[WeightGroup, ...]


def difference_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of all differences, by weight, then by the part of the site they are about."""
    records = writer.context.index.differences
    lead = writer.t("reference.differences-lead")
    yield writer.page(
        "reference/differences.html.j2",
        DifferencesView(lead, tuple(_weights(writer, [record.value for record in records]))),
        title=writer.t("site.pages.avvikelser"),
        description=lead,
        sources=paths_of(records),
        parent="",
    )


def _weights(writer: Writer, differences: list[Difference]) -> Iterator[WeightGroup]:
    """Yield the weights that any difference has, the weightiest first."""
    anchors = set[str]()
    for weight, found in by_weight(differences).items():
        if found:
            title, anchor, about = (writer.t(f"reference.weights.{weight}.{part}") for part in ("title", "id", "text"))
            groups = tuple(_groups(writer, found, anchors, anchor))
            yield WeightGroup(title, anchor, about, len(found), weight is DifferenceWeight.EDITORIAL, groups)


def _groups(writer: Writer, differences: list[Difference], anchors: set[str], weight: str) -> Iterator[DifferenceGroup]:
    """Yield the groups: the plans first, the current one before the others, then the rest as they come in the file.

    A part keeps its own anchor where it stands first; further down the weight's follows it.
    """
    titles = {content.plan.value.id: content.plan.value.short_title for content in writer.context.plans}
    found: dict[str, list[DifferenceEntry]] = {name: [] for name in titles}
    titles |= {record.value.id: record.value.title for record in writer.context.index.topics}
    for difference in differences:
        part = writer.target(difference.affects[0]).address.partition("/")[0]
        found.setdefault(part, []).append(_entry(writer, difference))
    for part, entries in found.items():
        if entries:
            title = titles.get(part) or writer.t(f"site.pages.{part}" if part else "site.home")
            anchor = f"om-{part or 'start'}"
            yield DifferenceGroup(title, f"{anchor}-{weight}" if anchor in anchors else anchor, tuple(entries))
            anchors.add(anchor)


def _entry(writer: Writer, difference: Difference) -> DifferenceEntry:
    readings = (
        ReadingLine(writer.prose(reading.text), *source_lines(writer, (reading.source,)))
        for reading in difference.readings
    )
    return DifferenceEntry(
        title=difference.title,
        anchor=difference.id,
        link=writer.link(urls.difference(difference.id), difference.title),
        readings=tuple(readings),
        handling=writer.prose(difference.handling),
        affects=tuple(writer.target_link(affected) for affected in difference.affects),
    )
