"""Hand-written pages and the navigation that they are part of."""

from datetime import date

from site_builder.build import build
from site_builder.built import Build
from site_builder.foundation.page import Page, Section
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"


def content(**pages: str) -> dict[str, str]:
    """The miniature with other hand-written pages; two underscores stand for a slash."""
    others = {path: text for path, text in texts().items() if not path.startswith("docs/")}
    return others | {f"docs/{name.replace('__', '/')}.md": text for name, text in pages.items()}


def made_of(**pages: str) -> dict[str, Page]:
    return rendered(content(**pages))


def built(**pages: str) -> Build:
    return build(content(**pages), date(2026, 1, 15), read_strings())


def test_relative_links_stay_right() -> None:
    """A link is written from the place of its file; the page stands a folder further down."""
    made = made_of(
        om="# Om\n\n[a](hjalp/mer.md#b) [c](ordlista/index.md) [d](data/v1/plans.json)\n",
        hjalp__mer="# Mer\n\n[a](../om.md) [b](<../om.md>) [c](../assets/bilder/b.svg) [d][ref]\n\n"
        "[ref]: ../om.md\n\n## B\n",
        hjalp__index="# Hjälp\n\n[a](mer.md)\n",
    )
    assert "[a](../hjalp/mer/#b) [c](../ordlista/) [d](../data/v1/plans.json)" in outline(made["om/"].html)
    more = outline(made["hjalp/mer/"].html)
    assert "[a](../../om/) [b](../../om/) [c](../../assets/bilder/b.svg) [d](../../om/)" in more
    assert "[a](mer/)" in outline(made["hjalp/"].html)


def test_other_links_and_code_are_left_alone() -> None:
    """Addresses with a scheme, places on the same page and what stands in code stay as they are written."""
    text = "[a](https://smastad.example/) [b](mailto:a@smastad.example) [c](#d) `[e](f.md)` `[[1:1]]`"
    assert text in outline(made_of(om=f"# Om\n\n{text}\n\n## D\n")["om/"].html)


def test_references_become_links() -> None:
    """The link shows the number alone; the first line is the title and not part of the text."""
    page = made_of(om="# Om oss\n\nSe [[ungdomsplan-2023-2026/1:1]].\n")["om/"]
    assert outline(page.html).startswith("# Om oss {#om-oss}\n\nSe [1:1](../ungdomsplan-2023-2026/insatser/1-1/")
    assert page.title == "Om oss"
    assert page.description == "Se 1:1."


def test_a_page_hangs_below_the_nearest_page_above() -> None:
    """Where a folder has no page of its own, the one above it, at last the start page, is the parent."""
    made = made_of(hjalp__a__b="# B\n\nText.\n", hjalp__index="# Hjälp\n\nText.\n", stod__c="# C\n\nText.\n")
    assert made["hjalp/a/b/"].parent == "hjalp/"
    assert made["stod/c/"].parent == ""
    assert made["om/redaktorer/"].parent == ""


def addresses(sections: tuple[Section, ...]) -> list[str]:
    return [section.address for section in sections]


def test_navigation_has_the_current_plan_first() -> None:
    """Start, the current plan, other plans, topics, then the pages of the whole site."""
    found = built(om="# Om\n\nText.\n").navigation
    assert addresses(found) == [
        "",
        f"{PLAN}/",
        "klimatprogram-2022-2027/",
        "lasplan-2024-2027/",
        "fritidsgardar/",
        "organisationer/",
        "uppfoljningar/",
        "dokument/",
        "beslut/",
        "ordlista/",
        "avvikelser/",
        "andringar/",
        "om/",
    ]


def test_navigation_leaves_out_what_has_no_page() -> None:
    """A programme without goals, categories and indicators has no such sections; its own words name the others."""
    programme = built(om="# Om\n\nText.\n").navigation[2]
    assert [section.title for section in programme.children] == [
        "Målområden",
        "Strategier",
        "Ansvarsmatris",
        "Kopplingar",
        "Uppföljning",
    ]


def test_navigation_lifts_sections_whose_parent_has_no_page() -> None:
    """The editors' entry is found also where nobody has written the page about the site."""
    found = built().navigation
    assert addresses(found)[-1] == "om/redaktorer/"


def test_navigation_holds_no_items() -> None:
    """No section is an intervention, an organization or a document: the menu does not grow with the content."""
    found = built().navigation
    every = [section for top in found for section in (top, *top.children)]
    assert not [section for section in every if section.address.count("/") > 2]
