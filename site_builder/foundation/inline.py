"""References inside running text: `[[1:4]]`, `[[document:childrens-plan]]`, `[[term:sig|groups]]`.

The words before the colon are the language's own (`addresses.yaml`). A number without one is an intervention.
What stands in code is no reference: the editor's guide shows how one is written.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from site_builder.foundation.code_spans import without_code
from site_builder.foundation.language.spoken import Language, spoken

PLAN_KINDS = frozenset(("intervention", "area", "category", "starting_point", "indicator", "draft"))
LINK = re.compile(r"\[\[([^\[\]]*)\]\]")
INTERVENTION = re.compile(r"([a-z0-9-]+/)?[0-9]{1,4}:[0-9]{1,4}")


class Inline(Struct, frozen=True):
    """One reference as it is written at a place in the text: what it means, and its own link text if it has one."""

    written: str
    kind: str
    name: str
    label: str
    start: int = 0


def word_of(kind: str) -> str:
    """Return the word that an editor writes before the colon for a kind of thing; nothing where it has none."""
    return next((word for word, meant in spoken().prefixes.items() if meant == kind), "")


def parse_target(text: str) -> tuple[str, str]:
    """Return the kind and the name of what `text` refers to; where nobody can tell, no kind and the whole text."""
    return _parsed(text, spoken())


@lru_cache(maxsize=1 << 12)
def _parsed(text: str, language: Language) -> tuple[str, str]:
    """Return the same in a language: a thing is referred to many times, and each is asked about by many."""
    text = " ".join(text.split())
    if INTERVENTION.fullmatch(text):
        return "intervention", text
    prefix, colon, name = text.partition(":")
    kind = language.prefixes.get(prefix.strip().casefold(), "") if colon else ""
    return (kind, name.strip()) if kind else ("", text)


def inline_references(text: str) -> Iterator[Inline]:
    """Yield every reference in a piece of running text, in order: as it is written, also where there is code in it."""
    if "[[" not in text:
        return
    for match in LINK.finditer(without_code(text)):
        start, end = match.span()
        written = text[start:end]
        target, _, label = written[2:-2].partition("|")
        kind, name = parse_target(target)
        yield Inline(written, kind, name, " ".join(label.split()) if label else "", start)


def replace_references(text: str, link: Callable[[Inline], str]) -> str:
    """Return the text with every reference replaced by what `link` makes of it."""
    pieces, end = [], 0
    for item in inline_references(text):
        pieces += [text[end : item.start], link(item)]
        end = item.start + len(item.written)
    return "".join([*pieces, text[end:]])


def with_plan(target: str, plan: str) -> str:
    """Return what is written as between `[[` and `]]` with a plan before its name: only that is put in."""
    number = parse_target(target)[0] == "intervention"
    head, colon, name = ("", "", target) if number else target.partition(":")
    bare = name.lstrip()
    return f"{head}{colon}{name[: len(name) - len(bare)]}{plan}/{bare}"


def with_name(target: str, name: str) -> str:
    """Return what is written as between `[[` and `]]` with another name of the thing in place of its own."""
    if parse_target(target)[0] == "intervention":
        return name
    head, colon, old = target.partition(":")
    return f"{head}{colon}{old[: len(old) - len(old.lstrip())]}{name}"


def qualified(kind: str, name: str, plan: str) -> str:
    """Return the name with its plan before it, for kinds of things that live inside a plan."""
    return f"{plan}/{name}" if kind in PLAN_KINDS and "/" not in name else name
