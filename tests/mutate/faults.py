"""The faults: made by mutmut in `mutants/`, beside a copy of all that the tests need."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

MUTANTS = Path("mutants")
CHOSEN = MUTANTS / "chosen.txt"  # what faults were put into the last time


def put_in(paths: Iterable[str]) -> None:
    """Make every fault there can be below some folders or files; what has not changed since the last time is kept."""
    from mutmut.__main__ import create_mutants  # it sets how processes start: nothing that a test should import
    from mutmut.configuration import config
    from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

    chosen = sorted(path if path.endswith(".py") else f"{path}/*" for path in paths)
    if not CHOSEN.is_file() or CHOSEN.read_text(encoding="utf-8").split() != chosen:
        shutil.rmtree(MUTANTS, ignore_errors=True)  # to mutmut, a copy without faults is one that has not changed
    MUTANTS.mkdir(exist_ok=True)
    CHOSEN.write_text("\n".join(chosen), encoding="utf-8")
    config().only_mutate[:] = chosen
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(os.cpu_count() or 1)


def fault_names(paths: Iterable[str]) -> list[str]:
    """Return the name of each fault below some folders or files of the code, in order."""
    found: set[str] = set()
    for path in paths:
        place = MUTANTS / path
        for file in [*place.rglob("*.meta"), *place.parent.glob(f"{place.name}.meta")]:
            found |= set(json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"])
    return sorted(found)


def shown(name: str) -> str:
    """Return what a fault changes: the lines of a difference that begin with a minus or a plus."""
    from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant

    lines = get_diff_for_mutant(name, path=find_mutant(name).path).splitlines()
    return "\n".join(line for line in lines if line[:1] in ("-", "+") and line[:3] not in ("---", "+++"))
