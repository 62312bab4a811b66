"""The pages of organizations and groups: what each has to do, and how a group's duties are told apart."""

from functools import cache

from site_builder.foundation.page import Page
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"


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


def test_own_duties_come_before_those_of_groups() -> None:
    """Own duties by role, then each group's; the current plan before the other."""
    assert headings(body("kulturnamnden").partition("{#uppfoljning")[0], "###") == [
        "Samordnar 1 insats",
        "Ansvarar för 2 insatser",
        "Ansvarar för 1 insats via Kulturkretsen",
        "Ansvarar för 2 insatser via Samtliga nämnder och styrelser",
    ]
    assert headings(body("tekniska-namnden"), "##")[:2] == [
        "Uppgifter i Ungdomsplan 2023–2026",
        "Uppgifter i Klimatprogram 2022–2027",
    ]


def test_a_duty_says_what_and_why() -> None:
    """A duty has its scope, what the intervention is, what it should lead to and what it is connected with."""
    told = below(body("kulturnamnden"), "### Samordnar 1 insats")
    assert told.index("[1:1 Öppna en fritidsgård vid torget](../../ungdomsplan-2023-2026/insatser/1-1/)") >= 0
    assert "Omfattning: Samordnar bygget och öppettiderna." in told
    assert "Förväntat resultat: Fler unga har någonstans att vara på kvällen." in told
    assert "[2:1](../../ungdomsplan-2023-2026/insatser/2-1/" in told
    assert "[Klimatprogram 2022–2027 1:2](../../klimatprogram-2022-2027/strategier/1-2/" in told


def test_an_intervention_is_told_of_once() -> None:
    """In a second role the intervention is named and not told of again."""
    told = below(body("kulturnamnden"), "### Ansvarar för 2 insatser {")
    assert told.count("Beskrivs ovan.") == 1
    assert "någonstans att vara" not in told


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
