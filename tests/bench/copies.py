"""Working copies to measure in: the repository's own content, or made-up content of any size."""

import compileall
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from site_builder.edge.cache import KINDS, cache_file
from tests.bench.plan import files
from tests.workspace import PROGRAM, ROOT, Workspace, with_texts

REAL = "real"
KEEPS_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": ""}  # as if nobody had set them
# What a build leaves behind for the next one.
LEFT = ("site", ".site-new", ".site-old")


def copy_of(size: str, root: Path) -> Workspace:
    """Return a working copy at `root`, committed and compiled: `real`, or a number of interventions."""
    made = _real(root) if size == REAL else with_texts(root, files(int(size)))
    if size != REAL:
        made.commit()
    compile_program(root)
    return replace(made, environment=KEEPS_BYTECODE)


def compile_program(root: Path) -> None:
    """Compile what is not compiled of the program's modules. Its templates and schemas its first build leaves."""
    for folder in PROGRAM:
        compileall.compile_dir(root / folder, quiet=2)


def forget_program(root: Path) -> None:
    """Remove what Python and earlier builds have compiled, as in a fresh clone; libraries stay as installed."""
    for folder in PROGRAM:
        for compiled in list((root / folder).rglob("__pycache__")):
            shutil.rmtree(compiled)


def forget(root: Path) -> None:
    """Remove what earlier builds left of the content, so that the next one is cold: the program stays compiled."""
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
