"""Long texts over several lines (`>-`): of what stands there, the lines stay that need not change."""

import re

BREAK = re.compile(r"(?<=\S) (?=\S)")


def folded(text: str, indent: int, width: int, old: str = "") -> str:
    """Return a folded scalar. `old` is the one that stands there: lines of it that are right stay."""
    kept = [line.strip(" ") for line in old.split("\n")[1:]] if old else []
    body = text.removesuffix("\n")
    head, rest = _head(kept, body)
    tail, middle = _tail(kept[len(head) :], rest)
    lines = [*head, *_wrapped(middle, width - indent), *tail]
    return "\n".join([">" if text.endswith("\n") else ">-", *(" " * indent + line if line else "" for line in lines)])


def unfolded(lines: list[str]) -> str:
    """Return the text that lines without spaces before them are folded to."""
    return re.sub(r"\n+", lambda breaks: "\n" * (len(breaks[0]) - 1) or " ", "\n".join(lines))


def _head(kept: list[str], text: str) -> tuple[list[str], str]:
    """Return the first lines that are still right, and the text after them (with what parts it from them)."""
    for count in range(len(kept), 0, -1):
        begins = unfolded(kept[:count])
        if kept[count - 1] and text.startswith(begins) and text[len(begins) :][:1] in ("", " ", "\n"):
            return kept[:count], text[len(begins) :]
    return [], text


def _tail(kept: list[str], text: str) -> tuple[list[str], str]:
    """Return the last lines that are still right, and the text before them."""
    for start in range(len(kept)):
        ends = unfolded(kept[start:])
        before = text.removesuffix(ends)
        if kept[start] and before != text and before[-1:] in (" ", "\n"):
            return kept[start:], before
    return [], text


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines. A space at either end only parts it from its neighbours; of line feeds each is a line."""
    lines: list[str] = []
    for number, part in enumerate(text.removeprefix(" ").removesuffix(" ").split("\n")):
        if number:
            lines.append("")
        if part:
            lines += _filled(part, width)
    return lines


def _filled(paragraph: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in BREAK.split(paragraph):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return [*lines, line]
