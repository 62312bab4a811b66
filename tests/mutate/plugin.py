"""A plug-in of pytest: files of tests are read when they are asked for, and some of their tests run."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

NOT_RUN = "not snapshot and not browser and not rules and not bench"
OPTIONS = ("-q", "-n0", "--capture=sys", "--tb=short", "-p", "no:cacheprovider", "--hypothesis-profile=mutate")
READING = 120.0  # seconds that reading a file of tests may take


@dataclass(eq=False)
class Tests:
    """The tests of one process; `work` is done where pytest would collect all there are."""

    work: Callable[["Tests"], object]
    failed: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    session: pytest.Session | None = None
    done: bool = False

    def begin(self) -> bool:
        """Start pytest; return whether the work was done to its end."""
        pytest.main([*OPTIONS, "-m", NOT_RUN], plugins=[self])
        return self.done

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self) -> None:
        """Chance finds the same examples each time; how long one takes, or which is the smallest, is no matter."""
        from hypothesis import Phase, settings  # not before pytest: it writes their asserts anew

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutate", derandomize=True, deadline=None, database=None, phases=phases)

    def pytest_collection(self, session: pytest.Session) -> bool:
        """Do what there is to do."""
        self.session = session
        self.work(self)
        self.done = True
        return True

    def pytest_runtestloop(self) -> bool:
        """Run nothing more."""
        return True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a file that could not be read."""
        self.failed += [report.nodeid] * report.failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what became of a test, and write down why it failed."""
        if report.failed:
            sys.stderr.write(f"{report.nodeid}: {report.longreprtext}\n")
        self.failed += [report.nodeid] * report.failed
        self.passed += [report.nodeid] * (report.passed and report.when == "call")

    def read(self, path: str) -> list[pytest.Item]:
        """Return the tests of a file; none where it could not be read, which is noted."""
        assert self.session
        signal.setitimer(signal.ITIMER_REAL, READING)
        items = self.session.perform_collect([path])
        signal.setitimer(signal.ITIMER_REAL, 0)
        return [] if self.failed else list(items)

    def run(
        self, items: Sequence[pytest.Item], longest: Callable[[pytest.Item], float], after: pytest.Item | None = None
    ) -> None:
        """Run tests until one fails; what they share with the one after them is kept.

        A test that takes too long ends this process by the signal of the alarm.
        """
        for item, following in zip(items, [*items[1:], after], strict=False):
            signal.setitimer(signal.ITIMER_REAL, longest(item))
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            signal.setitimer(signal.ITIMER_REAL, 0)
            if self.failed:
                return

    def write_into(self, folder: Path) -> None:
        """Give tests a folder of their own for what they write."""
        assert self.session
        self.session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
        os.environ["TMPDIR"] = str(folder)
