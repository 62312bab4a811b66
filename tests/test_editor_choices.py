"""What an editor shows of a field and of a choice while a file is written: every part of it, in Swedish."""

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from site_builder.build import check
from site_builder.export.editor.ids import Choice, Ids
from site_builder.export.editor.schemas import schema_path, schemas
from site_builder.export.editor.settings import schemas_by_file
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import FILE_KINDS
from site_builder.reading.read import read_strings
from tests.cases import AS_OF
from tests.miniature import texts

PLAN = "ungdomsplan-2023-2026"
STRINGS = read_strings()


@cache
def index() -> PlanIndex:
    """The miniature, with a document whose id is all digits and whose title has signs of Markdown."""
    given = texts()
    path, old = "content/documents.yaml", "id: barnkonventionen\n    title: "
    assert old in given[path]
    given[path] = given[path].replace(old, "id: '2031'\n    title: Plan [ett] *två* `tre` ", 1)
    return check(given, date.fromisoformat(AS_OF)).index


@cache
def made() -> dict[str, Any]:
    return {item.path: json.loads(item.data) for item in schemas(index(), STRINGS)}


def schema(kind: str, plan: str = "") -> Any:
    found = next(item for item in FILE_KINDS if item.kind == kind)
    return made()[schema_path(found, plan)]


def offered(kind: str, **about: Any) -> dict[str, str]:
    return {choice.written: choice.means for choice in Ids(index(), STRINGS, **about).of(kind)}


def test_a_schema_is_written_for_each_plan_that_has_such_files() -> None:
    """And for what lies outside the plans once."""
    plans = sorted(index().plans)
    assert sorted(path for path in made() if path.endswith("/intervention.schema.json")) == [
        f".schema/{plan}/intervention.schema.json" for plan in plans
    ]
    assert [path for path in made() if path.endswith("organization.schema.json")] == [
        ".schema/organization.schema.json"
    ]
    assert {f"./{path}" for path in made()} == set(schemas_by_file(index()))


def test_a_whole_file_is_told_its_fields() -> None:
    """A name that is no field's is marked with those that are; a missing one with those that have to be there."""
    said = schema("intervention", PLAN)
    fields, needed = list(said["properties"]), said["required"]
    assert said["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert said["propertyNames"] == {
        "enum": fields, "errorMessage": STRINGS("editor.fields", fields=", ".join(fields)),
    }  # fmt: skip
    assert said["errorMessage"] == STRINGS("editor.needed", fields=", ".join(needed))
    assert said["additionalProperties"] is True
    role = said["$defs"]["Responsibility"]
    assert role["propertyNames"]["enum"] == list(role["properties"])
    assert role["errorMessage"] == STRINGS("editor.needed", fields=", ".join(role["required"]))


def test_a_field_says_what_it_is_and_what_it_should_be() -> None:
    """Its title and help stay; a wrong value is told the help, in a list of values each of them, too."""
    fields = schema("intervention", PLAN)["properties"]
    for name in ("number", "formerly", "actions", "lead"):
        told = STRINGS("editor.not-so", help=fields[name]["description"])
        assert fields[name]["title"]
        assert fields[name]["errorMessage"] == told
        assert fields[name].get("items", fields[name])["errorMessage"] == told
    days = fields["valid_from"]
    assert "errorMessage" not in days
    assert {one["errorMessage"] for one in days["anyOf"]} == {STRINGS("editor.not-so", help=days["description"])}


def test_nothing_is_offered_to_be_written_as_nothing() -> None:
    """A field that may be left out says neither `null` nor an empty default; another default stays."""

    def parts(node: Any) -> list[dict[str, Any]]:
        below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        return [*([node] if isinstance(node, dict) else []), *(part for item in below for part in parts(item))]

    every = [part for found in made().values() for part in parts(found)]
    assert not any(part.get("type") == "null" for part in every)
    defaults = [part["default"] for part in every if "default" in part]
    assert defaults
    assert not any(value is None or value in ([], "") for value in defaults)
    assert not any(len(part["anyOf"]) < 2 for part in every if isinstance(part.get("anyOf"), list))
    for part in (part for part in every if "x-reference" in part):  # of which nothing exists yet
        assert part["errorMessage"] == STRINGS(f"editor.unknown.{part['x-reference']}")


def test_a_choice_says_what_each_of_its_values_means() -> None:
    """In the order of the values, and what to choose from where another is written."""
    found = schema("intervention", PLAN)["$defs"]["Responsibility"]["properties"]["role"]
    assert found["enum"] == ["coordinating", "responsible", "contributing"]
    assert len(found["markdownEnumDescriptions"]) == 3
    assert found["markdownEnumDescriptions"][0] == "samordnar"
    assert all(found["markdownEnumDescriptions"])
    assert found["errorMessage"] == STRINGS("editor.choose", values="coordinating, responsible, contributing")
    assert found["title"] == "Roll"
    assert "$ref" not in found


