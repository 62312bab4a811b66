"""What a form holds, as nested mappings and lists of text, and the names of its fields: `sources.0.page`."""

from collections.abc import Iterable, Mapping

Tree = Mapping[str, object]
PREFIX = "f."  # of the names of all fields that hold content
DEEPEST = 12


def name_of(keys: Iterable[str | int]) -> str:
    """Return the name of the field that keys lead to."""
    return ".".join(str(key) for key in keys)


def tree_of(posted: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Return what was posted as a tree; numbers in the names are the places of items, in their order."""
    root: dict[str, object] = {}
    for name, value in posted:
        keys = name.removeprefix(PREFIX).split(".")
        if not name.startswith(PREFIX) or len(keys) > DEEPEST:
            continue
        branch = root
        for key in keys[:-1]:
            below = branch.setdefault(key, {})
            if not isinstance(below, dict):
                break
            branch = below
        else:
            branch.setdefault(keys[-1], value.replace("\r\n", "\n"))
    return {key: _listed(value) for key, value in root.items()}


def _listed(value: object) -> object:
    """Return a mapping whose keys are all numbers as a list."""
    if not isinstance(value, dict):
        return value
    if value and all(key.isdecimal() or key == "" for key in value):
        return [_listed(value[key]) for key in sorted((key for key in value if key), key=int)]
    return {key: _listed(part) for key, part in value.items()}


def is_blank(value: object) -> bool:
    """Tell whether nothing is said."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_blank(part) for part in value.values())
    return all(is_blank(part) for part in value) if isinstance(value, list) else value is None
