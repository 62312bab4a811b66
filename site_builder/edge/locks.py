"""`check --since`: the locks of reports held against git's history."""

from pathlib import Path

from site_builder.build import Checked
from site_builder.checks.reports.lock_history import broken_locks, locked_in
from site_builder.edge.history import versions_since
from site_builder.foundation.diagnostic import Diagnostic, ordered

REPORTS = "content/follow_ups/"


def with_history(root: Path, checked: Checked, revision: str) -> tuple[Diagnostic, ...]:
    """Return the findings of a check with those of every lock that was there at a revision or has been set since.

    Raises NoRevisionError where git does not have the revision, or not the way from it to here.
    """
    before = locked_in(versions_since(root, revision, REPORTS))
    return ordered([*checked.diagnostics, *broken_locks(checked.index, before)])
