"""References inside running text, and the code that holds none."""

from datetime import date

import pytest

from site_builder.build import check
from site_builder.checks.texts.text import readable_text
from site_builder.foundation.inline import Inline, inline_references, replace_references
from tests.cases import AS_OF
from tests.miniature import texts


def replaced(text: str) -> str:
    return replace_references(text, lambda item: f"<{item.kind} {item.name}>")


def test_every_reference_is_replaced_in_its_place() -> None:
    """The text around references stays as it is, also when the same reference comes twice."""
    assert replaced("Se [[1:4]], [[begrepp:sig|SIG]] och [[1:4]].") == (
        "Se <intervention 1:4>, <term sig> och <intervention 1:4>."
    )


def test_code_holds_no_references() -> None:
    """What stands in a code span or in a fenced block is shown as it is written."""
    text = "Skriv `[[1:4]]` eller ``[[2:3]]``.\n\n```yaml\nlead: Se [[1:4]].\n```\n\nSe [[2:4]]."
    assert [item.name for item in inline_references(text)] == ["2:4"]
    assert replaced(text) == text.replace("[[2:4]]", "<intervention 2:4>")


def test_code_in_a_reference_is_a_part_of_it() -> None:
    """The words of a reference with code in it are all there, and so is what is written between the brackets."""
    written = "[[1:4|se `lead`  här]]"
    assert list(inline_references(written)) == [Inline(written, "intervention", "1:4", "se `lead` här", 0)]


def test_a_reference_knows_where_it_stands() -> None:
    """The place counts from the beginning of the text, code included."""
    assert list(inline_references("`[[1:4]]` [[1:4]]")) == [Inline("[[1:4]]", "intervention", "1:4", "", 10)]


def test_a_broken_reference_is_found_where_it_stands_and_not_in_code_before_it() -> None:
    """The same words in code before a broken reference do not draw the blame to themselves."""
    page = "# Om\n\nSkriv `[[ungdomsplan-2023-2026/9:9]]`.\n\nSe [[ungdomsplan-2023-2026/9:9]].\n"
    found = check({**texts(), "docs/om.md": page}, date.fromisoformat(AS_OF)).diagnostics
    assert [(item.code, item.span.line, item.span.column) for item in found] == [("unknown-intervention", 5, 4)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Se https://a.example/slk nu", "Se nu"),
        ("Se <b>nu</b>", "Se nu"),
        ("Se [[1:1|nu]]", "Se [[ |nu]]"),
        ("Se [nu](slk.md)", "Se [nu )"),
        ("Se nu", "Se nu"),
    ],
)
def test_what_is_not_read_as_words_is_blanked_each_kind_alone(text: str, words: str) -> None:
    """An address, a mark-up, the target of a reference and of a link; what is left keeps its place."""
    found = readable_text(text)
    assert " ".join(found.split()) == words
    assert found.index("nu") == text.index("nu")
