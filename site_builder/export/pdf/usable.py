"""A style sheet without the rules that look for something a page does not have.

The maker of PDF files asks every element whether each rule is for it. `article:has(.tasks) li` walks through the whole
page for every line of a list, and finds nothing: nine tenths of the time on a page of ten thousand elements.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import tinycss2
from cssselect2 import SelectorError, parser

ANY_OF = (parser.MatchesAnySelector, parser.SpecificityAdjustmentSelector, parser.RelationalSelector)


def usable(css: str, page: Element) -> str:
    """Return a style sheet for one page alone: what is left gives every element of it the same style."""
    written = (element.attrib["class"] for element in page.iter() if "class" in element.attrib)
    classes = frozenset(name for names in written for name in names.split())
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return str(tinycss2.serialize(list(_kept(rules, classes))))


def _kept(rules: Iterable[tinycss2.ast.Node], classes: frozenset[str]) -> Iterator[tinycss2.ast.Node]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            within = tinycss2.parse_rule_list(rule.content, skip_whitespace=True)
            rule.content = list(_kept(within, classes))
        if rule.type != "qualified-rule" or _may_match(rule, classes):
            yield rule


def _may_match(rule: tinycss2.ast.QualifiedRule, classes: frozenset[str]) -> bool:
    try:
        return any(_possible(one.parsed_tree, classes) for one in parser.parse(rule.prelude))
    except SelectorError:  # left to the maker of PDF files, which says what it leaves out
        return True


def _possible(selector: object, classes: frozenset[str]) -> bool:
    """Tell whether every class that a selector asks for is somewhere on the page; of all else it is not known."""
    match selector:
        case parser.ClassSelector(class_name=name):
            return name in classes
        case parser.CombinedSelector(left=left, right=right):
            return _possible(left, classes) and _possible(right, classes)
        case parser.CompoundSelector(simple_selectors=parts):
            return all(_possible(part, classes) for part in parts)
        case parser.RelativeSelector(selector=inner):
            return _possible(inner, classes)
        case parser.Selector(parsed_tree=inner):
            return _possible(inner, classes)
    return not isinstance(selector, ANY_OF) or any(_possible(one, classes) for one in selector.selector_list)
