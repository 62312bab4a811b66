"""What the sheets of a PDF file say, letter by letter: glyphs are turned back into letters by the file's own tables."""

import io
from collections.abc import Iterator, Mapping

import pikepdf

from site_builder.export.pdf.ua.fonts import letters as letters_of


def sheets_said(data: bytes) -> list[str]:
    """Return the letters on each sheet of a PDF file, without blanks."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return ["".join("".join(_said(page)).split()) for page in file.pages]


def _said(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
    letters: Mapping[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            shown = operands[0] if str(operator) == "TJ" else [operands[0]]
            for run in (bytes(part) for part in shown if isinstance(part, pikepdf.String)):
                codes = (int.from_bytes(run[at : at + 2], "big") for at in range(0, len(run), 2))
                yield "".join(letters.get(code, "") for code in codes)
