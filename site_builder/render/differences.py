"""Where the sources disagree or err: every reading, where it stands, and what the site does about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.document import Difference
from site_builder import urls
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.markdown import Link
from site_builder.render.parts import SourceLine, paths_of, source_lines


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
    readings: tuple[ReadingLine, ...]
    handling: Markup
    affects: tuple[Link, ...]


@dataclass(frozen=True)
class DifferencesView:
    """What the template of the differences shows."""

    lead: str
    differences: tuple[DifferenceEntry, ...]


def difference_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page of all differences, in the order of the file."""
    writer, records = context.at(urls.site_page("avvikelser")), context.index.differences
    lead = writer.t("reference.differences-lead")
    yield writer.page(
        "differences.md.j2",
        DifferencesView(lead, tuple(_entry(writer, record.value) for record in records)),
        title=writer.t("site.pages.avvikelser"),
        description=lead,
        sources=paths_of(records),
        parent="",
    )


def _entry(writer: Writer, difference: Difference) -> DifferenceEntry:
    readings = (
        ReadingLine(writer.prose(reading.text), *source_lines(writer, (reading.source,)))
        for reading in difference.readings
    )
    return DifferenceEntry(
        title=difference.title,
        anchor=difference.id,
        readings=tuple(readings),
        handling=writer.prose(difference.handling),
        affects=tuple(writer.target_link(affected) for affected in difference.affects),
    )
