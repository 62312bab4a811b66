"""nginx and Caddy with the settings that are written beside the site, and the examples that include them.

One table says what both shall answer; what is asked for is a site that `site --compress` has built.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from site_builder.build import build
from site_builder.edge.write import write
from site_builder.export.web.http_headers import HEADERS
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.servers import COMMANDS, Answer, answered, free_port, program, serving, settings

FOR_EVER = "public, max-age=31536000, immutable"
HTML, BR, GZ = "text/html; charset=utf-8", "br", "gzip"
NO_PAGE = (404, {"content-type": HTML, "cache-control": "no-cache"})
# The address, what the browser can unpack, the status, and headers. `HASH` is what there is.
TABLE: list[tuple[str, str, int, dict[str, str]]] = [
    ("/", "br, gzip", 200, {"content-type": HTML, "cache-control": "no-cache", "content-encoding": BR}),
    ("/", "gzip", 200, {"content-encoding": GZ, "vary": "Accept-Encoding"}),
    ("/", "", 200, {"content-encoding": "", "content-type": HTML}),
    ("/ordlista/", "br", 200, {"content-type": HTML, "content-encoding": BR}),
    ("/assets/css/plan.HASH.css", BR, 200, {"content-type": "text/css; charset=utf-8", "cache-control": FOR_EVER}),
    ("/assets/js/page.HASH.js", GZ, 200, {"content-type": "text/javascript; charset=utf-8", "cache-control": FOR_EVER}),
    ("/sok/HASH/index.json", BR, 200, {"content-type": "application/json", "cache-control": FOR_EVER}),
    ("/data/v1/plans.json", BR, 200, {"content-type": "application/json", "cache-control": "no-cache"}),
    ("/data/v1/interventions.csv", "", 200, {"content-type": "text/csv; charset=utf-8", "cache-control": "no-cache"}),
    ("/assets/bilder/ikon.svg", BR, 200, {"content-type": "image/svg+xml", "cache-control": "public, max-age=86400"}),
    ("/favicon.ico", BR, 200, {"content-type": "image/x-icon", "content-encoding": ""}),
    ("/manifest.webmanifest", "", 200, {"content-type": "application/manifest+json"}),
    ("/andringar/feed.atom", "", 200, {"content-type": "application/atom+xml"}),
    ("/.well-known/security.txt", "", 200, {"content-type": "text/plain; charset=utf-8"}),
    ("/finns-inte/", "", *NO_PAGE),
    ("/finns-inte/", BR, 404, {"content-encoding": BR}),
    ("/finns-inte.csv", "", *NO_PAGE),
    ("/assets/css/plan.0123456789.css", "", *NO_PAGE),
    ("/assets/bilder/finns-inte.png", "", *NO_PAGE),
    ("/data/", "", *NO_PAGE),
    ("/cyklar/", "", 301, {"location": "/ungdomsplan-2023-2026/"}),
    ("/cyklar", "", 301, {"location": "/ungdomsplan-2023-2026/"}),
]
UNPACK: dict[str, Callable[[bytes], bytes]] = {BR: brotli.decompress, GZ: gzip.decompress, "": bytes}


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def port(request: pytest.FixtureRequest, compressed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a real server with that site."""
    name, scratch, free = str(request.param), tmp_path_factory.mktemp("server"), free_port()
    file = scratch / "settings"
    file.write_text(settings(name, compressed, free, scratch), encoding="utf-8")
    with serving([program(name), *COMMANDS[name], str(file)], free, scratch):
        yield free


def there_is(site: Path, address: str) -> str:
    """The address with the fingerprint that a file of this site has."""
    if "HASH" not in address:
        return address
    (found,) = site.glob(address.lstrip("/").replace("HASH", "[0-9a-f]" * 10))
    return f"/{found.relative_to(site).as_posix()}"


