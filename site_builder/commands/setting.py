"""`set` and `add`: a field of any file, by the names that the page of the fields has."""

from pathlib import Path

import click
from pydantic import BaseModel

from site_builder.changes.shape import FieldShape, shape_of
from site_builder.commands.doing import editing, run, words
from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.jobs.field import add_item, field_at, place_of, set_field
from site_builder.forms.fields.model import typed
from site_builder.forms.fields.posted import Reading
from site_builder.forms.fields.tree import PREFIX, tree_of


@click.command("set", help=words("set"))
@editing
@click.argument("path", metavar="FILE")
@click.argument("field")
@click.argument("value")
def set_command(root: Path, dry_run: bool, path: str, field: str, value: str) -> int:
    """Give a field another value."""

    def job(desk: Desk) -> Proposal:
        keys = place_of(desk, path, field)
        model, info = field_at(path, keys, field)
        shape = _shape(model, keys)
        if shape.model or (shape.is_many and isinstance(keys[-1], str)):
            raise Refusal("field-of-many", field=field)
        return set_field(desk, path, keys, typed(value, info))

    return run(root, job, dry_run=dry_run)


@click.command("add", help=words("add"))
@editing
@click.argument("path", metavar="FILE")
@click.argument("field")
@click.argument("values", nargs=-1, required=True, metavar="VALUE | NAME=VALUE ...")
def add_command(root: Path, dry_run: bool, path: str, field: str, values: tuple[str, ...]) -> int:
    """Put one more item into a list."""

    def job(desk: Desk) -> Proposal:
        keys = place_of(desk, path, field)
        model, info = field_at(path, keys, field)
        shape = _shape(model, keys)
        if not shape.is_many:
            raise Refusal("field-of-one", field=field)
        return add_item(desk, path, keys, _part(shape.model, values) if shape.model else typed(" ".join(values), info))

    return run(root, job, dry_run=dry_run)


def _shape(model: type[BaseModel], keys: tuple[str | int, ...]) -> FieldShape:
    name = next(key for key in reversed(keys) if isinstance(key, str))
    return next(shape for shape in shape_of(model) if shape.name == name)


def _part(model: type[BaseModel], values: tuple[str, ...]) -> Value:
    """Return a part whose fields are written `name=value`; `sources.1.document` is a field of its first source."""
    pairs = [(name, equals, value) for name, equals, value in (written.partition("=") for written in values)]
    for name, equals, value in pairs:
        if not equals or name.partition(".")[0] not in model.model_fields:
            raise Refusal("no-pair", written=f"{name}{equals}{value}", names=", ".join(model.model_fields))
    return Reading(None).of(model, tree_of((f"{PREFIX}{name}", value) for name, _, value in pairs), {})
