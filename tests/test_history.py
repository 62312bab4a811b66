"""The history of the content in a real repository: the command, the page, the feed, and what is said without it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.changes.change import Subject
from site_builder.edge import cache, history
from site_builder.edge.history import history_of, texts_at
from site_builder.edge.machine import NoRevisionError
from site_builder.render.reference.changes import SCREEN
from tests.built_site import serving
from tests.workspace import Workspace, miniature

SECOND = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
ATOM = "{http://www.w3.org/2005/Atom}"
DAYS = ("2025-03-01", "2025-04-02", "2025-05-03")


def on(workspace: Workspace, day: str) -> Workspace:
    """The workspace with a clock that stands still."""
    return replace(workspace, environment={"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "SOURCE_DATE_EPOCH": "1767225600"})


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The miniature with three revisions: everything; a role; and prose written anew beside a page of `docs/`."""
    made = miniature(tmp_path_factory.mktemp("history") / "copy")
    on(made, DAYS[0]).commit()
    made.replace(SECOND, "[samtliga-namnder-och-styrelser]", "[samtliga-namnder-och-styrelser, lansmuseet]")
    on(made, DAYS[1]).commit()
    made.replace(SECOND, "Kommunen frågar unga varje år", "Varje år frågar kommunen unga")
    on(made, DAYS[2]).commit()
    return on(made, DAYS[2])


@pytest.fixture(scope="module")
def site(repository: Workspace) -> dict[str, bytes]:
    """The site of the latest revision."""
    ran = repository.run("site_builder", "site")
    assert ran.code == 0, ran.said
    return repository.site()


def way(node: LexborNode) -> str:
    """Where the first link inside an element leads."""
    link = node.css_first("a")
    assert link is not None
    return link.attributes["href"] or ""


def test_the_command_tells_the_difference(repository: Workspace) -> None:
    """Between two revisions, and between one and the files as they are."""
    ran = repository.run("site_builder", "diff", "HEAD~2", "HEAD~1")
    assert ran.out == "Uppgifter:\n  Insats 1:2: Länsmuseet tillkom som ansvarig.\n"
    ran = repository.run("site_builder", "diff", "HEAD~2", "--format", "markdown")
    assert ran.out.startswith("## Uppgifter\n\n- Insats 1:2: Länsmuseet tillkom som ansvarig.\n\n## Texter\n")
    ran = repository.run("site_builder", "diff", "HEAD", "--format", "json")
    assert json.loads(ran.out) == []


def test_a_revision_that_is_not_there_is_said_so(repository: Workspace, tmp_path: Path) -> None:
    """Whether there is none of the name, only a part of the history, or none at all."""
    ran = repository.run("site_builder", "diff", "finns-inte")
    assert (ran.code, ran.out) == (2, "")
    assert "finns-inte" in ran.err
    shallow = Workspace(tmp_path / "shallow")
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(shallow.root))
    ran = shallow.run("site_builder", "diff", "HEAD~1")
    assert ran.code == 2
    assert "--unshallow" in ran.err
    assert history_of(shallow.root).missing == "shallow"
    with pytest.raises(NoRevisionError):
        texts_at(tmp_path, "HEAD")


def test_every_revision_is_told_once_the_latest_first(repository: Workspace) -> None:
    """Each with its day, and facts apart from words."""
    history = history_of(repository.root)
    assert history.missing == ""
    assert list(dict.fromkeys(told.day.isoformat() for told in history.changes)) == list(reversed(DAYS))
    assert {told.day.isoformat() for told in history.facts} == set(DAYS[:2])
    assert history.days[SECOND].isoformat() == DAYS[2]


