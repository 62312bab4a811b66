"""The site as plain files, for another generator."""

import json
from dataclasses import dataclass, fields
from datetime import date

import yaml

from site_builder.export.plain import plain_files
from site_builder.foundation.page import Artifact, LatestChange, Notice, Page, PagePart, Section


@dataclass(frozen=True)
class Made:
    """What a build has made."""

    pages: tuple[Page, ...]
    navigation: tuple[Section, ...]
    artifacts: tuple[Artifact, ...]


PAGE = Page(
    address="plan/insatser/1-4/",
    title="1:4",
    head_title="1:4 – Plan",
    description="Vad staden gör: allt.",
    html='<h1 id="14">1:4</h1>\n<p>Se <a href="../1-5/">1:5</a>.</p>\n',
    sources=("content/plans/plan/interventions/1-4.yaml",),
    parent="plan/insatser/",
    next="plan/insatser/1-5/",
    changed=date(2025, 3, 1),
    change=LatestChange(date(2025, 3, 1), "1:4 lades in.", "andringar/#a-1", 2),
    notice=Notice("Planen är slut.", date(2027, 1, 1), False),
)
HIDDEN = Page(
    "plan/matris/", "Å", "Å", "Ä", "<h1>Å</h1>\n", ("content/site.yaml",), None, searchable=False, gathers=True
)
WHOLE = Page(
    "plan/utskrift/",
    "Utskrift",
    "U",
    "Ä",
    "<h1>U</h1>\n",
    (),
    None,
    wide=True,
    parts=(PagePart("plan/", 1),),
    area="omrade-1",
    notice=Notice("Planen är slut.", date(2025, 1, 1), True),
)
MADE = Made(
    (PAGE, HIDDEN, WHOLE),
    (Section("Start", "", (Section("Insatser", "plan/insatser/"),)),),
    (Artifact("data/v1/plans.json", b"{}\n"),),
)
FILES = {artifact.path: artifact.data.decode() for artifact in plain_files(MADE)}


def test_every_page_the_navigation_and_the_data_are_there() -> None:
    """A page is a folder with an index; data has its own path."""
    assert list(FILES) == [
        "plan/insatser/1-4/index.md",
        "plan/matris/index.md",
        "plan/utskrift/index.md",
        "navigation.json",
        "data/v1/plans.json",
    ]
    assert FILES["data/v1/plans.json"] == "{}\n"


def test_front_matter_means_the_same_as_yaml_and_as_json() -> None:
    """Other generators read front matter as YAML: `1:4` stays text, and the body is the page's HTML."""
    _, front, body = FILES["plan/insatser/1-4/index.md"].split("---\n", 2)
    facts = json.loads(front)
    assert yaml.safe_load(front) == facts
    assert facts == {
        "title": "1:4",
        "head_title": "1:4 – Plan",
        "description": "Vad staden gör: allt.",
        "address": "plan/insatser/1-4/",
        "parent": "plan/insatser/",
        "previous": None,
        "next": "plan/insatser/1-5/",
        "sources": ["content/plans/plan/interventions/1-4.yaml"],
        "changed": "2025-03-01",
        "change": {"day": "2025-03-01", "text": "1:4 lades in.", "address": "andringar/#a-1", "others": 2},
        "notice": None,
        "wide": False,
        "area": None,
        "lang": None,
        "citation": None,
        "parts": [],
    }
    assert body == '\n# 1:4 {#14}\n\n<p>Se <a href="../1-5/">1:5</a>.</p>\n'


def test_a_page_that_holds_others_has_their_text() -> None:
    """It says which pages it holds and how far down their headings go, and it has their text."""
    _, front, body = FILES["plan/utskrift/index.md"].split("---\n", 2)
    facts = json.loads(front)
    assert facts["parts"] == [{"address": "plan/", "file": "plan/index.md", "level": 1}]
    assert (facts["wide"], facts["area"], facts["notice"]) == (True, "omrade-1", "Planen är slut.")
    assert body == f"\n{WHOLE.html}"


def test_every_fact_of_a_page_is_exported() -> None:
    """A new field of a page gets its place there; two have it in other words, and one is the search's own."""
    facts = json.loads(FILES["plan/matris/index.md"].split("---\n")[1])
    assert {field.name for field in fields(Page)} - set(facts) == {"html", "searchable", "has_read_tables"}


def test_a_page_that_is_not_searched_says_so() -> None:
    """The page is left out of the search in the words that the generators share."""
    front = FILES["plan/matris/index.md"].split("---\n")[1]
    assert json.loads(front)["search"] == {"exclude": True}
    assert json.loads(front)["gathers"] is True
    assert '"title": "Å"' in front


def test_the_navigation_is_a_tree() -> None:
    """Each section has its title, its address, its file and the sections below it."""
    below = {"title": "Insatser", "address": "plan/insatser/", "file": "plan/insatser/index.md", "children": []}
    start = {"title": "Start", "address": "", "file": "index.md", "children": [below]}
    assert json.loads(FILES["navigation.json"]) == [start]


def test_people_can_read_it_and_see_what_changed() -> None:
    """A line for each fact, in the letters that it was written in: what has changed between two builds is one line."""
    for text in (FILES["navigation.json"], FILES["plan/matris/index.md"].split("---\n")[1]):
        assert "\\u" not in text
        lines = text.splitlines()
        assert all(line.count('": ') <= 1 for line in lines)
        assert {len(line) - len(line.lstrip()) for line in lines} >= {0, 2}
    assert '  "title": "Å",\n' in FILES["plan/matris/index.md"]
