"""The folder for the archive: the site, what it was made of, and what both are, told to people and to programs."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO

from msgspec import Struct

from schema.site import Site
from site_builder.changes.history import Revision
from site_builder.export.archive.bag import PAYLOAD, bag, checksum
from site_builder.export.archive.kinds import kind_of
from site_builder.export.archive.warc import warc
from site_builder.foundation.language.phrases import long_date
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings

# What lies in the folder is named in the site's language: first what is handed over, then what tells of it.
NAMES = ("site", "sources", "data", "read-me", "list")
COLUMNS = ("path", "media-type", "bytes", "sha256", "description")


class Archived(Struct, frozen=True):
    """What is handed over: every file of the built site and of the content by path, and which version it is."""

    site: Site
    files: Mapping[str, bytes]
    sources: Mapping[str, bytes]
    day: date
    version: str
    revision: Revision | None


def archive(given: Archived, strings: Strings) -> Iterator[Artifact]:
    """Yield every file of the folder, each at its path. The same site gives the same bytes."""
    site, sources, data, read_me, listed = (strings(f"archive.names.{name}") for name in NAMES)
    payload = {
        site: warc(site, given.site.url, given.files, given.day, _of_warc(given)),
        **{f"{sources}/{path}": content for path, content in given.sources.items()},
        **{f"{data}/{path}": content for path, content in given.files.items() if path.startswith("data/")},
    }
    beside = {read_me: _read_me(given, strings).encode(), listed: _list(payload, strings).encode()}
    yield from bag(payload, beside, _of_bag(given))


def _of_warc(given: Archived) -> dict[str, str]:
    return {
        "software": "plan-site",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf": given.site.url,
        "publisher": given.site.sender.name,
        "description": f"content version {given.version}, revision {_revision(given)}",
    }


def _of_bag(given: Archived) -> dict[str, str]:
    return {
        "Source-Organization": given.site.sender.name,
        "Contact-Email": given.site.contact,
        "External-Description": f"{given.site.name}. {given.site.description}",
        "External-Identifier": f"{given.site.url}#{given.version}",
        "Bagging-Date": given.day.isoformat(),
    }


def _revision(given: Archived) -> str:
    return given.revision.id if given.revision else "unknown"


def _read_me(given: Archived, strings: Strings) -> str:
    revision, site = given.revision, given.site
    known = revision and strings("archive.revision", revision=revision.id, day=long_date(revision.day))
    return strings(
        "archive.read-me",
        name=site.name,
        line="=" * len(site.name),
        url=site.url,
        sender=site.sender.name,
        day=long_date(given.day),
        version=given.version,
        revision=known or strings("archive.revision-unknown"),
        count=str(len(given.files)),
    )


def _list(payload: Mapping[str, bytes], strings: Strings) -> str:
    """Return the list of what is handed over: a line a file, with its kind, size, checksum and what it is."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(strings(f"archive.columns.{name}") for name in COLUMNS)
    told_of = {strings(f"archive.names.{name}"): strings(f"archive.files.{name}") for name in NAMES[:3]}
    for path, content in sorted(payload.items()):
        told = told_of[path.partition("/")[0]]
        rows.writerow((f"{PAYLOAD}/{path}", kind_of(path), len(content), checksum(content), told))
    return out.getvalue()
