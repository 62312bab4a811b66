"""Which version of the content a site is made of, for programs: the same as the page of changes says to readers."""

import json

from site_builder.changes.history import Revision
from site_builder.foundation.page import Artifact

VERSION_FILE = "version.json"


def version_file(version: str, revision: Revision | None) -> Artifact:
    """Return the file: the version of the content, and git's revision where the files are as in one, else null.

    It has no day, which would make every build of the same content another site.
    """
    told = {"content_version": version, "revision": revision.id if revision else None}
    return Artifact(VERSION_FILE, f"{json.dumps(told, indent=2)}\n".encode())
