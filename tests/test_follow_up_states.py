"""What is told of follow-up is what can be known: a golden case for each state, and no page accuses anybody."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from schema.choices import Role
from schema.follow_up import FollowUp
from site_builder.foundation.page import Page
from site_builder.meaning.link import PlanIndex, link
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.fingerprint import is_locked_as
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part, follow_up_states
from site_builder.meaning.reports.given import State
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from site_builder.render.follow_up.words import KINDS, WITHOUT
from tests.cases import replaced_once
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

ROOT = Path(__file__).resolve().parent.parent
YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
PLAN, PROGRAMME = "handlingsplan-2023-2026", "program-2022-2026"
SOUTHWEST, EDUCATION = "socialnamnd-sydvast", "utbildningsnamnden"
CULTURE, SCHOOLS, TECHNICAL = "kulturnamnden", "barn-och-utbildningsnamnden", "tekniska-namnden"
BUSES = "smastads-bussar"
REPORT = "content/follow_ups/2024-kulturnamnden.yaml"
OTHER_REPORT = "content/follow_ups/2024-tekniska-namnden.yaml"
# Pages about the site itself, and those that quote what the sources say of themselves.
UNREAD = ("avvikelser", "kontroller", "om/", "oppna-data", "ordlista", "sok")
ACCUSATIONS = re.compile(
    r"svar(et)? saknas|saknar svar|har inte svarat|inte har svarat|inte svarat|ej tillfrågad|inte tillfrågad"
    r"|\d av \d+ organisationer har svarat|borde ha svarat",
    re.IGNORECASE,
)


@cache
def index() -> PlanIndex:
    return link(load(texts()))


@cache
def pages() -> dict[str, Page]:
    return rendered(texts())


def changed(path: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """The miniature with pieces of a file replaced."""
    found = texts()
    for old, new in pairs:
        found[path] = replaced_once(found[path], old, new)
    return found


def state_of(content: dict[str, str], plan: str = YOUTH) -> FollowUpState:
    return follow_up_states(Answers(link(load(content))))[plan]


def words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def said(page: Page) -> str:
    """All that a page says, on one line."""
    return " ".join(LexborHTMLParser(page.html).text(separator=" ").split())


def below(page: Page, anchor: str, level: str = "## ") -> str:
    """What stands below the heading with an anchor, up to the next heading of the level."""
    return outline(page.html).partition(f"{{#{anchor}}}")[2].partition(f"\n{level}")[0]


def rows(page: Page, table: str) -> dict[str, list[str]]:
    """The cells of a table by the words of their row's header."""
    found = LexborHTMLParser(page.html).css(f"div[aria-labelledby={table}] tbody tr:not(.group)")
    return {words(row.css_first("th")): [words(cell) for cell in row.css("td")] for row in found}


# What can be known.


@pytest.mark.parametrize(
    ("measure", "body", "year", "state"),
    [
        (f"{YOUTH}/2:1", CULTURE, 2024, State.ANSWERED),
        (f"{YOUTH}/1:2", CULTURE, 2024, State.UNANSWERED),  # left empty in the body's own report
        (f"{YOUTH}/1:1", SCHOOLS, 2024, State.UNANSWERED),  # another source says so
        (f"{YOUTH}/1:1", SCHOOLS, 2023, State.NOT_PUBLISHED),  # that source says nothing of another year
        (f"{YOUTH}/2:2", CULTURE, 2024, State.NOT_IN_FORM),
        (f"{YOUTH}/2:2", CULTURE, 2023, State.NOT_PUBLISHED),  # the report leaves it out, but we do not hold the form
        (f"{YOUTH}/1:2", TECHNICAL, 2024, State.NOT_PUBLISHED),  # others are asked about it, but was this body?
        (f"{YOUTH}/1:1", TECHNICAL, 2024, State.NOT_CONCERNED),
        (f"{READING}/1:1", TECHNICAL, 2024, State.UNKNOWN),
    ],
)
def test_every_state_has_its_case(measure: str, body: str, year: int, state: State) -> None:
    """A body is in a state only if the data says so; that others were asked says nothing of it."""
    assert Answers(index()).known(measure, body, year).state is state


@pytest.mark.parametrize(
    ("number", "body", "year", "is_told"),
    [
        ("2:2", CULTURE, 2024, True),  # it has reported, and a group that it is in was given something to do
        ("2:2", TECHNICAL, 2023, False),  # so was the technical committee, which reported on the year after only
        ("1:2", SCHOOLS, 2024, True),  # a source tells that it was asked that year
        ("1:2", SCHOOLS, 2023, False),  # and not the year before
    ],
)
def test_members_of_groups_are_told_of_in_the_years_that_they_are_in_a_source(
    number: str, body: str, year: int, *, is_told: bool
) -> None:
    """Whom the plan does not name is in the table of a year only where a report or another source has them."""
    assert ((number, body) in state_of(texts()).known[year]) is is_told


