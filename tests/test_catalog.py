"""The catalogue of the data: the same in both forms, as DCAT-AP-SE has it, and true of the files that are published."""

import json
import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, RDF, SH, XSD

from site_builder.build import build
from site_builder.built import Build
from site_builder.changes.history import History
from site_builder.export.catalog.dataset import datasets, file_facts
from site_builder.export.catalog.rdf import Iri, Thing, json_ld, turtle
from site_builder.export.catalog.rdf import Literal as Text
from site_builder.foundation.page import Artifact
from site_builder.reading.read import read_strings
from tests.miniature import texts

SHAPES = Path(__file__).parent / "dcat/shapes.ttl"
PUBLISHED = os.environ.get("DCAT_AP_SHAPES", "")
HOME = "https://planer.smastad.example/"
CATALOG = f"{HOME}data/v1/catalog.ttl#"
PLAN = "content/plans/ungdomsplan-2023-2026"
HISTORY = History(days={f"{PLAN}/interventions/1-1.yaml": date(2025, 3, 1), "content/decisions.yaml": date(2024, 2, 1)})
PAGE = "# Öppna data\n\nFiler.\n\n[interventions.csv](data/v1/interventions.csv)\n:   Åtgärderna.\n"
# rdflib warns of its own use of what it has deprecated, where it reads JSON-LD.
OWN_WARNING = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
PREFIXES = {"dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#"}


def made(history: History = HISTORY, more: Mapping[str, str] | None = None) -> Build:
    """The miniature with a page of open data."""
    given = {**texts(), "docs/oppna-data.md": PAGE, **(more or {})}
    return build(given, date(2026, 1, 15), read_strings(), history)


def files(built: Build) -> Mapping[str, bytes]:
    return {artifact.path: artifact.data for artifact in built.artifacts}


@cache
def kept() -> Mapping[str, bytes]:
    return files(made())


def catalog() -> Graph:
    return Graph().parse(data=kept()["data/v1/catalog.ttl"], format="turtle")


