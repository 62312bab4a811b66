"""Running text as HTML: what Markdown makes of it, only of the elements that belong there, and links put in afterwards."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.prose import PLAIN, prose

ELEMENTS = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "br"}
ATTRIBUTES = {"href", "title", "start"}
SCHEMES = {"", "http", "https", "mailto"}
PIECES = (
    *("<b onclick=x>", "<script>", "</p>", "<!-- ", " -->", "<?x", "<![CDATA[", "<https://a.example>", "<a@b.example>"),
    *("# ", "## x #", "\n===", "\n---", "***", "* * *", "> ", "- ", "1. ", "7) ", "3. ", "    ", "\t", "\n", "\n\n"),
    *(
        "[x]: javascript:alert(1)",
        "[x]",
        "[x](javascript:alert(1))",
        '[x](y "z")',
        "![x](y)",
        "![x][x]",
        "[x][x]",
        "](",
    ),
    *(
        "[x](JaVaScRiPt:a)",
        "[x](data:text/html,a)",
        "[x](//a.example)",
        "[x](&#106;avascript:a)",
        "[x](java\tscript:a)",
    ),
    *(
        "<javascript:alert(1)>",
        "<mailto:a@b.example>",
        "[x](<javascript:a b>)",
        "[x](vbscript:a 'b')",
        "[x](https://a b)",
    ),
    *(
        "{: onfocus=x }",
        "{: #x .y }",
        "{#x}",
        "&#x",
        "&#x41;",
        "&amp;",
        "&lt;b&gt;",
        "&",
        "`",
        "``",
        "```\n",
        "*",
        "**",
        "_",
    ),
    *(
        "__",
        "\\",
        "\\*",
        "\x00",
        "\x1a",
        "\x1a0\x1a",
        "\x02",
        "\x03",
        "\x02amp\x03",
        "\x02wzxhzdk:0\x03",
        "klzzwxh:0000",
    ),
    *(
        "[[1:4]]",
        "[[begrepp:sig|x]]",
        "ord",
        "å",
        " ",
        "  \n",
        "!!! note",
        "Term\n:   x",
        "| a | b |\n|---|---|",
        "\u2028",
        '"',
    ),
)
written = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join)
words = st.text("abå 19.–-)(,:;\"'/@ ", min_size=1, max_size=30)
plain = st.lists(words | st.sampled_from(["\n", "\n\n"]), min_size=1, max_size=8).map("".join)
VOID = {"br"}


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
    seen = re.sub(r"[\x00-\x20]", "", address)
    found = re.match(r"([^/?#]*?):", seen)
    return (found[1] if found else urlsplit("").scheme).casefold()


@settings(max_examples=300, deadline=None)
@given(plain.filter(PLAIN.fullmatch))
@example("Ett stycke.\nEn rad till.\n\nEtt stycke till.")
@example("a  \nb")
@example("Se 1:4 – 2023–2026 (”ett”), 'två' och \"tre\".")
@example("a\n\n    b")
@example("a\n\n    b\n    c")
@example(" a")
def test_text_without_marks_is_what_markdown_makes_of_it(text: str) -> None:
    """The short way for most texts and the long one come to the same."""
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
@example("`[[1:4]]`[[1:4]]`")
def test_no_text_becomes_anything_else_than_running_text(text: str) -> None:
    """Whatever is written: no other element, attribute or scheme, and all that is begun is ended in its place."""
    assert faults(text) == []
