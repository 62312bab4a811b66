"""The colours of what no style sheet reaches: pictures of the site's sign, and what a browser paints round the page.

All others stand first in `docs/assets/css/plan.css`; `tests/test_colours.py` holds the two together.
"""

BRAND = "#0b3d66"
WHITE = "#ffffff"
DIM = "#94a8ba"  # white on the brand's colour, half seen through
EMPTY = "#265478"  # a square without a duty
DUTY = "#9fcdf2"
SHEET_HEAD, SHEET_LINE = "#dde6ee", "#8a8a8a"  # of spreadsheets, which know no style sheet
SHEET_OPEN = "#fff9db"  # a cell to fill in


def palette(*colours: str) -> bytes:
    """Return colours as a PNG file has them: three bytes each."""
    return b"".join(bytes.fromhex(colour.removeprefix("#")) for colour in colours)
