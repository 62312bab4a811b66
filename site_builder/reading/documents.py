"""The hand-written pages, as files that are one running text from beginning to end."""

from collections.abc import Iterator, Mapping

from site_builder.foundation.dense import too_dense, without_marks
from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.foundation.source import Place, SourceFile, span_in
from site_builder.reading.layout import DOCS


def hand_written(texts: Mapping[str, str], told: list[Diagnostic]) -> Iterator[SourceFile]:
    """Yield the hand-written pages; what is wrong with one goes to `told`.

    One with more marks than anybody writes is told of, and read without its marks: to look for them takes too long.
    """
    for path in sorted(texts):
        if path.startswith(DOCS) and path.endswith(".md"):
            page = _document(path, texts[path])
            if place := too_dense(page.text):
                told.append(error("too-many-marks", span_in(page, *place), text=page.text[slice(*place)][:80]))
                page = _document(path, without_marks(page.text))
            yield page


def _document(path: str, text: str) -> SourceFile:
    lines = text.split("\n")
    return SourceFile(path, text, text, {(): Place(Span(path, 1, 1, len(lines), len(lines[-1]) + 1))})
