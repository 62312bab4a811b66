"""The sets of graded queries: `open` from the beginning, others that may be looked at, and some that may not.

A set that has been looked at while the search was changed says how well it was tuned; one that has not, how good it is.
`third-unseen`, `fourth-unseen`, `fifth-unseen` and `unseen` bear the names that they were first measured under, but
have been looked at since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.search.measures import FOLDER, Query, judged_pages

FILES = {
    "open": "queries.yaml",
    "fresh": "fresh.yaml",
    "unseen": "unseen.yaml",
    "open-all-pages": "open_all_pages.yaml",
    "again": "again.yaml",
    "again-unseen": "again_unseen.yaml",
    "third-unseen": "third_unseen.yaml",
    "fourth-unseen": "fourth_unseen.yaml",
    "fifth-unseen": "fifth_unseen.yaml",
    "sixth-unseen": "sixth_unseen.yaml",
}
FIRST_JUDGED = date(2026, 11, 28)  # of the sets that do not say when they were judged


@dataclass(frozen=True)
class QuerySet:
    """Queries of one file: whether anybody has seen what the search answers to each, and since when if not always, when
    they were first measured, and when the pages were read for the judgements."""

    name: str
    is_looked_at: bool
    looked_at_since: str
    first_measured: str
    judged: date
    queries: tuple[Query, ...]

    @property
    def about(self) -> str:
        """What a reader of its measures has to know."""
        if self.is_looked_at:
            since = f" från {self.looked_at_since}" if self.looked_at_since else ""
            return f"{self.name}: sedd{since} medan sökningen ändrades, {len(self.queries)} frågor"
        when = self.first_measured or "inte förut"
        return f"{self.name}: osedd, {len(self.queries)} frågor, först mätt {when}"


def query_set(name: str, file: Path | None = None) -> QuerySet:
    """Return a set by its name, or that of another file."""
    data: dict[str, Any] = yaml.safe_load((file or FOLDER / FILES[name]).read_text(encoding="utf-8"))
    queries = tuple(Query(row["id"], row["query"], row["category"], row["relevant"]) for row in data["queries"])
    seen, first = bool(data.get("looked_at", True)), str(data.get("first_measured", ""))
    since = str(data.get("looked_at_since", ""))
    return QuerySet(name, seen, since, first, data.get("judged", FIRST_JUDGED), queries)


def names_of(one: QuerySet) -> Mapping[str, str]:
    """Return what the judgements of a set call the pages, by address: later sets call them by their addresses."""
    return judged_pages() if one.name == "open" else {}
