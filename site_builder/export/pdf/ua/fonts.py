"""Conditions of fonts: all of ours are composite (Type 0) with glyphs by number; any other kind is refused unjudged."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont, TTLibError
from msgspec import Struct

from site_builder.export.pdf.ua.content import texts
from site_builder.export.pdf.ua.tagged import Tagged

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
ITEM = re.compile(rb"<([0-9A-Fa-f]*)>")
LISTED = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[([^\]]*)\]")
NO_LETTERS = {"", "\0", "\ufeff", "\ufffe"}
WIDTH = 1000  # units of a width in the file, of the size of the letters
Faults = Iterator[str]


class Used(Struct, frozen=True, eq=False):
    """A font, and the codes that are painted with it, which are numbers of glyphs."""

    font: Any
    codes: frozenset[int]

    @property
    def name(self) -> str:
        """What the file calls it."""
        return str(self.font.get("/BaseFont", self.font.objgen))

    @property
    def descendant(self) -> Any:
        """The font of a composite one."""
        return self.font.DescendantFonts[0] if "/DescendantFonts" in self.font else {}


def other_kinds(tagged: Tagged) -> Faults:
    """Find fonts that are no composite ones, or whose codes are no numbers of glyphs: those are not judged here."""
    for used in _fonts(tagged):
        if used.font.get("/Subtype") != "/Type0" or used.font.get("/Encoding") != "/Identity-H":
            yield f"{used.name} {used.font.get('/Subtype')} {used.font.get('/Encoding')}"


def without_map_to_glyphs(tagged: Tagged) -> Faults:
    """Find fonts of TrueType that do not say which glyph a number is: by the same number, or by a table."""
    for used in _fonts(tagged):
        held = used.descendant.get("/CIDToGIDMap")
        if (
            used.descendant.get("/Subtype") == "/CIDFontType2"
            and str(held) != "/Identity"
            and not isinstance(held, pikepdf.Stream)
        ):
            yield used.name


def not_embedded(tagged: Tagged) -> Faults:
    """Find fonts whose program is not in the file."""
    yield from (used.name for used in _fonts(tagged) if _program(used) is None)


def missing_glyphs(tagged: Tagged) -> Faults:
    """Find text with glyphs that the embedded program does not have."""
    for used in _fonts(tagged):
        program = _program(used)
        if program is not None and (absent := [code for code in used.codes if code >= len(program.getGlyphOrder())]):
            yield f"{used.name} {sorted(absent)}"


def other_widths(tagged: Tagged) -> Faults:
    """Find glyphs that are as wide in the file as they are not in their program, by more than a thousandth."""
    for used in _fonts(tagged):
        program, said = _program(used), _widths(used.descendant)
        for code in sorted(used.codes) if program is not None else ():
            if code < len(order := program.getGlyphOrder()):
                real = program["hmtx"][order[code]][0] * WIDTH / program["head"].unitsPerEm
                if abs(said.get(code, float(used.descendant.get("/DW", WIDTH))) - real) > 1:
                    yield f"{used.name} {code}"


def glyph_sets(tagged: Tagged) -> Faults:
    """Find fonts with a list of their glyphs: it would have to be whole, and none of ours has any."""
    yield from (used.name for used in _fonts(tagged) if "/CIDSet" in used.descendant.get("/FontDescriptor", {}))


def without_letters(tagged: Tagged) -> Faults:
    """Find fonts that do not say which letters their glyphs are."""
    yield from (used.name for used in _fonts(tagged) if "/ToUnicode" not in used.font)


def unreadable_codes(tagged: Tagged) -> Faults:
    """Find text of which the file does not say which letters it is."""
    for used in _fonts(tagged):
        if unknown := used.codes - letters(used.font).keys():
            yield f"{used.name} {sorted(unknown)}"


def no_letters(tagged: Tagged) -> Faults:
    """Find glyphs that stand for nothing, for the sign nought, or for the marks of the order of bytes."""
    for used in _fonts(tagged):
        if found := sorted(code for code, text in letters(used.font).items() if text in NO_LETTERS):
            yield f"{used.name} {found}"


def notdef(tagged: Tagged) -> Faults:
    """Find text with the glyph that stands for those that a font does not have."""
    yield from (used.name for used in _fonts(tagged) if 0 in used.codes)


def letters(font: Any) -> Mapping[int, str]:
    """Return the letters of a font by the numbers of its glyphs, as the file says them."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""):
        for first, _, listed in LISTED.findall(body):
            found |= {int(first, 16) + place: _text(text) for place, text in enumerate(ITEM.findall(listed))}
        items = ITEM.findall(LISTED.sub(b"", body))
        if kind == b"bfchar":
            found |= {int(code, 16): _text(text) for code, text in zip(items[::2], items[1::2], strict=True)}
            continue
        for first, last, text in zip(items[::3], items[1::3], items[2::3], strict=True):
            codes, said = range(int(first, 16), int(last, 16) + 1), _text(text)
            found |= {code: f"{said[:-1]}{chr(ord(said[-1]) + code - codes.start)}" for code in codes}
    return found


def _text(written: bytes) -> str:
    return bytes.fromhex(written.decode()).decode("utf-16-be", "replace")


@lru_cache(maxsize=1)
def _fonts(tagged: Tagged) -> tuple[Used, ...]:
    """Return every font that text is painted with. Codes have two bytes: any other kind is refused above."""
    fonts, codes = dict[tuple[int, int], Any](), defaultdict[tuple[int, int], set[int]](set)
    for item in texts(tagged):
        fonts[item.font.objgen] = item.font
        codes[item.font.objgen] |= {
            int.from_bytes(item.codes[at : at + 2], "big") for at in range(0, len(item.codes), 2)
        }
    return tuple(Used(font, frozenset(codes[key])) for key, font in fonts.items())


@lru_cache(maxsize=64)
def _program(used: Used) -> Any:
    """Return the embedded program of a font; None where there is none, or none that can be read."""
    held = used.descendant.get("/FontDescriptor", {})
    embedded = held.get("/FontFile2", held.get("/FontFile3"))
    try:
        return None if embedded is None else TTFont(BytesIO(embedded.read_bytes()), lazy=True)
    except TTLibError:
        return None


def _widths(font: Any) -> dict[int, float]:
    """Return the widths that the file says, by the numbers of glyphs: lists, and the same for all of a range."""
    found: dict[int, float] = {}
    held = list(font.get("/W", ()))
    while held:
        first, second = int(held.pop(0)), held.pop(0)
        if isinstance(second, pikepdf.Array):
            found |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(held.pop(0)))
    return found
