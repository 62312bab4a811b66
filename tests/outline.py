"""A page's HTML as a plain outline that a test can be read against: what stands there, and nothing of how.

Headings are `## Words {#id}`, items `- words`, terms `Term` with `:   words` below, links `[words](address "title")`.
Tables, pictures and forms stay HTML, and so do the elements that only group.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

RAW = {"table", "figure", "svg", "form"}
GROUPS = {"div", "section", "details", "blockquote"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {*RAW, *GROUPS, *HEADINGS, "p", "ul", "ol", "dl", "pre", "summary"}
MARKS = {"strong": "**", "em": "*", "code": "`"}
BROKEN = "\x00"  # a line that an element breaks, while white space is made single
INDENT = "\n    "


@lru_cache(maxsize=1024)
def outline(html: str) -> str:
    """Return the outline of a piece of HTML."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return "\n\n".join(_blocks(body)) + "\n"


def _blocks(node: LexborNode) -> Iterator[str]:
    """Yield what an element holds, block by block; words beside blocks are a block of their own."""
    run = ""
    for child in node.iter(include_text=True):
        if child.tag in BLOCKS:
            if words := _line(run):
                yield words
            run = ""
            yield _block(child)
        else:
            run += _inline(child)
    if words := _line(run):
        yield words


def _block(node: LexborNode) -> str:
    tag = str(node.tag)
    if tag in RAW or node.attributes.get("class") == "grid":
        return str(node.html).replace("&nbsp;", "\xa0")
    if tag in GROUPS:
        return "\n\n".join([_opening(node), *_blocks(node), f"</{tag}>"])
    if tag in HEADINGS:
        identity = node.attributes.get("id")
        return f"{'#' * int(tag[1])} {_words(node)}" + (f" {{#{identity}}}" if identity else "")
    if tag in ("ul", "ol"):
        return _list(node, tag == "ol")
    return {"dl": _terms, "pre": _code, "p": _words, "summary": _summary}[tag](node)


def _list(node: LexborNode, numbered: bool) -> str:
    first = int(node.attributes.get("start") or 1)
    items = ["\n".join(_blocks(item)) if _tight(item) else "\n\n".join(_blocks(item)) for item in _children(node)]
    marks = [f"{number}.  " if numbered else "- " for number in range(first, first + len(items))]
    return "\n".join(mark + item.replace("\n", INDENT) for mark, item in zip(marks, items, strict=True))


def _tight(item: LexborNode) -> bool:
    return not any(child.tag == "p" for child in item.iter())


def _terms(node: LexborNode) -> str:
    made, before = "", ""
    for child in _children(node):
        if child.tag == "dt":
            made += ("\n\n" if made else "") + _words(child)
        else:
            told = "\n\n".join(_blocks(child)).replace("\n", INDENT)
            made += ("\n\n" if before == "dd" else "\n") + f":   {told}"
        before = str(child.tag)
    return made


def _code(node: LexborNode) -> str:
    code = node.css_first("code")
    assert code is not None
    language = (code.attributes.get("class") or "").removeprefix("language-")
    return f"```{language}\n{code.text()}```"


def _summary(node: LexborNode) -> str:
    return f"{_opening(node)}{_words(node)}</summary>"


def _inline(node: LexborNode) -> str:
    if node.tag == "-text":
        return node.text(deep=False)
    if node.tag == "br":
        return BROKEN
    inner = "".join(map(_inline, node.iter(include_text=True)))
    if node.tag in MARKS:
        return f"{MARKS[str(node.tag)]}{inner}{MARKS[str(node.tag)]}"
    href, title = node.attributes.get("href"), node.attributes.get("title")
    if node.tag == "a" and href is not None:
        return f'[{inner}]({href} "{title}")' if title else f"[{inner}]({href})"
    return f"{_opening(node)}{inner}</{node.tag}>"


def _words(node: LexborNode) -> str:
    return _line("".join(map(_inline, node.iter(include_text=True))))


def _line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ").replace(BROKEN, "\n")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter()


def _opening(node: LexborNode) -> str:
    return str(node.html).partition(">")[0] + ">"
