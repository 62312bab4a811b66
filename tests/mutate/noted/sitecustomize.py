"""Python runs this at its start where it is on the path: a program that a test has started notes what it reaches."""

import os
from pathlib import Path

from mutmut.mutation import trampoline

REACHED = Path(os.environ["MUTATE_REACHED"])
known: set[str] = set()


def note(name: str, caller: str | None = None) -> None:  # noqa: ARG001 - handed over by mutmut
    """Write down once that a function with faults was called; at once, since a program may end without notice."""
    if name not in known:
        known.add(name)
        with REACHED.open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")


trampoline.record_trampoline_hit = note  # type: ignore[attr-defined]
