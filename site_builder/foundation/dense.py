"""Texts with more marks than a person writes: what reads Markdown takes minutes for them, so nobody is to read one."""

import re
from itertools import islice

# What takes a parser long in great numbers: beginnings of tags, links and blocks, and one sign over and over.
COSTLY = re.compile(r"<[A-Za-z!?/]|!\[|\]\(|\]\[|\]:|`|\n[ \t]*(?:#|=|~~~|!!!|-+[ \t]*(?=\n))")
OVER_MARKS, MOST_OVER = frozenset("~`*_=<>[](){}!#|+&:-"), 200
OVER_AND_OVER = re.compile(rf"([{re.escape(''.join(sorted(OVER_MARKS)))}])\1{{{MOST_OVER - 1}}}")
MOST = 1_000
# A list in a list in a list, on one line or by its indentation: each is a call of the parser inside another. It stands
# below a line feed: a pattern that begins with one is found several times as fast as one that begins with a line.
DEEP = re.compile(r"\n((?:[ \t>]|[-+*:](?=[ \t])|\d++\.(?=[ \t])){100})")
FEWEST = 100  # signs: what is shorter has nothing of all this
# From every bracket the parser looks for the one that closes it, to the end of the paragraph if there is none.
BRACKET = re.compile(r"[\[\]]|\n[ \t]*(?=\n)")
FEW_BRACKETS = 100
FARTHEST = 300_000  # signs that are looked through in all: some tenths of a second
MARK = re.compile(r"[^\w\n#]")


def too_dense(text: str) -> tuple[int, int] | None:
    """Return where a text has more marks than anybody writes, which Markdown would take minutes for."""
    if len(text) < FEWEST:
        return None
    # One sign in two hundred is looked at: of two hundred in a row that is one.
    if not OVER_MARKS.isdisjoint(text[MOST_OVER - 1 :: MOST_OVER]) and (match := OVER_AND_OVER.search(text)):
        return match.span()
    if match := DEEP.search(f"\n{text}"):
        return match.start(1) - 1, match.end() - 1
    found = islice(COSTLY.finditer(text), MOST, MOST + 1) if len(text) > 2 * MOST else iter(())
    return next((match.span() for match in found), None) or _open_bracket(text)


def without_marks(text: str) -> str:
    """Return a text with a space for every mark but that of headings, so that all the rest keeps its place."""
    return MARK.sub(" ", text)


def _open_bracket(text: str) -> tuple[int, int] | None:
    """Return the bracket at which looking for the ends of brackets has become too much."""
    if text.count("[") <= FEW_BRACKETS:
        return None
    looked, waiting = 0, list[int]()
    for match in (*BRACKET.finditer(text), None):
        end, sign = (match.start(), match[0]) if match else (len(text), "")
        if sign == "[":
            waiting.append(end)
            continue
        closed = [waiting.pop()] if sign == "]" and waiting else []
        if sign != "]":
            closed, waiting = waiting, []
        for start in closed:
            looked += end - start
            if looked > FARTHEST:
                return start, start + 1
    return None
