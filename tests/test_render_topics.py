"""Topics: a page at the root of the site, and the ways to it."""

import re
from datetime import date
from functools import cache

import pytest

from site_builder.build import build
from site_builder.foundation.page import Page, Section
from site_builder.reading.read import read_strings
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered

TOPIC = "content/topics/fritidsgardar.yaml"
YOUTH = "ungdomsplan-2023-2026"


def pages_of(changed: dict[str, str]) -> dict[str, Page]:
    return rendered(texts() | changed)


@cache
def page() -> Page:
    return pages_of({})["fritidsgardar/"]


def part(anchor: str) -> str:
    """What stands below a heading, up to the next one."""
    return outline(page().html).partition(f"{{#{anchor}}}")[2].partition("\n##")[0]


def test_a_topic_has_its_sections_with_their_sources() -> None:
    """The lead and each section in its order; bare numbers mean the current plan."""
    assert page().title == "Fritidsgårdar"
    assert page().sources == (TOPIC,)
    assert "En fritidsgård är ett ställe där unga ses efter skolan." in outline(page().html).partition("##")[0]
    assert f"[1:1](../{YOUTH}/insatser/1-1/" in part("vad-det-ar")
    assert "Källa:" in part("vad-det-ar")


def test_figures_are_a_table_with_year_and_source() -> None:
    """A figure without a year says so; a note is there where a figure has one."""
    table = bare_cells(part("siffror"))
    assert '<caption id="tabell-siffror">Fritidsgårdar: siffror med år och källa</caption>' in table
    first, second = table.split("<tbody>")[1].split("</tr>")[:2]
    assert '<th scope="row">Fritidsgårdar i Småstad</th><td>1</td><td>2021</td><td></td>' in first
    assert "<td>4 av 10</td><td>Anges inte</td><td>Av 340 som svarade på enkäten.</td>" in second
    assert '<a href="../dokument/#ungdomsenkat">' in second
    assert "avsnittet ”Siffror” (sida\u00a07)" in second


def test_without_notes_and_figures_there_are_no_empty_parts() -> None:
    """No column without anything in it, no heading without anything below it."""
    before, _, after = texts()[TOPIC].partition("    note:")
    noted = before + after.partition("\n")[2]
    assert "Så ska siffran förstås" not in outline(pages_of({TOPIC: noted})["fritidsgardar/"].html)
    bare, _, rest = texts()[TOPIC].partition("figures_title:")
    without = bare + "sources:" + rest.partition("\nsources:")[2]
    text = outline(pages_of({TOPIC: without})["fritidsgardar/"].html)
    anchors = [line.rpartition("{#")[2] for line in text.split("\n") if line.startswith("##")]
    assert anchors == ["vad-det-ar}", "kallor}"]


def test_what_belongs_together_is_linked_both_ways() -> None:
    """What belongs to a plan says which plan; the intervention's page leads back."""
    assert f"[1:1 Öppna en fritidsgård vid torget (Ungdomsplan 2023–2026)](../{YOUTH}/insatser/1-1/)" in part(
        "hor-ihop-med"
    )
    pages = pages_of({})
    assert "Läs mer om ämnet: [Fritidsgårdar](../../../fritidsgardar/)" in (
        outline(pages[f"{YOUTH}/insatser/1-1/"].html)
    )
    assert "Läs mer om ämnet" not in outline(pages[f"{YOUTH}/insatser/1-2/"].html)


def test_decisions_say_who_and_when() -> None:
    """A decision without a day says that it is missing; several stand in the order of time."""
    assert "Kulturnämnden, dag anges inte: Uppdrag att utreda en ny fritidsgård" in part("beslut-i-amnet")
    wanted = "[uppdrag-fritidsgard, 2023-02-13-kommunfullmaktige-7, 2022-kommunfullmaktige]"
    several = texts()[TOPIC].replace("[uppdrag-fritidsgard]", wanted)
    text = outline(pages_of({TOPIC: several})["fritidsgardar/"].html).partition("{#beslut-i-amnet}")[2]
    places = [text.index(words) for words in ("2022:", "13 februari 2023, § 7", "dag anges inte")]
    assert places == sorted(places)


def test_who_mentions_a_topic() -> None:
    """A page whose text refers to the topic is listed, unless it stands there already as related."""
    path = f"content/plans/{YOUTH}/interventions/2-1.yaml"
    changed = texts()[path].replace("lead: ", "lead: Se [[tema:fritidsgardar]]. ", 1)
    told = outline(pages_of({path: changed})["fritidsgardar/"].html).partition("{#namns-pa}")[2]
    assert f"../{YOUTH}/insatser/2-1/" in told.partition("\n##")[0]
    assert "{#namns-pa}" not in outline(page().html)


def test_a_mention_in_the_background_leads_to_the_background() -> None:
    """What the background mentions is said by its name and leads to its page, not to the start page."""
    path = f"content/plans/{YOUTH}/background.yaml"
    changed = texts()[path].replace("text: De flesta", "text: Se [[tema:fritidsgardar]]. De flesta", 1)
    told = outline(pages_of({path: changed})["fritidsgardar/"].html).partition("{#namns-pa}")[2]
    assert f"[Ungdomsplan 2023–2026: Så beslutades planen](../{YOUTH}/bakgrund/)" in told.partition("\n##")[0]


@pytest.mark.parametrize(("affected", "shown"), [("tema:fritidsgardar", True), (f"{YOUTH}/1:1", False)])
def test_a_difference_about_the_topic_is_noted(affected: str, shown: bool) -> None:
    """The note stands on the pages that a difference affects, and there alone."""
    path = "content/differences.yaml"
    changed = texts()[path].replace("affects:\n", f'affects:\n      - "{affected}"\n', 1)
    text = outline(pages_of({path: changed})["fritidsgardar/"].html)
    assert ('<details class="admonition' in text) is shown
    assert len(re.findall("avvikelser/[a-z]", text)) == shown


def test_the_navigation_names_topics_among_the_pages_of_the_site() -> None:
    """After the plans, before the organizations."""
    sections: tuple[Section, ...] = build(texts(), date(2026, 1, 15), read_strings()).navigation
    addresses = [section.address for section in sections]
    assert addresses[addresses.index("organisationer/") - 1] == "fritidsgardar/"
    assert sections[addresses.index("fritidsgardar/")].title == "Fritidsgårdar"
