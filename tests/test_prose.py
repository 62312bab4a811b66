"""Running text as HTML: what Markdown makes of it, of the elements that belong there, and with links put in last."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.prose import PLAIN, block, inline, led, page, prose

ELEMENTS = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "br"}
ATTRIBUTES = {"href", "title", "start"}
SCHEMES = {"", "http", "https", "mailto", "tel"}
PIECES = (
    *("<b onclick=x>", "<script>", "</p>", "<!-- ", " -->", "<?x", "<![CDATA[", "<https://a.example>"),
    *("<a@b.example>", "# ", "## x #", "\n===", "\n---", "***", "* * *", "> ", "- ", "1. ", "7) ", "3. ", "    "),
    *("\t", "\n", "\n\n", "[x]: javascript:alert(1)", "[x]", "[x](javascript:alert(1))", '[x](y "z")', "![x](y)"),
    *("![x][x]", "[x][x]", "](", "[x](JaVaScRiPt:a)", "[x](data:text/html,a)", "[x](//a.example)"),
    *("[x](&#106;avascript:a)", "[x](java\tscript:a)", "<javascript:alert(1)>", "<mailto:a@b.example>"),
    *("[x](<javascript:a b>)", "[x](vbscript:a 'b')", "[x](https://a b)", "{: onfocus=x }", "{: #x .y }", "{#x}"),
    *("&#x", "&#x41;", "&amp;", "&lt;b&gt;", "&", "`", "``", "```\n", "*", "**", "_", "__", "\\", "\\*", "\x00"),
    *("\x1a", "\x1a0\x1a", "\x02", "\x03", "\x02amp\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0000", "[[1:4]]"),
    *("[[begrepp:sig|x]]", "ord", "å", " ", "  \n", "!!! note", "Term\n:   x", "| a | b |\n|---|---|", "\u2028"),
    *('"'),
)
written = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join)
words = st.text("abå \t\u2028 19.–-)(,:;\"'/@ ", min_size=1, max_size=30)
plain = st.lists(words | st.sampled_from(["\n", "\n\n", "\n- ", "\n  ", "- a", "\n\n- "]), min_size=1, max_size=8).map(
    "".join
)
VOID = {"br"}
TWO = "<p>a</p>\n<p>b</p>"
LIST = "<ul>\n<li>a</li>\n</ul>"


def html(text: str) -> str:
    """What running text becomes; its references are shown as their words."""
    return str(prose(text).filled(lambda item: f'<a href="x">{len(item.name)}</a>'))


class Written(HTMLParser):
    """The elements and attributes as they are written; every end has to belong to the element that is open."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"an attribute twice in <{tag}>")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> ends something else")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"a declaration: {decl}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data}")


def faults(text: str) -> list[str]:
    """All that running text became and must not: elements, attributes, addresses, and what a browser would mend."""
    made = html(text)
    found = Written(made)
    names = [name for name, _ in found.elements]
    attributes = [(key, value or "") for _, given_ in found.elements for key, value in given_.items()]
    browser = [str(node.tag) for node in LexborHTMLParser(f"<body><div>{made}</div>").css("body > div *")]
    return [
        *found.faults,
        *sorted(set(names) - ELEMENTS),
        *(key for key, _ in attributes if key not in ATTRIBUTES),
        *(value for key, value in attributes if key == "href" and scheme(value) not in SCHEMES),
        *([] if browser == names else [f"a browser reads {browser} and not {names}"]),
    ]


