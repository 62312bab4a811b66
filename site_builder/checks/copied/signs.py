"""Signs that have come along from elsewhere: letters in the wrong encoding, marks of Word's lists, signs unseen."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from site_builder.checks.texts.told import is_dense
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style

# What turns the direction of the text, stands for a letter that is lost, or is a letter of one font alone; and what
# nobody sees (Unicode's Default_Ignorable_Code_Point) but is not read past, or is no character and never will be.
STRANGE = re.compile(
    "[\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u202a-\u202e\u2061-\u206f\u3164\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufe00-\ufe0d\uffa0\ufff0-\ufffd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    f"{''.join(chr(plane << 16 | last) for plane in range(1, 14) for last in (0xFFFE, 0xFFFF))}\U000e0000-\U0010ffff]"
)
# What holds all of them, as ranges below U+10000 alone: such a pattern is found twenty times as fast.
MAY_BE_STRANGE = re.compile("[^\0-\u061b\u2010-\u2029\u2030-\u2060\u2070-\u2fff]")
# UTF-8 that was read as Windows-1252: what å, ä, ö, é and quotation marks look like then.
SECOND = "\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
MISREAD = re.compile(rf"[ÃÂ][{SECOND}]|â€[{SECOND}]?")
MISREAD_SIGNS = "ÃÂâ"  # which Swedish has not
AROUND = re.compile(r"[^\s\"'()\[\],:;]*")
BULLETS = "•‣◦▪▫●○■□➢➤✓\uf0b7·"  # which few texts have
BULLET = re.compile(rf"(?:^|(?<=\s))[{BULLETS[:-1]}](?=\s)|^[ \t]*·(?=\s)", re.MULTILINE)
# What is written in any language for a value that nobody knows; each has words of its own beside (`language.yaml`).
# On the site, that is told by leaving the field out.
NOTHING_SAID = frozenset(("n/a", "na", "tbd", "tbc", "todo", "fixme", "xx", "xxx", "none", "nil"))
# Signs that say nothing by themselves, and may stand around a word that says so. A unit can be %, an address /; what
# Markdown takes for a mark is told as such.
MERE_SIGNS = " \n-–—.…,:;!?()[]{}\"'”’"


def ensure_signs_are_seen(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no text turns its own direction, has lost a letter or uses one that only its font knows."""
    for text_here in index.content_texts.having(MAY_BE_STRANGE):
        for match in STRANGE.finditer(text_here.text):
            yield Finding(text_here.span(*match.span()), {"character": f"U+{ord(match[0]):04X}"})


def ensure_letters_are_whole(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that å, ä and ö have come through: a text that was read in the wrong encoding is told word by word."""
    for text_here in index.content_texts.having(*MISREAD_SIGNS):
        words = dict.fromkeys(_word(text_here.text, match.start()) for match in MISREAD.finditer(text_here.text))
        for found in _told_once(text_here, list(words)):
            yield replace(found, values={**found.values, "suggestion": _meant(found.values["text"])})


def ensure_lists_have_our_marks(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that lists are written as such: a bullet that is pasted in makes no list."""
    for text_here in index.content_texts.having(*BULLETS):
        yield from _told_once(text_here, [match.span() for match in BULLET.finditer(text_here.text)])


def ensure_values_say_something(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what is unknown is left out: pages say in one way that nobody knows.

    A value says nothing that has no word at all, or only one that is written where nobody knows, in brackets or not.
    """
    unknown = NOTHING_SAID.union(spoken().list_of("not-known"))
    longest = max(map(len, unknown))
    for text_here in index.content_texts:
        bare = text_here.text.strip(MERE_SIGNS)
        says_nothing = not bare or (len(bare) <= longest and bare.casefold() in unknown)
        if says_nothing and text_here.style is not Style.PAGE and not is_dense(text_here):
            yield Finding(text_here.source.place(text_here.keys).value, _field(text_here))


def _told_once(text_here: ContentText, places: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """Yield a finding at the first of some places in a text, which points at the others."""
    if places:
        first, *others = (text_here.span(*place) for place in places)
        yield Finding(first, {"text": text_here.text[slice(*places[0])].strip()[:80]}, tuple(others))


def _field(text_here: ContentText) -> dict[str, str]:
    name = next((key for key in reversed(text_here.keys) if isinstance(key, str)), "")
    return {"text": text_here.text, "field": name}


def _word(text: str, place: int) -> tuple[int, int]:
    """Return the beginning and the end of the word at a place."""
    found = next(match for match in AROUND.finditer(text) if match.start() <= place < match.end())
    return found.span()


def _meant(written: str) -> str:
    """Return what was written before it was read wrongly, nothing where that cannot be told."""
    try:
        return written.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
