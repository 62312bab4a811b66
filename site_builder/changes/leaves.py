"""A thing as a flat list of what it says: one leaf for each value, and one for each item of a list being there."""

import re
from collections.abc import Callable, Iterator, Mapping
from operator import eq
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from site_builder.changes.change import Form, Nature, Value
from site_builder.changes.names import Names
from site_builder.changes.natures import STATED_FIELDS, is_told, nature_of
from site_builder.changes.shape import FieldShape, identifying, shape_of
from site_builder.reading.things import Data, Thing, name_of

FIGURES = re.compile(r"[\d.,:/ –-]+")  # a number, a day, the number of a case

# The way to a value: the name of each field, and the item of a list that it is in.
Way = tuple[tuple[str, str], ...]
PLACE_IN_DOCUMENT = {"document", "section", "page"}
NOTHING: Data = {}
Same = Callable[[object, object], bool]


class Leaf(Struct, frozen=True):
    """What stands at one place. Without a value it says only that an item is there.

    `bare` is running text without its references' targets, for telling words from links.
    """

    way: Way
    fields: tuple[tuple[str, str], ...]
    nature: Nature
    value: str | None = None
    shown: Value | None = None
    bare: str = ""
    is_prose: bool = False
    is_stated: bool = False


def leaves_of(thing: Thing, names: Names, there: Data, names_there: Names, same: Same = eq) -> dict[Way, Leaf]:
    """Return all that a thing says, by place, but for what says the `same` in the same place of the other state."""
    walk = _Walk(thing, names, names_there, same)
    return {leaf.way: leaf for leaf in walk.model(thing.kind.model, thing.data, there, (), ())}


class _Walk(Struct, frozen=True):
    thing: Thing
    names: Names
    names_there: Names
    same: Same

    def model(self, model: type[BaseModel], data: Any, there: Any, way: Way, fields: Way) -> Iterator[Leaf]:
        """Yield what some data says in the fields of a model. What the model does not know is passed over."""
        if not isinstance(data, Mapping):
            return
        for shape in shape_of(model):
            if (value := shape.in_data(data)) is None:
                continue
            said = shape.in_data(there) if isinstance(there, Mapping) else None
            if not self.same(value, said) and not self._is_passed_over(shape, way):
                yield from self._field(shape, value, said, way, fields)

    def _field(self, shape: FieldShape, value: Any, said: Any, way: Way, fields: Way) -> Iterator[Leaf]:
        if shape.name == "responsibilities":
            yield from self._roles(value, shape)
        elif shape.is_many and not shape.is_prose:
            yield from self._items(shape, _list(value), _list(said), way, fields)
        elif shape.model and isinstance(value, Mapping):
            yield self._leaf(shape, "", "", way, fields)
            yield from self.model(shape.model, value, said, (*way, (shape.name, "")), (*fields, (shape.title, "")))
        elif not isinstance(value, Mapping):
            yield self._value(shape, value, way, fields)

    def _is_passed_over(self, shape: FieldShape, way: Way) -> bool:
        """Tell whether a field is not compared: what a thing or an item is known by cannot differ."""
        own = "id" if way else self.thing.kind.id_field
        return shape.name == own or not is_told(self.thing.identity.kind, shape.name)

    def _items(self, shape: FieldShape, items: list[Any], others: list[Any], way: Way, fields: Way) -> Iterator[Leaf]:
        there = {key: item for key, _, item in _numbered(shape, others, self.names_there)}
        for key, name, item in _numbered(shape, items, self.names):
            other = there.get(key)
            if self.same(item, other):
                continue
            yield self._leaf(shape, key, name, way, fields)
            if shape.model:
                inside = (*way, (shape.name, key)), (*fields, (shape.title, name))
                yield from self.model(shape.model, item, other, *inside)

    def _roles(self, entries: Any, shape: FieldShape) -> Iterator[Leaf]:
        """Yield one leaf for each role of each body: how a plan's file groups them says nothing."""
        parts = {part.name: part for part in shape_of(shape.model)} if shape.model else {}
        seen: dict[str, int] = {}
        for entry in entries if isinstance(entries, list) else ():
            if not isinstance(entry, Mapping):
                continue
            role, bodies = str(entry.get("role", "")), entry.get("bodies")
            for body in bodies if isinstance(bodies, list) else ():
                key, name = self.names.target("body", _flat(body))
                seen[key := f"{role} {key}"] = seen.get(key, 0) + 1
                way: Way = (("responsibilities", key if seen[key] == 1 else f"{key}#{seen[key]}"),)
                yield Leaf(way, ((shape.title, name),), Nature.FACT, role, Value(name))
                for part in (part for part in parts.values() if part.name not in ("role", "bodies")):
                    if (value := part.in_data(entry)) is not None:
                        yield self._value(part, value, way, ((shape.title, name),))

    def _leaf(self, shape: FieldShape, key: str, name: str, way: Way, fields: tuple[tuple[str, str], ...]) -> Leaf:
        whole = (*way, (shape.name, key))
        return Leaf(whole, (*fields, (shape.title, name)), self._nature(whole, False), None, Value(name))

    def _value(self, shape: FieldShape, value: Any, way: Way, fields: tuple[tuple[str, str], ...]) -> Leaf:
        whole, titles = (*way, (shape.name, "")), (*fields, (shape.title, ""))
        if shape.is_prose:
            return self._prose_leaf(value if isinstance(value, list) else [value], whole, titles)
        nature, text = self._nature(whole, False), _flat(value)
        if shape.reference:
            key, name = self.names.target(shape.reference, text)
            return Leaf(whole, titles, nature, key, Value(name))
        return Leaf(whole, titles, nature, text, Value(text, _form(shape, text)))

    def _prose_leaf(self, texts: list[Any], way: Way, fields: tuple[tuple[str, str], ...]) -> Leaf:
        """Return running text, or several whose order says nothing, as one leaf."""
        flat = sorted(_flat(text) for text in texts)
        meant, read = (" ".join(map(of, flat)) for of in (self.names.meant, self.names.read))
        stated = way[-1][0] in STATED_FIELDS
        return Leaf(way, fields, self._nature(way, True), meant, None, read, is_prose=True, is_stated=stated)

    def _nature(self, way: Way, is_prose: bool) -> Nature:
        return nature_of(self.thing.identity.kind, tuple(name for name, _ in way), is_prose)


