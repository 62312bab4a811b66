"""What the folder for the archive says of itself, to people and to programs, whatever site is in it."""

import csv
import hashlib
import io
from datetime import date

import pytest
from msgspec.structs import replace
from warcio.archiveiterator import ArchiveIterator

from schema.site import Site
from site_builder.build import check
from site_builder.changes.history import Revision
from site_builder.export.archive.archive import Archived, archive
from site_builder.export.archive.bag import bag
from site_builder.export.archive.kinds import kind_of
from site_builder.reading.read import read_strings
from tests.miniature import texts

DAY = date(2026, 1, 1)
FILES = {"index.html": b"<h1>x</h1>", "a/index.html": b"a", "data/x.json": b"{}", "404.html": b"none", "bild": b"text"}
SOURCES = {"docs/x.md": b"x", "content/site.yaml": b"name: x\n"}
REVISION = Revision("0123456789abcdef", date(2025, 3, 1))


def site() -> Site:
    found = check(texts(), DAY).index.site
    assert found
    return found.value


def given(**changes: object) -> Archived:
    return replace(Archived(site(), FILES, SOURCES, DAY, "v7", REVISION), **changes)


def made(**changes: object) -> dict[str, bytes]:
    return {item.path: item.data for item in archive(given(**changes), read_strings())}


def test_the_payload_is_the_site_its_sources_and_its_data() -> None:
    """Each below its own name, byte for byte; beside it stand what BagIt asks for and what people read."""
    found = made()
    beside = {"LAS-MIG.txt", "bag-info.txt", "bagit.txt", "forteckning.csv"}
    assert list(found) == sorted(found)
    assert set(found) == {
        *beside, "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/webbplats.warc",
        "data/innehall/docs/x.md", "data/innehall/content/site.yaml", "data/oppna-data/data/x.json",
    }  # fmt: skip
    assert found["data/innehall/docs/x.md"] == b"x"
    assert found["data/oppna-data/data/x.json"] == b"{}"


def test_programs_are_told_by_the_standard() -> None:
    """Version and encoding; who hands over, whom to ask, what it is and of which day; sizes; a line each."""
    found = made()
    payload = [content for path, content in found.items() if path.startswith("data/")]
    assert found["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert found["bag-info.txt"].decode().splitlines() == [
        "Source-Organization: Småstads kommun",
        "Contact-Email: redaktionen@smastad.example",
        "External-Description: Småstads planer. Vad Småstad har beslutat att göra för unga och för klimatet.",
        "External-Identifier: https://planer.smastad.example/#v7",
        "Bagging-Date: 2026-01-01",
        f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}",
    ]


def test_a_line_stays_a_line_and_a_path_a_path() -> None:
    """Line ends in a value or a name would begin another line; a sign that stands for one is written out."""
    found = {item.path: item.data for item in bag({"a\n%\rb": b"1"}, {}, {"Name": "två\n  rader"})}
    assert b"Name: tv\xc3\xa5 rader\n" in found["bag-info.txt"]
    assert found["manifest-sha256.txt"] == f"{hashlib.sha256(b'1').hexdigest()}  data/a%0A%25%0Db\n".encode()


def test_both_lists_of_checksums_are_whole_and_in_order() -> None:
    """One of what is handed over, one of all that stands beside it."""
    found = made()
    for name, below in (("manifest-sha256.txt", True), ("tagmanifest-sha256.txt", False)):
        paths = [path for path in found if path.startswith("data/") is below and path != "tagmanifest-sha256.txt"]
        lines = [f"{hashlib.sha256(found[path]).hexdigest()}  {path}" for path in sorted(paths)]
        assert found[name].decode() == "".join(f"{line}\n" for line in lines)


