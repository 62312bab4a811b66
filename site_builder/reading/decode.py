"""Bytes to text: UTF-8 alone, and one kind of line end. What is not text is refused with its place."""

import re

from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.reading.mending.cleaned import cleaned

# What YAML 1.1 does not allow in a stream, line ends and tabs aside, and line ends that nobody sees.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

# Signs that are read as they stand, whatever is beside them. Most texts have no others, which their bytes tell at once.
PLAIN_BYTES = bytes((*b"\t\n", *range(0x20, 0x7F)))
PLAIN = re.compile("[\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")


def decode(path: str, raw: bytes) -> str | Diagnostic:
    """Return the text of a file as it is read, or the error that says why it is not text."""
    if (plain := decode_plain(raw)) is not None:
        return plain
    text = decode_as_written(path, raw)
    return text if isinstance(text, Diagnostic) else cleaned(text)


def decode_plain(raw: bytes) -> str | None:
    """Return the text of a file where it is read just as it is written; None where a closer look is needed."""
    try:
        others = raw.translate(None, PLAIN_BYTES).decode()
        return raw.decode() if PLAIN.fullmatch(others) else None
    except UnicodeDecodeError:
        return None


def decode_as_written(path: str, raw: bytes) -> str | Diagnostic:
    """Return the text of a file with every sign that is written, but line feeds for line ends."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return error("not-utf8", Span(path))
    if b"\x00" in raw:
        return error("binary-file", _span(path, raw[: raw.index(b"\x00")].decode("utf-8", "replace")))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return error("not-utf8", _span(path, raw[: fault.start].decode("utf-8-sig", "replace")))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        return error("control-character", _span(path, text[: control.start()]), character=f"U+{ord(control[0]):04X}")
    return text


def _span(path: str, before: str) -> Span:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(path, line, column, line, column + 1)
