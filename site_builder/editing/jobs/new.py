"""`new`: a file or an entry with what was given, in the order of the model. What was not given is left out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pydantic import BaseModel

from schema.base import ordered_fields
from site_builder.editing.edit import Value
from site_builder.editing.items import with_item
from site_builder.editing.jobs.desk import Desk, Note, Proposal, Refusal
from site_builder.editing.writing import whole
from site_builder.foundation.language.field_words import help_of, title_of
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import CONTENT, FileKind, name_of
from site_builder.reading.validate import Identity

Given = Mapping[str, Value]
NEVER_NEW = (
    *("formerly", "replaces", "valid_to", "ended_by", "former_names", "lock", "corrections", "unanswered"),
    "public_until",
)
# Fields with parts, which are given otherwise than under their own name.
OPTIONS = {
    "sources": "--source --section",
    "answers": "--answer",
    "scale": "--scale-of (--step)",
    "responsibilities": "--responsible",
}


def new_thing(desk: Desk, kind: FileKind, plan: str, given: Given) -> Proposal:
    """Make a thing of a kind, in a plan where its kind stands in one, of the fields that are given."""
    if missing := [
        name for name, field in kind.model.model_fields.items() if field.is_required() and name not in given
    ]:
        raise Refusal("fields-missing", fields="\n".join(described(kind.model, missing)))
    identity = str(given[kind.id_field])
    if any(found.kind == kind.kind and found.plan == plan and found.id == identity for found, _ in desk.index.records):
        raise Refusal("id-taken", id=identity)
    ordered = {name: given[name] for name in ordered_fields(kind.model) if name in given}
    path = f"{CONTENT}{kind.pattern}".format(plan=plan, name=name_of(kind, identity))
    if kind.list_key and path not in desk.texts:
        desk.files[path] = whole({kind.list_key: [ordered]})
    elif kind.list_key:
        source = desk.source(path)
        items = source.data.get(kind.list_key) if isinstance(source.data, dict) else None
        desk.put(with_item(source, (kind.list_key,), len(items) if isinstance(items, list) else 0, ordered))
    elif path in desk.texts:
        raise Refusal("file-taken", path=path)
    else:
        desk.files[path] = whole(ordered)
    return desk.proposal(partial(_open, kind=kind, plan=plan, given=ordered))


def described(model: type[BaseModel], names: Sequence[str]) -> Iterator[str]:
    """Yield fields as one may give them to the command, with what each is."""
    for name in names:
        field = model.model_fields[name]
        option = OPTIONS.get(name, f"--{name.replace('_', '-')}")
        yield f"  {option}  {title_of(name, field)}: {help_of(field)}"


def _open(index: PlanIndex, kind: FileKind, plan: str, given: Given) -> Iterator[Note]:
    """Tell which fields of a new thing can still be filled in."""
    wanted = Identity(kind.kind, plan, str(given[kind.id_field]))
    names = [name for name in ordered_fields(kind.model) if name not in (*given, *NEVER_NEW)]
    fields = ", ".join(f"{name} ({title_of(name, kind.model.model_fields[name])})" for name in names)
    for identity, record in index.records:
        if identity == wanted:
            yield Note("still-open", record.span(kind.id_field), {"fields": fields})
