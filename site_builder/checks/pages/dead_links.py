"""Links of hand-written pages that lead nowhere: told where they stand, before anything is built."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from site_builder.checks.names.orphans import is_complete
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.source import SourceFile, span_in
from site_builder.meaning import urls
from site_builder.meaning.hand_written import body_html, relative_links
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.pages.addresses import page_addresses
from site_builder.reading.layout import DOCS

PLACE = re.compile(r"\]\((?P<place>#(?:(?!\]\()[^)\s])++)\)")
ANCHOR = re.compile(r"#[^)\s>\"]*")
PICTURES = "assets/bilder/"
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
REFERRING = re.compile(r"^#+ .*\[\[", re.MULTILINE)  # of which the page makes an id in its own way
ID = re.compile(r' id="([^"]+)"')
WRITTEN = re.compile(r"^#+ [^\n]*\S \{:? ?#([\w-]+) ?\}[ \t]*$", re.MULTILINE)


def ensure_links_lead_somewhere(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that links of hand-written pages lead to pages, pictures and headings that there are.

    While a file is broken nobody can tell which pages there are, and nothing is said. Links to data, which nobody has
    made yet, are followed when the site is built.
    """
    if not is_complete(index):
        return
    addresses = page_addresses(index)
    files = {source.path: urls.hand_written(source.path) for source in index.hand_written}
    texts = {files[source.path]: source for source in index.hand_written}
    for source in index.hand_written:
        yield from _to_pages(index, source, files, addresses)
        yield from _to_places(source, files, texts)


def _to_pages(
    index: PlanIndex, source: SourceFile, files: Mapping[str, str], addresses: frozenset[str]
) -> Iterator[Finding]:
    for link in relative_links(source.text, source.path, files):
        target = unquote(link.target)
        if target in addresses or (_is_made(target) and not target.endswith(".md")):
            continue
        if index.assets is None and target.startswith(PICTURES):
            continue
        if target not in (index.assets or ()):
            yield _finding(source, link.start, link.end, _near(index, source.path, target, addresses))


def _near(index: PlanIndex, path: str, target: str, addresses: frozenset[str]) -> str:
    """Return what could be written instead: a reference to a page, or the way to a picture."""
    if near := nearest(target, index.assets or (), 0.8):
        return posixpath.relpath(near, posixpath.dirname(path.removeprefix(DOCS)) or ".")
    page = nearest(target.removesuffix(".md").removesuffix("/"), (address.rstrip("/") for address in addresses), 0.8)
    return f"[[sida:{page}]]" if page else ""


def _is_made(target: str) -> bool:
    """Tell whether a link leads to a file that the program makes or brings with it."""
    return "." in posixpath.basename(target) and not target.endswith(IMAGES)


def _to_places(source: SourceFile, files: Mapping[str, str], texts: Mapping[str, SourceFile]) -> Iterator[Finding]:
    """Find links to headings that hand-written pages do not have."""
    text = without_code(source.text)
    links = [(files[source.path], match.start("place"), match["place"]) for match in PLACE.finditer(text)]
    links += [
        (link.target, link.end, match[0])
        for link in relative_links(source.text, source.path, files)
        if (match := ANCHOR.match(text, link.end))
    ]
    for address, start, anchor in links:
        if address in texts and not REFERRING.search(texts[address].text):
            name = unquote(anchor[1:])
            if name in _written_places(texts[address].text):
                continue
            if name not in (places := _places(texts[address].text)):
                yield _finding(
                    source, start, start + len(anchor), f"#{near}" if (near := nearest(name, places)) else ""
                )


@lru_cache(maxsize=64)
def _written_places(text: str) -> frozenset[str]:
    """Return the places of a page that are written out beside a heading: to know those, nothing has to be parsed."""
    return frozenset(WRITTEN.findall(without_code(text)))


@lru_cache(maxsize=64)
def _places(text: str) -> frozenset[str]:
    return frozenset(map(unescape, ID.findall(body_html(text))))


def _finding(source: SourceFile, start: int, end: int, suggestion: str) -> Finding:
    return Finding(span_in(source, start, end), {"target": source.text[start:end], "suggestion": suggestion})
