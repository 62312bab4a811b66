"""How areas are recognised: the same number and colour wherever an area stands."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.changes.change import Change, Nature, Subject
from site_builder.changes.history import History, Told
from site_builder.render.shared.area_mark import COLOURS, area_css, area_mark
from tests.miniature import texts
from tests.rendered import rendered
from tests.test_render_start import CLIMATE, PLAN, pages, said

STYLE = (Path(__file__).resolve().parent.parent / "docs/assets/css/plan.css").read_text(encoding="utf-8")
GROUNDS = {"light": ("#ffffff", "#f1f4f8"), "dark": ("#14181f", "#1e242e")}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("place", range(1, COLOURS + 1))
def test_each_colour_can_be_read(place: int) -> None:
    """The number on the colour, and the colour on the grounds of the pages, differ by 4.5:1 in both schemes."""
    found = re.search(rf"--area-{place}: light-dark\((#\w{{6}}), (#\w{{6}})\)", STYLE)
    assert found
    for colour, grounds in zip(found.groups(), GROUNDS.values(), strict=True):
        assert all(contrast(colour, ground) >= 4.5 for ground in grounds)


@pytest.mark.parametrize(("number", "css"), [("1", "hue-1"), ("6", "hue-6"), ("7", "hue-1"), ("14", "hue-2")])
def test_colours_begin_again(number: str, css: str) -> None:
    """The seventh area has the first one's colour: the style sheet has six."""
    assert area_css(number) == css


@pytest.mark.parametrize(
    "address",
    [
        *(f"{PLAN}/{name}" for name in ("fokusomraden/", "fokusomraden/2/", "insatser/", "insatser/2-1/")),
        *(f"{PLAN}/{name}" for name in ("ansvarsmatris/", "uppfoljning/")),
    ],
)
def test_an_area_has_its_mark_everywhere(address: str) -> None:
    """Lists, matrices, pictures and its own pages show the number on the area's colour, by its name."""
    assert re.search(re.escape(area_mark("2")) + r"[^\n]{0,60}Fokusområde 2", said(address))


def test_a_mark_is_no_word() -> None:
    """The style sheet draws the number, so headings and search hold nothing twice."""
    assert re.sub(r"<[^>]*>", "", area_mark("3")) == ""


def test_what_a_body_has_to_do_shows_the_colour_of_each_area() -> None:
    """Before the link to each task, with the area's name for listeners."""
    assert re.search(edge("2:1"), said("organisationer/kulturnamnden/"))


@pytest.mark.parametrize("address", [f"{PLAN}/kopplingar/", f"{PLAN}/insatser/1-2/"])
def test_connections_show_the_colour_of_each_area(address: str) -> None:
    """In every table of connections, and on the page of each measure; no text says the area once more."""
    found = list(LexborHTMLParser(pages()[address].html).css(".area-edge"))
    assert found
    for node in found:
        link = node.next
        assert link is not None
        area = link.text().partition(":")[0]
        assert node.attributes["class"] == f"area-edge {area_css(area)}"
        assert (node.attributes["aria-label"] or "").partition(": ")[0].endswith(f" {area}")
        assert not node.text()


def edge(number: str) -> str:
    """A pattern for the colour of a measure's area, and the measure's link after it."""
    area = number.partition(":")[0]
    mark = rf'class="area-edge {area_css(area)}" role="img" aria-label="Fokusområde {area}: [^"]+"'
    return rf"{mark}></span><a [^>]*>{number} "


def test_pages_of_an_area_have_its_colour() -> None:
    """An area and its interventions, of every plan; other pages have none."""
    made = pages()
    assert made[f"{PLAN}/fokusomraden/2/"].area == made[f"{PLAN}/insatser/2-1/"].area == "hue-2"
    assert made[f"{CLIMATE}/strategier/1-1/"].area == "hue-1"
    assert made[f"{PLAN}/mal/"].area == made[""].area == ""


def test_a_change_shows_the_colour_of_the_area_that_it_is_about() -> None:
    """Of a measure as of the area itself; what stands in no area that is there any longer has none."""
    subjects = [Subject(kind, PLAN, name, name) for kind, name in (("intervention", "2:1"), ("intervention", "9:1"))]
    subjects.append(Subject("area", PLAN, "2", "Rörelse varje dag"))
    changes = tuple(
        Told(f"a-{place}", "2025-04-02T10:00:00", Change(Nature.FACT, "added", subject, "x.yaml"))
        for place, subject in enumerate(subjects)
    )
    page = rendered(texts(), history=History(changes=changes))["andringar/2025-04-02/"].html
    lines = {f"a-{place}": LexborHTMLParser(page).css_first(f"#a-{place}") for place in range(3)}
    marks = {
        name: [node.attributes["class"] for node in line.css(".area-edge")] for name, line in lines.items() if line
    }
    assert marks == {"a-0": ["area-edge hue-2"], "a-1": [], "a-2": ["area-edge hue-2"]}
