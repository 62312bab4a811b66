"""The pages of organizations and groups: what each has to do, and how a group's duties are told apart."""

from datetime import date
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.foundation.page import Page
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered
from tests.successor import proposed

PLAN = "ungdomsplan-2023-2026"
CLIMATE = "klimatprogram-2022-2027"


def words(node: LexborNode | None) -> str:
    """The words of an element on one line."""
    return " ".join(node.text().split()) if node else ""


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts())


def body(name: str) -> str:
    """What a body's page says, as an outline."""
    return outline(pages()[f"organisationer/{name}/"].html)


def headings(text: str, level: str) -> list[str]:
    """The headings of one level, without their anchors."""
    return [line[len(level) + 1 :].partition(" {#")[0] for line in text.split("\n") if line.startswith(f"{level} ")]


def below(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    return text.partition(heading)[2].partition("\n##")[0].partition("}")[2]


def row(name: str) -> list[str]:
    """The cells of a body's row in the list."""
    text = outline(pages()["organisationer/"].html)
    line = next(line for line in text.split("\n") if f'href="{name}/"' in line)
    return [cell.partition("<")[0] for cell in bare_cells(line).split('<td class="count">')[1:]]


def tasks(name: str, plan: str = PLAN, content: dict[str, str] | None = None) -> dict[str, list[str]]:
    """The cells of a body's table of tasks in a plan, by the words of the row's header."""
    made = rendered(content) if content else pages()
    found = LexborHTMLParser(made[f"organisationer/{name}/"].html)
    lines = found.css(f"div[aria-labelledby=tabell-uppgifter-{plan}] tbody tr")
    return {words(line.css_first("th")): [words(cell) for cell in line.css("td")] for line in lines}


def folded(name: str) -> list[tuple[str, list[str]]]:
    """What is folded on a body's page: the words that unfold it, and its items."""
    found = LexborHTMLParser(pages()[f"organisationer/{name}/"].html).css("details.group-tasks")
    return [(words(one.css_first("summary")), [words(item) for item in one.css("li")]) for one in found]


def test_the_current_plan_comes_first() -> None:
    """A table for each plan that names the body."""
    assert headings(body("tekniska-namnden"), "##")[:2] == [
        "Uppgifter i Ungdomsplan 2023–2026",
        "Uppgifter i Klimatprogram 2022–2027",
    ]


def test_a_task_is_one_row_with_all_that_is_known_of_it() -> None:
    """The role and what exactly it is, with whom, who coordinates, when, and the answer of each year."""
    found = tasks("kulturnamnden")
    assert list(found) == ["1:1 Öppna en fritidsgård vid torget", "2:1 Låna ut cyklar"]
    role, together, by, when, *answers = found["1:1 Öppna en fritidsgård vid torget"]
    assert role.startswith("Samordnar. Samordnar bygget och öppettiderna.")
    assert role.endswith("Ansvarar")
    assert "Kulturnämnden" not in together
    assert "Länsmuseet" in together
    assert by == "den själv"
    assert when == "Planen anger inget datum"
    assert len(answers) == 2
    assert found["2:1 Låna ut cyklar"][3] == "Före sommaren 2025"


def test_what_comes_through_a_group_is_folded_and_named_once() -> None:
    """Own tasks stand in the table alone; of two groups that bring the same one, the first names it."""
    assert [heading for heading, _ in folded("kulturnamnden")] == [
        "Ansvarar: 1 insats genom Kulturkretsen",
        "Ansvarar: 1 insats genom Samtliga nämnder och styrelser",
    ]
    listed = [item.partition(":")[0] + item[1:3] for _, items in folded("kulturnamnden") for item in items]
    assert len(listed) == len(set(listed)) == 2
    text = body("kulturnamnden").partition("{#uppfoljning")[0]
    for number in ("1:1 Öppna", "1:2 Fråga", "2:1 Låna", "2:2 Håll"):
        assert text.count(number) == 1


def test_what_the_plan_leaves_out_is_said_of_a_plan_that_is_a_source_alone() -> None:
    """No time, nobody else and nobody who coordinates: of a plan that we do not have, only that no source tells."""
    path = f"content/plans/{CLIMATE}/plan.yaml"
    alone = tasks("tekniska-namnden", CLIMATE)
    assert any("Ingen annan nämns" in row for row in alone.values())
    assert any("Ingen är utpekad" in row for row in tasks("tekniska-namnden").values())
    known = texts() | {
        f"content/plans/{CLIMATE}/plan.yaml": known_through(texts()[f"content/plans/{CLIMATE}/plan.yaml"])
    }
    assert path in known
    for row in tasks("tekniska-namnden", CLIMATE, known).values():
        assert row[3] == "Framgår inte av källorna"
        assert not {"Ingen annan nämns", "Ingen är utpekad"} & set(row)


def known_through(plan: str) -> str:
    """A plan that is not itself a source."""
    return f"{plan.rstrip()}\nknown_through: Det som står här kommer ur andra dokument.\n"


def test_answers_stand_beside_the_duties() -> None:
    """A sign with its words for each year; what the signs mean is told, and no answer is listed once more."""
    found = LexborHTMLParser(pages()["organisationer/tekniska-namnden/"].html)
    cells = [cells[-1] for cells in tasks("tekniska-namnden").values()]
    legend = words(found.css_first(".legend"))
    assert all(cell.partition(" ")[2] in legend for cell in cells if cell)
    below_answers = body("tekniska-namnden").partition("{#uppfoljning")[2]
    assert "insatser/" not in below_answers.partition("{#fakta}")[0]


def test_who_has_most_to_do_by_name_comes_first() -> None:
    """The list is in the order of own tasks; among equals by name."""
    table = LexborHTMLParser(pages()["organisationer/"].html).css("div[aria-labelledby=tabell-namnder] tbody tr")
    own = [int(words(line.css("td")[0])) for line in table]
    assert own == sorted(own, reverse=True)
    assert own[0] > own[-1]


def test_a_body_without_duties_says_so() -> None:
    """Who has nothing to do in any plan is told in words."""
    assert "Källorna ger inte Kommunfullmäktige någon uppgift i de planer som finns här." in body("kommunfullmaktige")


def test_a_group_without_duties_points_to_its_members() -> None:
    """Of a group that no plan names it is not said that its members have nothing to do."""
    path = f"content/plans/{PLAN}/interventions/2-2.yaml"
    changed = texts()
    changed[path] = changed[path].replace("[kulturkretsen, samtliga", "[samtliga")
    page = rendered(changed)["organisationer/kulturkretsen/"]
    assert "Medlemmarnas egna uppgifter står på deras sidor." in outline(page.html)


def test_a_page_tells_of_decisions_and_mentions_but_not_of_duties_twice() -> None:
    """Decisions the body made, and pages whose text names it; an intervention it has a duty in is no other mention."""
    text = body("kulturnamnden")
    assert "[Uppdrag att utreda en ny fritidsgård](../../beslut/#b-uppdrag-fritidsgard)" in text
    assert "[Plan för ungas fritid antas](../../beslut/#b-2023-02-13-kommunfullmaktige-7)" in below(
        text, "## Nämns också på"
    )
    assert "insatser" not in below(text, "## Nämns också på")


def test_a_kind_without_duties_is_a_plain_list() -> None:
    """Where nobody of a kind has duties there is no table of noughts."""
    other = below(outline(pages()["organisationer/"].html), "## Andra organisationer")
    assert "- [Kommunfullmäktige](kommunfullmaktige/)" in other
    assert "<table" not in other


def test_the_editor_comes_to_the_bodys_own_file() -> None:
    """The first source of a body's page is the body's file, then those of its interventions."""
    sources = pages()["organisationer/lansmuseet/"].sources
    assert sources == (
        "content/organizations/lansmuseet.yaml",
        f"content/plans/{PLAN}/interventions/1-1.yaml",
        f"content/plans/{PLAN}/interventions/2-2.yaml",
    )


def test_tasks_of_a_plan_that_is_over_are_not_counted() -> None:
    """The list counts what bodies have to do today, and says which plans are left out; their own pages keep them."""
    before, after = (rendered(texts(), as_of=date(year, 1, 1)) for year in (2026, 2027))
    own = {day: _own_tasks(made["organisationer/"].html) for day, made in ((2026, before), (2027, after))}
    assert own[2026]["Kulturnämnden"] > own[2027]["Kulturnämnden"]
    title = "Ungdomsplan 2023–2026"
    assert f"Här räknas inte planer som har löpt ut: {title}" in after["organisationer/"].html
    assert "löpt ut" not in before["organisationer/"].html
    assert f"Uppgifter i {title}" in after["organisationer/kulturnamnden/"].html


def test_when_every_plan_is_over_their_tasks_are_still_counted() -> None:
    """Else the list would be empty until the next plan is decided, also when one is proposed; it says why."""
    during = rendered(texts(), as_of=date(2026, 1, 1))["organisationer/"].html
    for content in (texts(), proposed()):
        after = rendered(content, as_of=date(2028, 1, 1))["organisationer/"].html
        assert _own_tasks(after)["Kulturnämnden"] >= _own_tasks(during)["Kulturnämnden"] > 0
        assert "Alla beslutade planer här har löpt ut: " in after
        assert "Här räknas inte" not in after


def _own_tasks(html: str) -> dict[str, int]:
    rows = LexborHTMLParser(html).css("table tbody tr")
    return {row.css("th")[0].text().strip(): int(row.css("td")[0].text()) for row in rows}
