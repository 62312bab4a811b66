"""The latest changes of facts as a feed (Atom, RFC 4287), for readers of feeds and for programs."""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from schema.site import Site
from site_builder.changes.history import History, Told
from site_builder.changes.sentences import sentence
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls

ENTRIES = 50  # readers of feeds come often; the page has them all
ATOM = "http://www.w3.org/2005/Atom"


def feed(site: Site, history: History, strings: Strings, as_of: date) -> str:
    """Return the feed. Without any change its day is the day of the build."""
    latest = history.facts[:ENTRIES]
    root = Element("feed", {"xmlns": ATOM, "xml:lang": spoken().code})
    for name, text in (
        ("title", f"{strings('changes.feed-title')} – {site.name}"),
        ("subtitle", strings("changes.lead")),
        ("id", f"{site.url}{urls.changes_feed()}"),
        ("updated", latest[0].moment if latest else f"{as_of.isoformat()}T00:00:00Z"),
    ):
        SubElement(root, name).text = text
    SubElement(
        root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{site.url}{urls.changes_feed()}"}
    )
    SubElement(
        root, "link", {"rel": "alternate", "type": "text/html", "href": f"{site.url}{urls.site_page(urls.CHANGES)}"}
    )
    SubElement(SubElement(root, "author"), "name").text = site.sender.name
    root.extend(_entries(site, latest, strings))
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entries(site: Site, changes: tuple[Told, ...], strings: Strings) -> Iterator[Element]:
    for told in changes:
        address = f"{site.url}{urls.change(told.anchor)}"
        entry = Element("entry")
        SubElement(entry, "title").text = sentence(told.change, strings)
        # What a reader knows an entry by never changes: the address that its change had first, which leads on.
        SubElement(entry, "id").text = f"{site.url}{urls.site_page(urls.CHANGES)}#{told.anchor}"
        SubElement(entry, "updated").text = told.moment
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
        SubElement(entry, "summary").text = sentence(told.change, strings)
        yield entry
