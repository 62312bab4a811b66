"""Everything that the pure pipeline is given: the files, the words, the day, and what git knows of the past."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.build import Checked, begin, build, check
from site_builder.built import Build
from site_builder.changes.history import History
from site_builder.edge.editing.journal import finish
from site_builder.edge.machine import MachineFault
from site_builder.foundation.content_version import content_version
from site_builder.foundation.diagnostic import Diagnostic
from site_builder.foundation.language.site_language import site_language
from site_builder.foundation.language.spoken import SCHEMA_LANGUAGE
from site_builder.foundation.memory import Memory
from site_builder.foundation.strings import Strings
from site_builder.reading.mending.cleaned import as_written
from site_builder.reading.published import kind_of
from site_builder.reading.read import Texts, read, read_assets, read_strings, standing

PROGRAM_DOCS = Path(__file__).resolve().parents[2] / "docs"
TIMES = 5  # that files which change while they are read are read


class Inputs(Struct, frozen=True):
    """What one run builds on, and all that it builds on: nothing of it is read from the disk again.

    `texts` are as they stand in the files, `cleaned` those that are read otherwise. `assets` are published as they are,
    and beside them those of the program, where the site's folder is not the program's own.
    """

    texts: Mapping[str, str]
    unread: tuple[Diagnostic, ...]
    strings: Strings
    as_of: date
    history: History
    assets: Mapping[str, bytes] = field(default_factory=dict)
    cleaned: Mapping[str, str] = field(default_factory=dict)
    of_program: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def _asset_names(self) -> frozenset[str]:
        """Every file that a page can link to, also one that could not be taken: it is blamed once."""
        unread = (item.span.path.removeprefix("docs/") for item in self.unread)
        return frozenset((*self.assets, *self.of_program, *filter(kind_of, unread)))

    @property
    def version(self) -> str:
        """The version of the content."""
        return content_version(self._read)

    def check(self, memory: Memory | None = None) -> Checked:
        """Check the content."""
        checked = check(self._read, self.as_of, self.unread, memory, self._asset_names)
        return replace(checked, diagnostics=self._placed(checked.diagnostics))

    def build(self, memory: Memory | None = None) -> Build:
        """Build the site."""
        return self._built(build, memory)

    def begin(self, memory: Memory | None = None) -> Build:
        """Check the content and begin the site: what is in it is made when somebody asks for it."""
        return self._built(begin, memory)

    def _built(self, make: Callable[..., Build], memory: Memory | None) -> Build:
        given = (self._read, self.as_of, self.strings, self.history, self.unread, memory)
        built = make(*given, assets=self._asset_names)
        return replace(built, diagnostics=self._placed(built.diagnostics))

    @property
    def _read(self) -> Mapping[str, str]:
        return {**self.texts, **self.cleaned}

    def _placed(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        return as_written(found, {path: self.texts[path] for path in self.cleaned})


def inputs(root: Path, history: bool = True) -> Inputs:
    """Read what a run in the folder `root` builds on; without `history` git is not asked.

    What an edit that was killed had decided is completed first. From then on the process speaks the site's language.

    Files that are changed meanwhile are read again, all of them: one state is read, never two halves. MachineFault if
    they never rest.
    """
    finish(root)
    for _ in range(TIMES):
        before = standing(root)
        given = _given(root, read(root), history)
        if standing(root) == before:
            return given
    raise MachineFault("content-changing")


def _given(root: Path, texts: Texts, history: bool) -> Inputs:
    strings = read_strings(site_language(texts.by_path) or SCHEMA_LANGUAGE)
    past = _history(root) if history else History()
    cleaned = {path: texts.by_path[path] for path in texts.written}
    written = {**texts.by_path, **texts.written}
    of_program = {} if (root / "docs").resolve() == PROGRAM_DOCS else read_assets(PROGRAM_DOCS)
    day = today(os.environ)
    return Inputs(written, texts.diagnostics, strings, day, past, texts.assets, cleaned, of_program)


def _history(root: Path) -> History:
    from site_builder.edge.history import history_of  # `check` asks for none

    return history_of(root)


def today(environment: Mapping[str, str]) -> date:
    """Return the day of the build: SOURCE_DATE_EPOCH (reproducible-builds.org) if it is set, else today in UTC."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        raise MachineFault("epoch", value=str(epoch)) from None