def with_answer_of(body: str) -> dict[str, str]:
    """The miniature where another body, too, has answered in 2023 that it lends out bicycles."""
    report = texts()["content/follow_ups/2023-kulturnamnden.yaml"].replace("kulturnamnden", body)
    unlocked = report.replace('lock: "52cf1e86362cfcf0"\n', "")
    question = "question: Lånar ni ut cyklar?\n"
    return {
        **texts(),
        f"content/follow_ups/2023-{body}.yaml": replaced_once(unlocked, question, f"{question}    value: ja\n"),
    }


def test_a_body_that_the_plan_gave_nothing_is_told_of_in_the_year_that_it_reported() -> None:
    """The museum has no part in lending out bicycles; where it answers all the same, that year has the answer."""
    known = state_of(with_answer_of("lansmuseet")).known
    assert known[2023]["2:1", "lansmuseet"].state is State.ANSWERED
    assert ("2:1", "lansmuseet") not in known[2024]


def test_a_body_is_in_the_table_of_a_year_in_which_it_was_there_or_reported() -> None:
    """The plan does not name the bus company: it is told of since it reported, until there is no such company."""
    path = f"content/organizations/{BUSES}.yaml"
    state = state_of(with_answer_of(BUSES))
    assert [BUSES in state.bodies_in(year) for year in (2023, 2024)] == [True, True]
    for end in ("2022-12-31", "2023-12-31"):
        ended = {**with_answer_of(BUSES), path: f"{texts()[path]}valid_to: {end}\n"}
        assert [BUSES in state_of(ended).bodies_in(year) for year in (2023, 2024)] == [True, False]
    assert BUSES not in state_of(texts()).bodies_in(2024)


def test_unanswered_always_has_a_source() -> None:
    """Of nobody is it known that they did not answer without a place where it says so."""
    for state in follow_up_states(Answers(index())).values():
        for known in (item for units in state.known.values() for item in units.values()):
            assert bool(known.sources) == (known.state in (State.UNANSWERED, State.NOT_IN_FORM))


def test_without_the_form_nothing_is_said_not_to_have_been_asked() -> None:
    """A report that leaves a measure out proves nothing unless we hold the form."""
    without = changed(REPORT, ("form:\n  - document: uppfoljning-2024\n    section: Fråga 1\n", ""))
    known = Answers(link(load(without))).known(f"{YOUTH}/2:2", CULTURE, 2024)
    assert known.state is State.NOT_PUBLISHED
    page = rendered(without)[f"{YOUTH}/uppfoljning/"]
    assert "enligt formuläret" not in said(page)
    assert "Vi har inte formuläret och vet inte vad som frågades." in said(page)


def test_without_a_source_nobody_is_said_not_to_have_answered() -> None:
    """Take the source away, and the body is one of whom nothing is known."""
    start = texts()[OTHER_REPORT].index("unanswered:")
    end = texts()[OTHER_REPORT].index("\nplan:")
    without = {**texts(), OTHER_REPORT: texts()[OTHER_REPORT][:start] + texts()[OTHER_REPORT][end:].lstrip()}
    assert Answers(link(load(without))).known(f"{YOUTH}/1:1", SCHOOLS, 2024).state is State.NOT_PUBLISHED
    told = said(rendered(without)[f"organisationer/{SCHOOLS}/"])
    assert "enligt en källa" not in told.partition("Uppföljning av")[2].partition("Kulturnämnden")[0]
    assert "Inget svar från Barn- och utbildningsnämnden är publicerat här." in told


def test_what_is_ours_is_no_part_of_what_is_locked() -> None:
    """A reading, the form and what another source tells may be added to a locked report; the report may not change."""
    values = (entry.record.value for entry in load(texts()).entries if entry.record)
    for report in (value for value in values if isinstance(value, FollowUp) and value.lock):
        bare = report.model_copy(update={"readings": (), "form": (), "unanswered": ()})
        assert is_locked_as(bare, str(report.lock))
        assert is_locked_as(report, str(report.lock))


def test_a_correction_takes_the_reservation_with_it() -> None:
    """Our reading is of the comment that was reported; of a corrected answer there is none."""
    content = changed(REPORT, ('  - date: 2025-02-03\n    measure: "2:1"', '  - date: 2025-02-03\n    measure: "1:1"'))
    given = {item.intervention: item for item in state_of(content).given("1:1") if item.follow_up.year == 2024}
    assert not given[f"{YOUTH}/1:1"].is_qualified


# Own duties and those of groups.


def test_own_duties_and_those_of_groups_are_apart() -> None:
    """What is counted of the plan's own words is not changed by how many members of a group we happen to know."""
    state, more = state_of(texts()), dict(texts())
    more["content/organizations/parknamnden.yaml"] = (
        "id: parknamnden\nname: Parknämnden\nkind: committee\nsummary: En nämnd.\n"
        "sources:\n  - document: ungdomsplan\n    section: Vem gör vad\n"
    )
    grown = state_of(more)
    assert "parknamnden" in grown.answers.concerned(f"{YOUTH}/1:2", 2024)
    for part in Part:
        told, again = (list(of.of_part(2024, of.numbers, part)) for of in (state, grown))
        assert [item.state for item in told] == [item.state for item in again]
    assert state.bodies == grown.bodies
    before, after = (said(rendered(content)[f"{YOUTH}/uppfoljning/"]) for content in (texts(), more))
    assert before == after


