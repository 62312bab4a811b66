"""The plain data of a YAML text that was valid once, without places: for old states of the content.

It is a fraction of the work of `yaml_reader`, since nobody mends a fault in an old state. What refers to another place
in the text is not followed: the content has never had it, and a few lines of it can mean any amount of data.
"""

from collections.abc import Callable
from typing import Any

import yaml

Next = Callable[[], Any]


def bare_data(text: str) -> object:
    """Return strings, lists and mappings; what is empty is an empty string. None where the text is no such YAML."""
    try:
        following: Next = yaml.CBaseLoader(text).get_event
        following()
        following()
        return _node(following(), following)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _node(event: Any, following: Next) -> object:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return event.value
    if kind is yaml.MappingStartEvent:
        return _mapping(following)
    if kind is yaml.SequenceStartEvent:
        return _sequence(following)
    raise ValueError(kind)


def _mapping(following: Next) -> dict[str, object]:
    found: dict[str, object] = {}
    while type(key := following()) is not yaml.MappingEndEvent:
        if type(key) is not yaml.ScalarEvent:
            raise ValueError(key)
        found[key.value] = _node(following(), following)
    return found


def _sequence(following: Next) -> list[object]:
    found: list[object] = []
    while type(event := following()) is not yaml.SequenceEndEvent:
        found.append(_node(event, following))
    return found
