"""From what a form says to what shall stand in the file."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from schema.base import ordered_fields
from site_builder.changes.shape import FieldShape, shape_of
from site_builder.editing.edit import Value
from site_builder.forms.fields.model import typed
from site_builder.forms.fields.tree import Tree, is_blank


class Reading:
    """Reads a form against what stands in the file: a text that nobody has touched stays as it is written there."""

    def __init__(self, old: object) -> None:
        self._known = {text.strip(): text for text in _texts(old)}

    def of(self, model: type[BaseModel], tree: Tree, old: Tree, fixed: tuple[str, ...] = ()) -> dict[str, Value]:
        """Return the fields of a thing that are filled in; those that are `fixed` as they are in the `old` data."""
        shapes = {shape.name: shape for shape in shape_of(model)}
        made: dict[str, Value] = {}
        for name in ordered_fields(model):
            if name in fixed:
                if name in old:
                    made[name] = old[name]  # type: ignore[assignment]  # as the reader gave it
            elif (found := self._field(model, shapes[name], tree.get(name), old.get(name))) is not None:
                made[name] = found
        return made

    def _field(self, model: type[BaseModel], shape: FieldShape, given: object, old: object) -> Value | None:
        if is_blank(given):
            return [] if old == [] else None
        if not shape.is_many:
            return self._one(model, shape, given)
        items = given if isinstance(given, list) else [given]
        return [self._one(model, shape, item) for item in items if not is_blank(item)]

    def _one(self, model: type[BaseModel], shape: FieldShape, given: object) -> Value:
        if shape.model:
            return self.of(shape.model, given if isinstance(given, Mapping) else {}, {})
        text = str(given).strip()
        if shape.is_prose or shape.reference:
            return self._known.get(text, text)
        text = " ".join(text.splitlines())  # a long line has room for several, and is one all the same
        return typed(self._known.get(text, text), model.model_fields[shape.name])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
