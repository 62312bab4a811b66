"""Pages as they would be, kept for the frame that asks for them next."""

import secrets
from collections.abc import MutableMapping

MOST = 16


def keep(shown: MutableMapping[str, str], html: str) -> str:
    """Keep a page and return its address; the oldest one goes. Nothing is kept of nothing."""
    if not html:
        return ""
    while len(shown) >= MOST:
        del shown[next(iter(shown))]
    key = secrets.token_urlsafe(16)
    shown[key] = html
    return f"/sida/{key}"
