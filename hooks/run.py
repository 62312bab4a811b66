"""MkDocs as the command line runs it: into a new folder that takes the old one's place only when all went well."""

import logging
import sys
from pathlib import Path
from time import perf_counter

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from hooks.written import Made
from site_builder.edge.machine import MachineFault
from site_builder.edge.publishing.compressed import add_compressed
from site_builder.edge.swap import building, keep_fingerprinted, take_place
from site_builder.foundation.language.phrases import with_decimal
from site_builder.reading.read import read_strings

SETTINGS = Path(__file__).resolve().parent.parent / "mkdocs.yml"
# What the hook tells better, and that it leaves MkDocs no page to write.
UNTOLD = ("Error building page", "Error reading page", "Page skipped")
NAMED = 5  # files that a message names at most


def build_site(root: Path, compress: bool = False) -> int:
    """Build `site/` below `root`, strictly. Returns 1, with the old site as it was, if anything is wrong.

    With `compress` each text is there compressed too, for servers that send what lies ready.

    A fault of the machine is raised, with the old site as it was.
    """
    log_plainly(logging.WARNING)
    site, began = root / "site", perf_counter()
    with building(site) as fresh:
        try:
            made = build_into(fresh, root)
        except (Abort, ConfigurationError):
            return 1
        if compress:
            add_compressed(fresh)
        keep_fingerprinted(site, fresh)
        take_place(fresh, site)
    sys.stdout.write(f"{_told(root, made.pages, perf_counter() - began)}\n")
    if made.has_old_papers:
        sys.stdout.write(f"{read_strings()('command.old-papers')}\n")
    return 0


def _told(root: Path, pages: int, seconds: float) -> str:
    """Return what was made, where, how long it took and how to look at it."""
    key = "command.site-made" if root == Path() else "command.site-made-elsewhere"
    took = with_decimal(seconds)
    return read_strings()(key, pages=str(pages), folder=str(root / "site"), seconds=took, root=str(root))


def build_into(fresh: Path, root: Path) -> Made:
    """Build into a folder, and make sure that what stands there is what was made, all of it and nothing else."""
    config = load_config(settings(root), strict=True, docs_dir=docs(root), site_dir=str(fresh.resolve()))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    made: Made = config.extra["made"]
    if differing := made.differing(fresh):
        raise MachineFault("not-whole", count=str(len(differing)), paths=", ".join(differing[:NAMED]))
    return made


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
    handler.addFilter(lambda record: not record.getMessage().startswith(UNTOLD))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logger.handlers = [handler]
