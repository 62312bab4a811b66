"""Old addresses lead on: as pages for plain file hosting, and as files for servers."""

from datetime import date

from selectolax.lexbor import LexborHTMLParser

from site_builder.build import build
from site_builder.meaning.link import link
from site_builder.meaning.pages.addresses import Moves
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts

SITE = "https://planer.smastad.example/"


def files(**changes: str) -> dict[str, str]:
    """Return the text files of the miniature's site by path, with some of its content otherwise."""
    made = build({**texts(), **changes}, date(2024, 6, 1), read_strings())
    assert made.pages, made.diagnostics
    return {
        item.path: item.data.decode() for item in made.artifacts if not item.path.endswith((".png", ".ico", ".xlsx"))
    }


def test_a_page_leads_on() -> None:
    """By itself and by a link that is seen; search engines keep the new address. Nothing that a policy would stop."""
    page = LexborHTMLParser(files()["cyklar/index.html"])

    def attribute(element: str, name: str) -> str | None:
        return page.css(element)[0].attributes[name]

    assert attribute("a", "href") == "../ungdomsplan-2023-2026/"
    assert attribute("link[rel=canonical]", "href") == f"{SITE}ungdomsplan-2023-2026/"
    assert attribute("meta[http-equiv=refresh]", "content") == "0; url=../ungdomsplan-2023-2026/"
    assert attribute("meta[name=robots]", "content") == "noindex"
    assert attribute("html", "lang") == "sv"
    assert page.css("script, style, [style]") == []


def test_servers_get_the_same() -> None:
    """With and without the last slash, permanently."""
    found = files()
    assert 'location = "/cyklar/" { return 301 "/ungdomsplan-2023-2026/"; }' in found["redirects.nginx.conf"]
    assert 'redir "/cyklar" "/ungdomsplan-2023-2026/" permanent' in found["redirects.caddy"]
    assert "/cyklar/ /ungdomsplan-2023-2026/ 301\n" in found["_redirects"]


def test_what_things_were_called_leads_to_what_they_are() -> None:
    """A measure's old number, and every page of a plan that had another id; chains lead to their end at once."""
    plan, intervention = (
        "content/plans/ungdomsplan-2023-2026/plan.yaml",
        "content/plans/ungdomsplan-2023-2026/interventions",
    )
    given = texts()
    found = files(
        **{
            plan: given[plan].replace(
                "id: ungdomsplan-2023-2026\n", "id: ungdomsplan-2023-2026\nformerly: [ungplan]\n"
            ),
            f"{intervention}/1-2.yaml": f'formerly: ["7:7"]\n{given[f"{intervention}/1-2.yaml"]}',
            "content/redirects.yaml": "redirects:\n  - old: /cyklar/\n    new: /hojar/\n"
            "  - old: /hojar/\n    new: /ungplan/insatser/\n",
        }
    )["_redirects"].splitlines()
    assert "/ungdomsplan-2023-2026/insatser/7-7/ /ungdomsplan-2023-2026/insatser/1-2/ 301" in found
    assert "/ungplan/mal/ /ungdomsplan-2023-2026/mal/ 301" in found
    assert "/cyklar/ /ungdomsplan-2023-2026/insatser/ 301" in found


def moves(**changes: str) -> dict[str, str]:
    """Return where each address leads that was left, in the miniature with some of its content otherwise."""
    found = {move.old: move.new for move in Moves(link(load({**texts(), **changes}))).all}
    del found["cyklar/"]  # the miniature's own
    return found


def test_what_has_no_page_of_its_own_leads_nowhere() -> None:
    """A document stands in a list, and so does a decision; a body and a group of bodies have pages."""
    documents, groups = "content/documents.yaml", "content/organizations/groups.yaml"
    body = "content/organizations/kulturnamnden.yaml"
    given = texts()
    first = "  - id: ungdomsplan\n"
    assert first in given[documents]
    group = next(line for line in given[groups].splitlines() if line.startswith("  - id: "))
    found = moves(
        **{
            documents: given[documents].replace(first, f"{first}    formerly: [planen]\n", 1),
            groups: given[groups].replace(group, f"{group}\n    formerly: [alla]", 1),
            body: f"{given[body]}formerly: [fritidsnamnden]\n",
        }
    )
    assert found == {
        "organisationer/fritidsnamnden/": "organisationer/kulturnamnden/",
        "organisationer/alla/": f"organisationer/{group.removeprefix('  - id: ')}/",
    }


def test_what_is_in_a_broken_plan_leads_nowhere() -> None:
    """Nobody can tell where its pages would have been."""
    folder = "content/plans/ungdomsplan-2023-2026"
    intervention = f"{folder}/interventions/1-2.yaml"
    formerly = {intervention: f'formerly: ["7:7"]\n{texts()[intervention]}'}
    assert moves(**formerly) == {"ungdomsplan-2023-2026/insatser/7-7/": "ungdomsplan-2023-2026/insatser/1-2/"}
    assert moves(**formerly, **{f"{folder}/plan.yaml": "id: ungdomsplan-2023-2026\n"}) == {}
