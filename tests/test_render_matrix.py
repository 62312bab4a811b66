"""The responsibility matrix and the connections: real tables whose cells say the same with and without sight."""

from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.foundation.page import Page
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
CLIMATE = "klimatprogram-2022-2027"


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts())


def words(node: LexborNode | None) -> str:
    """The words of an element on one line."""
    return " ".join(node.text().split()) if node else ""


def matrix(plan: str) -> dict[tuple[str, str], LexborNode]:
    """The cells of a plan's matrix by the words of their row's and their column's header."""
    table = LexborHTMLParser(pages()[f"{plan}/ansvarsmatris/"].html)
    columns = [words(cell) for cell in table.css("thead th[scope=col]")]
    found: dict[tuple[str, str], LexborNode] = {}
    for line in table.css("tbody tr:not(.group), tfoot tr"):
        header, *cells = line.css("th, td")
        assert header.attributes["scope"] == "row"
        found |= {(words(header), column): cell for column, cell in zip(columns[1:], cells, strict=True)}
    return found


def test_a_cell_holds_letters_and_words() -> None:
    """Every role has its letter for the eye and its word for the ear; several roles stand in one cell."""
    cells = matrix(PLAN)
    assert words(cells["1:1 Öppna en fritidsgård vid torget", "Kulturnämnden"]) == "S samordnar A ansvarar"
    assert words(cells["2:1 Låna ut cyklar", "Tekniska nämnden"]) == "B bidrar"
    assert words(cells["2:1 Låna ut cyklar", "Länsmuseet"]) == ""


def test_a_groups_duty_is_marked_apart() -> None:
    """A duty that came through a group stands in parentheses and names the group."""
    cells = matrix(PLAN)
    assert words(cells["1:2 Fråga unga vad de vill", "Tekniska nämnden"]) == (
        "(A) ansvarar via Samtliga nämnder och styrelser"
    )
    assert words(cells["2:2 Håll kurser på museet", "Kulturnämnden"]) == (
        "(A) ansvarar via Kulturkretsen och Samtliga nämnder och styrelser"
    )


def test_the_legend_names_the_groups_and_where_they_count() -> None:
    """The legend links each group, the interventions that name it, and says whose members are not all known."""
    legend = outline(pages()[f"{PLAN}/ansvarsmatris/"].html).partition("</table>")[2]
    everybody = next(line for line in legend.split("\n") if "samtliga-namnder-och-styrelser" in line)
    circle = next(line for line in legend.split("\n") if "kulturkretsen" in line)
    assert "[1:2](../insatser/1-2/), [2:2](../insatser/2-2/)" in everybody
    assert "Ingen källa räknar upp" in everybody
    assert "räknar upp" not in circle
    assert "parentes" not in outline(pages()[f"{CLIMATE}/ansvarsmatris/"].html)


def test_both_headers_are_linked_and_rows_stand_under_their_area() -> None:
    """Rows lead to interventions, columns to organizations, row groups to areas."""
    table = LexborHTMLParser(pages()[f"{PLAN}/ansvarsmatris/"].html)
    hrefs = {scope: [node.attributes["href"] for node in table.css(f"th[scope={scope}] a")] for scope in ("col", "row")}
    assert hrefs["col"][0] == "../../organisationer/barn-och-utbildningsnamnden/"
    assert hrefs["row"] == [f"../insatser/{number}/" for number in ("1-1", "1-2", "2-1", "2-2")]
    groups = [node.attributes["href"] for node in table.css("th[scope=rowgroup] a")]
    assert groups == ["../fokusomraden/1/", "../fokusomraden/2/"]


def test_only_those_with_duties_are_columns_by_kind() -> None:
    """Committees first, then boards, authorities, others; who has nothing to do in the plan is left out."""
    columns = list(dict.fromkeys(column for _, column in matrix(PLAN)))
    assert columns == [
        "Barn och utbildning",
        "Kulturnämnden",
        "Tekniska nämnden",
        "Styrelsen för Småstads Bussar",
        "Länsmuseet",
        "Vid namn",
        "Grupper",
    ]


def test_the_list_says_the_same_as_the_table() -> None:
    """Below the table every organization has its interventions with roles in words."""
    text = outline(pages()[f"{PLAN}/ansvarsmatris/"].html)
    circle = text.partition("{#lansmuseet}")[2]
    assert circle.partition("</summary>")[2].partition("\n\n</")[0].split("\n- ")[1:] == [
        "[1:1 Öppna en fritidsgård vid torget](../insatser/1-1/): bidrar",
        "[2:2 Håll kurser på museet](../insatser/2-2/): ansvarar via Kulturkretsen",
    ]


def test_the_data_behind_is_linked() -> None:
    """The matrix and the connections lead to their CSV files."""
    for name, file in (("ansvarsmatris", "responsibilities.csv"), ("kopplingar", "references.csv")):
        page = pages()[f"{PLAN}/{name}/"]
        assert f"(../../data/v1/{file})" in outline(page.html)
    assert not pages()[f"{PLAN}/kopplingar/"].searchable


