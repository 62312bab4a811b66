"""What one run remembers between its builds: the last good one, which is shown while the content has faults."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from site_builder.build import Build
from site_builder.edge.cache import remember, remembered
from site_builder.edge.inputs import Inputs, inputs
from site_builder.edge.report import as_text, summary
from site_builder.foundation.diagnostic import has_errors
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import Page, Section


@dataclass(frozen=True)
class Result:
    """The outcome of one build. `build` is None where there is nothing to show; `failed` tells of faults."""

    build: Build | None
    given: Inputs
    report: str
    summary: str
    failed: bool


@dataclass
class Session:
    """One run of MkDocs: a single build, or a long `serve` with many."""

    serving: bool = False
    kept: bool = False
    last_good: Build | None = None
    result: Result | None = field(default=None, repr=False)
    memory: Memory | None = field(default=None, repr=False)

    def build(self, root: Path) -> Result:
        """Build from the files below `root`. While serving, a fault shows the last good build, or the faults."""
        given = inputs(root)
        memory = (
            Memory(self.memory.kept) if self.memory else remembered(root, besides=() if self.serving else ("file",))
        )
        built = given.build(memory)
        self.memory = memory
        failed = has_errors(built.diagnostics)
        report = as_text(built.diagnostics, given.texts, given.strings) if built.diagnostics else ""
        if not failed:
            self.last_good = built
        shown = built if not failed else self._instead(given, report)
        self.result = Result(shown, given, report, summary(built.diagnostics, given.strings), failed)
        return self.result

    def keep(self, root: Path) -> None:
        """Leave what a good build has worked out to the next run; a `serve` does so once, and no more."""
        if self.memory and not self.current.failed and not self.kept:
            remember(root, self.memory)
            self.kept = self.serving

    @property
    def current(self) -> Result:
        """The outcome that MkDocs is busy with."""
        if self.result is None:
            raise RuntimeError("on_config has not run")
        return self.result

    def _instead(self, given: Inputs, report: str) -> Build | None:
        if not self.serving:
            return None
        return self.last_good or _only_faults(given, report)


def _only_faults(given: Inputs, report: str) -> Build:
    """Return a site of one page that shows the faults, so that `serve` can start with broken content."""
    title = given.strings("command.faults-title")
    shown = Markup("<h1>{}</h1>\n<pre><code>{}\n</code></pre>\n").format(title, report)
    page = Page("", title, title, title, shown, ("content/site.yaml",), None)
    return Build((page,), (Section(title, ""),), (), ())
