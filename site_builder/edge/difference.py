"""The difference between two revisions of the content, or between one and the files as they are now."""

from collections.abc import Mapping
from pathlib import Path

from site_builder.changes.change import Change
from site_builder.changes.compare import compare
from site_builder.changes.contents import contents_of, new_pieces
from site_builder.edge.history import texts_at
from site_builder.reading.layout import CONTENT
from site_builder.reading.read import read


def difference(root: Path, old: str, new: str | None) -> tuple[Change, ...]:
    """Return the changes from one revision to another; without a second one, to the files below `root`.

    Raises NoRevisionError where git does not have a revision.
    """
    before, after = texts_at(root, old), texts_at(root, new) if new else _now(root)
    pieces = new_pieces()
    return compare(contents_of(before, pieces), contents_of(after, pieces))


def _now(root: Path) -> Mapping[str, str]:
    return {path: text for path, text in read(root).by_path.items() if path.startswith(CONTENT)}
