"""Running text as plain text: Markdown's marks are gone, references are called by name, paragraphs and lists remain."""

import re
from collections.abc import Callable

from site_builder.foundation.inline import LINK, Inline, replace_references

# One line without anything that may be a mark; most texts are.
UNMARKED = re.compile(r"(?!\s*[-+])[^\n\[\\`*_<>#]*")
# What stands as it is while the marks around it go: a reference, an escaped character, code.
HELD = re.compile(rf"{LINK.pattern}|\\(?!\[\[)(?P<escaped>[!-/:-@\[-`{{-~])|`(?P<code>(?:(?!\[\[)[^`\n])+)`")
PLACE = "\x00"  # holds the place of one of them; no text has this character (`decode` refuses it)
URL_LINK = re.compile(r'!?\[([^\[\]]*)\]\((?:mailto:)?([^\s()]+)(?:\s+"[^"]*")?\)')
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
# The length is bounded so that a text full of lone asterisks takes no longer than any other.
EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)", re.DOTALL)
BULLET = re.compile(r"\A\s*[-+*]\s+")
NUMBERED = re.compile(r"\s*\d+[.)]\s")
BLOCK_MARK = re.compile(r"\A\s*(?:>\s?|#{1,6}\s+)")

LinkWords = str | Callable[[re.Match[str]], str]


def plain_text(text: str, name: Callable[[Inline], str]) -> str:
    """Return running text without marks. `name` says what a reference is called.

    Each paragraph and each item of a list is one line, with an empty line between paragraphs. A link to another site
    keeps its address in brackets.
    """
    return _plain(text, name, _address_in_brackets)


def one_line(text: str, name: Callable[[Inline], str]) -> str:
    """Return running text without marks on one line, for a cell or a description: of a link only the words remain."""
    return " ".join(_plain(text, name, r"\1").split())


def _plain(text: str, name: Callable[[Inline], str], link: LinkWords) -> str:
    """Return running text without marks; `link` is what takes the place of a link."""
    if UNMARKED.fullmatch(text):
        return text.strip()
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        kept: str | None = match["escaped"] or match["code"]
        held.append(kept or replace_references(match[0], name))
        return PLACE

    blocks = re.split(r"\n\s*\n", HELD.sub(hold, text).strip())
    plain = "\n\n".join(_without_marks("\n".join(_lines(block)), link) for block in blocks)
    waiting = iter(held)
    return re.sub(PLACE, lambda _: next(waiting), plain)


def _lines(block: str) -> list[str]:
    """Return the lines of a block: one for each item of a list, what is folded joined."""
    lines: list[list[str]] = []
    for line in block.split("\n"):
        bare = BLOCK_MARK.sub("", line, count=1) if BLOCK_MARK.match(line) else line
        if BULLET.match(bare) or NUMBERED.match(bare) or not lines:
            lines.append([])
            bare = BULLET.sub("", bare, count=1) if BULLET.match(bare) else bare
        lines[-1].append(bare.strip())
    return [" ".join(parts) for parts in lines]


def _without_marks(text: str, link: LinkWords) -> str:
    text = AUTOLINK.sub(r"\1", URL_LINK.sub(link, text))
    while (fewer := EMPHASIS.sub(r"\2", text)) != text:  # emphasis inside emphasis
        text = fewer
    return text


def _address_in_brackets(match: re.Match[str]) -> str:
    text, address = match.groups()
    is_outside = "@" in address or address.startswith(("https://", "http://"))
    return f"{text} ({address})" if is_outside and text != address else text