def test_the_list_for_people_says_what_each_file_is() -> None:
    """Headings in Swedish; kind, size, checksum and what it is, by the part that it belongs to."""
    found, strings = made(), read_strings()
    text = found["forteckning.csv"].decode()
    assert text.count("\r\n") == text.count("\n") == 5
    head, *rows = csv.reader(io.StringIO(text))
    assert head == [
        strings(f"archive.columns.{name}") for name in ("path", "media-type", "bytes", "sha256", "description")
    ]
    assert rows == [
        [path, kind, str(len(found[path])), hashlib.sha256(found[path]).hexdigest(), strings(f"archive.files.{what}")]
        for path, kind, what in (
            ("data/innehall/content/site.yaml", "application/yaml", "sources"),
            ("data/innehall/docs/x.md", "text/markdown; charset=utf-8", "sources"),
            ("data/oppna-data/data/x.json", "application/json", "data"),
            ("data/webbplats.warc", "application/warc", "site"),
        )
    ]


def test_people_are_told_what_they_have() -> None:
    """All that the text has a place for, and without a revision that nobody knows it."""
    strings = read_strings()
    words = {
        "name": "Småstads planer",
        "line": "=" * len("Småstads planer"),
        "url": "https://planer.smastad.example/",
        "sender": "Småstads kommun",
        "day": "1 januari 2026",
        "version": "v7",
        "count": "5",
    }
    known = strings("archive.revision", revision="0123456789abcdef", day="1 mars 2025")
    assert made()["LAS-MIG.txt"].decode() == strings("archive.read-me", **words, revision=known)
    unknown = strings("archive.read-me", **words, revision=strings("archive.revision-unknown"))
    assert made(revision=None)["LAS-MIG.txt"].decode() == unknown


@pytest.mark.parametrize(("revision", "told"), [(REVISION, "0123456789abcdef"), (None, "unknown")])
def test_the_web_archive_says_what_it_is_first(revision: Revision | None, told: str) -> None:
    """Then each file at its address with its kind and the day, in the order of their paths; each has its own number."""
    warc = made(revision=revision)["data/webbplats.warc"]
    assert warc.startswith(b"WARC/1.1\r\n")
    found = [
        (record.rec_type, dict(record.rec_headers.headers), record.content_stream().read())
        for record in ArchiveIterator(io.BytesIO(warc), check_digests="raise")
    ]
    (kind, head, about), *others = found
    assert (kind, head["WARC-Filename"], head["Content-Type"]) == (
        *("warcinfo", "webbplats.warc", "application/warc-fields"),
    )
    assert "WARC-Target-URI" not in head
    assert about.decode().split("\r\n") == [
        "software: plan-site",
        "format: WARC File Format 1.1",
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf: https://planer.smastad.example/",
        "publisher: Småstads kommun",
        f"description: content version v7, revision {told}",
        "",
    ]
    home, kinds = "https://planer.smastad.example/", ("text/html; charset=utf-8",)
    assert [(kind, head["WARC-Target-URI"], head["Content-Type"], body) for kind, head, body in others] == [
        ("resource", f"{home}404.html", *kinds, b"none"),
        ("resource", f"{home}a/", *kinds, b"a"),
        ("resource", f"{home}bild", "text/plain; charset=utf-8", b"text"),
        ("resource", f"{home}data/x.json", "application/json", b"{}"),
        ("resource", home, *kinds, b"<h1>x</h1>"),
    ]
    assert {head["WARC-Date"] for _, head, _ in found} == {"2026-01-01T00:00:00Z"}
    numbers = {head["WARC-Record-ID"] for _, head, _ in found}
    assert len(numbers) == 6
    assert all(number.startswith("<urn:uuid:") and number.endswith(">") for number in numbers)


def test_the_number_of_a_record_is_of_its_day_place_and_content() -> None:
    """The same record has the same number in every archive; another day or content has another."""

    def number(day: date, content: bytes) -> str:
        warc = made(day=day, files={"index.html": content})["data/webbplats.warc"]
        records = ArchiveIterator(io.BytesIO(warc))
        return str([record.rec_headers.get_header("WARC-Record-ID") for record in records][-1])

    assert number(DAY, b"a") == number(DAY, b"a")
    assert len({number(DAY, b"a"), number(date(2026, 1, 2), b"a"), number(DAY, b"b")}) == 3


def test_a_kind_that_nobody_knows_is_said_to_be_unknown() -> None:
    assert kind_of("a/b.strange") == "application/octet-stream"
    assert kind_of(".well-known/security.txt") == kind_of("_redirects") == "text/plain; charset=utf-8"
