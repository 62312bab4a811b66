"""The miniature municipality: an invented small town with two plans, small enough to know by heart."""

from pathlib import Path

from site_builder.read import read

ROOT = Path(__file__).parent / "miniature"


def texts() -> dict[str, str]:
    """Return the texts of the miniature by path, as the program would read them from its root."""
    found = read(ROOT)
    assert not found.diagnostics
    return dict(found.by_path)
