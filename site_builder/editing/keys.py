"""Keys of mappings: a value exchanged, a key put in, a key taken away. Each is one step, and read again."""

from collections.abc import Mapping, Sequence

from site_builder.editing.edit import CannotEditError, Edit, Value, as_read, edited
from site_builder.editing.fields import field_order
from site_builder.editing.nodes import Nodes
from site_builder.editing.scalars import WIDTH, Room, Scalar
from site_builder.editing.writing import STEP, after_dash, after_key, flow_pair, in_flow, pair, scalar
from site_builder.foundation.source import KeyPath, SourceFile


def with_node(source: SourceFile, keys: KeyPath, value: Value) -> SourceFile:
    """Return a file in which the value that keys lead to is another one, whatever shape either has."""
    nodes = Nodes(source)
    old, expected = nodes.value(keys), replaced(source.data, keys, as_read(value))
    is_scalar = isinstance(value, str) or not isinstance(value, (Mapping, Sequence))
    if is_scalar and isinstance(old, str):
        edit = _exchanged(nodes, keys, value)  # type: ignore[arg-type]  # a scalar, as just told
        return edited(source, [edit], keys, expected)
    if keys and nodes.is_flow(keys[:-1]):
        start = nodes.start(keys)
        lead = " " if source.text[start - 1 : start] == ":" else ""
        return edited(source, [Edit(start, nodes.end(keys), lead + in_flow(value))], keys, expected)
    return edited(source, _reshaped(nodes, keys, value), keys, expected)


def with_key(source: SourceFile, keys: KeyPath, key: str, value: Value) -> SourceFile:
    """Return a file in which the mapping that keys lead to has one more key, at the place that the model gives it."""
    nodes = Nodes(source)
    old = nodes.value(keys)
    if not isinstance(old, dict):
        if old is None:
            return with_node(source, keys, {key: value})
        raise CannotEditError(source.path, (*keys, key))
    if not old:
        return with_node(source, keys, {key: value})
    order = _order(old, key, field_order(source.path, keys))
    before = order[order.index(key) - 1] if order.index(key) else None
    expected = replaced(source.data, keys, {name: old.get(name, as_read(value)) for name in order})
    edit = (_put_in_flow if nodes.is_flow(keys) else _put_in)(nodes, keys, before, (key, value))
    return edited(source, [edit], (*keys, key), expected)


def without_key(source: SourceFile, keys: KeyPath) -> SourceFile:
    """Return a file without the key that keys lead to. A mapping that loses its last one is left as `{}`."""
    nodes, (*above, key) = Nodes(source), keys
    mapping = nodes.value(tuple(above))
    if not isinstance(mapping, dict) or key not in mapping:
        raise CannotEditError(source.path, keys)
    names = list(mapping)
    follower = names[names.index(key) + 1] if key != names[-1] else None
    expected = replaced(source.data, tuple(above), {name: part for name, part in mapping.items() if name != key})
    if nodes.is_flow(tuple(above)):
        return edited(source, [flow_cut(nodes, keys, nodes.key_start(keys))], keys, expected)
    if len(names) == 1:
        return edited(source, emptied(nodes, tuple(above), nodes.key_start(keys), "{}"), keys, expected)
    return edited(source, [cut(nodes, keys, nodes.key_start(keys), follower is None)], keys, expected)


def cut(nodes: Nodes, keys: KeyPath, start: int, last: bool) -> Edit:
    """Return the edit that takes away an entry of a block collection: its lines, or what stands after an outer dash."""
    text, end = nodes.source.text, nodes.line_end(nodes.end(keys))
    line = nodes.line_start(start)
    if text[line:start].strip() == "":
        return Edit(line, end + 1, "") if end < len(text) else Edit(max(line - 1, 0), end, "")
    if last:
        raise CannotEditError(nodes.source.path, keys)
    following = end + 1
    while text[following : following + 1] == " " and following - end - 1 < start - line:
        following += 1
    return Edit(start, following, "")


def flow_cut(nodes: Nodes, keys: KeyPath, start: int) -> Edit:
    """Return the edit that takes away an entry inside brackets, with what parts it from others."""
    text, end = nodes.source.text, nodes.end(keys)
    comma = nodes.after_comma(end)
    if comma > end and not text[end : comma - 1].strip():
        while text[comma : comma + 1] == " ":
            comma += 1
        if text[comma : comma + 1] not in ("]", "}"):
            return Edit(start, comma, "")
    before = len(text[:start].rstrip())
    return Edit(before - 1, end, "") if text[before - 1 : before] == "," else Edit(start, max(comma, end), "")


