"""A text back to bytes: what was not changed keeps its line ends, its byte order mark and its composed letters."""

import re
import unicodedata
from difflib import SequenceMatcher

from site_builder.reading.decode import decode
from site_builder.reading.mending.cleaned import cleaned

BOM = "\ufeff"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def carried(raw: bytes, new: str) -> bytes:
    """Return the bytes of a text that has been changed. `raw` is the file as it was, which must be text."""
    old = decode("", raw)
    if not isinstance(old, str):
        raise ValueError(old)
    if raw == old.encode():
        return new.encode()
    written = raw.decode("utf-8")
    mark = BOM if written.startswith(BOM) else ""
    lines = LINE.findall(written.removeprefix(BOM))
    return (mark + "".join(_lines(lines, old.splitlines(keepends=True), new.splitlines(keepends=True)))).encode()


def _lines(written: list[str], old: list[str], new: list[str]) -> list[str]:
    """Return the new lines as they are to be written: those that were there before as they were."""
    end = "\r\n" if written and written[0].endswith("\r\n") else "\n"
    made: list[str] = []
    for tag, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            made += written[first:last]
        elif last - first == stop - start:
            made += [
                _line(*three, end) for three in zip(written[first:last], old[first:last], new[start:stop], strict=True)
            ]
        else:
            made += [line.replace("\n", end) for line in new[start:stop]]
    return made


def _line(written: str, old: str, new: str, end: str) -> str:
    """Return a changed line: what stands before and after the change as it was written."""
    first, last = _common(old, new), 0
    while last < min(len(old), len(new)) - first and old[len(old) - 1 - last] == new[len(new) - 1 - last]:
        last += 1
    head, tail = _place(written, first), _place(written, len(old) - last)
    return written[:head] + new[first : len(new) - last].replace("\n", end) + written[tail:]


def _common(old: str, new: str) -> int:
    return next(
        (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )


def _place(written: str, count: int) -> int:
    """Return where in a line as it is written its first letters end, counted as composed ones and one line feed."""
    lengths = (len(cleaned(written[:place])) for place in range(len(written)))
    return next(
        (place for place, length in enumerate(lengths) if length >= count and _ends(written, place)), len(written)
    )


def _ends(written: str, place: int) -> bool:
    return not unicodedata.combining(written[place])
