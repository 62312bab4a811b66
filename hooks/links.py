"""What MkDocs asks of links, for pages that it does not convert: every target is there, and every place on it."""

import html
import logging
import re
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from site_builder.meaning.urls import page_file

LINK = re.compile(r'<(?:a\b[^>]*?\bhref|img\b[^>]*?\bsrc)="([^"]*)"')
IDENTITY = re.compile(r'\sid="([^"]+)"')

log = logging.getLogger("mkdocs.hooks.links")


def identities(text: str) -> set[str]:
    """Return every id of a piece of HTML."""
    return set(map(html.unescape, IDENTITY.findall(text)))


def links_to_places(text: str, file: File, files: Files, config: MkDocsConfig) -> dict[File, dict[str, str]]:
    """Return the places that the HTML of a file's page leads to, as MkDocs takes them; tell of targets that lack."""
    found: dict[File, dict[str, str]] = {}
    for written in dict.fromkeys(LINK.findall(text)):
        link = urlsplit(html.unescape(written))
        if link.scheme or link.netloc:
            continue
        target = files.get_file_from_path(_path(file, link.path))
        if target is None:
            level = config.validation.links.not_found
            log.log(level, "Doc file '%s' contains a link '%s', but there is no such file.", file.src_uri, written)
        elif link.fragment:
            found.setdefault(target, {})[unquote(link.fragment)] = written
    return found


def _path(file: File, address: str) -> str:
    """Return the path of the file that an address leads to, written on the page of another."""
    there = unquote(urljoin(f"/{file.src_uri.removesuffix('index.md')}", address)).removeprefix("/")
    return page_file(there) if not there or there.endswith("/") else there
