"""What one run remembers between its builds: the last good one, which is shown while the content has faults."""

import os
import sys
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct, field

from hooks.faults import Faults, faults_of
from site_builder.built import Build
from site_builder.edge.cache import remember, remembered
from site_builder.edge.inputs import Inputs, inputs
from site_builder.edge.publishing.papers import Papers, papers_of
from site_builder.edge.report import as_text, ink_for, summary
from site_builder.foundation.diagnostic import has_errors
from site_builder.foundation.language.spoken import speak
from site_builder.foundation.memory import Kept, Memory, both
from site_builder.foundation.page import Page, Section
from site_builder.foundation.strings import Strings


class Result(Struct, frozen=True):
    """The outcome of one build. `build` is None where there is nothing to show; `faults` are those that stop it.

    `strings` are the words of the site that is shown, which is the last good one while there are faults. `papers` are
    the PDF files that were made of the same content.
    """

    build: Build | None
    given: Inputs
    strings: Strings
    report: str
    summary: str
    faults: Faults | None
    papers: Papers = field(default_factory=Papers)

    @property
    def made(self) -> Build:
        """The build, for those who are asked only when there is one."""
        if self.build is None:
            raise RuntimeError("there is no build to hand over")
        return self.build

    @property
    def failed(self) -> bool:
        """Tell whether the content has errors."""
        return self.faults is not None


class Session(Struct):
    """One run of MkDocs: a single build, or a long `serve` with many.

    `whole` is what the last build remembers of which all was made: of one that was overtaken by a save only a part was.
    """

    serving: bool = False
    kept: bool = False
    last_good: Build | None = None
    last_strings: Strings | None = None
    whole: Kept = field(default_factory=dict)
    result: Result | None = None
    memory: Memory | None = None

    def build(self, root: Path) -> Result:
        """Build from the files below `root`. While serving, a fault shows the last good build, or the faults.

        While serving a build is begun, and what is asked for is made of it.
        """
        given = inputs(root)
        self.memory = self._next_memory(root)
        built = given.begin(self.memory) if self.serving else given.build(self.memory)
        found, words = built.diagnostics, (given.texts, given.strings)
        report = as_text(found, *words, ink_for(sys.stderr, os.environ)) if found else ""
        if has_errors(found):
            faults = faults_of(found, *words, is_old=self.last_good is not None)
            shown = (self.last_good or _only_faults(given)) if self.serving else None
            self.result = Result(shown, given, self.last_strings or given.strings, report, faults.summary, faults)
        else:
            self.last_good, self.last_strings = built, given.strings
            papers = papers_of(root, given.version, built.by_address)
            self.result = Result(built, given, given.strings, report, summary(found, given.strings), None, papers)
        speak(self.result.strings)
        return self.result

    def _next_memory(self, root: Path) -> Memory:
        if self.memory:
            return Memory(both(self.whole, self.memory.kept))
        return remembered(root, besides=() if self.serving else ("file", "reading"))

    def keep(self, root: Path) -> None:
        """Leave what a good build has worked out, when all of it is made; a `serve` does so once for the next run."""
        if not self.memory or self.current.failed:
            return
        self.whole = self.memory.kept
        if not self.kept:
            remember(root, self.memory)
            self.kept = self.serving

    @property
    def current(self) -> Result:
        """The outcome that MkDocs is busy with."""
        if self.result is None:
            raise RuntimeError("on_config has not run")
        return self.result


def _only_faults(given: Inputs) -> Build:
    """Return a site of one page without a text, below whose heading the theme shows the faults."""
    title = given.strings("command.faults-title")
    page = Page("", title, title, title, Markup("<h1>{}</h1>\n").format(title), ("content/site.yaml",), None)
    return Build((page,), (Section(title, ""),), ())
