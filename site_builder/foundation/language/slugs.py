"""Any text as a part of an address."""

import re
import unicodedata


def slug(text: str) -> str:
    """Return the text as a part of an address: lower case, letters without marks, everything else as hyphens."""
    plain = unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
