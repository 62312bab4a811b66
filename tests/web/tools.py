"""The tools from npm: installed here from the lock the first time and whenever it has changed."""

import os
import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parent
TOOLS = FOLDER / "node_modules"
LOCK = FOLDER / "package-lock.json"
INSTALLED = TOOLS / ".installed-lock.json"  # a copy of the lock that the tools were installed from
MISSING = "Node.js and npm are not found: {what}. On Debian: apt install nodejs npm"


def has_node() -> bool:
    """Tell whether there is anything to run the tools with."""
    return bool(shutil.which("node") and shutil.which("npm"))


def must_have_node() -> bool:
    """Tell whether a machine without Node is a fault: in CI nothing goes untried."""
    return bool(os.environ.get("CI"))


def install() -> int:
    """Install what the lock says and nothing else, unless it is there; no package runs a script of its own."""
    if INSTALLED.exists() and INSTALLED.read_bytes() == LOCK.read_bytes():
        return 0
    failed = run("npm", "ci", "--ignore-scripts", "--silent")
    if not failed:
        shutil.copyfile(LOCK, INSTALLED)
    return failed


def run(*command: str) -> int:
    """Run a program in the folder of the tools."""
    return subprocess.run(command, cwd=FOLDER, check=False).returncode