def _numbered(shape: FieldShape, items: list[Any], names: Names) -> Iterator[tuple[str, str, Any]]:
    """Yield the items of a list, each with what tells it from the others and what it is called."""
    seen: dict[str, int] = {}
    for item in items:
        key, name = _item(shape, item, names)
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}#{seen[key]}", name, item


def _item(shape: FieldShape, item: Any, names: Names) -> tuple[str, str]:
    """Return what tells an item of a list from the others, and what it is called."""
    if shape.model and isinstance(item, Mapping):
        return _identity(shape.model, item, names)
    text = _flat(item)
    if not shape.reference:
        return text, text
    return names.target(shape.reference, text)


def _identity(model: type[BaseModel], item: Mapping[str, Any], names: Names) -> tuple[str, str]:
    if set(model.model_fields) == PLACE_IN_DOCUMENT:
        key, name = names.target("document", _flat(item.get("document", "")))
        section = _flat(item.get("section", ""))
        return f"{key} {section} {item.get('page', '')}", f"{name} ({section})"
    for shape in identifying(model):
        value = shape.in_data(item)
        if shape.model and isinstance(value, Mapping):
            return _identity(shape.model, value, names)
        if isinstance(value, str):
            key, name = names.target(shape.reference, value) if shape.reference else (value, value)
            return key, name if shape.reference else (name_of(item) or value)
    text = _flat(item)
    return text, ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _flat(value: Any) -> str:
    """Return a value as one line: how it was wrapped says nothing."""
    return " ".join(str(value).split())


def _form(shape: FieldShape, text: str) -> Form:
    """Return how a value is told: choices by their words, numbers and days as they are, words between marks."""
    if shape.is_choice:
        return Form.CHOICE
    return Form.PLAIN if FIGURES.fullmatch(text) else Form.QUOTED
