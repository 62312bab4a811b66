"""The version of the content: a short sign that is another as soon as anything in the texts is."""

import hashlib
from collections.abc import Mapping


def content_version(texts: Mapping[str, str]) -> str:
    """Return the sign of all texts, by path. The same texts have the same one, wherever and whenever they are read."""
    digest = hashlib.sha256()
    for path, text in sorted(texts.items()):
        for part in (path, text):
            written = part.encode("utf-8", "surrogatepass")
            digest.update(len(written).to_bytes(8, "big") + written)
    return digest.hexdigest()[:12]
