"""`set` and `add`: one field of a file gets another value, or one of its lists one more item."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.editing.edit import CannotEditError, Value
from site_builder.editing.fields import model_at
from site_builder.editing.items import with_item
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.nodes import Nodes
from site_builder.editing.values import with_value
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.reading.layout import CONTENT


def place_of(desk: Desk, path: str, field: str) -> KeyPath:
    """Return the keys to a field of a file, written with dots; an item of a list is its id, or its number from 1."""
    if not path.startswith(CONTENT) or path not in desk.texts:
        raise Refusal("no-such-file", path=path)
    data: object = desk.source(path).data
    keys: tuple[str | int, ...] = ()
    for part in field.split("."):
        key = _item(data, part) if isinstance(data, list) else part
        if key is None:
            raise Refusal("no-such-item", item=part, field=field, path=path)
        keys = (*keys, key)
        data = data[key] if isinstance(data, list) else data.get(key) if isinstance(data, dict) else None  # type: ignore[index]
    return keys


def field_at(path: str, keys: KeyPath, field: str) -> tuple[type[BaseModel], FieldInfo]:
    """Return the model that has the field that keys lead to, and the field."""
    model = model_at(path, keys[:-1])
    name = next((key for key in reversed(keys) if isinstance(key, str)), "")
    if model is None or name not in model.model_fields:
        raise Refusal("no-such-field", field=field, path=path)
    return model, model.model_fields[name]


def set_field(desk: Desk, path: str, keys: KeyPath, value: Value) -> Proposal:
    """Give a field another value; a mapping above it has to stand there."""
    desk.put(with_value(desk.source(path), keys, value))
    return _changed(desk)


def add_item(desk: Desk, path: str, keys: KeyPath, value: Value) -> Proposal:
    """Put one more item last into a list; the list may be missing."""
    source = desk.source(path)
    items = _held(source, keys)
    desk.put(with_item(source, keys, len(items), value) if items else with_value(source, keys, [value]))
    return _changed(desk)


def _changed(desk: Desk) -> Proposal:
    if not desk.files:
        raise Refusal("nothing-new")
    return desk.proposal()


def _held(source: SourceFile, keys: KeyPath) -> list[object]:
    try:
        found = Nodes(source).value(keys)
    except CannotEditError:
        return []
    return found if isinstance(found, list) else []


def _item(items: list[object], written: str) -> int | None:
    """Return the place of an item by its id, or by its number."""
    for place, item in enumerate(items):
        if isinstance(item, dict) and item.get("id") == written:
            return place
    return int(written) - 1 if written.isdecimal() and 0 < int(written) <= len(items) else None
