"""JSON Schemas that an editor's tools read while a file is written: help in Swedish, and the ids that exist now."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.export.editor.ids import Ids
from site_builder.export.json_schema import DIALECT, as_json, what_may_be_written
from site_builder.foundation.language.field_words import explained
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import FILE_KINDS, FileKind

FOLDER = ".schema/"
DEFINED = "#/$defs/"
Node = dict[str, Any]


def schema_path(kind: FileKind, plan: str = "") -> str:
    """Return where the schema of a kind of file is written, one for each plan that has such files."""
    return f"{FOLDER}{f'{plan}/' if plan else ''}{kind.kind}.schema.json"


def plans_of(kind: FileKind, index: PlanIndex) -> tuple[str, ...]:
    """Return the plans whose folders have files of a kind; one that is empty for a kind outside the plans."""
    return tuple(index.plans) if "{plan}" in kind.pattern else ("",)


def schemas(index: PlanIndex, strings: Strings) -> Iterator[Artifact]:
    """Yield the schema of every kind of file, by path from the content's root."""
    for kind in FILE_KINDS:
        for plan in plans_of(kind, index):
            helping = _Help(Ids(index, strings, plan, kind.may_mean_plan), strings)
            yield Artifact(schema_path(kind, plan), as_json(helping.schema(kind)))


class _Help:
    """Puts help into the schema of one kind of file."""

    def __init__(self, ids: Ids, strings: Strings) -> None:
        self._ids, self._strings = ids, strings
        self._choices: dict[str, Node] = {}
        self._defined: Mapping[str, Node] = {}

    def schema(self, kind: FileKind) -> Node:
        """Return the schema with its help."""
        schema = what_may_be_written(kind.list_model or kind.model)
        self._defined = schema.pop("$defs", {})
        defined = {name: self._helped(part) for name, part in self._defined.items()}
        whole = self._helped(schema)
        return {"$schema": DIALECT, **whole, "$defs": {**defined, **self._choices}}

    def _helped(self, given: Any, about: str = "") -> Any:
        """Return a part of a schema with help; `about` is what the field says of itself."""
        if isinstance(given, list):
            return [self._helped(item, about) for item in given]
        if not isinstance(given, dict):
            return given
        node = _without_nothing(given)
        if kind := node.get("x-reference"):
            return self._reference(node, kind)
        if "enum" in (chosen := self._defined.get(str(node.get("$ref", "")).removeprefix(DEFINED), {})):
            own = {key: part for key, part in node.items() if key != "$ref"}
            return {**chosen, **own, **self._explained(chosen["enum"], _help(node) or about)}
        about = _help(node) or about
        helped = {key: self._part(key, part, about) for key, part in node.items()}
        return {**helped, **self._said_of(node, about)}

    def _part(self, key: str, part: Any, about: str) -> Any:
        """Return what stands at a key of a schema with help; properties each tell of themselves."""
        if key == "properties":
            return {name: self._helped(field) for name, field in part.items()}
        return self._helped(part, about) if key in ("anyOf", "items") else part

    def _said_of(self, node: Node, about: str) -> Node:
        """Return what is said where a value is none that the field can have."""
        if "properties" in node:
            fields, needed = (", ".join(node.get(key, ())) for key in ("properties", "required"))
            names = {"enum": list(node["properties"]), "errorMessage": self._strings("editor.fields", fields=fields)}
            said = self._strings("editor.needed", fields=needed) if needed else names["errorMessage"]
            return {"propertyNames": names, "additionalProperties": True, "errorMessage": said}
        return {"errorMessage": self._strings("editor.not-so", help=about)} if about and "anyOf" not in node else {}

    def _reference(self, node: Node, kind: str) -> Node:
        """Return a reference that can say just what exists; where nobody can tell, anything of its form."""
        name = f"id-{kind}"
        if name not in self._choices and (found := self._ids.of(kind)):
            digits = [choice for choice in found if choice.written.isdigit()]  # without quotes a number to YAML 1.2
            self._choices[name] = {
                "enum": [*(choice.written for choice in found), *(int(choice.written) for choice in digits)],
                "markdownEnumDescriptions": [_plain(choice.means) for choice in (*found, *digits)],
                "errorMessage": self._strings(f"editor.unknown.{kind}"),
            }
        if name not in self._choices:
            return {**node, "errorMessage": self._strings(f"editor.unknown.{kind}")}
        said: Node = {key: node[key] for key in ("title", "description") if key in node}
        return {**said, "$ref": f"{DEFINED}{name}"}

    def _explained(self, values: list[str], about: str) -> Node:
        """Return what is said of the values of a choice, as far as the field's own help tells them in Swedish."""
        told = explained(about)
        words = self._strings("editor.choose", values=", ".join(values))
        return {"markdownEnumDescriptions": [told.get(value, "") for value in values], "errorMessage": words}


def _without_nothing(node: Node) -> Node:
    """Return a field that may be left out without what else stands for nothing: it would be offered to be written."""
    kept = [part for part in node.get("anyOf", ()) if part != {"type": "null"}]
    bare = {key: part for key, part in node.items() if key != "default" or part not in (None, [], "")}
    if not kept:
        return bare
    rest = {key: part for key, part in bare.items() if key != "anyOf"}
    return {**kept[0], **rest} if len(kept) == 1 else {**rest, "anyOf": kept}


def _help(node: Node) -> str:
    found = node.get("description")
    return found if isinstance(found, str) else ""


def _plain(text: str) -> str:
    """Return a title in which no sign is markup."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
