"""What is read past in a text, and that every place is told as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.foundation.diagnostic import Diagnostic, Severity, Span
from site_builder.reading.mending.cleaned import as_written, cleaned, column_written
from tests.workspace import Workspace

SIGNS = st.text("aå1 \u00ad\u200b\u200d\ufeff\u030a\ufb03\u00e5", max_size=12)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kom\u00admunen", "Kommunen"),
        ("fr\u200bå\u200cga\u2060r\ufeff", "frågar"),
        ("va\u030ad", "våd"),
        ("e\ufb03cient \ufb01n", "efficient fin"),
        ("811218\u00ad-9876", "811218-9876"),
        ("vanlig text – med ½ och €", "vanlig text – med ½ och €"),
    ],
)
def test_what_has_one_reading_is_read_so(written: str, read: str) -> None:
    assert cleaned(written) == read


@given(SIGNS, SIGNS)
def test_a_place_is_where_the_same_text_ends(before: str, after: str) -> None:
    """What stands before a place as it is read, is what stands before it as it is written."""
    line = f"{before}x{after}"
    column = len(cleaned(before)) + 1
    assert cleaned(line[: column_written(line, column) - 1]) == cleaned(before)
    assert column_written(line, len(cleaned(line)) + 1) == len(line) + 1


def test_lines_and_other_files_stay() -> None:
    """Only the columns of the file itself are others."""
    span, other = Span("a", 2, 3, 2, 4), Span("b", 2, 3, 2, 4)
    found = (Diagnostic(Severity.ERROR, "x", span, {}, (other,)),)
    (moved,) = as_written(found, {"a": "x\n\u00adab\u00adc"})
    assert (moved.span, moved.related) == (Span("a", 2, 5, 2, 6), (other,))
    assert as_written(found, {}) is found


def test_the_report_shows_the_line_as_it_is_written(workspace: Workspace) -> None:
    """The caret stands below the fault, whatever unseen signs stand before it."""
    workspace.replace("docs/om.md", "[ordlista](ordlista", "[ord\u00adlista](ord\u200blistan")
    ran = workspace.run("site_builder", "check")
    line = "Webbplatsen har en [ord\u00adlista](ord\u200blistan/index.md)."
    column = line.index("(") + 2
    assert f"docs/om.md:6:{column}: fel [dead-link]" in ran.out
    assert f" 6 | {line}" in ran.out
