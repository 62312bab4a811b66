"""Documents, decisions and sources: where every statement comes from, and where else that is spoken of."""

import re
from functools import cache

import pytest

from site_builder.foundation.page import Page
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
CLIMATE_FILE = "content/plans/klimatprogram-2022-2027/plan.yaml"
GOVERNING = """\
governing_documents:
  - document: skolplan
    connection: Skolan undervisar om klimatet, se [[1:2]].
    sources:
      - document: klimatprogram
        section: Skolan
"""


@cache
def pages(shared: bool = False) -> dict[str, Page]:
    """Every page of the miniature by its address; `shared` makes one document govern in both plans."""
    content = texts()
    if shared:
        content[CLIMATE_FILE] += GOVERNING
    return rendered(content)


def entry(address: str, mark: str) -> str:
    """What stands below the heading with an id, up to the next heading."""
    return outline(pages()[address].html).partition(f"{{#{mark}}}\n")[2].partition("\n#")[0]


def test_a_source_names_each_document_once_with_all_its_places() -> None:
    """Two places in one document are one line, and a plan of this site goes by its short title."""
    content = texts()
    path = f"content/plans/{PLAN}/interventions/1-2.yaml"
    content[path] += "  - document: ungdomsplan\n    section: Bilaga 2\n    page: 11\n"
    page = rendered(content)[f"{PLAN}/insatser/1-2/"]
    lines = [line for line in outline(page.html).partition("{#kallor}")[2].split("\n") if line.startswith("- ")]
    assert len(lines) == 1
    assert lines[0].startswith("- [Ungdomsplan 2023–2026](../../../dokument/#ungdomsplan ")
    assert lines[0].endswith("avsnitten ”Insats 1:2” och ”Bilaga 2” (sida\u00a011)")


def test_a_document_without_a_page_says_all_in_the_list() -> None:
    """How to get it, its decision, the plan here, where it is mentioned and the source stand in its place."""
    text = entry("dokument/", "ungdomsplan")
    assert "Småstads kommun, 2023, dnr 0412/22, beslutat" in text
    assert f"Återges här: [Ungdomsplan 2023–2026](../{PLAN}/)" in text
    assert "(../beslut/#b-2023-02-13-kommunfullmaktige-7)" in text
    assert "Be registratorn om ärende 0412/22." in text
    assert "Avvikelser: Två titlar på samma insats" in text
    assert "Källa: " in text


def test_a_document_on_the_web_is_linked() -> None:
    """A known address is a link, and mentions lead to those who mention it."""
    text = entry("dokument/", "ungdomsenkat")
    assert "(https://www.smastad.example/ungdomsenkat-2021)" in text
    assert "[1:1 Öppna en fritidsgård vid torget]" in text


def test_a_list_does_not_name_itself_as_a_mention() -> None:
    """Among the supporting documents nothing is said to be mentioned among the supporting documents."""
    supporting = entry("dokument/stodjande/", f"{PLAN}-ungdomsenkat")
    assert "Nämns på" in supporting
    assert "2023–2026: Stödjande dokument]" not in supporting
    assert "2023–2026: Stödjande dokument]" in entry("dokument/", "ungdomsenkat")


def test_a_governing_document_says_what_is_missing() -> None:
    """Issuer, year, number and decision that the sources do not give are said to be missing."""
    text = outline(pages()["dokument/skolplan/"].html)
    for label in ("Utgivare", "År", "Diarienummer", "Beslut"):
        assert f"{label}\n:   Anges inte" in text
    assert "Status\n:   Under omarbetning när källan skrevs" in text


def test_a_document_that_governs_in_two_plans_has_both_connections() -> None:
    """One page with a section for each plan, whose bare numbers mean that plan's own."""
    text = outline(pages(shared=True)["dokument/skolplan/"].html)
    assert text.count("## Kopplingen till ") == 2
    assert "(../../klimatprogram-2022-2027/strategier/1-2/" in text


@pytest.mark.parametrize("address", ["dokument/", "dokument/styrande/", "dokument/stodjande/", "beslut/", ""])
def test_no_id_comes_twice_on_a_page(address: str) -> None:
    """Not even where a document belongs to several plans."""
    ids = re.findall(r"\{#([^}]+)\}", outline(pages(shared=True)[address].html))
    assert sorted(ids) == sorted(set(ids))


def test_every_heading_has_an_id_of_its_own() -> None:
    """A heading's address does not depend on its words, so that it stays when they change."""
    for page in pages(shared=True).values():
        if page.sources[0].startswith("content/"):
            headings = [line for line in outline(page.html).split("\n") if line.startswith(("##", "\\#"))]
            assert [line for line in headings if not re.fullmatch(r"#{2,4} .+ \{#[^}]+\}", line)] == [], page.address


def test_a_decision_says_what_it_concerned_and_who_refers_to_it() -> None:
    """Body, paragraph and number, missing ones told, and the pages that mention it, each for itself."""
    known = entry("beslut/", "b-2023-02-13-kommunfullmaktige-7")
    assert "Fullmäktige antog planen" in known
    assert "Paragraf\n:   § 7" in known
    assert "Diarienummer\n:   0412/22" in known
    assert ":   [2:2 Håll kurser på museet]" in known
    assert f":   [Ungdomsplan 2023–2026](../{PLAN}/)" in known
    unknown = entry("beslut/", "b-uppdrag-fritidsgard")
    assert "Paragraf\n:   Anges inte" in unknown
    assert "Diarienummer\n:   Anges inte" in unknown
