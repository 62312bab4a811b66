"""A form as it is answered with: its fields, with what is wrong at each of them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from pydantic import BaseModel

from site_builder.changes.shape import shape_of
from site_builder.editing.edit import Value
from site_builder.forms.answers.pages import Told
from site_builder.forms.answers.visit import Visit, names_in
from site_builder.forms.fields.placed import Note
from site_builder.forms.fields.shape import Former, FormField
from site_builder.forms.fields.still_open import StillOpen
from site_builder.forms.fields.tree import Tree


class Sheet(Struct, frozen=True):
    """What a form is made of: the model, what is left out of it, and the plan that its references mean.

    The form of a report knows which measures are `still_open`.
    """

    model: type[BaseModel]
    left: tuple[str, ...]
    plan: str
    says_plan: bool
    still_open: StillOpen | None = None

    def names(self, visit: Visit, tree: Tree) -> frozenset[str]:
        """Return the names of the fields that the form has."""
        return frozenset(names_in(self.fields(visit, tree, ())))

    def fields(self, visit: Visit, tree: Tree, notes: Sequence[Note]) -> tuple[FormField, ...]:
        """Return the fields, holding what a tree says, each with its notes."""
        by_name = {note.name: tuple(one.words for one in notes if one.name == note.name) for note in notes}
        former = Former(visit.ids(self.plan, self.says_plan), visit.strings, by_name)
        found = tuple(former.fields(self.model, tree, left=self.left))
        return tuple(self.still_open.shaped(found, tree)) if self.still_open else found

    def offered(self, tree: Tree) -> Tree:
        """Return what the form begins with, of what a file says."""
        return self.still_open.offered(tree) if self.still_open else tree

    def meant(self, tree: Tree) -> Tree:
        """Return what the form says, of what it holds."""
        return self.still_open.meant(tree) if self.still_open else tree

    def left_open(self, tree: Tree) -> str:
        """Return how much of a report is unanswered, after a space; nothing where all is."""
        count = self.still_open.count(tree) if self.still_open else 0
        return f" {self.still_open.strings('forms.report.left', count=str(count))}" if self.still_open and count else ""

    def missing(self, given: Mapping[str, Value]) -> Iterator[str]:
        """Yield the names of the fields that have to be filled in and are not; of a part that has been begun, its."""
        yield from _missing(self.model, given, self.left)

    def holds_parts(self, name: str) -> bool:
        """Tell whether a list of the form holds parts with fields of their own."""
        model: type[BaseModel] | None = self.model
        for key in (key for key in name.split(".") if not key.isdecimal()):
            shape = next((shape for shape in shape_of(model) if shape.name == key), None) if model else None
            model = shape.model if shape else None
        return model is not None


def _missing(model: type[BaseModel], given: Mapping[str, Value], left: tuple[str, ...] = ()) -> Iterator[str]:
    for shape in (shape for shape in shape_of(model) if shape.name not in left):
        value = given.get(shape.name)
        if value is None and model.model_fields[shape.name].is_required():
            yield shape.name
        if shape.model and isinstance(value, Mapping):
            yield from (f"{shape.name}.{name}" for name in _missing(shape.model, value))


def told_of(notes: Sequence[Note]) -> tuple[Told, ...]:
    """Return findings as they stand above the form."""
    return tuple(
        Told(f"f-{note.name.replace('.', '-')}" if note.name else "", note.words, note.is_error) for note in notes
    )