def breaks(graph: Graph, shapes: Path | str) -> set[tuple[str, str]]:
    """What a graph breaks of some shapes: the property, and the kind of rule."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=Graph().parse(shapes), advanced=False)
    assert isinstance(report, Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return {
        (
            str(report.value(result, SH.resultPath)),
            str(report.value(result, SH.sourceConstraintComponent)).split("#")[1],
        )
        for result in results
    }


@OWN_WARNING
def test_both_forms_say_the_same() -> None:
    """Turtle and JSON-LD are one graph to a reader that knows nothing of us."""
    other = Graph().parse(data=kept()["data/v1/catalog.jsonld"], format="json-ld")
    assert len(other) > 300
    assert isomorphic(catalog(), other)


def test_the_catalogue_is_as_the_swedish_profile_says() -> None:
    """Nothing that is mandatory is missing, and no value is of another kind."""
    assert breaks(catalog(), SHAPES) == set()


@pytest.mark.parametrize(
    "missing", [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCTERMS.format, DCAT.accessURL]
)
def test_what_is_missing_is_noticed(missing: URIRef) -> None:
    """The shapes are no decoration: without any one of the mandatory properties they say so."""
    graph = catalog()
    graph.remove((None, missing, None))
    assert (str(missing), "MinCountConstraintComponent") in breaks(graph, SHAPES)


@pytest.mark.skipif(not PUBLISHED, reason="DCAT_AP_SHAPES names no file: see tests/dcat/README.md")
def test_the_catalogue_is_as_the_european_profile_says_but_for_one_thing() -> None:
    """The Swedish profile wants a format as text, the European one as a thing; nothing else differs."""
    assert breaks(catalog(), PUBLISHED) == {(str(DCTERMS.format), "NodeKindConstraintComponent")}


def test_every_data_file_is_in_the_catalogue_with_its_size() -> None:
    """Each table in both dialects, the whole in JSON, and the workbooks: what is downloaded is there, and as large."""
    graph = catalog()
    sizes = {
        str(graph.value(item, DCAT.downloadURL)).removeprefix(HOME): int(str(graph.value(item, DCAT.byteSize)))
        for item in graph.subjects(RDF.type, DCAT.Distribution)
    }
    tables = {path for path in kept() if path.startswith("data/v1/") and path.endswith(".csv")}
    workbooks = {path for path in kept() if path.endswith(".xlsx")}
    assert sizes == {path: len(kept()[path]) for path in {*tables, *workbooks, "data/v1/plans.json"}}
    assert len(workbooks) == 2
    assert len(tables) == 20


def test_a_dataset_is_as_old_as_what_it_is_made_of() -> None:
    """The latest day of the files behind a table, of all for the catalogue, and nothing where nobody knows."""
    graph = catalog()
    days = {
        name: graph.value(URIRef(CATALOG + name), DCTERMS.modified)
        for name in ("interventions", "decisions", "indicators", "plans", "catalog")
    }
    later, earlier = Literal("2025-03-01", datatype=XSD.date), Literal("2024-02-01", datatype=XSD.date)
    assert days == {
        "interventions": later, "decisions": earlier, "indicators": None, "plans": later, "catalog": later,
    }  # fmt: skip
    unknown = Graph().parse(data=files(made(History()))["data/v1/catalog.ttl"], format="turtle")
    assert (None, DCTERMS.modified, None) not in unknown


@OWN_WARNING
def test_no_text_and_no_address_leaves_its_place() -> None:
    """Quotation marks, line ends and signs of the form itself are read back as they were."""
    text = 'a "b" \\ \n\r\t \x00 <å> {}^` @en .'
    said = (("dct:title", (Text(text, "sv"), Text("1", "", "xsd:integer"), Iri("urn:c<d"))),)
    things = (Thing('urn:a b>"', "dct:Agent", said),)
    one = Graph().parse(data=turtle(things, PREFIXES), format="turtle")
    other = Graph().parse(data=json_ld(things, PREFIXES), format="json-ld")
    assert isomorphic(one, other)
    assert set(one.objects(None, DCTERMS.title)) == {Literal(text, lang="sv"), Literal(1), URIRef("urn:c%3Cd")}


def test_a_hostile_name_of_the_site_does_no_harm() -> None:
    """What an editor may write in `site.yaml` stays a text in the catalogue."""
    name = 'Plan "x" \\ . <urn:x> a <urn:y>'
    site = texts()["content/site.yaml"].replace("name: Småstads planer", f"name: '{name}'")
    found = files(made(more={"content/site.yaml": site}))
    graph = Graph().parse(data=found["data/v1/catalog.ttl"], format="turtle")
    assert Literal(f"Öppna data: {name}", lang="sv") in set(graph.objects(None, DCTERMS.title))
    assert (URIRef("urn:x"), None, None) not in graph


def test_the_page_tells_rows_and_day_of_each_file() -> None:
    """Counted in the table itself; without a known day, only the rows."""
    rows = kept()["data/v1/interventions.csv"].decode("utf-8-sig").count("\r\n") - 1
    page = made().by_address["oppna-data/"].html.replace("\u00a0", " ")
    assert f'interventions.csv</a> <span class="file-facts">({rows} rader, underlaget ändrat 1 mars 2025)' in page
    assert f"({rows} rader)</span></dt>" in made(History()).by_address["oppna-data/"].html


def test_a_table_with_one_row_says_so() -> None:
    """One row is no rows."""
    published = (Artifact(path, data, 1) for path, data in kept().items())
    told = file_facts(datasets(published, History(), read_strings()), read_strings())
    assert told["data/v1/decisions.csv"] == told["data/v1/comma/decisions.csv"] == "1 rad"


def test_a_workbook_is_told_its_day_and_not_the_rows_of_the_table() -> None:
    """Its sheets are laid out for the eye: a row is a measure, and not a role in it."""
    published = tuple(Artifact(path, data, 20) for path, data in kept().items())
    known = History(days={"content/organizations/x.yaml": date(2025, 3, 1)})
    told = file_facts(datasets(published, known, read_strings()), read_strings())
    assert told["data/ansvarsmatris.xlsx"] == "underlaget ändrat 1 mars 2025"
    assert told["data/v1/responsibilities.csv"] == "20 rader, underlaget ändrat 1 mars 2025"


def test_what_search_engines_are_told_are_the_same_datasets() -> None:
    """As many, with the same files, under the same addresses as in the catalogue."""
    graph, told = catalog(), json.loads(json.dumps(made().described))
    assert {item["@id"] for item in told} == {str(item) for item in graph.subjects(RDF.type, DCAT.Dataset)}
    urls = {file["contentUrl"] for item in told for file in item["distribution"]}
    assert urls == {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert all(item["license"].endswith("/publicdomain/zero/1.0/") and item["description"] for item in told)
