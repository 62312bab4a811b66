"""`python -m tests.web`: lint, format and types of `docs/assets`. `--write` formats, and mends what can be mended.

The tools are installed here from the lock the first time and whenever it has changed. Where Node is missing, that is
said and nothing is judged, but in CI it is an error.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent
ASSETS = "../../docs/assets"
TOOLS = FOLDER / "node_modules"
LOCK = FOLDER / "package-lock.json"
INSTALLED = TOOLS / ".installed-lock.json"  # a copy of the lock that the tools were installed from
MISSING = "Node.js and npm are not found: scripts and style sheets are not judged. On Debian: apt install nodejs npm"


def main(arguments: Sequence[str]) -> int:
    """Judge everything, even after one tool has found faults; return the worst exit code."""
    if not (shutil.which("node") and shutil.which("npm")):
        sys.stderr.write(f"{MISSING}\n")
        return int(bool(os.environ.get("CI")))
    if not _is_installed() and (failed := _install()):
        return failed
    return max(_run("node_modules/.bin/biome", "check", *arguments, ASSETS), _run("node_modules/.bin/tsc", "-p", "."))


def _is_installed() -> bool:
    return INSTALLED.exists() and INSTALLED.read_bytes() == LOCK.read_bytes()


def _install() -> int:
    """Install what the lock says and nothing else; no package runs a script of its own."""
    failed = _run("npm", "ci", "--ignore-scripts", "--silent")
    if not failed:
        shutil.copyfile(LOCK, INSTALLED)
    return failed


def _run(*command: str) -> int:
    return subprocess.run(command, cwd=FOLDER, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
