"""The fields of a form, made from a model and from what it is to hold."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from pydantic import BaseModel

from schema.base import ordered_fields
from site_builder.changes.shape import FieldShape, shape_of
from site_builder.export.editor.ids import ANY, Ids
from site_builder.forms.fields.model import choices_of, is_yes_or_no
from site_builder.forms.fields.tree import Tree, is_blank, name_of
from site_builder.foundation.language.field_words import help_of
from site_builder.foundation.strings import Strings

Notes = Mapping[str, tuple[str, ...]]


class Option(Struct, frozen=True):
    """Something to choose: what the file says, and what a person reads."""

    value: str
    words: str


class FormField(Struct, frozen=True):
    """A field, a part with fields of its own, or a list of either (`kind`): line, prose, choice, part, list.

    `place` is the number of an item, `last` whether it is the last one of its list. `is_open` is false of what may be
    left out and says nothing: it is folded.
    """

    name: str
    title: str
    kind: str
    help: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    parts: tuple["FormField", ...] = ()
    notes: tuple[str, ...] = ()
    needed: bool = False
    is_open: bool = True
    place: int = 0
    last: bool = False

    @property
    def anchor(self) -> str:
        """What the field is called in the page."""
        return "f-" + self.name.replace(".", "-")


class Former(Struct, frozen=True):
    """Makes fields; `ids` knows what exists to refer to, `notes` what is wrong with a field, by its name."""

    ids: Ids
    strings: Strings
    notes: Notes = field(default_factory=dict)

    def fields(
        self, model: type[BaseModel], tree: Tree, prefix: tuple[str | int, ...] = (), left: tuple[str, ...] = ()
    ) -> Iterator[FormField]:
        """Yield the fields of a model in order, but those that are `left` out, holding what a tree says."""
        shapes = {shape.name: shape for shape in shape_of(model)}
        for name in ordered_fields(model):
            if name not in left:
                yield self._field(model, shapes[name], tree.get(name), (*prefix, name))

    def _field(self, model: type[BaseModel], shape: FieldShape, held: object, keys: tuple[str | int, ...]) -> FormField:
        info = model.model_fields[shape.name]
        needed = info.is_required()
        name = name_of(keys)
        open_ = needed or not is_blank(held) or any(note == name or note.startswith(f"{name}.") for note in self.notes)
        if shape.is_many:
            items = held if isinstance(held, list) else []
            parts = tuple(
                self._one(model, shape, item, (*keys, place), (place + 1, place == len(items) - 1))
                for place, item in enumerate(items)
            )
            return FormField(
                name, shape.title, "list", help_of(info), parts=parts, notes=self._notes(name),
                needed=needed, is_open=open_ or bool(items),
            )  # fmt: skip
        return self._one(model, shape, held, keys, needed=needed, is_open=open_)

    def _one(  # noqa: PLR0913 - the last two by name
        self,
        model: type[BaseModel],
        shape: FieldShape,
        held: object,
        keys: tuple[str | int, ...],
        at: tuple[int, bool] = (0, False),
        *,
        needed: bool = False,
        is_open: bool = True,
    ) -> FormField:
        """Return one field, or one item of a list, which stands `at` a place."""
        info, name = model.model_fields[shape.name], name_of(keys)
        parts: tuple[FormField, ...] = ()
        options = self._options(model, shape, held)
        kind = "choice" if options else "prose" if shape.is_prose else "line"
        if shape.model:
            kind, parts = "part", tuple(self.fields(shape.model, held if isinstance(held, Mapping) else {}, keys))
        return FormField(
            name=name,
            title=f"{shape.title} {at[0]}" if at[0] else shape.title,
            kind=kind,
            help="" if at[0] else help_of(info),
            value=held if isinstance(held, str) else "",
            options=options,
            parts=parts,
            notes=self._notes(name),
            needed=needed,
            is_open=is_open,
            place=at[0],
            last=at[1],
        )

    def _notes(self, name: str) -> tuple[str, ...]:
        return self.notes.get(name, ())

    def _options(self, model: type[BaseModel], shape: FieldShape, held: object) -> tuple[Option, ...]:
        """Return what can be chosen; what is held stands among it in any case."""
        info = model.model_fields[shape.name]
        if shape.reference and shape.reference != ANY:
            found = [Option(item.written, f"{item.means} ({item.written})") for item in self.ids.of(shape.reference)]
        elif choices := choices_of(info):
            found = [Option(value, words or value) for value, words in choices]
        elif is_yes_or_no(info):
            found = [Option("true", self.strings("forms.yes")), Option("false", self.strings("forms.no"))]
        else:
            return ()
        if isinstance(held, str) and held and all(option.value != held for option in found):
            found.append(Option(held, held))
        return tuple(found)