def scheme(address: str) -> str:
    """The scheme of an address as a browser sees it: without white space and control characters."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE)
    return found[1].casefold() if found else ""


@settings(max_examples=300, deadline=None)
@given(plain.filter(PLAIN.fullmatch))
@example("Ett stycke.\nEn rad till.\n\nEtt stycke till.")
@example("a  \nb")
@example("Se 1:4 – 2023–2026 (”ett”), 'två' och \"tre\".")
@example("a\n\n    b")
@example("a\n\n    b\n    c")
@example(" a")
@example("Så här:\n\n- ett,\n- två.\n\nOch sedan:\n\n- tre.")
@example("- ett,\n  som går vidare,\n- två")
@example("- a\n\n- b")
@example("- a\n\n  b")
@example("- a\nb")
@example("- - a")
@example("- 1. a")
@example("a\n- b")
def test_text_without_marks_is_what_markdown_makes_of_it(text: str) -> None:
    """The short way for most texts, which may have lists, and the long one come to the same."""
    if PLAIN.fullmatch(text):
        assert html(text) == Markdown(output_format="html").convert(text)


@settings(max_examples=600, deadline=None)
@given(written)
@example('<b onclick="x">a</b>')
@example("# x")
@example("> # x")
@example("- # x\n\n    # y")
@example("x\n===")
@example("> x\n> ===")
@example("[x]: javascript:alert(1)\n\n[x] [x][x]")
@example("> [x]: javascript:alert(1)\n\n[x]")
@example("{: onfocus=x }\n\na\n{: onfocus=x }")
@example("&#x")
@example(
    "[a](javascript:alert(1)) [b](JaVaScRiPt:a) [c](&#106;avascript:a) [d](java&#10;script:a) [e](data:text/html,a)"
)
@example("<javascript:alert(1)> <https://a.example/> <a@b.example>")
@example("[a [b](https://b.example)](https://a.example)")
@example("[[[1:4]]](https://a.example)")
@example("`[[1:4]]` ``a` `` \x1a0\x1a \x02amp\x03")
@example("***\n\n---\n\n* * *")
@example("![x](https://a.example/b.png) ![y][x]")
@example("*a **b* c**")
@example("- a\n\n    > b\n\n        c\n\n1. d")
@example("![[[1:4]]](x)")
@example('[x](y "a [[1:4]] b")')
@example("[x]([[1:4]])")
@example("[x]([[1:4|javascript:alert(1)]])")
@example("<javascript://%0aalert(1)> <ftp://a.example>")
@example("`[[1:4]]`[[1:4]]`")
def test_no_text_becomes_anything_else_than_running_text(text: str) -> None:
    """Whatever is written: no other element, attribute or scheme, and all that is begun is ended in its place."""
    assert faults(text) == []


def test_a_numbered_list_keeps_the_number_that_is_written() -> None:
    """It may go on where another ended; one that begins with 1 says nothing of it."""
    assert html("3. c\n4. d") == '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'
    assert html("1. a\n2. b") == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"
    assert '<ol start="7">' in str(page("Text.\n\n7. g\n8. h").filled(str))


def test_each_page_puts_its_own_links_in() -> None:
    """The text is converted once; what is put in is HTML, and the words around it are escaped."""
    text = prose("Se [[1:4]] & *[[begrepp:sig|ord]]*.")
    assert text.filled(lambda item: f'<a href="../{item.name}/">{item.label}</a>') == Markup(
        '<p>Se <a href="../1:4/"></a> &amp; <em><a href="../sig/">ord</a></em>.</p>'
    )
    assert text.filled(lambda _: "<b></b>") == Markup("<p>Se <b></b> &amp; <em><b></b></em>.</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a [[1:4]] b](https://a.example)", '<p><a href="https://a.example">a 1:4 b</a></p>'),
        ("[a [[1:4|<i>]]](https://a.example)", '<p><a href="https://a.example">a &lt;i&gt;</a></p>'),
        ('[a](https://a.example "b [[1:4]]")', '<p><a href="https://a.example" title="b [[1:4]]">a</a></p>'),
        ('[a](x "b [[1:4|" onclick="]]")', '<p><a href="x" title="b [[1:4|&#34; onclick=&#34;]]">a</a></p>'),
    ],
)
def test_where_no_link_may_stand_a_reference_is_words(text: str, expected: str) -> None:
    """Not in another link, and not in an attribute."""
    assert prose(text).filled(lambda _: "LINK") == Markup(expected)


@pytest.mark.parametrize("address", ["https://a.example/b?c=1&d#e", "mailto:a@b.example", "tel:+4631", "../a/", "#b"])
def test_links_to_safe_places_are_made(address: str) -> None:
    """As they are written."""
    found = Written(html(f"[a]({address})")).elements
    assert found == [("p", {}), ("a", {"href": address})]


@pytest.mark.parametrize(
    "address", ["javascript:a", "data:text/html,a", "vbscript:a", "file:///a", "jAvA&#115;cript:a"]
)
def test_links_to_other_places_stay_text(address: str) -> None:
    """What is written is shown, so that its author sees what was not made of it."""
    assert [name for name, _ in Written(html(f"[a]({address})")).elements] == ["p"]
    assert html(f"[a]({address})").startswith("<p>[a](")


@pytest.mark.parametrize(
    ("value", "in_line", "as_block", "with_words"),
    [
        ("a < b", "a &lt; b", "<p>a &lt; b</p>", "<p>Ord: a &lt; b</p>"),
        (Markup("<p>a</p>"), "a", "<p>a</p>", "<p>Ord: a</p>"),
        (Markup("<a href='x'>a</a>"), "<a href='x'>a</a>", "<p><a href='x'>a</a></p>", "<p>Ord: <a href='x'>a</a></p>"),
        (Markup(TWO), TWO, TWO, "<p>Ord: a</p>\n<p>b</p>"),
        (Markup(LIST), LIST, LIST, f"<p>Ord:</p>\n{LIST}"),
    ],
)
def test_a_text_stands_in_a_line_as_a_block_or_after_words(
    value: str, in_line: str, as_block: str, with_words: str
) -> None:
    """Words are escaped and HTML is not; a list begins below the words before it."""
    assert inline(value) == Markup(in_line)
    assert block(value) == Markup(as_block)
    assert led(value, "Ord:") == Markup(with_words)


def test_words_before_a_text_are_escaped() -> None:
    """Unless they are HTML already."""
    assert led("a", "<i>") == Markup("<p>&lt;i&gt; a</p>")
    assert led("a", Markup("<strong>b</strong>")) == Markup("<p><strong>b</strong> a</p>")


@pytest.mark.parametrize("nothing", ["", None, Markup("")], ids=["words", "none", "html"])
def test_nothing_makes_no_block(nothing: str | None) -> None:
    """No empty paragraph."""
    assert block(nothing) == Markup("")
