"""Hand-written pages: their title, and where the links lead that are written from the place of their file."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from site_builder.foundation.code_spans import without_code
from site_builder.foundation.markdown_html import PAGE, convert
from site_builder.reading.layout import DOCS

# A target inside brackets after a link's words, or in a definition of its own: neither an address with a scheme, nor
# from the root, nor a place on the same page.
RELATIVE = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[[^\[\]]+\]:\s*<?)(?P<path>(?![#/]|[a-z][a-z0-9+.-]*:)[^)\s>#]+)", re.MULTILINE
)


class RelativeLink(Struct, frozen=True):
    """A relative link: where in the text its path stands, and the address or file from the root that it leads to."""

    start: int
    end: int
    target: str


def split_title(text: str) -> tuple[str, str]:
    """Return the title and what is below it."""
    lines = text.split("\n")
    place = next((number for number, line in enumerate(lines) if line.startswith("# ")), None)
    if place is None:
        return "", text
    return lines[place][2:].strip(), "\n".join([*lines[:place], *lines[place + 1 :]])


def relative_links(text: str, path: str, files: Mapping[str, str]) -> Iterator[RelativeLink]:
    """Yield the relative links of the page in the file `path`; `files` are the addresses of the pages by their file."""
    for match in RELATIVE.finditer(without_code(text)):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["path"]))
        there = files.get(target)
        yield RelativeLink(*match.span("path"), _address(target.removeprefix(DOCS)) if there is None else there)


def _address(path: str) -> str:
    """Return where a file that nobody has written is: a page that the generator makes, or a file as it stands."""
    folder, name = posixpath.split(path)
    if name == "index.md":
        return posixpath.join(folder, "")
    return path if "." in name else posixpath.join(path, "")


@lru_cache(maxsize=64)
def body_html(text: str) -> str:
    """Return what Markdown makes of a page below its title, for whoever asks which places and headings it has."""
    return convert(split_title(text)[1], PAGE).html
