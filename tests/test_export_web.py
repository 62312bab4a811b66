"""The small files beside the pages, read as a browser and a search engine would."""

import json
import struct
import zlib
from datetime import date
from functools import cache
from itertools import pairwise
from math import ceil
from xml.etree import ElementTree as ET

import pytest

from site_builder.changes.history import History
from site_builder.export.web.web_files import web_files
from site_builder.foundation.page import Page
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts

BRAND, WHITE, DIM = (0x0B, 0x3D, 0x66), (255, 255, 255), (0x94, 0xA8, 0xBA)
EMPTY, DUTY = (0x26, 0x54, 0x78), (0x9F, 0xCD, 0xF2)
Colour = tuple[int, ...]


def made_of(given: dict[str, str], pages: list[Page]) -> dict[str, bytes]:
    """Every file of a content by path."""
    made = web_files(link(load(given)), pages, date(2026, 1, 15), History(), read_strings())
    return {item.path: item.data for item in made}


@cache
def files() -> dict[str, bytes]:
    """Every file by path."""
    pages = [Page(address, title, title, title, "", (), None) for address, title in (("om/", "Om"), ("", "Små"))]
    return {
        made.path: made.data
        for made in web_files(link(load(texts())), pages, date(2026, 1, 15), History(), read_strings())
    }


