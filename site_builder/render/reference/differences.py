"""Where the sources disagree or err: every reading, where it stands, and what the site does about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.choices import DifferenceWeight
from schema.document import Difference
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.differences import by_weight
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.writer import Writer


class ReadingLine(Struct, frozen=True):
    """What one source says."""

    text: Markup
    source: SourceLine


class DifferenceView(Struct, frozen=True):
    """What the template of one difference shows: its weight in words, and every page that it affects."""

    weight: str
    readings: tuple[ReadingLine, ...]
    handling: Markup
    affects: tuple[Link, ...]


class DifferenceLine(Struct, frozen=True):
    """A difference in the list, where it stood itself before it had a page."""

    anchor: str
    link: Link


class DifferenceGroup(Struct, frozen=True):
    """The differences of one weight that one source gives the first reading of."""

    title: str
    anchor: str
    differences: tuple[DifferenceLine, ...]


class WeightGroup(Struct, frozen=True):
    """The differences of one weight. Those that change nothing for the reader are folded."""

    title: str
    anchor: str
    text: str
    total: int
    is_folded: bool
    groups: tuple[DifferenceGroup, ...]


class DifferencesView(Struct, frozen=True):
    """What the template of the list of differences shows."""

    lead: str
    weights: tuple[WeightGroup, ...]


def difference_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list of all differences, by weight, then by source; and a page for each, in the same order."""
    records = writer.context.index.differences
    weights = by_weight(record.value for record in records)
    lead = writer.t("reference.differences-lead")
    yield writer.page(
        "reference/differences.html.j2",
        lambda: DifferencesView(lead, tuple(_weights(writer, weights))),
        title=writer.t("site.pages.avvikelser"),
        description=lead,
        sources=paths_of(records),
        parent="",
    )
    ordered = [item for found in weights.values() for items in _by_source(found).values() for item in items]
    paths = {record.value.id: record.source.path for record in records}
    addresses = [urls.difference(item.id) for item in ordered]
    beside = zip([None, *addresses], [*addresses[1:], None], strict=False)
    for difference, (before, after) in zip(ordered, beside, strict=False):
        yield _page(writer.at(urls.difference(difference.id)), difference, paths[difference.id], before, after)


def _page(writer: Writer, difference: Difference, path: str, before: str | None, after: str | None) -> Page:
    return writer.page(
        "reference/difference.html.j2",
        lambda: _view(writer, difference),
        title=difference.title,
        description=difference.readings[0].text,
        sources=(path,),
        parent=urls.site_page("avvikelser"),
        previous=before,
        next=after,
    )


def _view(writer: Writer, difference: Difference) -> DifferenceView:
    weight = writer.t(f"reference.weights.{difference.weight}.title")
    return DifferenceView(
        weight=writer.t(
            "reference.weight", weight=weight, text=writer.t(f"reference.weights.{difference.weight}.text")
        ),
        readings=tuple(
            ReadingLine(writer.prose(reading.text), *source_lines(writer, (reading.source,)))
            for reading in difference.readings
        ),
        handling=writer.prose(difference.handling),
        affects=tuple(writer.target_link(affected) for affected in difference.affects),
    )


def _weights(writer: Writer, weights: dict[DifferenceWeight, list[Difference]]) -> Iterator[WeightGroup]:
    """Yield the weights that any difference has, the weightiest first."""
    for weight, found in weights.items():
        if found:
            title, anchor, about = (writer.t(f"reference.weights.{weight}.{part}") for part in ("title", "id", "text"))
            groups = tuple(_groups(writer, found, anchor))
            yield WeightGroup(title, anchor, about, len(found), weight is DifferenceWeight.EDITORIAL, groups)


def _groups(writer: Writer, differences: list[Difference], weight: str) -> Iterator[DifferenceGroup]:
    """Yield the differences by source, in the order of the documents."""
    for document, found in _by_source(differences).items():
        lines = (DifferenceLine(item.id, writer.link(urls.difference(item.id), item.title)) for item in found)
        source = source_lines(writer, (found[0].readings[0].source,))[0]
        yield DifferenceGroup(source.document.text, f"{weight}-{document}", tuple(lines))


def _by_source(differences: Iterable[Difference]) -> dict[str, list[Difference]]:
    """Return differences by the document of the first reading, as they come in the file."""
    found = defaultdict[str, list[Difference]](list)
    for difference in differences:
        found[difference.readings[0].source.document].append(difference)
    return found
