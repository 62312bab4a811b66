"""How areas are recognised: the same number and colour wherever an area stands."""

import re

import pytest

from site_builder.render.area_mark import area_css, area_mark
from tests.test_render_start import CLIMATE, PLAN, markdown, pages


@pytest.mark.parametrize(("number", "css"), [("1", "omr-1"), ("6", "omr-6"), ("7", "omr-1"), ("14", "omr-2")])
def test_colours_begin_again(number: str, css: str) -> None:
    """The seventh area has the first one's colour: the style sheet has six."""
    assert area_css(number) == css


@pytest.mark.parametrize(
    "address",
    [
        "",
        *(f"{PLAN}/{name}" for name in ("fokusomraden/", "fokusomraden/2/", "insatser/", "insatser/2-1/")),
        *(f"{PLAN}/{name}" for name in ("ansvarsmatris/", "uppfoljning/")),
    ],
)
def test_an_area_has_its_mark_everywhere(address: str) -> None:
    """Start page, lists, matrices, pictures and its own pages show the number on the area's colour, by its name."""
    assert re.search(re.escape(area_mark("2")) + r"[^\n]{0,60}Fokusområde 2", markdown(address))


def test_a_mark_is_no_word() -> None:
    """The style sheet draws the number, so headings and search hold nothing twice."""
    assert re.sub(r"<[^>]*>", "", area_mark("3")) == ""


def test_pages_of_an_area_have_its_colour() -> None:
    """An area and its interventions, of every plan; other pages have none."""
    made = pages()
    assert made[f"{PLAN}/fokusomraden/2/"].area == made[f"{PLAN}/insatser/2-1/"].area == "omr-2"
    assert made[f"{CLIMATE}/strategier/1-1/"].area == "omr-1"
    assert made[f"{PLAN}/mal/"].area == made[""].area == ""
