"""`python -m tests.web`: lint, format and types of `docs/assets` and of the forms' files.

`--write` formats, and mends what can be mended.

Where Node is missing, that is said and nothing is judged, but in CI it is an error.
"""

import sys
from collections.abc import Sequence

from tests.web.tools import MISSING, has_node, install, must_have_node, run

ASSETS = ("../../docs/assets", "../../site_builder/templates/forms")
PROJECTS = (".", "tsconfig.forms.json")


def main(arguments: Sequence[str]) -> int:
    """Judge everything, even after one tool has found faults; return the worst exit code."""
    if not has_node():
        sys.stderr.write(f"{MISSING.format(what='scripts and style sheets are not judged')}\n")
        return int(must_have_node())
    if failed := install():
        return failed
    return max(
        run("node_modules/.bin/biome", "check", *arguments, *ASSETS),
        *(run("node_modules/.bin/tsc", "-p", project) for project in PROJECTS),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