COUNTS = re.compile("Uppgifter som planen ger organisationer vid namn|Svar om dem|Här finns svar från")


def pages_with_counts(made: Mapping[str, Page]) -> Iterator[Page]:
    """The pages that count answers or draw them; a summary is an editor's own words."""
    told = {address: page for address, page in made.items() if not page.sources[0].startswith("content/summaries/")}
    return (page for address, page in told.items() if COUNTS.search(said(page)) or address.endswith("/uppfoljning/"))


def test_the_caveat_stands_beside_every_count() -> None:
    """No count of answers stands on a page without what nobody knows, and the number of reports is that of the data."""
    found = list(pages_with_counts(pages()))
    assert len(found) > 5
    for page in found:
        assert re.search(r"Här finns (en rapport|(två|tre) rapporter) om ", said(page)), page.address
        assert re.search(r"Vilka (andra|fler) som har tillfrågats eller svarat vet vi inte\.", said(page)), page.address


def test_no_page_says_of_a_body_that_it_has_not_answered() -> None:
    """Not in any words that the program makes, and not in the running text of plans and reports either."""
    for address, page in pages().items():
        assert address.startswith(UNREAD) or not ACCUSATIONS.search(said(page)), address


# How it is shown.


def test_marks_of_follow_up_are_no_letters_of_roles() -> None:
    """The same sign never means a role in one table and an answer in the next; each has a word for listeners."""
    strings = read_strings()
    letters = {strings(f"site.roles.{role}.letter") for role in Role}
    states = strings.find("follow_up.states")
    assert isinstance(states, dict)
    signs = [state["sign"] for state in states.values()]
    assert len(set(signs)) == len(signs)
    assert not letters & {sign.strip("*") for sign in signs}
    cells = LexborHTMLParser(pages()[f"{YOUTH}/uppfoljning/"].html).css("td.answer")
    assert cells
    assert all(words(cell.css_first(".visually-hidden")) for cell in cells)


def test_what_signs_mean_is_told_the_best_answer_first() -> None:
    """On the pages of bodies as in the matrix, whichever answer was given first."""
    strings = read_strings()
    order = [strings(f"follow_up.states.{kind}.sign") for kind in (*KINDS, *WITHOUT)]
    legends = [words(LexborHTMLParser(page.html).css_first("p.legend")) for page in pages().values()]
    told = [legend.partition(": ")[2].split(" · ") for legend in legends if legend.startswith("Tecken")]
    signs = [[order.index(item.partition(" ")[0].rstrip("123")) for item in legend] for legend in told]
    assert max(map(len, signs)) > 1
    assert signs == [sorted(legend) for legend in signs]


def test_the_matrix_tells_each_state_apart() -> None:
    """A column for everybody whom the plan names or who has answered; a member of a group is no silent body."""
    found = rows(pages()[f"{YOUTH}/uppfoljning/"], "tabell-uppfoljning-2024")
    assert found["1:1 Öppna en fritidsgård vid torget"] == [
        "! fick frågan utan att svara, enligt en källa", "✓* Ja (med förbehåll)", "–", "○ inget svar publicerat här",
    ]  # fmt: skip
    assert found["1:2 Fråga unga vad de vill"][1] == "! fick frågan utan att svara, enligt en källa"
    assert found["2:2 Håll kurser på museet"][1] == "/ frågades inte enligt formuläret"
    assert "Styrelsen för Småstads Bussar" not in said(pages()[f"{YOUTH}/uppfoljning/"])


def test_every_row_of_the_list_has_the_answers_before_what_is_not_answered() -> None:
    """The best answer first, however many have it: where no answer is published stands last."""
    order = [*KINDS, *WITHOUT]
    for plan in (YOUTH, "klimatprogram-2022-2027"):
        page = LexborHTMLParser(pages()[f"{plan}/uppfoljning/"].html)
        found = [
            [order.index((item.attributes["class"] or "").rpartition("answer-")[2]) for item in row.css("span.answer")]
            for row in page.css(".list-groups > div > ul > li")
        ]
        assert max(map(len, found)) > 1
        assert found == [sorted(row) for row in found]


def test_without_any_follow_up_nothing_is_invented() -> None:
    """No table, no picture and no figure; that nothing is published here says nothing of anybody."""
    content = {path: text for path, text in texts().items() if "/follow_ups/" not in path}
    content = {path: re.sub(r"\[\[uppfoljning:[^\]]*\]\]", "", text) for path, text in content.items()}
    index_without = link(load(content))
    assert not follow_up_states(Answers(index_without))
