"""What a style sheet says of a page on paper: written into its pictures, and less what the page has no use for.

Skipped where the libraries that read style sheets are missing, an error in CI.
"""

import os
from xml.etree import ElementTree as ET

import pytest

try:
    import cssselect2  # noqa: F401 - to see that it is here
except ImportError as fault:
    if os.environ.get("CI"):
        raise
    pytest.skip(f"no cssselect2: {fault}", allow_module_level=True)

from site_builder.export.pdf.pictures import SVG, dress
from site_builder.export.pdf.usable import usable

STYLE = """
:root { --ink: light-dark(#111, #eee); --area: none }
.hue-2 { --area: light-dark(#222, #ddd) }
rect { fill: var(--ink); stroke: var(--area); stroke-width: 2 }
.hue-2 .marked { stroke: red }
.loud rect::before, rect:hover { fill: blue }
@media print { .hidden { display: none } }
@media screen { rect { fill: green } }
"""
PAGE = """<html><body><article class="hue-2"><svg xmlns="http://www.w3.org/2000/svg"><rect id="a" class="marked"/>
<rect id="b" class="hidden"/></svg></article><svg xmlns="http://www.w3.org/2000/svg"><rect id="c"/></svg>
<p id="d">x</p></body></html>"""


def dressed(style: str, page: str = PAGE) -> dict[str, dict[str, str]]:
    """The shapes of a page with what was written into them, by their ids."""
    root = ET.fromstring(page)
    dress(root, style)
    shapes = (dict(shape.attrib) for shape in root.iter(f"{SVG}rect"))
    return {shape.pop("id"): {name: value for name, value in shape.items() if name != "class"} for shape in shapes}


def test_a_picture_gets_what_the_style_sheet_says_of_it() -> None:
    """By rank and order, with names of values from above, for paper alone; and nothing else is touched."""
    page = ET.fromstring(PAGE)
    dress(page, STYLE)
    shapes = {shape.get("id"): shape.attrib for shape in page.iter(f"{SVG}rect")}
    assert (shapes["a"]["fill"], shapes["a"]["stroke"], shapes["a"]["stroke-width"]) == ("#111", "red", "2")
    assert (shapes["b"]["stroke"], shapes["b"]["display"]) == ("#222", "none")
    assert shapes["c"]["stroke"] == "none"
    assert [dict(one.attrib) for one in page.iter("p")] == [{"id": "d"}]


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("rect{fill:red}rect{fill:blue}", {"fill": "blue"}),
        ("#c{fill:red}rect{fill:blue}", {"fill": "red"}),
        ("svg rect{fill:red}rect{fill:blue}", {"fill": "red"}),
        ("circle, rect{fill:red}", {"fill": "red"}),
        ("rect{fill:red;color:blue;margin:1px;opacity:.5}", {"fill": "red", "opacity": ".5"}),
        ("rect{stroke-dasharray: 2 2;font-size:9px}", {"stroke-dasharray": "2 2", "font-size": "9px"}),
        ("/* a */ rect { /* b */ fill: red; /* c */ }", {"fill": "red"}),
        ("rect{fill:var(--a)}", {"fill": "none"}),
        (":root{--a:var(--b);--b:red}rect{fill:var(--a)}", {"fill": "red"}),
        (":root{--a:red}svg{--a:blue}rect{fill:var(--a)}", {"fill": "blue"}),
        (":root{--a:red}article{--a:blue}rect{fill:var(--a)}", {"fill": "red"}),
        ("rect{--a:red;fill:var(--a)}", {"fill": "red"}),
        (":root{--my-colour_1:red}rect{stroke:var(--my-colour_1)}", {"stroke": "red"}),
        ("rect{fill:light-dark( #123 , #fff )}", {"fill": "#123"}),
        ("rect{font-family:var(--a), light-dark(x, y)}", {"font-family": "none, x"}),
        ("@media print{rect{fill:red}}", {"fill": "red"}),
        ("@MEDIA print { /* a */ rect{fill:red} }", {"fill": "red"}),
        ("@media print{@media print{rect{fill:red}}}", {"fill": "red"}),
        ("@media screen{rect{fill:red}}rect{stroke:red}", {"stroke": "red"}),
        ("@media (width > 1px){rect{fill:red}}", {}),
        ("@page{margin:1cm}@import 'x.css';rect{fill:red}", {"fill": "red"}),
        ("rect:{fill:blue}rect{stroke:red}", {"stroke": "red"}),
        ("@media print{rect::x{fill:blue}rect{stroke:red}}rect{fill:red}", {"stroke": "red", "fill": "red"}),
        ("rect{}", {}),
        ("rect{color:red}", {}),
        ("g rect{fill:red}", {}),
    ],
)
def test_each_way_of_saying_it_is_understood(style: str, written: dict[str, str]) -> None:
    """Later and stronger rules win, names come from the nearest above, and what is for no paper is left out."""
    assert dressed(style)["c"] == written


def test_what_stands_in_the_picture_already_gives_way() -> None:
    """A style sheet is stronger than an attribute; what it says nothing of stays."""
    page = PAGE.replace('id="c"', 'id="c" fill="red" stroke="red"')
    assert dressed("rect{fill:blue}", page)["c"] == {"fill": "blue", "stroke": "red"}


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("article:has(:is(.absent, .gone)) rect{fill:red}", ""),
        ("article:has(:is(.absent, .marked)) rect{fill:red}", None),
        (".absent > p{color:red}", ""),
        ("p > .absent{color:red}", ""),
        (".hue-2 > .absent, .hue-2 .marked{color:red}", None),
        (".hue-2.absent{color:red}", ""),
        ("article.hue-2#x[title]:first-child{color:red}", None),
        (":where(.absent){color:red}", ""),
        (":where(.marked){color:red}", None),
        ("p:has(> .absent){color:red}", ""),
        ("p:not(.absent), .absent{color:red}", None),
        ("@media print{.absent{color:red}p{color:red}}", "@media print{p{color:red}}"),
        ("@MEDIA print{.absent{color:red}p{color:red}}", "@MEDIA print{p{color:red}}"),
        ("@media print{@media screen{.absent{color:red}}}", "@media print{@media screen{}}"),
        ("@supports (x:y){.absent{color:red}}", None),
        ('@import "x.css";', None),
        ("@media print;", None),
        (".absent{color:red}p{color:red}.gone{color:red}.hidden{color:red}", "p{color:red}.hidden{color:red}"),
        ("details::details-content{color:red}", None),
        ("@page{margin:1cm}", None),
    ],
)
def test_a_rule_goes_only_where_its_classes_are_nowhere(rule: str, left: str | None) -> None:
    """Of other conditions it is not known whether they are met; None means that the rule stays as it is."""
    assert usable(rule, ET.fromstring(PAGE)) == (rule if left is None else left)


def test_every_class_of_an_element_counts_and_notes_go() -> None:
    """An element may have several, with any room between them; what was noted for who writes the sheet is not sent."""
    page = ET.fromstring('<html><p class="a  b\nc">x</p></html>')
    assert usable("/* x */.a{x:y}/* x */.b.c{x:y}@media print{/* x */.c{x:y}}", page) == (
        ".a{x:y}.b.c{x:y}@media print{.c{x:y}}"
    )
