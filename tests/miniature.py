"""The miniature municipality: an invented small town with two plans, small enough to know by heart."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from site_builder.reading.read import read, read_strings

ROOT = Path(__file__).parent / "miniature"
read_strings()  # tests speak Swedish, unless they say otherwise: so whoever imports this may ask for addresses


def texts() -> dict[str, str]:
    """Return the texts of the miniature by path, as the program would read them from its root."""
    return dict(_read())


@cache
def _read() -> Mapping[str, str]:
    found = read(ROOT)
    assert not found.diagnostics
    return found.by_path


def bare_cells(html: str) -> str:
    """Return tables without what their cells know of their columns, which narrow screens show."""
    return re.sub(r' data-heading="[^"]*"', "", html)
