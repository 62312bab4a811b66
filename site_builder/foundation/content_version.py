"""The version of the content: a short sign that is another as soon as anything in the texts is.

The list of versions that were public is about them and no part of any: one that held itself could never be listed.
"""

import hashlib
from collections.abc import Mapping

ABOUT_VERSIONS = "content/public_versions.yaml"


def content_version(texts: Mapping[str, str]) -> str:
    """Return the sign of all texts, by path. The same texts have the same one, wherever and whenever they are read.

    What is written in the list of public versions makes no other version.
    """
    digest = hashlib.sha256()
    for path, text in sorted(texts.items()):
        if path == ABOUT_VERSIONS:
            continue
        for part in (path, text):
            written = part.encode("utf-8", "surrogatepass")
            digest.update(len(written).to_bytes(8, "big") + written)
    return digest.hexdigest()[:12]
