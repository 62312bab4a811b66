"""What the sheets of a PDF file say, letter by letter: glyphs are turned back into letters by the file's own tables."""

import io
import re
from collections.abc import Iterator

import pikepdf

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
ITEM = re.compile(rb"<([0-9A-Fa-f]+)>")


def sheets_said(data: bytes) -> list[str]:
    """Return the letters on each sheet of a PDF file, without blanks."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return ["".join("".join(_said(page)).split()) for page in file.pages]


def _said(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: _letters(font.ToUnicode.read_bytes()) for name, font in page.Resources.Font.items()}
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            shown = operands[0] if str(operator) == "TJ" else [operands[0]]
            for run in (bytes(part) for part in shown if isinstance(part, pikepdf.String)):
                codes = (int.from_bytes(run[at : at + 2], "big") for at in range(0, len(run), 2))
                yield "".join(letters.get(code, "") for code in codes)


def _letters(table: bytes) -> dict[int, str]:
    """Return the letters of a font by the numbers of its glyphs."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(table):
        items = [bytes.fromhex(code.decode()) for code in ITEM.findall(body)]
        if kind == b"bfchar":
            pairs = zip(items[::2], items[1::2], strict=True)
            found |= {int.from_bytes(code, "big"): letters.decode("utf-16-be") for code, letters in pairs}
            continue
        for ends in zip(items[::3], items[1::3], items[2::3], strict=True):
            first, last, letter = (int.from_bytes(end, "big") for end in ends)
            found |= {code: chr(letter + code - first) for code in range(first, last + 1)}
    return found
