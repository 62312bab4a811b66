"""YAML as an editor's tools read it (1.2, the core schema): no dates, no sexagesimal numbers, no `no` that is false."""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Knows the scalars of YAML 1.2 and no others."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern in (
    ("null", "~|null|Null|NULL|"),
    ("bool", "true|True|TRUE|false|False|FALSE"),
    ("int", "[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), None)


def _whole(loader: _Core, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


def _broken(loader: _Core, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


_Core.add_constructor("tag:yaml.org,2002:int", _whole)
_Core.add_constructor("tag:yaml.org,2002:float", _broken)


def as_yaml_12(text: str) -> Any:
    """Return the data of a text."""
    return yaml.load(text, _Core)
