"""Former names: whatever changes its number or id, older texts mean it, and locked reports are not touched."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from site_builder.build import check
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import Given
from tests.cases import replaced_once
from tests.miniature import texts
from tests.rendered import rendered

PLAN, REPORTS = "content/plans/ungdomsplan-2023-2026", "content/follow_ups/"
DAY = date(2026, 1, 15)
Texts = dict[str, str]


def renumbered() -> Texts:
    """Measure 2:1 is now 2:3."""
    found = texts()
    text = found.pop(f"{PLAN}/interventions/2-1.yaml")
    return {**found, f"{PLAN}/interventions/2-3.yaml": text.replace('"2:1"', '"2:3"\nformerly: ["2:1"]')}


def renamed_body() -> Texts:
    """The committee has another id."""
    found = texts()
    text = found.pop("content/organizations/kulturnamnden.yaml")
    renamed = text.replace("id: kulturnamnden", "id: kultur-och-fritid\nformerly: [kulturnamnden]")
    return {**found, "content/organizations/kultur-och-fritid.yaml": renamed}


def renamed_plan() -> Texts:
    """The plan has another id, and its folder another name."""
    moved = {path.replace("ungdomsplan-2023-2026", "ungplan"): text for path, text in texts().items()}
    plan = "content/plans/ungplan/plan.yaml"
    line = "id: ungdomsplan-2023-2026\n"
    return {**moved, plan: replaced_once(moved[plan], line, "id: ungplan\nformerly: [ungdomsplan-2023-2026]\n")}


def renamed_source() -> Texts:
    """A document that the reports refer to, and whose pages they are found on, has another id."""
    found = texts()
    found["content/documents.yaml"] = found["content/documents.yaml"].replace(
        "id: uppfoljning-2024\n", "id: rapport-2024\n    formerly: [uppfoljning-2024]\n"
    )
    return found


CHANGES = (renumbered, renamed_body, renamed_plan, renamed_source)


@pytest.mark.parametrize("change", CHANGES)
def test_a_locked_report_needs_no_edit(change: Callable[[], Texts]) -> None:
    """Nothing is remarked on in a report that is locked, and of the rest only that a former name is used."""
    diagnostics = check(change(), DAY).diagnostics
    assert {item.code for item in diagnostics} <= {"former-name", "numbering-gap"}
    assert not [item for item in diagnostics if item.span.path.startswith(REPORTS)]


@pytest.mark.parametrize("change", CHANGES)
def test_the_change_is_told_where_it_can_be_mended(change: Callable[[], Texts]) -> None:
    """Outside the reports somebody learns what to write instead."""
    assert [item for item in check(change(), DAY).diagnostics if item.code == "former-name"]


def test_a_locked_report_survives_a_withdrawal() -> None:
    """A measure that has ended since stays where it is: its answers are those of a year in which it held."""
    changed = texts()
    path = f"{PLAN}/interventions/2-1.yaml"
    changed[path] = f"{changed[path]}valid_to: 2025-06-30\n"
    diagnostics = check(changed, DAY).diagnostics
    assert not [item for item in diagnostics if item.span.path.startswith(REPORTS) or item.code == "numbering-gap"]
    assert said(check(changed, DAY).index) == said(check(texts(), DAY).index)
    assert "insatser/2-1/" in rendered(changed)["uppfoljningar/2024-kulturnamnden/"].html


def said(index: PlanIndex) -> Mapping[str, list[tuple[str, str, str]]]:
    """Return what every report says: about which title, with what answer, by whom."""

    def told(given: Given) -> tuple[str, str, str]:
        intervention = index.targets["intervention", given.intervention]
        title = intervention.title.partition(" ")[2]
        return given.follow_up.id, title, given.step.id if given.step else ""

    found = sorted(told(given) for items in Answers(index).by_intervention.values() for given in items)
    return {"answers": found}


@pytest.mark.parametrize("change", CHANGES)
def test_every_answer_is_still_about_the_same(change: Callable[[], Texts]) -> None:
    """What each report answers about each measure is the same, by the measures' titles."""
    assert said(check(change(), DAY).index) == said(check(texts(), DAY).index)


def test_what_is_known_of_a_body_follows_it() -> None:
    """Its answers are those of the body under its new id; the old one is nobody."""
    answers = Answers(check(renamed_body(), DAY).index)
    known = answers.known("ungdomsplan-2023-2026/1:1", "kultur-och-fritid", 2024)
    assert known.given is not None
    assert known.given.follow_up.organization == "kultur-och-fritid"


def test_pages_show_what_a_former_name_became() -> None:
    """In a locked report, in running text of a plan, and on a hand-written page: today's number and address."""
    changed = renumbered()
    changed["docs/om.md"] = "# Om\n\nSe [[ungdomsplan-2023-2026/2:1]] och [[plan:ungdomsplan-2023-2026]].\n"
    pages = rendered(changed)
    for address in ("om/", "uppfoljningar/2024-kulturnamnden/", "ungdomsplan-2023-2026/fran-forslag-till-beslut/"):
        assert "insatser/2-3/" in pages[address].html, address
        assert "insatser/2-1/" not in pages[address].html, address
    assert ">2:3</a>" in pages["om/"].html


def test_a_plan_under_a_new_id_is_the_current_one() -> None:
    """The settings may go on naming it by the old one: the start page, its pages and the reports follow."""
    pages = rendered(renamed_plan())
    assert 'href="ungplan/"' in pages[""].html
    assert "ungplan/uppfoljning/" in pages
    assert not any(address.startswith("ungdomsplan-2023-2026/") for address in pages)


def test_a_number_that_was_left_is_no_gap() -> None:
    """The measure that had it says what became of it; one that nothing has had is a gap, in words and no error."""
    changed = renumbered()
    assert "numbering-gap" not in {item.code for item in check(changed, DAY).diagnostics}
    text = changed.pop(f"{PLAN}/interventions/2-3.yaml").replace('"2:3"', '"2:4"')
    moved = {**changed, f"{PLAN}/interventions/2-4.yaml": text}
    gaps = [item for item in check(moved, DAY).diagnostics if item.code == "numbering-gap"]
    assert [(item.severity.value, item.values["missing"]) for item in gaps] == [("warning", "2:3")]


def test_what_is_broken_keeps_its_former_names() -> None:
    """A fault in another field of the file makes no reference unknown."""
    changed = renumbered()
    path = f"{PLAN}/interventions/2-3.yaml"
    changed[path] = changed[path].replace("lead:", "led:")
    codes = {item.code for item in check(changed, DAY).diagnostics}
    assert codes <= {"unknown-field", "former-name"}
