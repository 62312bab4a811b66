"""How a new value is written, whatever its shape: in lines of its own, or inside brackets."""

from collections.abc import Mapping, Sequence

from site_builder.editing.edit import CannotEditError, Value
from site_builder.editing.scalars import WIDTH, Room, Scalar, written_scalar

STEP = 2


def whole(value: Mapping[str, Value]) -> str:
    """Return the text of a new file that is one mapping."""
    return f"{_mapping(value, 0)}\n"


def after_key(value: Value, indent: int, used: int = 0) -> str:
    """Return a value as it stands after its key, which stands `indent` in and takes up `used` of the line."""
    if isinstance(value, Mapping) and value:
        return "\n" + " " * (indent + STEP) + _mapping(value, indent + STEP)
    if not isinstance(value, str) and isinstance(value, Sequence) and value:
        return "\n" + " " * (indent + STEP) + _list(value, indent + STEP)
    return " " + _small(value, indent + STEP, used)


def after_dash(value: Value, indent: int) -> str:
    """Return a value as it stands after its dash, which stands `indent` in."""
    if isinstance(value, Mapping) and value:
        return " " + _mapping(value, indent + STEP)
    if not isinstance(value, str) and isinstance(value, Sequence) and value:
        return " " + _list(value, indent + STEP)
    return " " + _small(value, indent + STEP, indent + STEP)


def pair(key: str, value: Value, indent: int) -> str:
    """Return a key with its value, on lines that stand `indent` in; the first is not indented."""
    name = scalar(key, Room(indent, single=True))
    return f"{name}:{after_key(value, indent, indent + len(name) + 2)}"


def in_flow(value: Value) -> str:
    """Return a value as it stands inside brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(flow_pair(key, part) for key, part in value.items()) + "}"
    if not isinstance(value, str) and isinstance(value, Sequence):
        return "[" + ", ".join(in_flow(part) for part in value) + "]"
    return scalar(value, Room(0, flow=True))


def flow_pair(key: str, value: Value) -> str:
    """Return a key with its value as they stand inside braces."""
    return f"{scalar(key, Room(0, flow=True))}: {in_flow(value)}"


def scalar(value: Scalar, room: Room) -> str:
    """Return a scalar; what YAML cannot hold is refused."""
    written = written_scalar(value, room)
    if written is None:
        raise CannotEditError("", ())
    return written


def _mapping(value: Mapping[str, Value], indent: int) -> str:
    return f"\n{' ' * indent}".join(pair(key, part, indent) for key, part in value.items())


def _list(value: Sequence[Value], indent: int) -> str:
    return f"\n{' ' * indent}".join(f"-{after_dash(part, indent)}" for part in value)


def _small(value: Value, indent: int, used: int) -> str:
    """Return a scalar, or a collection that is empty."""
    if isinstance(value, Mapping):
        return "{}"
    if not isinstance(value, str) and isinstance(value, Sequence):
        return "[]"
    return scalar(value, Room(indent, WIDTH - used))
