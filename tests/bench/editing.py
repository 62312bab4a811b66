"""`python -m tests.bench.editing [TIMES]`: what each answer of the forms costs on the repository's own content.

The forms are asked in this process, without a network, in a copy with a git of its own: a form opened, the findings of
a stroke, the page beside it, a save with its commit, and the start. The first of each is left out, since a server
answers many; figures are medians, CPU seconds (git's too) and seconds by the clock.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.form_desk import Browser, changed, committed_alone, said
from tests.workspace import ROOT

TIMES = 5
HEAD = "|  | CPU s | s |\n| --- | ---: | ---: |"


def main() -> None:
    """Measure every kind of answer and print the table."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "town"
        for name in ("content", "docs"):
            shutil.copytree(ROOT / name, root / name)
        committed_alone(root)
        rows = [_row(name, asked, times) for name, asked in _answers(Browser(root)).items()]
    sys.stdout.write("\n".join([HEAD, *rows, ""]))


def _answers(browser: Browser) -> dict[str, Callable[[int], None]]:
    """Return what is asked for, by the name of its row; each is given the number of the time."""
    measure = min((browser.root / "content").glob("plans/*/interventions/*.yaml"))
    address = f"/andra/{measure.relative_to(browser.root).as_posix()}"

    def pressed(button: str, number: int) -> str:
        form = changed(browser.form(address), {"title": f"Titeln för gång {number}"})
        return said(browser.send(address, form, button))

    def saved(number: int) -> None:
        words = pressed("save", number)
        if "forslag/" not in words:
            raise RuntimeError(words)

    return {
        "`make edit`: the start": lambda _: _opened(browser, "/"),
        "`make edit`: a form": lambda _: _opened(browser, address),
        "`make edit`: a form, and the findings of a stroke": lambda number: _said(pressed("check", number)),
        "`make edit`: a form, and the page beside it": lambda number: _said(pressed("preview", number)),
        "`make edit`: a form, and a save": saved,
    }


def _opened(browser: Browser, address: str) -> None:
    if browser.client.get(address).status_code != 200:
        raise RuntimeError(address)


def _said(words: str) -> None:
    if not words:
        raise RuntimeError("nothing was said")


def _row(name: str, asked: Callable[[int], None], times: int) -> str:
    costs = [_cost(asked, number) for number in range(times + 1)][1:]
    cpu, clock = (median(cost[place] for cost in costs) for place in (0, 1))
    return f"| {name} | {cpu:.2f} | {clock:.2f} |"


def _cost(asked: Callable[[int], None], number: int) -> tuple[float, float]:
    start, before = time.monotonic(), os.times()
    asked(number)
    after = os.times()
    return sum(after[:4]) - sum(before[:4]), time.monotonic() - start


if __name__ == "__main__":
    main()
