"""The buttons of a list: one more item, one moved, one taken away. Nothing is written; the form comes back changed."""

import copy

from site_builder.forms.fields.tree import Tree

ADD, REMOVE, UP, DOWN = "add", "remove", "up", "down"
ACTIONS = (ADD, REMOVE, UP, DOWN)


def reshaped(tree: Tree, pressed: str, *, holds_parts: bool) -> dict[str, object]:
    """Return a tree after a button `action:name` was pressed; an item that is added to a list of parts is a part."""
    made: dict[str, object] = copy.deepcopy(dict(tree))
    action, _, name = pressed.partition(":")
    keys = name.split(".")
    if action == ADD:
        branch, key = _at(made, keys)
        if isinstance(branch, dict):
            items = branch.get(key) or []
            branch[key] = [*(items if isinstance(items, list) else []), {} if holds_parts else ""]
        return made
    items, place = _at(made, keys)
    if isinstance(items, list) and place.isdecimal() and int(place) < len(items):
        _moved(items, int(place), action)
    return made


def _moved(items: list[object], place: int, action: str) -> None:
    item = items.pop(place)
    if action == UP:
        items.insert(max(0, place - 1), item)
    elif action == DOWN:
        items.insert(place + 1, item)


def _at(tree: object, keys: list[str]) -> tuple[object, str]:
    """Return what the last key stands in, and that key."""
    for key in keys[:-1]:
        if isinstance(tree, list) and key.isdecimal() and int(key) < len(tree):
            tree = tree[int(key)]
        elif isinstance(tree, dict):
            tree = tree.setdefault(key, {})
        else:
            return None, ""
    return tree, keys[-1]
