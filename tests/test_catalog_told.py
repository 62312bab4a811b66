"""All that the catalogue says of the data, as who collects descriptions reads it: each statement, and no other."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from site_builder.build import check
from site_builder.changes.history import History
from site_builder.export.catalog.dataset import datasets
from site_builder.export.catalog.dcat import PREFIXES, catalog_files
from site_builder.export.catalog.schema_org import schema_org
from site_builder.export.open_data import OpenData, open_data
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import Artifact
from site_builder.reading.read import read_strings
from tests.miniature import texts

HOME = "https://planer.smastad.example/"
CATALOG = f"{HOME}data/v1/catalog.ttl#"
EU = "http://publications.europa.eu/resource/authority/"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAYS = {"content/decisions.yaml": date(2024, 2, 1), "content/plans/ungdomsplan-2023-2026/plan.yaml": date(2025, 3, 1)}
DATASETS = {
    "plans", "interventions", "responsibilities", "references", "follow_ups", "follow_up_standings", "indicators",
    "carries_out", "drafts", "decisions", "public_versions",
}  # fmt: skip


@cache
def made(known: bool = True) -> OpenData:
    """The data of the miniature, with its catalogue."""
    day = date(2026, 1, 15)
    return open_data(check(texts(), day).index, day, History(days=DAYS if known else {}), read_strings(), Memory())


def graph(files: Iterable[Artifact]) -> dict[str, dict[str, Any]]:
    """What is said of each thing, by its name."""
    found = {item.path: item.data for item in files}
    return {item["@id"].removeprefix(CATALOG): item for item in json.loads(found["data/v1/catalog.jsonld"])["@graph"]}


@cache
def catalog(known: bool = True) -> dict[str, dict[str, Any]]:
    return graph(made(known).artifacts)


def things(*addresses: str) -> list[dict[str, str]]:
    return [{"@id": address} for address in addresses]


def both(own: str, en: str) -> list[dict[str, str]]:
    """A text in Swedish and in English."""
    return [{"@value": own, "@language": "sv"}, {"@value": en, "@language": "en"}]


def day(text: str) -> list[dict[str, str]]:
    return [{"@value": text, "@type": "xsd:date"}]


ALWAYS = {"dct:language": things(f"{EU}language/SWE")}


def test_who_publishes_and_whom_to_ask() -> None:
    """A municipality with its own site, and the address that the site says."""
    assert catalog()["publisher"] == {
        "@id": f"{CATALOG}publisher",
        "@type": "foaf:Agent",
        "foaf:name": [{"@value": "Småstads kommun", "@language": "sv"}],
        "foaf:homepage": things("https://www.smastad.example/"),
        "dct:type": things("http://purl.org/adms/publishertype/LocalAuthority"),
    }
    assert catalog()["contact"] == {
        "@id": f"{CATALOG}contact",
        "@type": "vcard:Organization",
        "vcard:fn": [{"@value": "Småstads planer"}],
        "vcard:hasEmail": things("mailto:redaktionen@smastad.example"),
    }


def test_the_catalogue_says_what_it_is_and_names_every_dataset() -> None:
    said = dict(catalog()["catalog"])
    assert {item["@id"].removeprefix(CATALOG) for item in said.pop("dcat:dataset")} == DATASETS
    assert said == {
        **ALWAYS,
        "@id": f"{CATALOG}catalog",
        "@type": "dcat:Catalog",
        "dct:title": both("Öppna data: Småstads planer", "Open data: Småstads planer"),
        "dct:description": both(
            "Uppgifterna på webbplatsen Småstads planer som filer att använda fritt.",
            "The data of the website Småstads planer as files, free to use. The content is in Swedish.",
        ),
        "dct:publisher": things(f"{CATALOG}publisher"),
        "dct:license": things(CC0),
        "dct:modified": day("2025-03-01"),
        "foaf:homepage": things(f"{HOME}oppna-data/"),
        "dcat:themeTaxonomy": things(f"{EU}data-theme"),
    }


def test_a_dataset_says_what_it_is() -> None:
    """Its words in both languages, whose it is, how often it changes, where it is shown, and its files."""
    strings = read_strings()
    words = {name: strings(f"data.datasets.decisions.{name}") for name in ("title.own", "title.en")}
    lines = {name: strings(f"data.datasets.decisions.description.{name}") for name in ("own", "en")}
    assert catalog()["decisions"] == {
        **ALWAYS,
        "@id": f"{CATALOG}decisions",
        "@type": "dcat:Dataset",
        "dct:title": both(*words.values()),
        "dct:description": both(*lines.values()),
        "dct:identifier": [{"@value": f"{CATALOG}decisions"}],
        "dct:publisher": things(f"{CATALOG}publisher"),
        "dcat:contactPoint": things(f"{CATALOG}contact"),
        "dct:accessRights": things(f"{EU}access-right/PUBLIC"),
        "dct:accrualPeriodicity": things(f"{EU}frequency/IRREG"),
        "dct:modified": day("2024-02-01"),
        "dcat:theme": things(f"{EU}data-theme/GOVE"),
        "dcat:keyword": both("styrande dokument", "policy documents"),
        "dcat:landingPage": things(f"{HOME}oppna-data/"),
        "dcat:distribution": things(f"{CATALOG}decisions-excel", f"{CATALOG}decisions-comma"),
    }


@pytest.mark.parametrize(
    ("name", "path", "kind", "changed"),
    [
        ("decisions-excel", "data/v1/decisions.csv", "text/csv", "2024-02-01"),
        ("decisions-comma", "data/v1/comma/decisions.csv", "text/csv", "2024-02-01"),
        ("plans-json", "data/v1/plans.json", "application/json", "2025-03-01"),
        ("responsibilities-workbook", "data/ansvarsmatris.xlsx", EXCEL, ""),
        ("follow_up_standings-workbook", "data/uppfoljning.xlsx", EXCEL, ""),
    ],
)
def test_a_file_says_what_it_is(name: str, path: str, kind: str, changed: str) -> None:
    """Where it is, its kind in both ways, its size, its day if that is known, and that it stays and is free."""
    sizes = {item.path: len(item.data) for item in made().artifacts}
    strings, said, form = read_strings(), dict(catalog()[name]), name.rpartition("-")[2]
    assert said.pop("dct:modified", None) == (day(changed) if changed else None)
    assert said == {
        **ALWAYS,
        "@id": CATALOG + name,
        "@type": "dcat:Distribution",
        "dct:title": both(*2 * (path.rpartition("/")[2],)),
        "dct:description": both(*(strings(f"data.forms.{form}.{key}") for key in ("own", "en"))),
        "dcat:accessURL": things(HOME + path),
        "dcat:downloadURL": things(HOME + path),
        "dct:format": [{"@value": kind}],
        "dcat:mediaType": things(f"https://www.iana.org/assignments/media-types/{kind}"),
        "dcat:byteSize": [{"@value": str(sizes[path]), "@type": "xsd:nonNegativeInteger"}],
        "dct:license": things(CC0),
        "dcatap:availability": things(f"{EU}planned-availability/STABLE"),
    }


def test_every_dataset_has_all_of_its_files() -> None:
    """Tables in two dialects, two of them as a workbook too; the whole as JSON."""
    found = {
        name: [item["@id"].removeprefix(f"{CATALOG}{name}-") for item in catalog()[name]["dcat:distribution"]]
        for name in DATASETS
    }
    book = {"responsibilities", "follow_up_standings"}
    tables = {name: ["excel", "comma", *(["workbook"] if name in book else [])] for name in DATASETS - {"plans"}}
    assert found == {"plans": ["json"], **tables}
    assert {name for name, said in catalog().items() if said["@type"] == "dcat:Distribution"} == {
        f"{name}-{form}" for name, forms in found.items() for form in forms
    }


def test_what_nobody_knows_is_not_said() -> None:
    """Without a history there are no days, and nothing else is missing."""
    for name, said in catalog(known=False).items():
        assert said == {key: value for key, value in catalog()[name].items() if key != "dct:modified"}
    assert not any("dateModified" in item for item in made(known=False).described)


def test_an_english_site_says_each_thing_once() -> None:
    """In English, and that it is in English."""
    files, site = made().artifacts, check(texts(), date(2026, 1, 15)).index.site
    assert site
    strings = read_strings("en")
    found = datasets(files, History(), strings)
    for said in graph(catalog_files(site.value, found, strings)).values():
        for key, values in said.items():
            languages = [value["@language"] for value in values if "@language" in value] if key[0] != "@" else []
            assert languages in ([], ["en"])
        assert said.get("dct:language") in (None, things(f"{EU}language/ENG"))
    assert {item["inLanguage"] for item in schema_org(site.value, found)} == {"en"}


def test_names_are_those_of_the_vocabularies() -> None:
    """Each prefix is one that the catalogue declares, and declares as the vocabulary does."""
    files = {item.path: item.data for item in made().artifacts}
    head = json.loads(files["data/v1/catalog.jsonld"])["@context"]
    assert head == PREFIXES
    turtle = files["data/v1/catalog.ttl"].decode()
    assert [line for line in turtle.splitlines() if line[0:1] == "@"] == [
        f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()
    ]
    used = {key.partition(":")[0] for said in catalog().values() for key in said if key[0] != "@"}
    assert used <= set(head)


def described() -> Iterator[tuple[str, dict[str, Any]]]:
    for item in json.loads(json.dumps(made().described)):
        yield item["@id"].removeprefix(CATALOG), item


def test_search_engines_are_told_the_same() -> None:
    """By schema.org: whose, where shown, free, in which language, and each file with its kind."""
    strings = read_strings()
    found = dict(described())
    whose = {"@type": "GovernmentOrganization", "name": "Småstads kommun", "url": "https://www.smastad.example/"}
    assert set(found) == DATASETS
    assert found["decisions"] == {
        "@type": "Dataset",
        "@id": f"{CATALOG}decisions",
        "url": f"{HOME}oppna-data/",
        "name": strings("data.datasets.decisions.title.own"),
        "description": strings("data.datasets.decisions.description.own"),
        "inLanguage": "sv",
        "isAccessibleForFree": True,
        "license": CC0,
        "creator": whose,
        "publisher": whose,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{HOME}data/v1/{path}decisions.csv", "encodingFormat": "text/csv"}
            for path in ("", "comma/")
        ],
        "dateModified": "2024-02-01",
    }
    assert "dateModified" not in found["indicators"]


def test_the_page_is_told_rows_and_day_of_each_file() -> None:
    """Rows of a table alone; where neither is known, nothing."""
    facts = made().facts
    assert facts["data/v1/plans.json"] == "underlaget ändrat 1 mars 2025"
    assert facts["data/v1/decisions.csv"].endswith(" rader, underlaget ändrat 1 februari 2024")
    assert "data/uppfoljning.xlsx" not in facts
    assert "data/v1/plans.json" not in made(known=False).facts
    assert made(known=False).facts["data/v1/decisions.csv"].endswith(" rader")
