"""Any text as a part of an address."""

import re
import unicodedata

IS_ONE = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def slug(text: str) -> str:
    """Return the text as a part of an address: lower case, letters without marks, everything else as hyphens."""
    if IS_ONE.fullmatch(text):
        return str(text)
    plain = unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
