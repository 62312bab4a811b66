"""Help while typing: schemas with the ids that exist now, and what a real language server makes of them."""

import json
import time
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import check
from site_builder.edge.inputs import inputs
from site_builder.edge.programs.editor_files import write_schemas
from site_builder.export.editor.schemas import schema_path, schemas
from site_builder.export.editor.settings import MAPPING, SETTINGS, schemas_by_file
from site_builder.foundation.inline import qualified
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import locate_file
from site_builder.reading.read import read_strings
from tests.cases import AS_OF
from tests.json_schema import check_schema, validator
from tests.language_server import LanguageServer, language_server
from tests.miniature import texts
from tests.workspace import Workspace, miniature
from tests.yaml_12 import as_yaml_12

PLAN = "ungdomsplan-2023-2026"
MEASURE = f"content/plans/{PLAN}/interventions/1-1.yaml"
STRINGS = read_strings()


def index_of(content: Mapping[str, str]) -> PlanIndex:
    return check(content, date.fromisoformat(AS_OF)).index


def schemas_of(content: Mapping[str, str]) -> dict[str, Any]:
    """Every schema by its path."""
    return {artifact.path: json.loads(artifact.data) for artifact in schemas(index_of(content), STRINGS)}


@cache
def ours() -> dict[str, Any]:
    """Those of the miniature."""
    return schemas_of(texts())


def schema_for(path: str, found: Mapping[str, Any]) -> Any:
    """The schema of the file at a path."""
    location = locate_file(path)
    assert location
    return found[schema_path(location.kind, location.plan)]


