"""Items of lists: one put in, taken away or moved. Each is one step, and read again."""

from site_builder.editing.edit import CannotEditError, Edit, Value, as_read, edited
from site_builder.editing.keys import cut, emptied, flow_cut, replaced, with_node
from site_builder.editing.nodes import Nodes
from site_builder.editing.writing import after_dash, in_flow
from site_builder.foundation.source import KeyPath, SourceFile


def with_item(source: SourceFile, keys: KeyPath, number: int, value: Value) -> SourceFile:
    """Return a file in which the list that keys lead to has one more item, at a number (its length to append)."""
    nodes = Nodes(source)
    old = nodes.value(keys)
    if old is None or old == []:
        return with_node(source, keys, [value])
    items = _items(nodes, keys)
    if not 0 <= number <= len(items):
        raise CannotEditError(source.path, (*keys, number))
    expected = replaced(source.data, keys, [*items[:number], as_read(value), *items[number:]])
    edit = (_put_in_flow if nodes.is_flow(keys) else _put_in)(nodes, keys, number, value)
    return edited(source, [edit], (*keys, number), expected)


def without_item(source: SourceFile, keys: KeyPath) -> SourceFile:
    """Return a file without the item that keys lead to. A list that loses its last item is left as `[]`."""
    nodes, above, number = Nodes(source), keys[:-1], keys[-1]
    items = _items(nodes, above)
    if not isinstance(number, int) or not 0 <= number < len(items):
        raise CannotEditError(source.path, keys)
    expected = replaced(source.data, above, [*items[:number], *items[number + 1 :]])
    if nodes.is_flow(above):
        return edited(source, [flow_cut(nodes, keys, nodes.start(keys))], keys, expected)
    start = nodes.dash(keys)
    if len(items) == 1:
        return edited(source, emptied(nodes, above, start, "[]"), keys, expected)
    return edited(source, [cut(nodes, keys, start, number == len(items) - 1)], keys, expected)


def with_item_moved(source: SourceFile, keys: KeyPath, number: int, to: int) -> SourceFile:
    """Return a file in which an item of the list that keys lead to has another number, with all it holds."""
    nodes = Nodes(source)
    items = _items(nodes, keys)
    if not (0 <= number < len(items) and 0 <= to < len(items)):
        raise CannotEditError(source.path, (*keys, number))
    order = [place for place in range(len(items)) if place != number]
    order.insert(to, number)
    pieces = [_piece(nodes, (*keys, place)) for place in range(len(items))]
    texts = [source.text[start:end] for start, end in pieces]
    edits = [Edit(*piece, texts[order[place]]) for place, piece in enumerate(pieces) if order[place] != place]
    return edited(source, edits, (*keys, number), replaced(source.data, keys, [items[place] for place in order]))


def _items(nodes: Nodes, keys: KeyPath) -> list[object]:
    items = nodes.value(keys)
    if not isinstance(items, list):
        raise CannotEditError(nodes.source.path, keys)
    return items


def _put_in(nodes: Nodes, keys: KeyPath, number: int, value: Value) -> Edit:
    indent = nodes.indent(keys)
    written = f"-{after_dash(value, indent)}"
    if number == 0:
        place = nodes.dash((*keys, 0))
        return Edit(place, place, f"{written}\n{' ' * indent}")
    place = nodes.line_end(nodes.end((*keys, number - 1)))
    return Edit(place, place, f"\n{' ' * indent}{written}")


def _put_in_flow(nodes: Nodes, keys: KeyPath, number: int, value: Value) -> Edit:
    if number == len(_items(nodes, keys)):
        place = nodes.end((*keys, number - 1))
        return Edit(place, place, f", {in_flow(value)}")
    place = nodes.start((*keys, number))
    return Edit(place, place, f"{in_flow(value)}, ")


def _piece(nodes: Nodes, keys: KeyPath) -> tuple[int, int]:
    """Return where an item begins and ends, from its dash to the end of its last line, with comments right above it."""
    if nodes.is_flow(keys[:-1]):
        return nodes.start(keys), nodes.end(keys)
    start, text = nodes.dash(keys), nodes.source.text
    line = nodes.line_start(start)
    indent = text[line:start]
    while not indent.strip() and line and (above := nodes.line_start(line - 1)) < line:
        if not text[above : line - 1].startswith(f"{indent}#"):
            break
        line, start = above, above + len(indent)
    return start, nodes.line_end(nodes.end(keys))