def test_what_was_read_is_remembered(repository: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The second time no text of any revision is asked for, until there is another revision."""
    monkeypatch.setattr(cache, "cache_file", lambda _, what: tmp_path / f"{what}.pickle")
    monkeypatch.setattr("sys.base_prefix", "elsewhere")
    first = history_of(repository.root)
    monkeypatch.setattr(history, "_texts", None)
    assert history_of(repository.root) == first


def test_the_page_has_a_place_for_each_change(repository: Workspace, site: dict[str, bytes]) -> None:
    """The thing is a link, and the place is the same whoever builds."""
    history = history_of(repository.root)
    for day in DAYS:
        page = LexborHTMLParser(site[f"andringar/{day}/index.html"].decode())
        there = {node.attributes.get("id") for node in page.css("li")}
        assert {told.anchor for told in history.changes if told.day.isoformat() == day} <= there
    page = LexborHTMLParser(site[f"andringar/{DAYS[1]}/index.html"].decode())
    latest = page.css_first(f"#{history.facts[0].anchor}")
    assert latest is not None
    assert latest.text().strip() == "Insats\u00a01:2: Länsmuseet tillkom som ansvarig."
    assert way(latest) == "../../ungdomsplan-2023-2026/insatser/1-2/"


def test_a_day_is_told_plan_by_plan(repository: Workspace, site: dict[str, bytes]) -> None:
    """Each fact below its own plan, or below the whole site, and more than fill a screen are folded."""
    history, folds = history_of(repository.root), set[bool]()
    for day in DAYS[:2]:
        page = LexborHTMLParser(site[f"andringar/{day}/index.html"].decode())
        told = [found for found in history.facts if found.day.isoformat() == day]
        for place in {_place(found.change.subject) for found in told}:
            anchors = {found.anchor for found in told if _place(found.change.subject) == place}
            below = page.css_first(f"#{place} + *")
            assert below is not None
            assert {node.attributes.get("id") for node in below.css("li")} == anchors
            assert (below.tag == "details") is (len(anchors) > SCREEN)
            folds.add(below.tag == "details")
    assert folds == {True, False}


def _place(subject: Subject) -> str:
    plan = subject.id if subject.kind == "plan" else subject.plan
    return f"plan-{plan}" if plan else "hela-webbplatsen"


def test_the_list_leads_to_every_day(site: dict[str, bytes]) -> None:
    """The latest first, each with how much changed."""
    page = LexborHTMLParser(site["andringar/index.html"].decode())
    days = page.css(".change-days li")
    assert [way(day) for day in days] == [f"{day}/" for day in reversed(DAYS)]
    told = days[1].text().replace("\u00a0", " ")
    assert told == "2 april 2025: ändrade uppgifter: 1, källhänvisningar och avvikelser: 0, texter: 0"


def test_an_old_address_of_a_change_leads_to_its_day(repository: Workspace, site: dict[str, bytes], page: Page) -> None:
    """The place on the list that it had before days had pages; one of a day that is not there stays on the list."""
    assert site
    anchor = history_of(repository.root).facts[0].anchor
    with serving(repository.root / "site") as base:
        page.goto(f"{base}andringar/#{anchor}")
        page.wait_for_url(f"**/andringar/{DAYS[1]}/#{anchor}")
        page.goto(f"{base}andringar/#a-2020-01-01-0123456789")
        assert page.url.endswith("/andringar/#a-2020-01-01-0123456789")


def test_every_page_tells_its_latest_change_of_a_fact(site: dict[str, bytes]) -> None:
    """Words that were written anew later are no change of a fact."""
    page = LexborHTMLParser(site["ungdomsplan-2023-2026/insatser/1-2/index.html"].decode())
    told = page.css_first(".about-page p")
    assert told is not None
    words = told.text().replace("\u00a0", " ")
    assert "2 april 2025: Insats 1:2: Länsmuseet tillkom som ansvarig." in words
    assert way(told).startswith("../../../andringar/2025-04-02/#a-2025-04-02-")


def test_the_feed_is_a_feed(site: dict[str, bytes]) -> None:
    """What RFC 4287 demands: an id, a title and a moment for the feed and for every entry, and an author."""
    root = ET.fromstring(site["andringar/feed.atom"])
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) > 10
    for item in (root, *entries):
        assert all(item.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2025-04-02T12:00:00Z"
    identities = [item.findtext(f"{ATOM}id") for item in entries]
    assert len(set(identities)) == len(identities)


def test_without_history_the_page_says_so(repository: Workspace, tmp_path: Path) -> None:
    """No page claims a day, the feed is empty and still a feed."""
    bare = replace(repository, root=tmp_path / "bare")
    shutil.copytree(repository.root, bare.root, ignore=shutil.ignore_patterns(".git", "site", "__pycache__"))
    assert bare.run("site_builder", "site").code == 0
    made = bare.site()
    assert "utan innehållets historik" in made["andringar/index.html"].decode().replace("\u00a0", " ")
    assert b"ndrades senast" not in made["ungdomsplan-2023-2026/insatser/1-2/index.html"]
    root = ET.fromstring(made["andringar/feed.atom"])
    assert root.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert root.find(f"{ATOM}entry") is None
