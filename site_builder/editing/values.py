"""What forms and commands call: a value of any shape set or taken away, with as few steps as there are differences."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from site_builder.editing.edit import CannotEditError, Value, as_read
from site_builder.editing.items import with_item, without_item
from site_builder.editing.keys import with_key, with_node, without_key
from site_builder.editing.nodes import Nodes
from site_builder.foundation.source import KeyPath, SourceFile


def with_value(source: SourceFile, keys: KeyPath, value: Value) -> SourceFile:
    """Return a file in which keys lead to a value. The last key may be missing; what is equal already stays as it is.

    A mapping or a list is compared with what stands there, and only what differs is touched.
    """
    nodes = Nodes(source)
    if keys and isinstance(keys[-1], str):
        above = nodes.value(keys[:-1])
        if above is None or (isinstance(above, dict) and keys[-1] not in above):
            return with_key(source, keys[:-1], keys[-1], value)
    old = nodes.value(keys)
    if old == as_read(value):
        return source
    if isinstance(value, Mapping) and isinstance(old, dict) and old and value:
        return _merged(source, keys, old, value)
    if _is_list(value) and isinstance(old, list) and old and value:
        return _aligned(source, keys, old, value)  # type: ignore[arg-type]  # a list, as just told
    return with_node(source, keys, value)


def without(source: SourceFile, keys: KeyPath) -> SourceFile:
    """Return a file without the key or the item that keys lead to."""
    if not keys:
        raise CannotEditError(source.path, keys)
    return (without_item if isinstance(keys[-1], int) else without_key)(source, keys)


def _is_list(value: Value) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _merged(source: SourceFile, keys: KeyPath, old: Mapping[str, object], value: Mapping[str, Value]) -> SourceFile:
    for key, part in value.items():
        source = with_value(source, (*keys, key), part)
    for key in old:
        if key not in value:
            source = without_key(source, (*keys, key))
    return source


def _aligned(source: SourceFile, keys: KeyPath, old: Sequence[object], value: Sequence[Value]) -> SourceFile:
    """Return a file in which a list has other items: those that match keep their lines, from the last to the first."""
    new = [as_read(part) for part in value]
    matcher = SequenceMatcher(None, [_mark(part) for part in old], [_mark(part) for part in new], autojunk=False)
    for tag, first, last, start, end in reversed(matcher.get_opcodes()):
        common = min(last - first, end - start)
        for number in range(end - 1, start + common - 1, -1):
            source = with_item(source, keys, first + common, value[number])
        for number in range(last - 1, first + common - 1, -1):
            source = without_item(source, (*keys, number))
        for number in range(common) if tag != "delete" else ():
            source = with_value(source, (*keys, first + number), value[start + number])
    return source


def _mark(part: object) -> str:
    """Return what an item is known by: its id where it has one, else all of it."""
    identity = part.get("id") if isinstance(part, dict) else None
    return f"id {identity}" if identity else repr(part)