def chunks(data: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG file, each with the right sum."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, place = {}, 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        body = data[place + 4 : place + 8 + length]
        assert struct.unpack_from(">I", data, place + 8 + length) == (zlib.crc32(body),)
        found[body[:4]] = body[4:]
        place += length + 12
    assert list(found) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    return found


def picture(data: bytes) -> list[list[Colour]]:
    """The rows of a picture's colours."""
    found = chunks(data)
    width, height, *rest = struct.unpack(">IIBBBBB", found[b"IHDR"])
    assert rest == [8, 3, 0, 0, 0]
    colours = [tuple(found[b"PLTE"][place : place + 3]) for place in range(0, len(found[b"PLTE"]), 3)]
    pixels = zlib.decompress(found[b"IDAT"])
    assert len(pixels) == height * (width + 1)
    lines = [pixels[row * (width + 1) : (row + 1) * (width + 1)] for row in range(height)]
    assert {line[0] for line in lines} == {0}
    return [[colours[number] for number in line[1:]] for line in lines]


@pytest.mark.parametrize("size", [180, 192, 512])
def test_the_sign_is_four_squares(size: int) -> None:
    """Squares of a quarter that begin at 6 and 18 of 32: bright where row and column are alike, dim else."""
    assert_is_sign(files()[f"assets/bilder/ikon-{size}.png"], size)


def assert_is_sign(data: bytes, size: int) -> None:
    edges = [0, *(ceil(unit * size / 32) for unit in (6, 14, 18, 26)), size]
    first, second = ([BRAND, *two, BRAND] for two in ((WHITE, BRAND, DIM), (DIM, BRAND, WHITE)))
    wanted = [[BRAND] * 5, first, [BRAND] * 5, second, [BRAND] * 5]
    rows = picture(data)
    assert rows == [
        [colour for colour, width in zip(colours, widths(edges), strict=True) for _ in range(width)]
        for colours, height in zip(wanted, widths(edges), strict=True)
        for _ in range(height)
    ]


def widths(edges: list[int]) -> list[int]:
    return [end - start for start, end in pairwise(edges)]


def test_the_icon_at_the_root_holds_one_picture() -> None:
    """As browsers ask for it: 32 pixels, 32 bits, and where the picture begins."""
    data = files()["favicon.ico"]
    assert struct.unpack_from("<HHH", data) == (0, 1, 1)
    *facts, length, start = struct.unpack_from("<BBBBHHII", data, 6)
    assert (facts, length, start) == ([32, 32, 0, 0, 1, 32], len(data) - 22, 22)
    assert_is_sign(data[start:], 32)


def test_the_picture_to_share_has_a_row_a_measure_and_a_column_a_body() -> None:
    """A square of the duty's colour where the body has one; a margin of 60 pixels in the ground's."""
    index = link(load(texts()))
    assert index.site
    current = index.site.value.current_plan
    numbers = [record.value.number for record in index.plans[current].interventions]
    own = {(duty.intervention.number, duty.organization) for duty in index.duties if duty.plan == current}
    bodies = sorted({body for _, body in own})
    rows = picture(files()["assets/bilder/delning.png"])
    assert (len(rows), len(rows[0])) == (630, 1200)
    high, wide = 510 / len(numbers), 1080 / len(bodies)
    for down, number in enumerate(numbers):
        for across, body in enumerate(bodies):
            left, top = int(60 + wide * across) + 1, int(60 + high * down) + 1
            wanted = DUTY if (number, body) in own else EMPTY
            assert {rows[top][left], rows[top][int(left + wide * 0.75)], rows[int(top + high * 0.75)][left]} == {wanted}
            assert {rows[top][int(left + wide * 0.85)], rows[int(top + high * 0.85)][left]} == {BRAND}
    assert {colour for row in (*rows[:60], *rows[570:]) for colour in row} == {BRAND}
    assert {colour for row in rows for colour in (*row[:60], *row[1140:])} == {BRAND}


def test_the_sitemap_holds_every_page_and_nothing_else() -> None:
    """As the protocol writes it (sitemaps.org): a day only where one is known, and no words between."""
    pages = [
        Page("om/", "Om", "Om", "Om", "", (), None),
        Page("", "Små", "Små", "Små", "", (), None, changed=date(2025, 3, 1)),
    ]
    name, home = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "https://planer.smastad.example/"
    root = ET.fromstring(made_of(texts(), pages)["sitemap.xml"])
    assert root.tag == f"{name}urlset"
    assert [[(part.tag, part.text) for part in url] for url in root] == [
        [(f"{name}loc", f"{home}om/")],
        [(f"{name}loc", home), (f"{name}lastmod", "2025-03-01")],
    ]
    assert not "".join(text for item in (root, *root) for text in (item.text, item.tail) if text).strip()


def test_the_texts_say_where_things_are() -> None:
    """Whom to tell of a hole, what may be read, and the site's name and colours."""
    assert text_of("robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://planer.smastad.example/sitemap.xml\n"
    lines = text_of(".well-known/security.txt").splitlines()
    assert lines[0].startswith("Contact: mailto:")
    assert lines[1:] == [
        "Expires: 2027-01-10T00:00:00Z",
        "Preferred-Languages: sv, en",
        "Canonical: https://planer.smastad.example/.well-known/security.txt",
    ]
    assert text_of("404-adresser.json") == '[{"address":"","title":"Små"},{"address":"om/","title":"Om"}]\n'


def test_the_manifest_says_how_the_site_is_kept_as_an_app() -> None:
    """Names and description are the site's; the icons are the drawn one and those of a manifest's sizes."""
    site = link(load(texts())).site
    assert site
    text = text_of("manifest.webmanifest")
    assert text.startswith('{\n "name": "Småstads planer",\n "short_name": ')
    assert text.endswith("}\n")
    assert json.loads(text) == {
        "name": site.value.name,
        "short_name": site.value.name,
        "description": site.value.description,
        "lang": "sv",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#0b3d66",
        "icons": [
            {"src": "assets/bilder/ikon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "assets/bilder/ikon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "assets/bilder/ikon-512.png", "sizes": "512x512", "type": "image/png"},
        ],
    }


def test_without_a_site_or_a_plan_nothing_falls() -> None:
    """A broken site file gives no files; a plan without measures an empty square."""
    given = {path: text for path, text in texts().items() if path != "content/site.yaml"}
    assert made_of(given, []) == {}
    given = {path: text for path, text in texts().items() if "/interventions/" not in path}
    made = {
        item.path: item.data for item in web_files(link(load(given)), [], date(2026, 1, 15), History(), read_strings())
    }
    rows = picture(made["assets/bilder/delning.png"])
    assert {rows[60][60], rows[467][923]} == {EMPTY}
    assert {rows[60][925], rows[469][60]} == {BRAND}


def text_of(path: str) -> str:
    """The text of a file."""
    return files()[path].decode()
