"""What pages say of what has ended, what comes later and what replaced what, before and after the day of a change."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from site_builder.export.data import artifacts
from site_builder.foundation.page import Page
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from site_builder.search.facts import searchable
from tests.cases import replaced_once
from tests.changed_town import BODIES, MEASURES, YOUTH, changed_town
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

BEFORE, AFTER = date(2025, 12, 31), date(2026, 1, 1)
BY = ", enligt [Kommunfullmäktige 1 september 2025, § 3]("


@cache
def pages(day: date) -> Mapping[str, Page]:
    """Every page of the changed town on a day."""
    return rendered(changed_town(), day)


def said(address: str, day: date) -> str:
    """What a page says on a day, as an outline on one line."""
    return " ".join(outline(pages(day)[address].html).split())


def messages(address: str, day: date) -> list[str]:
    """What a page says first of what it is about having ended."""
    parts = pages(day)[address].html.split('<p class="message">')[1:]
    return [outline(f"<p>{part.partition('</p>')[0]}</p>") for part in parts]


def body(name: str) -> str:
    return f"organisationer/{name}/"


def measure(number: str) -> str:
    return f"{YOUTH}/insatser/{number}/"


def test_a_page_of_what_has_ended_says_so_and_leads_on() -> None:
    """Merged, split and replaced; withdrawn without anything in its place; and nothing is said of what holds."""
    (merged,) = messages(body("kulturnamnden"), AFTER)
    assert f"Kulturnämnden fanns till och med 31 december 2025{BY}" in merged
    assert "slogs ihop med [Idrotten](../idrotten/) till [Kultur- och fritidsnämnden](" in merged
    (split,) = messages(body("tekniska-namnden"), AFTER)
    assert "delades i [Gatunämnden](../gatunamnden/) och [Parknämnden](../parknamnden/)." in split
    (replaced,) = messages(measure("2-1"), AFTER)
    assert f"Insatsen gällde till och med 31 december 2025{BY}" in replaced
    assert "Insatsen ersattes av [2:3 Låna ut elcyklar](../2-3/)." in replaced
    (withdrawn,) = messages(measure("2-2"), AFTER)
    assert withdrawn.startswith("Insatsen gällde till och med 2025, enligt")
    assert "ersattes" not in withdrawn
    assert not messages(body("lansmuseet"), AFTER)
    assert not messages(measure("1-1"), AFTER)


def test_before_the_day_the_same_pages_say_what_comes() -> None:
    """What ends says until when and what comes then; what has not begun says from when."""
    (merged,) = messages(body("kulturnamnden"), BEFORE)
    assert "Kulturnämnden finns till och med 31 december 2025" in merged
    assert "slås ihop med [Idrotten](../idrotten/) till" in merged
    (split,) = messages(body("tekniska-namnden"), BEFORE)
    assert "delas i [Gatunämnden]" in split
    (replaced,) = messages(measure("2-1"), BEFORE)
    assert "Insatsen gäller till och med 31 december 2025" in replaced
    assert "Insatsen ersätts av [2:3 Låna ut elcyklar]" in replaced
    (coming,) = messages(body("parknamnden"), BEFORE)
    assert coming.startswith("Parknämnden finns från och med 1 januari 2026, enligt")
    (new,) = messages(measure("1-3"), BEFORE)
    assert new.startswith("Insatsen gäller från och med 1 januari 2026, enligt")


def test_a_body_says_what_there_was_before_it() -> None:
    """Once it has begun; and what it was called, and when."""
    sentence = "Till och med 31 december 2025 fanns i stället [Idrotten](../idrotten/) och [Kulturnämnden]("
    assert sentence in said(body("kultur-och-fritidsnamnden"), AFTER)
    assert sentence not in said(body("kultur-och-fritidsnamnden"), BEFORE)
    short = 'till och med 31 december 2025 <a href="tekniska-namnden/">Tekniska nämnden</a>'
    assert short in said("organisationer/", AFTER)
    assert short not in said("organisationer/", BEFORE)
    assert "Har tidigare hetat : Länets museum (till och med 2019)" in said(body("lansmuseet"), AFTER)


def test_an_unknown_end_is_not_said_to_be_any_day() -> None:
    """Where the sources say that one came after another and not when, no time is told."""
    path = f"{BODIES}/lansmuseet.yaml"
    with_old = replaced_once(texts()[path], "kind: authority\n", "kind: authority\nreplaces: [kommunfullmaktige]\n")
    made = rendered({**texts(), path: with_old}, AFTER)
    new, old = (" ".join(outline(made[body(name)].html).split()) for name in ("lansmuseet", "kommunfullmaktige"))
    assert "Här fanns tidigare [Kommunfullmäktige](../kommunfullmaktige/)." in new
    assert "Kommunfullmäktige ersattes av [Länsmuseet](../lansmuseet/)." in old
    assert "till och med" not in new + old


def test_ended_duties_stand_apart() -> None:
    """With when and by which decision, and no sentence says that the body never had any."""
    after = said(body("kulturnamnden"), AFTER)
    assert "## Uppgifter som har upphört {#uppgifter-upphort}" in after
    assert "Källorna ger inte Kulturnämnden någon uppgift" not in after
    assert "Uppgifter som har upphört" not in said(body("kulturnamnden"), BEFORE)
    assert "## Uppgifter som börjar senare {#uppgifter-senare}" in said(body("kultur-och-fritidsnamnden"), BEFORE)
    text = said(measure("1-1"), AFTER)
    responsible = text.partition("Ansvarar :")[2].partition("Bidrar")[0]
    new = responsible.index("[Kultur- och fritidsnämnden]")
    assert responsible.index("[Barn- och utbildningsnämnden]") < new < responsible.index("[Kulturnämnden]")
    assert f"(till och med 31 december 2025{BY}" in responsible[new:]


def test_bodies_whose_duties_have_ended_are_not_said_to_have_had_none() -> None:
    """The list counts none today, and says of no body that the sources give it nothing, if they did before."""
    content, path = changed_town(), f"{MEASURES}/1-1.yaml"
    content[path] = replaced_once(content[path], "[lansmuseet]\n", "[lansmuseet]\n    valid_to: 2025\n")
    listed = outline(rendered(content, AFTER)["organisationer/"].html).partition("## Myndigheter")[2]
    authorities = listed.partition("\n## ")[0]
    assert "Källorna ger ingen av dem" not in authorities
    assert 'href="lansmuseet/"' in authorities


def test_a_duty_says_from_when_it_is_the_bodys() -> None:
    """On the page of the body that got it, where it is another time than the body's own."""
    assert "Gäller från och med 2026." in said(body("gatunamnden"), AFTER)
    assert "Gäller från och med" not in said(body("kultur-och-fritidsnamnden"), AFTER)


