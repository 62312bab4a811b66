"""The next plan, from proposal to the day when it is over, beside the one that it replaces; and the start of one."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from schema.plan import Plan
from site_builder.build import build, check
from site_builder.built import Build
from site_builder.export.web.version_file import VERSION_FILE
from site_builder.foundation.page import Page
from site_builder.meaning.plans.state import PlanState, state_of
from site_builder.reading.read import read_strings
from site_builder.search.facts import searchable
from tests.miniature import texts
from tests.rendered import rendered
from tests.successor import NEW, OLD, PLAN_FILE, SITE_FILE, decided, proposed, switched
from tests.test_current_plan import ABOUT_THE_CURRENT
from tests.workspace import Workspace, miniature

SHARED = "assets/bilder/delning.png"  # the picture of the current plan for those who share a link
BEFORE, DURING, AFTER = date(2026, 11, 28), date(2028, 5, 1), date(2031, 1, 1)
FIRST = date(2027, 1, 1)
Content = Mapping[str, str]


def words(page: Page) -> str:
    """What a page says, and the notice above it."""
    notice = page.notice
    ways = " ".join(f"{way.words} {way.text}" for way in notice.links) if notice and notice.shown else ""
    told = f"{notice.text} {ways} " if notice and notice.shown else ""
    return told + re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page.html))


@pytest.mark.parametrize(
    ("content", "day", "state"),
    [
        (proposed(), BEFORE, PlanState.PROPOSED),
        (proposed(), DURING, PlanState.PROPOSED),
        (proposed(), AFTER, PlanState.PROPOSED),
        (decided(), FIRST - timedelta(days=1), PlanState.COMING),
        (decided(), FIRST, PlanState.VALID),
        (decided(), date(2030, 12, 31), PlanState.VALID),
        (decided(), AFTER, PlanState.OVER),
    ],
)
def test_the_state_is_worked_out(content: Content, day: date, state: PlanState) -> None:
    """By the proposal's own word, and else by the period and the day."""
    plan: Plan = check(content, day).index.plans[NEW].plan.value
    assert state_of(plan, day) is state


@pytest.mark.parametrize(
    ("content", "day", "on_plan", "in_list", "notice"),
    [
        (proposed(), BEFORE, "Förslag. Inget i det är beslutat.", "(förslag, inte beslutat)", "är ett förslag"),
        (decided(), BEFORE, "Beslutad, gäller från och med 2027", "(gäller från och med 2027)", "inte börjat gälla"),
        (decided(), DURING, "Läge Gäller nu", "", ""),
        (decided(), AFTER, "Har löpt ut. Gällde till och med 2030.", "(har löpt ut, gällde till och med 2030)",
         "Planens period är slut"),
    ],
)  # fmt: skip
def test_each_state_is_shown_in_words(content: Content, day: date, on_plan: str, in_list: str, notice: str) -> None:
    """On the plan's page, in the list of plans on the start page, at the tasks of a body, and above every page."""
    pages = rendered(content, day)
    assert on_plan in words(pages[f"{NEW}/"])
    start = words(pages[""]).partition("Andra planer")[2]
    assert f"Småstads plan för ungas fritid 2027–2030 {in_list}".strip() in start
    heading = re.search(r"<h\d[^>]*>[^<]*Ungdomsplan 2027–2030[^<]*", pages["organisationer/tekniska-namnden/"].html)
    assert heading
    assert heading[0].endswith(f"Ungdomsplan 2027–2030 {in_list}".strip())
    for address, page in pages.items():
        if address.startswith(f"{NEW}/"):
            assert page.notice
            assert page.notice.shown == bool(notice), address
            assert notice in page.notice.text


def test_what_is_proposed_is_counted_as_nobodys_duty() -> None:
    """The list of bodies, its counts and its picture are those without the proposal; decided it counts."""
    before = rendered(texts(), BEFORE)["organisationer/"].html
    assert rendered(proposed(), BEFORE)["organisationer/"].html == before
    assert rendered(decided(), BEFORE)["organisationer/"].html != before
    told = words(rendered(proposed(), BEFORE)["organisationer/tekniska-namnden/"])
    assert "Ungdomsplan 2027–2030 (förslag, inte beslutat) ger Tekniska nämnden uppgifter vid namn" in told


def test_the_menu_says_of_a_proposal_that_it_is_one() -> None:
    """In the name that stands there; a plan that is decided goes by its own."""
    for content, name in (
        (proposed(), "Ungdomsplan 2027–2030 (förslag, inte beslutat)"),
        (decided(), "Ungdomsplan 2027–2030"),
    ):
        assert name in [section.title for section in built(content, BEFORE).navigation]


def test_a_plan_that_comes_stops_saying_so_on_its_first_day() -> None:
    """Also on pages that nobody builds anew: the notice knows its last day."""
    notice = rendered(decided(), BEFORE)[f"{NEW}/"].notice
    assert notice
    assert notice.last_day == FIRST


