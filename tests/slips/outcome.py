"""What the check tells of a slip: at its line or elsewhere, with what suggestion, or nothing at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from site_builder.build import check
from site_builder.foundation.diagnostic import Diagnostic, Severity, Span
from site_builder.reading.bare_yaml import bare_data
from site_builder.reading.mending.cleaned import cleaned
from tests.cases import AS_OF
from tests.slips.slips import Slip, drawn


@dataclass(frozen=True)
class Outcome:
    """What came of a slip."""

    slip: Slip
    told: tuple[Diagnostic, ...]

    @property
    def is_silent(self) -> bool:
        """Tell whether nothing was said."""
        return not self.told

    @property
    def is_at_its_line(self) -> bool:
        """Tell whether a finding, or a place that it points at, is the line of the slip."""
        spans = (span for found in self.told for span in (found.span, *found.related))
        return any(self._is_there(span) for span in spans)

    def _is_there(self, span: Span) -> bool:
        last = max(self.slip.line, self.slip.last)
        return span.path == self.slip.path and span.line <= last and self.slip.line <= span.end_line

    @property
    def suggestion(self) -> str:
        """What was suggested at the line, without its title."""
        found = (item.values.get("suggestion", "") for item in self.told if item.span.line == self.slip.line)
        return next(filter(None, found), "").partition(" (")[0].rpartition("/")[2]


def outcomes(texts: Mapping[str, str], count: int, seed: int) -> list[Outcome]:
    """Return what came of so many slips that change what the content says."""
    chance, found = Random(seed), list[Outcome]()
    while len(found) < count:
        slip = drawn(chance, texts)
        if bare_data(cleaned(slip.text)) != bare_data(texts[slip.path]) or bare_data(slip.text) is None:
            diagnostics = check({**texts, slip.path: slip.text}, date.fromisoformat(AS_OF)).diagnostics
            found.append(Outcome(slip, tuple(item for item in diagnostics if item.severity is not Severity.INFO)))
    return found
