"""What servers, hosts and readers of feeds are told, line by line: for a site at the root of its host, and below it."""

from datetime import date
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from site_builder.changes.change import Change, Nature, Subject
from site_builder.changes.history import History, Told
from site_builder.changes.sentences import sentence
from site_builder.export.web.feed import ENTRIES, feed
from site_builder.export.web.http_headers import HEADERS, MEDIA_TYPES
from site_builder.export.web.redirects import redirect_files
from site_builder.export.web.server_files import server_files
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts

SITE, BELOW = "https://planer.smastad.example/", "https://smastad.example/planer/"
ATOM = "{http://www.w3.org/2005/Atom}"
MARK = "[./][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][./]"


@cache
def told(url: str = SITE) -> dict[str, list[str]]:
    """Return the lines of each file for servers, of the miniature at an address."""
    given = texts()
    given["content/site.yaml"] = given["content/site.yaml"].replace(SITE, url)
    index = link(load(given))
    files = (*server_files(index), *redirect_files(index, read_strings()))
    return {item.path: item.data.decode().splitlines() for item in files}


@pytest.mark.parametrize(("url", "root"), [(SITE, "/"), (BELOW, "/planer/")])
def test_nginx_is_told_kinds_of_files_lifetimes_and_headers(url: str, root: str) -> None:
    """Once each, and which page a missing one gets; of HTML nginx tells the signs without being asked."""
    lines = told(url)["server.nginx.conf"]
    assert lines[:4] == ["index index.html;", "absolute_redirect off;", "server_tokens off;", "charset utf-8;"]
    assert lines[4] == "charset_types text/css text/javascript text/csv text/turtle text/plain;"
    kinds = [f"    {kind} {suffix};" for suffix, kind in MEDIA_TYPES.items()]
    assert lines[5 : 7 + len(kinds)] == ["types {", *kinds, "}"]
    assert lines[7 + len(kinds) :] == [
        "gzip_static on;",
        "gzip_vary on;",
        f"error_page 403 =404 {root}404.html;",
        f"error_page 404 {root}404.html;",
        'set $plan_cache "no-cache";',
        'if ($uri ~ "\\.(ico|png|svg)$") { set $plan_cache "public, max-age=86400"; }',
        f'if ($uri ~ "{MARK}") {{ set $plan_cache "public, max-age=31536000, immutable"; }}',
        "add_header Cache-Control $plan_cache always;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS),
    ]


@pytest.mark.parametrize(("url", "root"), [(SITE, "/"), (BELOW, "/planer/")])
def test_caddy_is_told_the_same(url: str, root: str) -> None:
    """A page that is missing has the same headers, and is always asked for anew."""
    lines = told(url)["server.caddy"]
    headers = [f'{name} "{value}"' for name, value in HEADERS]
    assert lines[: len(headers) + 3] == ["header {", *(f"    {line}" for line in headers), "    -Server", "}"]
    lifetimes = [line for line in lines if line.startswith("header @plan_") and "Cache-Control" in line]
    assert lifetimes == [
        'header @plan_fingerprinted Cache-Control "public, max-age=31536000, immutable"',
        'header @plan_pictures Cache-Control "public, max-age=86400"',
        'header @plan_fresh Cache-Control "no-cache"',
    ]
    assert f'@plan_fingerprinted path_regexp "{MARK}"' in lines
    assert [line for line in lines if "*.ico" in line][:2] == [
        "    path *.ico *.png *.svg",
        "    not path *.ico *.png *.svg",
    ]
    kinds = [line for line in lines if " Content-Type " in line and line.startswith("header ")]
    signs = {suffix: "; charset=utf-8" if kind.startswith("text/") else "" for suffix, kind in MEDIA_TYPES.items()}
    assert kinds == [
        f'header @plan_{suffix} Content-Type "{kind}{signs[suffix]}"' for suffix, kind in MEDIA_TYPES.items()
    ]
    paths = [line for line in lines if line.startswith("@plan_") and " path *." in line]
    assert paths == [f"@plan_{suffix} path *.{suffix}" for suffix in MEDIA_TYPES]
    assert lines[lines.index("handle_errors {") :] == [
        "handle_errors {",
        "    @plan_missing expression {http.error.status_code} == 404",
        "    handle @plan_missing {",
        f"        rewrite * {root}404.html",
        "        header {",
        *(f"            {line}" for line in headers),
        '            Cache-Control "no-cache"',
        '            Content-Type "text/html; charset=utf-8"',
        "            -Server",
        "        }",
        "        file_server {",
        "            precompressed br gzip",
        "        }",
        "    }",
        "}",
    ]
    assert lines[lines.index("handle_errors {") - 3 :][:3] == ["file_server {", "    precompressed br gzip", "}"]


@pytest.mark.parametrize(("url", "root"), [(SITE, "/"), (BELOW, "/planer/")])
def test_hosts_of_pages_are_told_headers_and_what_lasts(url: str, root: str) -> None:
    """What the names of which have a fingerprint."""
    assert told(url)["_headers"] == [
        f"{root}*",
        *(f"  {name}: {value}" for name, value in HEADERS),
        *(
            line
            for folder in ("css", "js")
            for line in (f"{root}assets/{folder}/*", "  Cache-Control: public, max-age=31536000, immutable")
        ),
    ]