def emptied(nodes: Nodes, keys: KeyPath, start: int, brackets: str) -> list[Edit]:
    """Return the edits that leave a block collection empty. Comments between its key and its entry stay."""
    place, line = nodes.after_key(keys), nodes.line_start(start)
    if not keys or nodes.source.text[line:start].strip():
        return [Edit(start, nodes.end(keys), brackets)]
    end, text = nodes.line_end(nodes.end(keys)), nodes.source.text
    gone = Edit(line, end + 1, "") if end < len(text) else Edit(line - 1, end, "")
    return [Edit(place, place, f" {brackets}"), gone]


def _exchanged(nodes: Nodes, keys: KeyPath, value: Scalar) -> Edit:
    """Return the edit that exchanges a scalar for another, in its own style where that can hold it."""
    start, end = nodes.start(keys), nodes.end(keys)
    text, flow = nodes.source.text, nodes.is_flow(keys)
    old, line = text[start:end], nodes.line_start(start)
    follows = "" if old[:1] in ("|", ">") else text[end : nodes.line_end(end)].strip()
    indent = _block_indent(nodes, keys, old)
    room = Room(indent, WIDTH - (start - line), flow, bool(follows), old)
    return Edit(start, end, scalar(value, room))


def _block_indent(nodes: Nodes, keys: KeyPath, old: str) -> int:
    """Return how far in the lines of a block scalar stand: as they do now, else a step from what it belongs to."""
    if old[:1] in ("|", ">") and (line := next((line for line in old.split("\n")[1:] if line.strip()), "")):
        return len(line) - len(line.lstrip(" "))
    return (nodes.indent(keys[:-1]) if keys and not nodes.is_flow(keys[:-1]) else 0) + STEP


def _reshaped(nodes: Nodes, keys: KeyPath, value: Value) -> list[Edit]:
    """Return the edits that put a value of another shape in the place of one in a block collection."""
    start, end = nodes.after_key(keys), nodes.end(keys)
    line_end = nodes.line_end(end)
    if not keys:
        return [Edit(start, end, after_dash(value, 0 - STEP).removeprefix(" "))]
    indent = nodes.indent(keys[:-1])
    write = after_dash if isinstance(keys[-1], int) else after_key
    new = write(value, indent)
    if nodes.source.text[end:line_end].strip() and "\n" in new:  # a comment, which stays on its line
        return [Edit(start, end, ""), Edit(line_end, line_end, new)]
    return [Edit(start, end, new)]


def _put_in(nodes: Nodes, keys: KeyPath, before: str | None, new: tuple[str, Value]) -> Edit:
    indent = nodes.indent(keys)
    written = pair(*new, indent)
    if before is None:
        place = nodes.key_start((*keys, _names(nodes, keys)[0]))
        return Edit(place, place, f"{written}\n{' ' * indent}")
    place = nodes.line_end(nodes.end((*keys, before)))
    return Edit(place, place, f"\n{' ' * indent}{written}")


def _put_in_flow(nodes: Nodes, keys: KeyPath, before: str | None, new: tuple[str, Value]) -> Edit:
    written = flow_pair(*new)
    if before is None:
        place = nodes.key_start((*keys, _names(nodes, keys)[0]))
        return Edit(place, place, f"{written}, ")
    place = nodes.end((*keys, before))
    return Edit(place, place, f", {written}")


def _names(nodes: Nodes, keys: KeyPath) -> list[str]:
    value = nodes.value(keys)
    return list(value) if isinstance(value, dict) else []


def _order(old: Mapping[str, object], key: str, fields: Sequence[str]) -> list[str]:
    """Return the keys with a new one after the nearest field before it that is there; last where nobody can tell."""
    names = list(old)
    if key not in fields:
        return [*names, key]
    earlier = [name for name in fields[: fields.index(key)] if name in old]
    place = names.index(earlier[-1]) + 1 if earlier else 0
    return [*names[:place], key, *names[place:]]


def replaced(data: object, keys: KeyPath, value: object) -> object:
    """Return plain data in which keys lead to another value."""
    if not keys:
        return value
    first, rest = keys[0], keys[1:]
    if isinstance(data, list):
        return [replaced(part, rest, value) if number == first else part for number, part in enumerate(data)]
    if isinstance(data, dict):
        return {name: replaced(part, rest, value) if name == first else part for name, part in data.items()}
    return data
