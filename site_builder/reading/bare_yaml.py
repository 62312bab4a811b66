"""The plain data of a YAML text that was valid once, without places: for old states of the content.

It is a fraction of the work of `yaml_reader`, since nobody mends a fault in an old state. What refers to another place
in the text is not followed: the content has never had it, and a few lines of it can mean any amount of data.
"""

from collections.abc import Iterator
from typing import Any

import yaml


def bare_data(text: str) -> object:
    """Return strings, lists and mappings; what is empty is an empty string. None where the text is no such YAML."""
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CLoader)
    try:
        next(events)
        next(events)
        return _node(next(events), events)
    except (yaml.YAMLError, StopIteration, RecursionError, ValueError):
        return None


def _node(event: Any, events: Iterator[Any]) -> object:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return event.value
    if kind is yaml.MappingStartEvent:
        return _mapping(events)
    if kind is yaml.SequenceStartEvent:
        return _sequence(events)
    raise ValueError(kind)


def _mapping(events: Iterator[Any]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key in events:
        if type(key) is yaml.MappingEndEvent:
            break
        if type(key) is not yaml.ScalarEvent:
            raise ValueError(key)
        found[key.value] = _node(next(events), events)
    return found


def _sequence(events: Iterator[Any]) -> list[object]:
    found: list[object] = []
    for event in events:
        if type(event) is yaml.SequenceEndEvent:
            break
        found.append(_node(event, events))
    return found
