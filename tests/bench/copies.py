"""Working copies to measure in: the repository's own content, or made-up content of any size."""

import compileall
import shutil
import subprocess
from pathlib import Path

from site_builder.edge.cache import KINDS, cache_file
from tests.bench.plan import files
from tests.workspace import PROGRAM, ROOT, Workspace, with_texts

REAL = "real"
# What a build leaves behind for the next one.
LEFT = ("site", ".site-new", ".site-old")


def copy_of(size: str, root: Path) -> Workspace:
    """Return a working copy at `root`, committed and compiled: `real`, or a number of interventions."""
    made = _real(root) if size == REAL else with_texts(root, files(int(size)))
    if size != REAL:
        made.commit()
    for folder in PROGRAM:
        compileall.compile_dir(root / folder, quiet=2)
    return made


def forget(root: Path) -> None:
    """Remove what earlier builds left, so that the next one is cold."""
    for name in LEFT:
        shutil.rmtree(root / name, ignore_errors=True)
    for what in KINDS:
        cache_file(root, what).unlink(missing_ok=True)


def _real(root: Path) -> Workspace:
    """Return the content with its whole history, which the build asks for days, and the files as they are now."""
    made = Workspace(root)
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(root)], env=made.variables, check=True)
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in (*PROGRAM, "content", "docs"):
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True, ignore=unwanted)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return made