def ids(path: str, kind: str, content: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a reference of a kind may say in a file, and what each is."""
    choices = schema_for(path, schemas_of(content) if content else ours())["$defs"][f"id-{kind}"]
    return dict(zip(choices["enum"], choices["markdownEnumDescriptions"], strict=True))


def test_the_miniature_has_no_false_fault() -> None:
    """Every file of correct content fits its schema as YAML 1.2, and every schema is one."""
    found = ours()
    for schema in found.values():
        check_schema(schema)
    for path in (path for path in texts() if path.startswith("content/")):
        faults = validator(schema_for(path, found)).iter_errors(as_yaml_12(texts()[path]))
        assert [(path, fault.json_path, fault.message) for fault in faults] == []


@pytest.mark.parametrize(
    ("value", "is_right"),
    [("true", True), ("False", True), ("2024", True), ("1.5", True), ("yes", True), ("null", False), ("[a]", False)],
)
def test_a_text_that_looks_like_something_else_is_judged_alike(value: str, is_right: bool) -> None:
    """To the check a bare value is the text that it is written as; the schema marks what the check tells of."""
    file = texts()[MEASURE].replace("title: Öppna en fritidsgård vid torget", f"title: {value}")
    told = check({**texts(), MEASURE: file}, date.fromisoformat(AS_OF)).diagnostics
    assert any(item.span.path == MEASURE and item.span.line == 3 for item in told) is not is_right
    faults = validator(schema_for(MEASURE, ours())).iter_errors(as_yaml_12(file))
    assert any(fault.json_path == "$.title" for fault in faults) is not is_right


def test_every_file_is_mapped_to_the_schema_of_its_kind() -> None:
    """One pattern takes each file, and none takes a file of another kind."""
    mapping = schemas_by_file(index_of(texts()))
    for path in (path for path in texts() if path.startswith("content/")):
        location = locate_file(path)
        assert location
        taking = [
            schema
            for schema, (pattern, *others) in mapping.items()
            if Path(path).match(pattern) and f"!{path}" not in others
        ]
        assert taking == [f"./{schema_path(location.kind, location.plan)}"]


def test_ids_are_those_that_exist_now() -> None:
    """A new organization can be chosen at once, with its name; one that is gone cannot."""
    path, other = "content/organizations/ny.yaml", "content/organizations/lansmuseet.yaml"
    new = texts()[other].replace("id: lansmuseet", "id: ny").replace("name: Länsmuseet", "name: Nya [museet]")
    before = ids(MEASURE, "body")
    after = ids(MEASURE, "body", {**texts(), path: new})
    assert set(after) - set(before) == {"ny"}
    assert after["ny"] == r"Nya \[museet\]"
    assert "lansmuseet" not in ids(MEASURE, "body", {key: text for key, text in texts().items() if key != other})


def test_a_broken_file_is_known_and_its_kind_can_be_chosen() -> None:
    """While somebody writes, files are broken for a while: what they are is known, and nothing else is lost."""
    broken = {**texts(), "content/organizations/lansmuseet.yaml": "id: ["}
    assert set(ids(MEASURE, "body", broken)) == set(ids(MEASURE, "body"))


def test_where_nobody_can_tell_what_exists_nothing_is_marked() -> None:
    """With the list of documents broken, any id of a document fits."""
    found = schemas_of({**texts(), "content/documents.yaml": "documents: ["})
    assert "id-document" not in schema_for(MEASURE, found)["$defs"]
    assert "id-body" in schema_for(MEASURE, found)["$defs"]


def test_numbers_are_written_as_the_place_wants_them() -> None:
    """Bare in the plan's own files, with the plan outside; where a file may name its plan, both."""
    inside = ids(MEASURE, "intervention")
    assert inside["2:1"] == "2:1 Låna ut cyklar"
    assert inside["klimatprogram-2022-2027/1:2"] == "1:2 Bygg fler cykelvägar (Klimatprogram 2022–2027)"
    topic = ids("content/topics/fritidsgardar.yaml", "target")
    assert "2:1" not in topic
    assert topic[f"{PLAN}/2:1"].startswith("2:1 Låna ut cyklar (")
    assert {"2:1", f"{PLAN}/2:1"} <= set(ids("content/follow_ups/2024-kulturnamnden.yaml", "intervention"))


def test_each_id_can_be_written_where_it_is_offered() -> None:
    """What is offered means something there, so that the check has nothing against it."""
    index = index_of(texts())
    known = {(target.kind, key) for (_, key), target in index.targets.items()}
    for path in (path for path in texts() if path.startswith("content/")):
        location = locate_file(path)
        assert location
        for name, choices in schema_for(path, ours())["$defs"].items():
            kind = name.removeprefix("id-")
            if kind != name and kind != "target":
                means = {(kind, qualified(kind, str(written), location.plan or PLAN)) for written in choices["enum"]}
                assert {pair for pair in means if not pair[1].startswith(f"{PLAN}/")} <= known
                assert means & known


def test_the_command_writes_schemas_and_keeps_other_settings(workspace: Workspace) -> None:
    """The mapping is put in beside what is there, and the folder of the schemas keeps itself out of git."""
    workspace.write(SETTINGS, '{"editor.fontSize": 14}')
    assert workspace.run("site_builder", "schema").code == 0
    settings = json.loads((workspace.root / SETTINGS).read_text(encoding="utf-8"))
    assert settings["editor.fontSize"] == 14
    assert all((workspace.root / schema).is_file() for schema in settings[MAPPING])
    assert (workspace.root / ".schema/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_settings_with_comments_are_left_alone(tmp_path: Path) -> None:
    """They are told what to put in themselves."""
    miniature(tmp_path)
    (tmp_path / ".vscode").mkdir()
    (tmp_path / SETTINGS).write_text("{ // mina egna\n}", encoding="utf-8")
    told = "\n".join(write_schemas(tmp_path, inputs(tmp_path, history=False)))
    assert (tmp_path / SETTINGS).read_text(encoding="utf-8") == "{ // mina egna\n}"
    assert '"content/site.yaml"' in told


def test_schemas_of_what_is_gone_are_taken_away(tmp_path: Path) -> None:
    """A plan that is no more has none."""
    miniature(tmp_path)
    list(write_schemas(tmp_path, inputs(tmp_path, history=False)))
    old = tmp_path / ".schema/borta/plan.schema.json"
    old.parent.mkdir()
    old.write_text("{}", encoding="utf-8")
    list(write_schemas(tmp_path, inputs(tmp_path, history=False)))
    assert not old.exists()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """A language server in a working copy of the miniature, with the settings that the command has written."""
    root = tmp_path_factory.mktemp("editor") / "copy"
    miniature(root)
    list(write_schemas(root, inputs(root, history=False)))
    with language_server(root, json.loads((root / SETTINGS).read_text(encoding="utf-8"))) as found:
        yield found


def test_a_language_server_marks_nothing_in_good_content(server: LanguageServer) -> None:
    """Not one of our own files is marked."""
    paths = [path for path in texts() if path.startswith("content/")]
    for path in paths:
        server.open(path, texts()[path])
    assert {path: marks for path in paths if (marks := server.marks(path))} == {}


def test_a_language_server_offers_bodies_by_id_with_their_names(server: LanguageServer) -> None:
    """At an empty item of a list, at once."""
    path = MEASURE.replace("1-1", "9-1")
    text = texts()[MEASURE].replace("    bodies: [lansmuseet]", "    bodies:\n      - ")
    server.open(path, text)
    server.marks(path)
    start = time.monotonic()
    offered = server.completions(path, line_of(text, "      - \n", -1), 9)
    assert time.monotonic() - start < 5  # a tenth of a second, on a machine that does nothing else
    assert offered["lansmuseet"] == "Länsmuseet"
    assert set(offered) == set(ids(MEASURE, "body"))


def test_a_language_server_explains_fields_in_swedish(server: LanguageServer) -> None:
    """The title, the help, and what each choice means."""
    path = MEASURE.replace("1-1", "9-2")
    server.open(path, texts()[MEASURE])
    told = server.hover(path, line_of(texts()[MEASURE], "role: coordinating"), 6)
    assert "#### Roll" in told
    assert "`coordinating`: samordnar" in told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- barn-och-utbildningsnamnden", "- barn-och-utbildningsnamdnen", "ingen organisation eller grupp"),
        ('intervention: "2:1"', 'intervention: "2:9"', "ingen åtgärd med det numret"),
        ("[ungdomsenkat]", "[enkaten]", "inget dokument med det id:t"),
        ("role: responsible", "role: ansvarig", "Välj ett av: coordinating, responsible, contributing."),
        ("lead:", "ledd:", "inget fält här som heter så"),
        ("page: 5", "page: fem", "Sidnummer, om dokumentet har sidnummer."),
    ],
)
def test_a_language_server_marks_what_is_wrong(server: LanguageServer, old: str, new: str, words: str) -> None:
    """On its line, in Swedish."""
    path = f"content/plans/{PLAN}/interventions/8-{sum(new.encode())}.yaml"
    text = texts()[MEASURE].replace(old, new)
    assert text.count(new) == 1
    server.open(path, text)
    assert any(line == line_of(text, new) and words in told for line, told in server.marks(path))


def line_of(text: str, piece: str, which: int = 0) -> int:
    """The number of the first or last line that a piece of text begins on."""
    place = text.rindex(piece) if which else text.index(piece)
    return text.count("\n", 0, place) + 1