@pytest.mark.parametrize(
    ("content", "day", "way"),
    [
        (proposed(), DURING, "Det finns ett förslag till ny plan, som inte är beslutat: Ungdomsplan 2027–2030"),
        (decided(), DURING, "Efter den kommer: Ungdomsplan 2027–2030"),
        (decided(), AFTER, "Efter den kom en plan som också har löpt ut: Ungdomsplan 2027–2030"),
        (texts(), DURING, "Vad som kommer efter den framgår inte här."),
    ],
)
def test_an_ended_plan_leads_on(content: Content, day: date, way: str) -> None:
    """Every page of it says that it is over and what comes after, or that nothing about that is found here."""
    pages = rendered(content, day)
    of_old = [page for address, page in pages.items() if address.startswith(f"{OLD}/")]
    assert len(of_old) > 20
    assert all("Planens period är slut." in words(page) and way in words(page) for page in of_old)


def test_the_day_after_nothing_is_still_to_be_done() -> None:
    """Without a next plan the start page says that the plan has run out and that what comes is not found here."""
    last, after = (words(rendered(texts(), day)[""]) for day in (FIRST - timedelta(days=1), FIRST))
    assert "Har löpt ut. Gällde till och med 2026." in after
    assert "Vad som kommer efter den framgår inte här." in after
    assert "Det här stod i planen: 4 insatser i 2 fokusområden" in after
    assert "Det här ska göras" not in after
    assert "Det här ska göras: 4 insatser i 2 fokusområden" in last
    assert "löpt ut" not in last


def test_the_addresses_of_an_ended_plan_stay() -> None:
    """Whatever the state of the next one, every page of the old one is where it was."""
    before = {address for address in rendered(texts(), BEFORE) if address.startswith(OLD)}
    after = {address for address in rendered(switched(decided()), AFTER) if address.startswith(OLD)}
    assert before == after


def built(content: Content, day: date = DURING) -> Build:
    made = build(content, day, read_strings())
    assert made.pages, made.diagnostics
    return made


def test_an_ended_plan_is_found_under_its_own_name() -> None:
    """The index of the search has its pages, and says that they are of a plan that is over."""
    made = built(switched(decided()))
    files = b"".join(item.data for item in made.search.files).decode("utf-8", "replace")
    assert "Ungdomsplan 2023–2026" in files
    assert f"{OLD}/insatser/1-1/" in files


def test_the_search_says_of_what_is_proposed_that_it_is() -> None:
    """In the title of each of its pages, and of no other."""
    content = proposed()
    made = built(content, BEFORE)
    known = searchable(check(content, BEFORE).index, made.pages, read_strings(), BEFORE).pages
    said = {facts.address for facts in known if facts.title.endswith(" (förslag, inte beslutat)")}
    assert said == {facts.address for facts in known if facts.address.startswith(NEW)}
    assert len(said) > 5


def test_switching_the_current_plan_changes_no_other_page() -> None:
    """Compared whole: but for the start, the version of the content and the order of plans, no byte is another."""
    one, other = built(decided()), built(switched(decided()))
    assert set(one.by_address) == set(other.by_address)
    differing = {address for address, page in one.by_address.items() if page != other.by_address[address]}
    assert differing == {*ABOUT_THE_CURRENT, *bodies(one, other)}
    data = {item.path: item.data for item in one.artifacts}
    assert {item.path for item in other.artifacts if data[item.path] != item.data} == {SHARED, VERSION_FILE}
    back = built(switched(switched(decided()), OLD))
    assert back.by_address == one.by_address
    assert [item for item in back.artifacts if item not in one.artifacts] == []


def bodies(one: Build, other: Build) -> set[str]:
    """The pages of bodies and lists that tell of both plans, whose parts are the same in another order."""

    def parts(page: Page) -> list[str]:
        return sorted(re.split(r"(?=<h2)|\n", page.html))

    found = set[str]()
    for address, page in one.by_address.items():
        twin = other.by_address[address]
        if address not in ABOUT_THE_CURRENT and page != twin:
            assert parts(page) == parts(twin), address
            found.add(address)
    return found


def test_a_proposal_never_takes_the_start_page() -> None:
    """It is an error with its place, and words about what to do."""
    found = check(switched(proposed()), BEFORE).diagnostics
    assert [(item.code, item.span.path, item.span.line) for item in found] == [
        ("proposal-is-current", SITE_FILE, 6),
        ("summary-of-other-plan", "content/summaries/english.yaml", 7),
    ]