def test_what_has_ended_still_says_who_had_it() -> None:
    """The page of a measure that was withdrawn names those who were responsible on its last day."""
    assert "Ansvarar : [Kulturnämnden](" in said(measure("2-1"), AFTER)
    assert "Planen pekar inte ut någon som samordnar." in said(measure("2-1"), AFTER)
    assert "Planen pekar inte ut någon som samordnar." not in said(measure("1-1"), AFTER)


def test_lists_and_the_matrix_are_those_of_the_day() -> None:
    """Counts count what holds; what has ended or is to come stands below."""
    for day, now, ended in ((BEFORE, "2-1", False), (AFTER, "2-3", True)):
        listed = said(f"{YOUTH}/insatser/", day)
        table = listed.partition("</table>")[0]
        assert f'href="{now}/"' in table
        assert "har 4 insatser i 2 fokusområden" in listed
        assert ("## Gäller inte längre" in listed) is ended
        assert ("## Börjar gälla senare" in listed) is not ended
        matrix = said(f"{YOUTH}/ansvarsmatris/", day)
        assert ("[Kulturnämnden](" in matrix) is not ended
        assert ("[Kultur- och fritidsnämnden](" in matrix) is ended
        assert ("## Finns inte längre {#organisationer-upphort}" in said("organisationer/", day)) is ended
    assert f"{YOUTH}/insatser/2-1/" not in [part.address for part in pages(AFTER)[f"{YOUTH}/utskrift/"].parts]


def test_members_are_those_of_the_day() -> None:
    """Who has left stands apart, and a group whose members have left is not said to have none that is known."""
    circle = said(body("kulturkretsen"), BEFORE)
    assert "### Har varit medlemmar {#medlemmar-upphort} - [Länsmuseet](../lansmuseet/) (till och med 2024)" in circle
    assert "Inga medlemmar är kända." not in said(body("kulturkretsen"), AFTER)


@pytest.mark.parametrize("number", ["1-3", "2-3"])
def test_a_later_measure_is_not_said_to_be_unanswered(number: str) -> None:
    """Nothing of earlier years is told of it, and it is no row of their tables."""
    text = said(measure(number), AFTER)
    assert "2024" not in text.partition("{#uppfoljning}")[2].partition("{#kallor}")[0]
    assert f"../insatser/{number}/" not in pages(AFTER)[f"{YOUTH}/uppfoljning/"].html


