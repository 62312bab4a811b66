"""What checking and building cost at one size: from nothing, after a change, and beside what others do."""

import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.copies import compile_program, copy_of, forget, forget_program
from tests.bench.edits import Edit, edits
from tests.bench.measure import Cost, measure, typical
from tests.bench.serving import waits
from tests.bench.stock import stock_project
from tests.workspace import ROOT, Workspace

WORDS = {"text": "Qprova", "name": "Qprovb"}  # what no text has: an address is chosen by where the word comes
Costs = Iterator[tuple[str, Cost]]


@dataclass(frozen=True)
class Figures:
    """What was measured at one size: what each command cost, and the seconds that an editor waits."""

    costs: dict[str, Cost]
    waits: dict[str, float]


class Bench:
    """A working copy at one size in a temporary folder, with the folders of those that it is compared with."""

    def __init__(self, size: str, folder: Path) -> None:
        self.size = size
        self.workspace: Workspace = copy_of(size, folder / "copy")
        self.site = self.workspace.root / "site"
        self.stock, self.floor = folder / "stock", folder / "floor"
        self.edits: dict[str, Edit] = edits(self.workspace.root / "content")
        self.addresses: dict[str, tuple[str, ...]] = {}

    def all_figures(self, runs: int) -> Figures:
        """Measure everything; each figure is the median of the runs."""
        exported = self.stock.parent / "exported"
        self._run("export", None, str(exported))
        stock_project(self.workspace.root / "content", exported, self.stock)
        ways: list[Callable[[], Costs]] = [self._checks, self._sites, self._stock]
        found: dict[str, list[Cost]] = defaultdict(list)
        for turn in range(runs):
            for way in ways if turn % 2 else reversed(ways):
                for name, cost in way():
                    found[name].append(cost)
        costs = {name: typical(each) for name, each in found.items()}
        self._tell("serve")
        return Figures(costs, waits(self.workspace, self.edits, self.addresses, min(runs, 5)))

    def only_site(self, runs: int) -> Figures:
        """Measure a cold build and nothing else; that it may have to compile templates is not seen at such sizes."""
        return Figures({"site": typical([self._cold("site", self.site) for _ in range(runs)])}, {})

    def _checks(self) -> Costs:
        yield "check", self._cold("check", None)
        yield "second check", self._run("check", None)

    def _sites(self) -> Costs:
        """Build in a fresh clone, from nothing, and after each edit; then do what the floor has to do with it."""
        forget_program(self.workspace.root)
        yield "first site", self._cold("site", self.site)
        compile_program(self.workspace.root)  # the modules of other commands
        yield "site", self._cold("site", self.site)
        for name, edit in self.edits.items():
            edit.save(WORDS[name])
            yield f"second site, {name}", self._run("site", self.site)
            self.addresses[name] = edit.addresses(self.site, WORDS[name])
        for edit in self.edits.values():
            edit.undo()
        yield "floor", self._floor()

    def _stock(self) -> Costs:
        self._tell("stock MkDocs")
        output = self.stock / "site"
        shutil.rmtree(output, ignore_errors=True)
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        yield "stock", measure(command, self.stock, output, self.workspace.variables)

    def _floor(self) -> Cost:
        self._tell("floor")
        shutil.rmtree(self.floor, ignore_errors=True)
        arguments = map(str, (self.workspace.root / "content", self.site, self.floor))
        command = (sys.executable, "-m", "tests.bench.floor", *arguments)
        return measure(command, ROOT, self.floor, self.workspace.variables)

    def _cold(self, command: str, output: Path | None) -> Cost:
        forget(self.workspace.root)
        return self._run(command, output)

    def _run(self, command: str, output: Path | None, *arguments: str) -> Cost:
        self._tell(command)
        line = (sys.executable, "-m", "site_builder", command, *arguments)
        return measure(line, self.workspace.root, output, self.workspace.variables)

    def _tell(self, what: str) -> None:
        sys.stderr.write(f"{self.size}: {what}\n")
