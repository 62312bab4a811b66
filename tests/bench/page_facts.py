"""What a built page says and how it is put together, as lists that can be compared with those of another build."""

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Words in these belong to the block around them; every other element begins and ends a block.
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small"),
        *("span", "strong", "sub", "sup", "time", "u", "var"),
    )
)
UNSEEN = frozenset(("script", "style", "template", "svg"))
# Only what HTML calls blank: a space that does not break is a letter of the text.
BLANK = re.compile(r"[ \t\n\r\f]+")
FINGERPRINT = re.compile(r"\.[0-9a-f]{8,}\.(css|js|json|svg)\b")
OWN_KINDS = frozenset(("id", "class", "href"))

Facts = dict[str, list[str]]


def page_facts(file: Path) -> Facts:
    """Return all that is compared of a page, by kind; each kind is a list in the order of the page."""
    root = LexborHTMLParser(file.read_bytes()).root
    assert root is not None, file
    nodes = list(_elements(root))
    return {
        "title": [_words(node) for node in nodes if node.tag == "title"],
        "description": [_value(node, "content") for node in nodes if _value(node, "name") == "description"],
        "heading": [f"{node.tag} {_words(node)}" for node in nodes if re.fullmatch(r"h[1-6]", node.tag or "")],
        "id": [_value(node, "id") for node in nodes if _value(node, "id")],
        "link": [f"{_words(node)} → {_value(node, 'href')}" for node in nodes if node.tag == "a"],
        "text": _blocks(root),
        "element": [f"{_name(node.parent)} > {_name(node)}" for node in nodes if node.parent is not None],
        "attribute": [fact for node in nodes for fact in _attributes(node)],
        "script": [
            without_fingerprint(_words(node)) for node in nodes if node.tag in ("script", "style") and _words(node)
        ],
    }


def without_fingerprint(text: str) -> str:
    """Return a file's name or an address without the mark of what the file holds."""
    return FINGERPRINT.sub(r".#.\1", text)


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    yield node
    for child in node.iter():
        yield from _elements(child)


def _name(node: LexborNode | None) -> str:
    if node is None or not node.tag:
        return ""
    return ".".join([node.tag, *sorted((node.attributes.get("class") or "").split())])


def _value(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _words(node: LexborNode) -> str:
    return BLANK.sub(" ", node.text(deep=True)).strip(" ")


def _attributes(node: LexborNode) -> Iterator[str]:
    """Yield the attributes that no other kind has; how long an address of a style or script is does not matter."""
    for name, value in sorted(node.attributes.items()):
        if name not in OWN_KINDS or (name == "href" and node.tag != "a"):
            yield f"{node.tag}[{name}={without_fingerprint(BLANK.sub(' ', value or ''))}]"


def _blocks(root: LexborNode) -> list[str]:
    """Return the text of each block that has any, pictures with the words they show."""
    pieces: list[str] = []
    _gather(root, pieces)
    blocks = (BLANK.sub(" ", block).strip(" ") for block in "".join(pieces).split("\0"))
    return [block for block in blocks if block]


def _gather(node: LexborNode, pieces: list[str]) -> None:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            pieces.append(child.text(deep=False))
        elif child.tag not in UNSEEN or child.tag == "svg":
            edge = "" if child.tag in INLINE else "\0"
            pieces.append(edge)
            _gather(child, pieces)
            pieces.append(edge)