def test_a_reference_keeps_its_words_and_offers_what_exists() -> None:
    fields = schema("intervention", PLAN)["properties"]
    assert fields["added_by"] == {
        "title": "Tillkom genom",
        "description": "Id för beslutet som det började gälla genom, om det är känt.",
        "$ref": "#/$defs/id-decision",
    }
    choices = schema("intervention", PLAN)["$defs"]["id-decision"]
    assert choices["errorMessage"] == STRINGS("editor.unknown.decision")
    assert choices["enum"] == list(offered("decision", plan=PLAN))
    assert choices["markdownEnumDescriptions"] == list(offered("decision", plan=PLAN).values())


def test_an_id_of_digits_may_be_written_bare() -> None:
    """To YAML 1.2 it is a number then; it is explained twice, and signs of Markdown in a title are no markup."""
    choices = schema("intervention", PLAN)["$defs"]["id-document"]
    means = dict(zip(choices["enum"], choices["markdownEnumDescriptions"], strict=True))
    assert means["2031"] == means[2031]
    assert means[2031].startswith(r"Plan \[ett\] \*två\* \`tre\` ")
    assert len([value for value in choices["enum"] if not isinstance(value, str)]) == 1


@pytest.mark.parametrize("kind", ["category", "draft"])
def test_what_only_its_own_plan_names_is_offered_there_alone(kind: str) -> None:
    """Bare, in the plan's own files and where a file may say its plan; nowhere else."""
    own = offered(kind, plan=PLAN)
    assert not any("/" in written for written in own)
    assert set(own) <= set(offered(kind, says_plan=True))
    assert offered(kind) == {}
    assert offered(kind, plan="klimatprogram-2022-2027").keys().isdisjoint(own)


def test_categories_are_those_of_the_plan() -> None:
    assert offered("category", plan=PLAN) == {"A": "Kategori A", "B": "Kategori B"}


def test_a_measure_is_named_with_its_plan_where_that_is_not_clear() -> None:
    """In the plan's own files both ways, outside with the plan; the title says the plan where it is another one."""
    inside, outside, free = (
        offered("intervention", plan=PLAN),
        offered("intervention"),
        offered("intervention", says_plan=True),
    )
    title = "2:1 Låna ut cyklar"
    other = "Ungdomsplan 2023–2026"
    assert (inside["2:1"], inside[f"{PLAN}/2:1"]) == (title, title)
    assert outside[f"{PLAN}/2:1"] == f"{title} ({other})"
    assert not any("/" not in written for written in outside)
    assert free["2:1"] == f"{title} ({other})"
    assert set(outside) < set(free)
    assert inside["klimatprogram-2022-2027/1:2"].endswith(" (Klimatprogram 2022–2027)")
    assert "1:2" in inside


def test_a_plan_and_what_lies_outside_plans_are_named_by_their_ids() -> None:
    """Without a plan behind their names."""
    assert offered("plan")[PLAN] == "Småstads plan för ungas fritid 2023–2026"
    assert set(offered("plan")) == set(index().plans)
    assert offered("document")["ungdomsplan"] == "Småstads plan för ungas fritid 2023–2026"
    assert Choice("lansmuseet", "Länsmuseet") in Ids(index(), STRINGS).of("body")


def test_a_reference_in_a_text_has_the_word_of_its_kind() -> None:
    """As running text writes it; measures alone have none. Nothing is offered twice."""
    found = Ids(index(), STRINGS, PLAN).of("target")
    written = [choice.written for choice in found]
    assert len(written) == len(set(written))
    assert {"2:1", f"{PLAN}/2:1", "dokument:ungdomsplan", "organisation:lansmuseet"} <= set(written)
    assert all(":" in one for one in written)


def test_a_bare_number_is_offered_where_the_file_says_whose_it_is() -> None:
    """Outside the plans: in files that may name a plan, and in no other."""
    kinds = {kind.kind: kind.may_mean_plan for kind in FILE_KINDS if "{plan}" not in kind.pattern}
    offered_in = {name: schema(name)["$defs"].get("id-intervention", {}).get("enum", ()) for name in kinds}
    bare = {name: "1:1" in enum for name, enum in offered_in.items() if enum}
    assert bare == {name: kinds[name] for name in bare}
    assert set(bare.values()) == {True}
    assert all(f"{PLAN}/1:1" in offered_in[name] for name in bare)
