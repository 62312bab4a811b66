"""The head of the feed of changes, which programs know it by; its entries are tried on a real history."""

from datetime import date
from xml.etree import ElementTree as ET

from site_builder.build import check
from site_builder.changes.history import History
from site_builder.export.web.feed import feed
from site_builder.reading.read import read_strings
from tests.miniature import texts

DAY = date(2026, 1, 1)
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_says_what_it_is_and_where_it_and_its_page_are() -> None:
    record = check(texts(), DAY).index.site
    assert record
    root = ET.fromstring(feed(record.value, History(), read_strings(), DAY))
    home = record.value.url
    assert [item.attrib for item in root.findall(f"{ATOM}link")] == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{home}andringar/feed.atom"},
        {"rel": "alternate", "type": "text/html", "href": f"{home}andringar/"},
    ]
    assert root.findtext(f"{ATOM}id") == f"{home}andringar/feed.atom"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    assert root.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == record.value.sender.name
    assert root.find(f"{ATOM}entry") is None
