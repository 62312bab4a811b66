"""Links in Markdown lead to safe addresses, however the address is disguised."""

import html
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import Passage, Style

# A link's target without its title: inline (images too), in a definition of its own, or in angle brackets.
TARGETS = (
    re.compile(r"\]\(\s*<(?P<target>[^<>\n]*)>"),
    re.compile(r"\]\(\s*(?!<)(?P<target>(?:[^()\s]|\([^()\s]*\)|\s+(?![\"'(]))*)"),
    re.compile(r"^[ ]{0,3}\[[^\[\]]+\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE),
    re.compile(r"(?<!\()<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>"),
)
# White space, control characters, and letters that are not seen: a browser or a reader overlooks them.
UNSEEN = re.compile("[\\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
SAFE = ("https", "mailto", "tel")


def ensure_links_are_safe(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that links lead to https, an e-mail address or a page here: not to script, data, files or plain http.

    A target is judged as a browser would read it: with entities and percent signs resolved, without what is unseen.
    """
    for passage, match, plain in _links(index):
        scheme = SCHEME.match(plain)
        if plain.startswith("//") or "\\" in plain or (scheme and scheme[0][:-1] not in SAFE):
            yield _finding(passage, match)


def ensure_links_inside_are_references(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that running text names this site's pages with `[[...]]`: it is shown on pages with other addresses."""
    for passage, match, plain in _links(index):
        if (
            passage.style is Style.PROSE
            and not SCHEME.match(plain)
            and not plain.startswith("//")
            and "\\" not in plain
        ):
            yield _finding(passage, match)


def _links(index: PlanIndex) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """Yield every link with its target as a browser would read it."""
    for passage in index.passages:
        if passage.style is not Style.LABEL and ("]" in passage.text or "<" in passage.text):
            for pattern in TARGETS:
                yield from ((passage, match, _plain(match["target"])) for match in pattern.finditer(passage.text))


def _plain(target: str) -> str:
    return UNSEEN.sub("", unquote(html.unescape(html.unescape(target)))).casefold()


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    target = match["target"].strip()
    start = match.start("target") + match["target"].find(target)
    return Finding(passage.span(start, start + len(target)), {"target": target[:80]})
