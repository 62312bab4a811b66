"""What the style sheet says of pictures, written into them: the maker of PDF files reads no style sheet inside SVG."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

SVG = "{http://www.w3.org/2000/svg}"
WRITTEN = (
    "fill", "stroke", "stroke-width", "stroke-dasharray",
    "font-family", "font-size", "font-weight", "display", "opacity",
)  # fmt: skip
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
LIGHT = re.compile(r"light-dark\(([^,()]+),[^()]*\)")

Said = tuple[tuple[str, str], ...]


def dress(page: Element, css: str) -> None:
    """Write colours, lines and letters of every picture in a page into its elements, as the style sheet has them."""
    matcher = cssselect2.Matcher()
    for selectors, said in _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)):
        for selector in selectors:
            matcher.add_selector(selector, said)
    _walk(cssselect2.ElementWrapper.from_html_root(page), matcher, {})


def _walk(element: cssselect2.ElementWrapper, matcher: cssselect2.Matcher, above: Mapping[str, str]) -> None:
    found = {name: value for *_, said in sorted(matcher.match(element), key=_weight) for name, value in said}
    names = {**above, **{name: value for name, value in found.items() if name.startswith("--")}}
    if str(element.etree_element.tag).startswith(SVG):
        for name in WRITTEN:
            if name in found:
                element.etree_element.set(name, _resolved(found[name], names))
    for child in element.iter_children():
        _walk(child, matcher, names)


def _weight(match: tuple[object, ...]) -> tuple[object, ...]:
    return match[:2]


def _rules(nodes: Iterable[tinycss2.ast.Node]) -> Iterator[tuple[list[cssselect2.parser.Selector], Said]]:
    """Yield the rules for paper: those outside of any condition, and those for print."""
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content:
            if tinycss2.serialize(node.prelude).strip() == "print":
                yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule" and (said := _said(node)):
            try:
                yield cssselect2.compile_selector_list(node.prelude), said
            except cssselect2.SelectorError:  # of what is nowhere on paper
                continue


def _said(rule: tinycss2.ast.QualifiedRule) -> Said:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return tuple(
        (one.name, tinycss2.serialize(one.value).strip())
        for one in found
        if one.type == "declaration" and (one.name in WRITTEN or one.name.startswith("--"))
    )


def _resolved(value: str, names: Mapping[str, str]) -> str:
    """Return a value without names of others, and with the colour of the light scheme."""
    while VARIABLE.search(value):
        value = VARIABLE.sub(lambda match: names.get(match[1], "none"), value)
    return LIGHT.sub(lambda match: match[1].strip(), value)