def test_the_map_from_plan_to_plan_is_whole() -> None:
    """Every measure of the plan before stands in the table once or more, and every one of the new plan somewhere."""
    page = rendered(proposed(), BEFORE)[f"{NEW}/fran-forra-planen/"]
    said = words(page)
    for told in (
        "1:1 Öppna en fritidsgård vid torget ändras 1:1 Håll fritidsgården öppen",
        "1:2 Fråga unga vad de vill finns inte kvar – vår jämförelse Förslaget nämner ingen enkät.",
        "2:1 Låna ut cyklar slås ihop 1:2 Låna ut cyklar och håll kurser",
        "2:2 Håll kurser på museet slås ihop 1:2 Låna ut cyklar och håll kurser vår jämförelse",
        "1:3 Bygg en skatepark",
        "Var dessa insatser kommer från framgår inte här: 1:4.",
    ):
        assert told in said
    assert page.html.count("<svg") == 1


def test_a_measure_tells_of_itself_in_the_other_plan() -> None:
    """Both ways, with the state of the plan that comes; of what nobody has told nothing is said."""
    pages = {address: words(page) for address, page in rendered(proposed(), BEFORE).items()}
    in_next = "I Ungdomsplan 2027–2030 (förslag, inte beslutat)"
    assert f"{in_next} 1:1 Håll fritidsgården öppen : ändras (står i källan)" in pages[f"{OLD}/insatser/1-1/"]
    assert f"{in_next} finns inte kvar (vår jämförelse)" in pages[f"{OLD}/insatser/1-2/"]
    before = "I planen före 2:1 Låna ut cyklar : slås ihop (står i källan) 2:2 Håll kurser på museet : slås ihop"
    assert before in pages[f"{NEW}/insatser/1-2/"]
    assert "I planen före nytt (står i källan)" in pages[f"{NEW}/insatser/1-3/"]
    assert "I planen före" not in pages[f"{NEW}/insatser/1-4/"]


def test_nothing_is_said_to_have_become_of_what_nobody_has_told() -> None:
    """Without a word of it the measure is there, and what became of it is unknown."""
    content = proposed()
    content[PLAN_FILE] = re.sub(r"dropped:\n(  .*\n)+", "", content[PLAN_FILE])
    said = words(rendered(content, BEFORE)[f"{NEW}/fran-forra-planen/"])
    assert "1:2 Fråga unga vad de vill framgår inte – – – –" in said


def test_what_a_decision_changed_stands_on_the_plans_page() -> None:
    """With day and what; it is no decision on the way to the plan."""
    content = texts()
    content["content/decisions.yaml"] += """  - id: 2025-05-05-kommunfullmaktige-9
    title: Ungdomsplanen ändras
    body: kommunfullmaktige
    date: 2025-05-05
    revises: [ungdomsplan-2023-2026]
    summary: Insats 2:2 fick en ny lydelse.
    sources:
      - document: ungdomsplan
        section: Ändring
"""
    said = words(rendered(content, BEFORE)[f"{OLD}/"])
    assert "Ändringar av planen" in said
    assert "5 maj 2025 : Insats 2:2 fick en ny lydelse." in said
    assert "Ändringar av planen" not in words(rendered(texts(), BEFORE)[f"{OLD}/"])


# The start of a new plan


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return miniature(tmp_path / "copy")


def test_a_new_plan_starts_whole_and_green(workspace: Workspace) -> None:
    """One file, a proposal, without a word about what it says; the site has its page, its notice and its links."""
    command = ("site_builder", "new", "plan", "ungdomsplan-2027-2030", "--from", OLD)
    tried = workspace.run(*command, "--dry-run")
    assert (tried.code, (workspace.root / PLAN_FILE).exists()) == (0, False), tried.said
    ran = workspace.run(*command)
    assert ran.code == 0, ran.said
    made = (workspace.root / PLAN_FILE).read_text(encoding="utf-8")
    assert f"+{made.splitlines()[0]}" in tried.out
    content = {**texts(), PLAN_FILE: made}
    assert check(content, BEFORE).diagnostics == ()
    page = rendered(content, BEFORE)[f"{NEW}/"]
    said = words(page)
    assert "Ungdomsplan 2027–2030 är ett förslag. Inget i det är beslutat." in said
    assert "Vad förslaget säger finns inte här." in said
    assert "Kommer efter Ungdomsplan 2023–2026" in said
    assert build(content, BEFORE, read_strings()).pages


@pytest.mark.parametrize(
    ("identity", "old", "words_of_it"),
    [
        ("ungdomsplan", OLD, "slutar med första och sista året"),
        ("ungdomsplan-2030-2027", OLD, "slutar med första och sista året"),
        ("../x-2027-2030", OLD, "slutar med första och sista året"),
        (OLD, OLD, "används redan"),
        (NEW, "ingen-plan", "planen ingen-plan finns inte"),
    ],
)
def test_what_cannot_be_started_is_told(workspace: Workspace, identity: str, old: str, words_of_it: str) -> None:
    """Nothing is written."""
    ran = workspace.run("site_builder", "new", "plan", identity, "--from", old)
    assert ran.code == 1
    assert words_of_it in ran.err
    assert sorted(path.name for path in (workspace.root / "content/plans").iterdir()) == sorted(
        {path.split("/")[2] for path in texts() if path.startswith("content/plans/")}
    )