def test_connections_are_counted_and_one_way_ones_listed() -> None:
    """Four connections, one pair that names each other, two one way; how the plan states them is told."""
    text = outline(pages()[f"{PLAN}/kopplingar/"].html)
    assert "anger: 4\n" in text
    assert "varandra: 1\n" in text
    assert "åt ett håll: 2\n" in text
    table = LexborHTMLParser(text).css_first("table")
    rows = [[words(cell) for cell in line.css("th, td")] for line in table.css("tbody tr")] if table else []
    assert rows[:3] == [
        ["Från 1:1 Öppna en fritidsgård vid torget"],
        ["1:2 Fråga unga vad de vill", "som koppling", "ja"],
        ["2:1 Låna ut cyklar", "i löpande text", "nej, bara åt det här hållet"],
    ]
    one_way = text.partition("{#at-ett-hall}")[2].partition("\n## ")[0]
    assert "fritidsgård vid torget](../insatser/1-1/) nämner [2:1]" in one_way
    assert "[1:2]" not in one_way


def test_connections_across_plans_are_told_in_both_plans() -> None:
    """What leads from one plan to another stands on both plans' pages, with the plans' names."""
    for plan in (PLAN, CLIMATE):
        across = outline(pages()[f"{plan}/kopplingar/"].html).partition("{#mellan-planer}")[2]
        rows = [words(line) for line in LexborHTMLParser(across).css("tbody tr")]
        assert len(rows) == 2
        assert any(row.startswith("1:1 Öppna en fritidsgård vid torget (Ungdomsplan 2023–2026)") for row in rows)


def test_a_plan_without_connections_says_so() -> None:
    """No table and no sums where the plan's text states no connection inside the plan."""
    text = outline(pages()[f"{CLIMATE}/kopplingar/"].html)
    assert "Planens text anger inga kopplingar." in text
    assert "varandra: 0" not in text


def test_the_list_of_a_matrix_says_whom_each_role_has() -> None:
    """Bodies with the same role stand together, and each knows its column, by which the filter hides it."""
    page = LexborHTMLParser(pages()[f"{PLAN}/ansvarsmatris/"].html)
    row = next(item for item in page.css(".list-groups > div > ul > li") if "1:1" in words(item.css_first("a")))
    lines = {words(item.css_first("span.filled")): item.css("[data-column]") for item in row.css("ul > li:has(span)")}
    assert [words(body) for body in lines["Samordnar och ansvarar"]] == ["Kulturnämnden"]
    for body in row.css("[data-column]"):
        column = page.css("thead th")[int(body.attributes["data-column"] or 0)]
        link, listed = column.css_first("a"), body.css_first("a")
        assert link
        assert listed
        assert words(listed) == (link.attributes.get("title") or words(link))


def test_every_row_of_the_list_has_the_heaviest_role_first() -> None:
    """However many have it, and what comes through a group after what an organization has itself."""
    order = ["Samordnar", "Samordnar och ansvarar", "Ansvarar", "Bidrar"]
    for plan in (PLAN, CLIMATE):
        page = LexborHTMLParser(pages()[f"{plan}/ansvarsmatris/"].html)
        said = [[words(item) for item in row.css("span.filled")] for row in page.css(".list-groups > div > ul > li")]
        assert max(map(len, said)) > 1
        assert [
            row for row in said if row != sorted(row, key=lambda role: order.index(role.partition(" via ")[0]))
        ] == []


def test_a_column_has_a_short_name_and_its_whole_one() -> None:
    """The head says the short name where there is one and shows the whole; the list and the choices say the whole."""
    page = LexborHTMLParser(pages()[f"{PLAN}/ansvarsmatris/"].html)
    link = page.css("thead th a")[0]
    assert (words(link), link.attributes.get("title")) == ("Barn och utbildning", "Barn- och utbildningsnämnden")
    assert "Barn- och utbildningsnämnden" in words(page.css_first(".as-list"))
    assert "Barn och utbildning" not in words(page.css_first(".as-list"))
    assert "Barn- och utbildningsnämnden" in words(page.css_first("form.filter"))


def test_the_list_of_a_matrix_begins_with_its_contents() -> None:
    """A link for each area, which leads to it."""
    page = LexborHTMLParser(pages()[f"{PLAN}/ansvarsmatris/"].html)
    targets = [str(link.attributes["href"])[1:] for link in page.css(".list-contents a")]
    assert [group.attributes["id"] for group in page.css(".list-groups > div")] == targets
    assert len(targets) == 2


def test_a_cell_knows_the_name_of_its_column() -> None:
    """So that a row of any other table can be shown as lines; the header of a row needs no name."""
    page = LexborHTMLParser(pages()[f"{PLAN}/insatser/"].html)
    columns = [words(cell) for cell in page.css("thead th")][1:]
    for row in page.css("tbody tr:not(.group)"):
        assert [cell.attributes.get("data-heading") for cell in row.css("th, td")] == [None, *columns]
