"""The hand-written pages, as files that are one running text from beginning to end."""

from collections.abc import Iterator, Mapping

from site_builder.foundation.dense import too_dense, without_marks
from site_builder.foundation.source import SourceFile
from site_builder.reading.layout import DOCS


def hand_written(texts: Mapping[str, str]) -> Iterator[SourceFile]:
    """Yield the hand-written pages, each with what its file says as its data.

    One with more marks than anybody writes is read without them: to look for them takes too long. A rule tells of it.
    """
    for path in sorted(texts):
        if path.startswith(DOCS) and path.endswith(".md"):
            yield _document(path, texts[path])


def _document(path: str, written: str) -> SourceFile:
    text = without_marks(written) if too_dense(written) else written
    lines = text.split("\n")
    return SourceFile(path, text, written, {(): ((1, 1, len(lines), len(lines[-1]) + 1), None)})
