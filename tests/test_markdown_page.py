"""An exported page becomes the same page again in another generator's hands."""

from functools import cache

import pytest
from markdown import Markdown

from site_builder.export.markdown_page import markdown_page
from site_builder.foundation.page import Page
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

EXTENSIONS = ("attr_list", "md_in_html", "toc")


def again(html: str) -> tuple[str, list[dict[str, object]]]:
    """What Python-Markdown makes of an exported page, and the headings that it lists."""
    markdown = Markdown(extensions=EXTENSIONS)
    return markdown.convert(markdown_page(html)), markdown.toc_tokens  # type: ignore[attr-defined]


@cache
def pages() -> dict[str, Page]:
    return rendered(texts())


@pytest.mark.parametrize("address", sorted(pages()))
def test_a_page_becomes_itself_again(address: str) -> None:
    """Text, links, ids and headings are the same."""
    html = pages()[address].html
    assert outline(again(html)[0]) == outline(html)


def test_headings_can_be_listed() -> None:
    """Those that stand in no other block, with what Markdown would read in them as it is written."""
    html = (
        '<h1 id="a">A_b_ *c* [d] 1#</h1>\n<div>\n<h2 id="i">I</h2>\n</div>\n<h2 class="x y" id="b">B <em>c</em></h2>\n'
    )
    made, listed = again(html)
    assert outline(made) == outline(html)
    assert [(item["id"], item["name"]) for item in listed] == [("a", "A_b_ *c* [d] 1#")]
    assert [child["id"] for item in listed for child in item["children"]] == ["b"]  # type: ignore[attr-defined]


def test_code_keeps_its_blank_lines_and_other_blocks_lose_theirs() -> None:
    """A blank line ends a block in CommonMark."""
    assert (
        markdown_page("<pre>a\n\nb</pre>\n<ul>\n\n<li>x</li>\n</ul>") == "<pre>a\n\nb</pre>\n<ul>\n<li>x</li>\n</ul>\n"
    )