@pytest.mark.parametrize(("address", "unpacks", "status", "headers"), TABLE)
def test_a_server_answers(
    port: int, compressed: Path, address: str, unpacks: str, status: int, headers: dict[str, str]
) -> None:
    """The status, the headers of the table, and every header of safety with its value, once."""
    answer = answered(port, there_is(compressed, address), {"Accept-Encoding": unpacks})
    assert answer.status == status
    assert {name: answer.headers.get(name, "") for name in headers} == headers
    assert {name: answer.headers.get(name.lower()) for name, _ in HEADERS} == dict(HEADERS)
    assert not re.search(r"\d", answer.headers.get("server", "")), "a version is nobody's business"
    if status == 200:
        assert unpacked(answer) == file_of(compressed, there_is(compressed, address)).read_bytes()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_site_where_nothing_was_moved_is_served(name: str, tmp_path: Path) -> None:
    """Settings with no line to say are settings: Caddy refuses to import an empty file."""
    changes = {"content/redirects.yaml": "redirects: []\n"}
    made = build({**texts(), **changes}, date(2024, 6, 1), read_strings())
    assert made.pages, made.diagnostics
    write(tmp_path / "site", (item for item in made.artifacts if item.path.endswith((".conf", ".caddy", ".txt"))))
    assert "/cyklar" not in (tmp_path / "site/redirects.caddy").read_text("utf-8")
    tmp_path.chmod(0o755)
    free, file = free_port(), tmp_path / "settings"
    file.write_text(settings(name, tmp_path / "site", free, tmp_path), encoding="utf-8")
    with serving([program(name), *COMMANDS[name], str(file)], free, tmp_path):
        assert answered(free, "/robots.txt").status == 200


def test_a_missing_page_says_so_in_swedish(port: int, compressed: Path) -> None:
    """The site's own page, also deep down, and packed."""
    for unpacks in ("", BR):
        answer = answered(port, "/finns/inte/alls/", {"Accept-Encoding": unpacks})
        assert unpacked(answer) == (compressed / "404.html").read_bytes()
        assert "Sidan finns inte" in unpacked(answer).decode()


def test_the_last_slash_is_found(port: int) -> None:
    """Permanently, by an address that names no host."""
    answer = answered(port, "/ordlista")
    assert answer.status in (301, 308)
    assert answer.headers["location"] in ("/ordlista/", "ordlista/")


def test_what_has_not_changed_is_not_sent_again(port: int) -> None:
    """A browser that asks anew gets an answer without a body."""
    tag = answered(port, "/", {"Accept-Encoding": BR}).headers["etag"]
    again = answered(port, "/", {"Accept-Encoding": BR, "If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")


def test_the_policy_is_the_one_in_the_file(compressed: Path) -> None:
    """`csp.txt`, the servers' files and `_headers` say the same."""
    policy = (compressed / "csp.txt").read_text(encoding="utf-8").strip()
    for name in ("server.nginx.conf", "server.caddy", "_headers"):
        assert policy in (compressed / name).read_text(encoding="utf-8"), name


def test_every_text_is_packed_and_unpacks_to_itself(compressed: Path) -> None:
    """Whatever is larger than its packed form is there in both, and nothing else is."""
    packed = {file for file in compressed.rglob("*") if file.suffix in (".br", ".gz")}
    assert {file.suffix for file in packed} == {".br", ".gz"}
    for file in packed:
        original = file.with_suffix("")
        way = BR if file.suffix == ".br" else GZ
        assert UNPACK[way](file.read_bytes()) == original.read_bytes()
        assert file.stat().st_size < original.stat().st_size
    assert all(page.with_name("index.html.br") in packed for page in compressed.rglob("index.html"))


def unpacked(answer: Answer) -> bytes:
    """The body as it was before it was packed."""
    return UNPACK[answer.headers.get("content-encoding", "")](answer.body)


def file_of(site: Path, address: str) -> Path:
    """The file that an address shows."""
    return site / address.lstrip("/") / "index.html" if address.endswith("/") else site / address.lstrip("/")
