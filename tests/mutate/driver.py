"""The process that tests are run from: it imports the code, and forks for each fault.

Run in `mutants/`, by `run.py`. No test is read before a fork, since files of tests work out much when they are read
(what they try, a whole miniature): what is worked out before is only what importing the code does.
"""

import ast
import gc
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import site_builder
from tests.mutate import reach
from tests.mutate.forks import BROKEN
from tests.mutate.plugin import Tests
from tests.mutate.reached import known
from tests.mutate.ready import make_ready
from tests.mutate.trying import MISSED, NOTICED, PLAN, plans, run_plan, tried

OURS = ("schema", "site_builder", "hooks", "tests")


@dataclass(frozen=True)
class Orders:
    """What to do: the faults to try, the files of tests, how many processes at once; and where to tell of it."""

    faults: list[str]
    tests: list[str]
    at_once: int
    answers: TextIO

    def tell(self, **what: Any) -> None:
        """Tell whoever gave the orders, at once."""
        self.answers.write(json.dumps(what) + "\n")
        self.answers.flush()


def main() -> int:
    """Do the orders that stand in JSON on standard input; answer with a line of JSON for each thing that is done."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what tests and pytest say is no answer
    if sys.argv[1:]:
        return _from_start(Path(sys.argv[1]))
    orders, imported = Orders(**json.load(sys.stdin), answers=answers), set[str]()
    reach.listening(imported.add)
    tests = Tests(partial(_do, orders, imported))
    return os.EX_OK if tests.begin() else BROKEN


def _from_start(folder: Path) -> int:
    plan, codes = json.loads((folder / PLAN).read_text(encoding="utf-8")), list[int]()
    Tests(lambda tests: codes.append(run_plan(tests, plan, folder))).begin()
    return MISSED if codes == [MISSED] else NOTICED


def _do(orders: Orders, imported: set[str], tests: Tests) -> None:
    _import_all(orders.tests)
    make_ready()
    reach.not_listening()
    gc.collect()
    gc.freeze()  # nobody writes to what is there, so that forks share it
    files = known(tests, orders.tests, orders.at_once, lambda path: orders.tell(known=path))
    orders.tell(left_out={test.id: test.left_out for file in files for test in file.tests if test.left_out})
    if not any(file.usable for file in files):
        raise RuntimeError(f"No test can be run without a fault: {orders.tests}")
    found = plans(orders.faults, files, imported)
    for fault in [fault for fault in found if not found[fault]]:
        orders.tell(fault=fault, code=MISSED, by="")
        del found[fault]
    for fault, code, by in tried(tests, found, imported, orders.at_once):
        orders.tell(fault=fault, code=code, by=by)


def _import_all(paths: Iterable[str]) -> None:
    """Import all the code, and the libraries that tests import: some take longer than the tests."""
    for module in pkgutil.walk_packages(site_builder.__path__, "site_builder."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    trees = [ast.parse(Path(path).read_text(encoding="utf-8")) for path in paths]
    named = {node.module or "" for tree in trees for node in tree.body if isinstance(node, ast.ImportFrom)}
    named |= {name.name for tree in trees for node in tree.body if isinstance(node, ast.Import) for name in node.names}
    for name in sorted(named):
        if name.partition(".")[0] not in OURS:
            with suppress(ImportError):  # whoever needs it says so
                importlib.import_module(name)


if __name__ == "__main__":
    sys.exit(main())
