"""Where a link leads, however its address is disguised."""

import html
import re
from urllib.parse import unquote, urlsplit

# White space, control characters, and letters that are not seen: a browser or a reader overlooks them.
UNSEEN = re.compile("[\\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
SAFE = ("https:", "mailto:", "tel:")


def plain(target: str) -> str:
    """Return an address as a browser reads it: entities and percent signs resolved, without what is unseen."""
    return UNSEEN.sub("", unquote(html.unescape(html.unescape(target)))).casefold()


def is_unsafe(target: str) -> bool:
    """Tell whether an address runs or opens something, or can be read on the way: anything but https and mail.

    An address that no browser can open, as `https://[`, leads nowhere and is not safe either.
    """
    address = plain(target)
    scheme = SCHEME.match(address)
    return address.startswith("//") or "\\" in address or bool(scheme and (scheme[0] not in SAFE or _is_none(address)))


def _is_none(address: str) -> bool:
    """Tell whether an address has no host, or a port that is none. urllib finds a lone bracket by an exception."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and not (parts.hostname and parts.port != 0)
    except ValueError:
        return True


def is_outside(target: str) -> bool:
    """Tell whether an address has a scheme of its own, so that it leads out of the site."""
    address = plain(target)
    return bool(SCHEME.match(address)) or address.startswith("//")
