"""MkDocs as the command line runs it: into a new folder that takes the old one's place only when all went well."""

import logging
import shutil
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

SETTINGS = Path(__file__).resolve().parent.parent / "mkdocs.yml"


def build_site(root: Path) -> int:
    """Build `site/` below `root`, strictly. Returns 1, with the old site as it was, if anything is wrong."""
    log_plainly(logging.WARNING)
    fresh, site, old = root / ".site-new", root / "site", root / ".site-old"
    try:
        config = load_config(settings(root), strict=True, docs_dir=docs(root), site_dir=str(fresh.resolve()))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError):
        shutil.rmtree(fresh, ignore_errors=True)
        return 1
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return 0


def settings(root: Path) -> str:
    """Return the settings of MkDocs: the folder's own, or the program's for a folder that holds content alone."""
    own = root / "mkdocs.yml"
    return str(own if own.exists() else SETTINGS)


def docs(root: Path) -> str:
    """Return the folder of hand-written pages."""
    return str((root / "docs").resolve())


def log_plainly(level: int) -> None:
    """Let MkDocs and the hook write bare lines, so that `path:line:column` begins a line."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logger.handlers = [handler]
