"""Addresses are permanent, so each kind of thing has its own written down here."""

from collections.abc import Callable

import pytest

from site_builder.meaning import urls
from site_builder.meaning.link import link
from site_builder.reading.load import load
from tests.miniature import texts

YOUTH = "ungdomsplan-2023-2026"


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (urls.follow_up("2024-namnd"), "uppfoljningar/2024-namnd/"),
        (urls.answer("2024-namnd", "plan/1:4"), "uppfoljningar/2024-namnd/#plan-1-4"),
        (urls.topic("fritid"), "fritid/"),
        (urls.site_page("ordlista"), "ordlista/"),
        (urls.body("namnd"), "organisationer/namnd/"),
        (urls.document("lag", governing=True), "dokument/lag/"),
        (urls.document("lag", governing=False), "dokument/#lag"),
        (urls.supporting("plan"), "dokument/stodjande/#plan-plan"),
        (urls.decision("2023-kf"), "beslut/#b-2023-kf"),
        (urls.term("barn"), "ordlista/#barn"),
        (urls.difference("tal"), "avvikelser/tal/"),
        (urls.summary("kort"), "kort/"),
        (urls.changes_feed(), "andringar/feed.atom"),
        (urls.changes_of_day("2025-03-01"), "andringar/2025-03-01/"),
        (urls.change("a-2025-03-01-0123456789"), "andringar/2025-03-01/#a-2025-03-01-0123456789"),
        (urls.sheet("ansvarsmatris"), "data/ansvarsmatris.xlsx"),
        (urls.answer_anchor("plan/1:4"), "plan-1-4"),
        (urls.decision_anchor("2023-kf"), "b-2023-kf"),
        (urls.hand_written("docs/index.md"), ""),
        (urls.hand_written("docs/om/index.md"), "om/"),
        (urls.hand_written("docs/om/redigera.md"), "om/redigera/"),
        (urls.page_file("om/"), "om/index.md"),
    ],
)
def test_a_thing_of_the_site_has_its_address(made: str, address: str) -> None:
    assert made == address


@pytest.mark.parametrize(
    ("place", "key", "address"),
    [
        (urls.intervention, "1:4", "insatser/1-4/"),
        (urls.area, "2", "fokusomraden/2/"),
        (urls.category, "A", "malgrupper/a/"),
        (urls.starting_point, "fritid", "utgangspunkter/fritid/"),
        (urls.indicator, "unga", "indikatorer/#unga"),
        (urls.draft, "2022-1", "fran-forslag-till-beslut/#forslag-2022-1"),
        (urls.plan_page, "mal", "mal/"),
    ],
)
def test_a_thing_of_a_plan_has_its_address_below_the_plan(place: Callable[..., str], key: str, address: str) -> None:
    plan = link(load(texts())).plans[YOUTH].plan.value
    assert place(plan, key) == f"{YOUTH}/{address}"


def test_lists_of_a_plan_go_by_its_own_words() -> None:
    plan = link(load(texts())).plans[YOUTH].plan.value
    assert (urls.plan_start(plan), urls.intervention_list(plan), urls.area_list(plan)) == (
        f"{YOUTH}/",
        f"{YOUTH}/insatser/",
        f"{YOUTH}/fokusomraden/",
    )


@pytest.mark.parametrize(
    ("origin", "target", "written"),
    [
        ("a/b/", "a/b/", "./"),
        ("a/b/", "a/b/#c", "#c"),
        ("a/b/", "a/c/#d", "../c/#d"),
        ("a/b/", "a/", "../"),
        ("a/b/", "", "../../"),
        ("", "a/b/", "a/b/"),
        ("", "", "./"),
        ("", "#c", "#c"),
        ("a/b/", "x/b/", "../../x/b/"),
        ("a/b/c/", "a/b/d.png", "../d.png"),
        ("a/b/c/", "a/x/c/", "../../x/c/"),
    ],
)
def test_a_link_is_relative_to_its_page(origin: str, target: str, written: str) -> None:
    assert urls.relative_url(origin, target) == written
