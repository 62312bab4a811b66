"""Colours stand in one place: the first block of the style sheet, and a table for what it does not reach."""

import re

from site_builder.export.web import colours
from tests.workspace import ROOT

COLOUR = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![-\w])|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(", re.IGNORECASE
)
TABLE = ROOT / "site_builder/export/web/colours.py"
STYLE = (ROOT / "docs/assets/css/plan.css").read_text(encoding="utf-8")
FIRST = re.search(r":root \{\n(.*?)\n\}", STYLE, re.DOTALL)
BLOCK = FIRST[1] if FIRST else ""
SOURCES = [
    file
    for folder in ("docs/assets", "docs/theme", "site_builder", "hooks")
    for file in sorted((ROOT / folder).rglob("*"))
    if file.suffix in (".css", ".js", ".html", ".j2", ".py") and file != TABLE
]


def colour_named(name: str) -> list[str]:
    """The colours that a name of the style sheet stands for: one, or one in light and one in dark."""
    found = re.search(rf"--{name}: ([^;]+);", BLOCK)
    return [colour.lower() for colour in COLOUR.findall(found[1])] if found else []


def test_no_colour_stands_elsewhere() -> None:
    """Not in the rest of the style sheets, nor in scripts, templates or code."""
    texts = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8").replace(BLOCK, "") for file in SOURCES}
    assert len(texts) > 100
    assert [(name, found) for name, text in texts.items() for found in COLOUR.findall(text)] == []


def test_pictures_have_the_colours_of_the_style_sheet() -> None:
    assert colour_named("brand") == [colours.BRAND]
    assert colour_named("answer-fill") == [colours.BRAND, colours.DUTY]
    assert colours.BRAND in colour_named("header")
    sign = (ROOT / "docs/assets/bilder/ikon.svg").read_text(encoding="utf-8")
    assert set(COLOUR.findall(sign)) == {colours.BRAND, "#fff"}


def test_every_colour_has_one_use_or_more() -> None:
    """A name that nothing uses is left over from something."""
    styles = STYLE.replace(BLOCK, "") + (ROOT / "docs/assets/css/search.css").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"--[\w-]+(?=: )", BLOCK) if f"var({name})" not in styles] == []
