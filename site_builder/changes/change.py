"""A change of the content: what it is about, what was said before and what is said after, ready to be told."""

from enum import StrEnum

from msgspec import Struct


class Nature(StrEnum):
    """What a change is: of a fact, of where facts stand, or of words and addresses only."""

    FACT = "fact"
    SOURCE = "source"
    TEXT = "text"


class Form(StrEnum):
    """How a value is told: as it is, between quotation marks, or by the catalogue's word for a choice or a role."""

    PLAIN = "plain"
    QUOTED = "quoted"
    CHOICE = "choice"
    ROLE = "role"


class Value(Struct, frozen=True):
    """A value in the words of its own time, and how it is told. `parts` are what a compound value holds, by title."""

    text: str
    form: Form = Form.PLAIN
    parts: tuple[tuple[str, "Value"], ...] = ()


class Subject(Struct, frozen=True):
    """The thing that a change is about: its identity, and what it was called when the change was made.

    `noun` is the plan's own word for its kind. `plan_name` is empty where the plan goes without saying.
    """

    kind: str
    plan: str
    id: str
    name: str
    noun: str = ""
    plan_name: str = ""


class Change(Struct, frozen=True):
    """One change.

    `telling` is the key of its sentence; `places` are the fields of the thing that it is about by their keys, `fields`
    by their titles; `path` is the file where the thing stands.
    """

    nature: Nature
    telling: str
    subject: Subject
    path: str
    places: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    before: tuple[Value, ...] = ()
    after: tuple[Value, ...] = ()
