"""The changes between two states as a person or a program reads them: plain text, Markdown, JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from site_builder.changes.change import Change, Value
from site_builder.changes.sentences import sentence
from site_builder.foundation.strings import Strings

Renderer = Callable[[Sequence[Change], Strings], str]


def as_text(changes: Sequence[Change], strings: Strings) -> str:
    """Return each change on a line of its own, below the name of its nature."""
    return "\n".join(_lines(changes, strings, "{}:", "  {}")) + "\n"


def as_markdown(changes: Sequence[Change], strings: Strings) -> str:
    """Return the changes as lists below headings."""
    return "\n".join(_lines(changes, strings, "## {}\n", "- {}", _escaped)) + "\n"


def as_json(changes: Sequence[Change], strings: Strings) -> str:
    """Return the changes as a JSON array."""
    return json.dumps([_object(change, strings) for change in changes], ensure_ascii=False, indent=2) + "\n"


RENDERERS: Mapping[str, Renderer] = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _lines(
    changes: Sequence[Change], strings: Strings, heading: str, line: str, written: Callable[[str], str] = str
) -> Iterator[str]:
    if not changes:
        yield strings("changes.nothing")
    for place, (nature, those) in enumerate(groupby(changes, key=lambda change: change.nature)):
        yield ("\n" if place else "") + heading.format(strings(f"changes.natures-of.{nature}"))
        yield from (line.format(written(sentence(change, strings))) for change in those)


def _escaped(text: str) -> str:
    """Return a text in which nothing is a mark of Markdown's."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)


def _object(change: Change, strings: Strings) -> dict[str, object]:
    subject = change.subject
    return {
        "nature": change.nature.value,
        "change": change.telling,
        "kind": subject.kind,
        "plan": subject.plan or None,
        "id": subject.id,
        "file": change.path,
        "places": list(change.places),
        "fields": list(change.fields),
        "before": [_value(value) for value in change.before],
        "after": [_value(value) for value in change.after],
        "sentence": sentence(change, strings),
    }


def _value(value: Value) -> object:
    """Return a value; a compound one with what it holds."""
    parts = {title: _value(part) for title, part in value.parts}
    return {"value": value.text or None, "parts": parts} if parts else value.text
