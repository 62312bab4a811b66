"""The faults: made by mutmut in `mutants/`, beside a copy of all that the tests need."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

PATHS = ("site_builder/checks", "site_builder/meaning", "site_builder/export")
MUTANTS = Path("mutants")
MADE = (".pyc", ".meta", ".spans")  # what Python and mutmut put beside the code


def put_in() -> None:
    """Make every fault there can be; what has not changed since the last time is kept."""
    from mutmut.__main__ import create_mutants  # it sets how processes start: nothing that a test should import
    from mutmut.configuration import config
    from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

    MUTANTS.mkdir(exist_ok=True)
    config().only_mutate[:] = [f"{path}/*" for path in PATHS]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(os.cpu_count() or 1)
    _follow()


def _follow() -> None:
    """Copy data that has changed beside the code, which mutmut does not, and take away what is no longer there."""
    shutil.copytree("site_builder", MUTANTS / "site_builder", ignore=_code, dirs_exist_ok=True)
    for folder in ("site_builder", "tests", "content", "docs", "schema", "hooks"):
        for file in (MUTANTS / folder).rglob("*"):
            source = file.with_suffix("") if file.suffix in MADE[1:] else file
            if file.is_file() and file.suffix != MADE[0] and not source.relative_to(MUTANTS).is_file():
                file.unlink()


def _code(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name.endswith((".py", *MADE)) or name == "__pycache__"]


def fault_names(paths: Iterable[str]) -> list[str]:
    """Return the name of each fault below some folders or files of the code, in order; a name of a fault is its own."""
    found: set[str] = set()
    for path in paths:
        place = MUTANTS / path
        for file in [*place.rglob("*.meta"), *place.parent.glob(f"{place.name}.meta")]:
            found |= set(json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"])
    return sorted(found | {path for path in paths if "__mutmut_" in path})


def shown(name: str) -> str:
    """Return what a fault changes: the lines of a difference that begin with a minus or a plus."""
    from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant

    lines = get_diff_for_mutant(name, path=find_mutant(name).path).splitlines()
    return "\n".join(line for line in lines if line[:1] in ("-", "+") and line[:3] not in ("---", "+++"))
