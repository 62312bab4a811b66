"""Links of running text: none inside another, none that leads to a script or to data. What is no link stays text."""

import html
import re
from typing import Any, cast

from markdown import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    LINK_RE,
    AutolinkInlineProcessor,
    AutomailInlineProcessor,
    LinkInlineProcessor,
)

SCHEME = re.compile(r"([^/?#]*?):")
SAFE = ("http", "https", "mailto", "tel")
IN_NO_LINK = ("a",)
Match = tuple[Any, Any, Any]


class SafeLink(LinkInlineProcessor):
    """A link with words of its own."""

    ANCESTOR_EXCLUDES = IN_NO_LINK

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802
        """Return the element and where it begins and ends, or nothing."""
        return _if_safe(cast(Match, super().handleMatch(m, data)))


class SafeAutolink(AutolinkInlineProcessor):
    """An address in angle brackets."""

    ANCESTOR_EXCLUDES = IN_NO_LINK

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802
        """Return the element and where it begins and ends, or nothing."""
        return _if_safe(cast(Match, super().handleMatch(m, data)))


class SafeAutomail(AutomailInlineProcessor):
    """An e-mail address in angle brackets."""

    ANCESTOR_EXCLUDES = IN_NO_LINK


def use_safe_links(markdown: Markdown) -> None:
    """Let a converter make no other links."""
    markdown.inlinePatterns.register(SafeLink(LINK_RE, markdown), "link", 160)
    markdown.inlinePatterns.register(SafeAutolink(AUTOLINK_RE, markdown), "autolink", 120)
    markdown.inlinePatterns.register(SafeAutomail(AUTOMAIL_RE, markdown), "automail", 110)


def _if_safe(found: Match) -> Match:
    """Return a link that was found, unless its address has a scheme that is none of the safe ones."""
    if found[0] is None:
        return found
    scheme = SCHEME.match(html.unescape(html.unescape(found[0].get("href"))))
    return (None, None, None) if scheme and scheme[1].strip().casefold() not in SAFE else found