def test_the_follow_up_tells_the_same_after_the_changes() -> None:
    """Its tables and its figures are those of the years that they are about."""
    old = rendered(texts(), BEFORE)[f"{YOUTH}/uppfoljning/"].html
    new = pages(AFTER)[f"{YOUTH}/uppfoljning/"].html
    for part in ('<table class="plan-table">', "Läget 2024", "Uppgifter som planen ger"):
        assert old.count(part) == new.count(part)
    tables = [html.partition('id="tabell-uppfoljning-2024"')[2].partition("</table>")[0] for html in (old, new)]
    assert tables[0] == tables[1]


def test_a_revision_is_no_decision_on_the_way_to_the_plan() -> None:
    """It stands as one that changed the plan, and not among those that led to it."""
    revisions = said(f"{YOUTH}/", AFTER).partition("Ändringar av planen")[2]
    assert "[Kommunfullmäktige 1 september 2025, § 3](" in revisions
    way = said(f"{YOUTH}/bakgrund/", AFTER)
    assert "Nämnder görs om" not in way
    assert "1:3" not in way  # it came with the revision, and no draft is missing
    decision = said("beslut/", AFTER).partition("### 1 september 2025")[2]
    assert "Ändrar : [Ungdomsplan 2023–2026](../ungdomsplan-2023-2026/)" in decision
    assert "Hör till vägen fram till" not in decision.partition("###")[0]


def test_a_decision_that_measures_name_has_changed_the_plan() -> None:
    """Though it does not say so itself; the decision on the plan is no change of it."""
    content = changed_town()
    content["content/decisions.yaml"] = content["content/decisions.yaml"].replace(f"    revises: [{YOUTH}]\n", "")
    path = f"{MEASURES}/1-2.yaml"
    content[path] = replaced_once(content[path], "lead:", "added_by: 2023-02-13-kommunfullmaktige-7\nlead:")
    made = outline(rendered(content, AFTER)[f"{YOUTH}/"].html)
    revisions = made.partition("Ändringar av planen")[2].partition("## ")[0]
    assert "[Kommunfullmäktige 1 september 2025, § 3](" in revisions
    assert "13 februari 2023" not in revisions


def data(day: date) -> Any:
    """The data of the changed town on a day: its youth plan, its bodies and its groups."""
    found = {item.path: item.data for item in artifacts(link(load(changed_town()), day), read_strings())}
    whole = json.loads(found["data/v1/plans.json"])
    plan = next(item for item in whole["plans"] if item["id"] == YOUTH)
    measures = {item["number"]: item for item in plan["interventions"]}
    return measures, {item["id"]: item for item in (*whole["organizations"], *whole["organization_groups"])}


def test_the_data_is_that_of_the_day() -> None:
    """Duties that hold and those of other times apart, and both ways of what replaced what."""
    for day, holds in ((BEFORE, False), (AFTER, True)):
        measures, bodies = data(day)
        now, others = (
            {item["organization"] for item in measures["1:1"][key] if item["role"] == "responsible"}
            for key in ("responsibilities", "other_responsibilities")
        )
        assert ("kultur-och-fritidsnamnden" in now) is holds
        assert ("kulturnamnden" in others) is holds
        assert measures["2:1"]["in_force"] is not holds
        assert measures["2:3"]["in_force"] is holds
        assert bodies["kulturnamnden"]["in_force"] is not holds
        assert ("parknamnden" in bodies["samtliga-namnder-och-styrelser"]["members"]) is holds
    assert (measures["2:3"]["replaces"], measures["2:1"]["replaced_by"]) == (["2:1"], ["2:3"])
    assert bodies["idrotten"]["replaced_by"] == ["kultur-och-fritidsnamnden"]
    assert bodies["kultur-och-fritidsnamnden"]["replaces"] == ["idrotten", "kulturnamnden"]
    assert bodies["lansmuseet"]["former_names"][0]["name"] == "Länets museum"
    left = bodies["kulturkretsen"]["member_periods"][0]
    assert (left["body"], left["validity"]["valid_to"], left["validity"]["valid_to_precision"]) == (
        "lansmuseet",
        "2024-12-31",
        "year",
    )


def test_the_search_finds_what_has_ended_behind_what_holds() -> None:
    """And a body by a name that it had."""
    index = link(load(changed_town()), AFTER)
    found = {item.address: item for item in searchable(index, pages(AFTER).values(), read_strings(), AFTER).pages}
    assert found[measure("2-1")].worth < found[measure("2-3")].worth
    assert found[body("kulturnamnden")].worth < found[body("kultur-och-fritidsnamnden")].worth
    assert "Länets museum" in found[body("lansmuseet")].names