@pytest.mark.parametrize(("url", "root"), [(SITE, "/"), (BELOW, "/planer/")])
def test_an_address_that_was_left_leads_on_everywhere(url: str, root: str) -> None:
    """On each kind of server with and without the last slash, and as a page, in words and by itself."""
    found, new = told(url), f"{root}ungdomsplan-2023-2026/"
    says, ways = "# Addresses that lead on.", (f"{root}cyklar", f"{root}cyklar/")
    assert found["redirects.nginx.conf"] == [says, *(f'location = "{way}" {{ return 301 "{new}"; }}' for way in ways)]
    assert found["redirects.caddy"] == [says, *(f'redir "{way}" "{new}" permanent' for way in ways)]
    assert found["_redirects"] == [f"{way} {new} 301" for way in ways]
    assert found["cyklar/index.html"] == [
        "<!doctype html>",
        '<html lang="sv">',
        "<head>",
        '<meta charset="utf-8">',
        "<title>Sidan har flyttats</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f'<link rel="canonical" href="{url}ungdomsplan-2023-2026/">',
        '<meta http-equiv="refresh" content="0; url=../ungdomsplan-2023-2026/">',
        "</head>",
        "<body>",
        "<main>",
        "<h1>Sidan har flyttats</h1>",
        '<p>Sidan har fått en ny adress: <a href="../ungdomsplan-2023-2026/">/ungdomsplan-2023-2026/</a></p>',
        "</main>",
        "</body>",
        "</html>",
    ]


def test_where_nothing_was_moved_there_is_still_something_to_include() -> None:
    """Caddy refuses to import an empty file; without a site all is at the root."""
    given = {
        path: text for path, text in texts().items() if path not in ("content/site.yaml", "content/redirects.yaml")
    }
    index = link(load(given))
    said = b"# Addresses that lead on.\n"
    assert {item.path: item.data for item in redirect_files(index, read_strings())} == {
        "redirects.nginx.conf": said, "redirects.caddy": said, "_redirects": b"",
    }  # fmt: skip
    assert {item.path: item.data.decode().splitlines() for item in server_files(index)} == {
        path: lines for path, lines in told().items() if path.startswith("server.") or path == "_headers"
    }


def changed(number: int) -> Told:
    """Return a change of a fact."""
    subject = Subject("intervention", "ungdomsplan-2023-2026", f"1:{number}", f"Insats {number} & mer")
    change = Change(Nature.FACT, "added", subject, "content/x.yaml")
    return Told(f"a-2025-03-{number % 28 + 1:02}-{number:08}", f"2025-03-{number % 28 + 1:02}T08:00:00Z", change)


def fed(*changes: Told) -> tuple[str, list[list[tuple[str, dict[str, str], str | None]]]]:
    """Return the feed of some changes, and what each entry says: the names of elements, their attributes and texts."""
    record = link(load(texts())).site
    assert record
    text = feed(record.value, History(changes), read_strings(), date(2026, 1, 1))
    entries = ET.fromstring(text.encode()).findall(f"{ATOM}entry")
    return text, [[(part.tag.removeprefix(ATOM), part.attrib, part.text) for part in entry] for entry in entries]


def test_an_entry_of_the_feed_says_what_changed_when_and_where() -> None:
    """Its id is the address that its change had first, whatever its page is called now (RFC 4287, 4.2.6)."""
    text, (first, second) = fed(changed(1), changed(2))
    said = sentence(changed(1).change, read_strings())
    assert "Insats 1 & mer" in said
    page = {"rel": "alternate", "type": "text/html", "href": f"{SITE}andringar/2025-03-02/#a-2025-03-02-00000001"}
    assert first == [
        ("title", {}, said),
        ("id", {}, f"{SITE}andringar/#a-2025-03-02-00000001"),
        ("updated", {}, "2025-03-02T08:00:00Z"),
        ("link", page, None),
        ("summary", {}, said),
    ]
    assert second[2] == ("updated", {}, "2025-03-03T08:00:00Z")
    assert ET.fromstring(text.encode()).findtext(f"{ATOM}updated") == "2025-03-02T08:00:00Z"


def test_the_head_of_the_feed_is_written_line_by_line() -> None:
    """One element a line: who reads it as it is sees what it says."""
    text, entries = fed()
    lead = " ".join(str(read_strings()("changes.lead")).split())
    assert entries == []
    assert text.splitlines() == [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
        "  <title>Ändringar – Småstads planer</title>",
        f"  <subtitle>{lead}</subtitle>",
        f"  <id>{SITE}andringar/feed.atom</id>",
        "  <updated>2026-01-01T00:00:00Z</updated>",
        f'  <link rel="self" type="application/atom+xml" href="{SITE}andringar/feed.atom" />',
        f'  <link rel="alternate" type="text/html" href="{SITE}andringar/" />',
        "  <author>",
        "    <name>Småstads kommun</name>",
        "  </author>",
        "</feed>",
    ]
    assert text.endswith("</feed>\n")


def test_the_feed_has_the_latest_changes_of_facts_and_no_more() -> None:
    """Fifty of them; the page has them all."""
    _, entries = fed(*map(changed, range(ENTRIES + 2)))
    assert ENTRIES == 50
    assert [text for entry in entries for name, _, text in entry if name == "id"] == [
        f"{SITE}andringar/#{changed(number).anchor}" for number in range(50)
    ]
