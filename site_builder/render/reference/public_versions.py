"""Which version of the site was public when, as far as it has been noted: what was not is said to be unknown."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from schema.finished_site import PublicVersion
from site_builder.foundation.language.phrases import long_date
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.parts import paths_of
from site_builder.render.writer import Writer

Fact = tuple[str, str | Markup]


class VersionEntry(Struct, frozen=True):
    """A version that was public: since when, and what is known of it beside that."""

    anchor: str
    heading: str
    facts: tuple[Fact, ...]
    note: Markup


class PublicVersionsView(Struct, frozen=True):
    """What the template of the page shows, the latest version first. `own` is the version that the page is of."""

    lead: str
    own: str
    table: Link
    versions: tuple[VersionEntry, ...]


def public_version_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page, also where no version has been noted: then it says that nobody knows."""
    records = writer.context.index.public_versions
    lead = writer.t("public.lead")
    yield writer.page(
        "reference/public_versions.html.j2",
        lambda: PublicVersionsView(
            lead=lead,
            own=writer.t("public.own", version=writer.context.version),
            table=writer.file("data/v1/public_versions.csv", writer.t("public.table")),
            versions=tuple(_entries(writer, [record.value for record in records]))[::-1],
        ),
        title=writer.t("site.pages.publicerat"),
        description=lead,
        sources=paths_of(records) if records else (spoken().words_file("public"),),
        parent=urls.site_page(urls.CHANGES),
    )


def _entries(writer: Writer, versions: list[PublicVersion]) -> Iterator[VersionEntry]:
    for place, version in enumerate(versions, start=1):
        heading = writer.t(
            "public.from" if version.public_from else "public.from-unknown", day=_day(version.public_from)
        )
        facts = tuple(_facts(writer, version, is_last=place == len(versions)))
        yield VersionEntry(urls.anchor("utgava", version.id), heading, facts, writer.prose(version.note))


def _facts(writer: Writer, version: PublicVersion, *, is_last: bool) -> Iterator[Fact]:
    still = writer.t("public.still") if is_last else ""
    given: tuple[tuple[str, str | Markup], ...] = (
        ("until", _day(version.public_until) or still),
        ("content-version", _code(version.content_version)),
        ("revision", _code(version.revision)),
        ("release", version.release or ""),
        ("checksum", _code(version.site_sha256)),
        ("archived", writer.words(version.archived)),
    )
    for name, words in given:
        yield writer.t(f"public.facts.{name}"), words or writer.t("public.unknown")


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _code(sign: str | None) -> str | Markup:
    return Markup("<code>{}</code>").format(sign) if sign else ""
