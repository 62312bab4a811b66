"""Any bytes at all, shortly; what was found once stays, and so do the inputs that took a machine minutes."""

import time
from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.build import check
from site_builder.reading.read import MAX_BYTES, MAX_PAGE
from site_builder.reading.yaml_reader import parse
from tests.cases import AS_OF
from tests.fuzz.inputs import PIECES
from tests.fuzz.run import SECONDS, attempt, run
from tests.fuzz.targets import TARGETS
from tests.miniature import texts

FOUND = sorted((Path(__file__).parent / "fuzz/found").iterdir())
BYTES = st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=30).map(b"".join)
PAGE = "docs/om/prov.md"


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=100, deadline=None)
@given(raw=BYTES)
def test_any_bytes_are_answered(name: str, raw: bytes) -> None:
    """With findings or with what may be shown, and soon."""
    assert attempt(TARGETS[name], raw).words == ""


def test_a_short_run_of_the_fuzzer_breaks_nothing() -> None:
    """As `python -m tests.fuzz` does it by hand, with many more."""
    tally = run(TARGETS, 2_000, 1)
    assert (tally.executions.total(), tally.broken) == (2_000, [])


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_once_is_answered(file: Path) -> None:
    """The name says for which target."""
    assert attempt(TARGETS[file.name.partition("-")[0]], file.read_bytes()).words == ""


def test_the_quick_look_and_the_judge_agree_on_every_short_text() -> None:
    """All texts of up to three of the pieces that make blocks and links: some made a heading unseen."""
    pieces = (" ", "\n", "=", "-", "#", "x", ">", "*", "_", "&nbsp;", "1.", "[", "](https://w)", "[[", "]]")
    for length in (1, 2, 3):
        for text in product(pieces, repeat=length):
            assert attempt(TARGETS["html"], "".join(text).encode()).words == "", text


def test_what_breaks_is_noticed() -> None:
    """An exception, and one that takes its time; each with its input."""

    def fails(raw: bytes) -> bool:
        raise ValueError(raw)

    tally = run({"fails": fails}, 3, 1)
    assert [broken.target for broken in tally.broken] == ["fails"] * 3
    assert "ValueError" in tally.broken[0].words
    assert attempt(lambda _: _spend(SECONDS), b"").words.endswith(" s")


@pytest.mark.parametrize(
    "text",
    [
        *("](x" * 60_000, "[a](" * 50_000, "`a " * 60_000, "<a" * 90_000, "![" * 90_000),
        *("[[begrepp:" * 2_000, "[a " * 2_000, "1. " * 400, "* + " * 40_000),
        "\n".join("    " * depth + "- a" for depth in range(200)),
        *("\na\n===" * 20_000, "\n## a" * 40_000, "\n~~~a\n" * 20_000, "\n!!! a\n" * 20_000),
    ],
    ids=[
        *("ends of links", "links", "code", "tags", "pictures", "open references", "open brackets"),
        *("lists in a line", "lists of two kinds", "lists by indentation", "titles", "headings", "fences", "boxes"),
    ],
)
def test_a_page_with_more_marks_than_anybody_writes_is_told_and_no_rule_reads_it(text: str) -> None:
    """Each took minutes: not in the parser of Markdown, but in rules that look for what is not closed."""
    page = f"# Prov\n\n{text}"[:MAX_PAGE]
    seconds, codes = _timed(lambda: check({**texts(), PAGE: page}, date.fromisoformat(AS_OF)))
    assert [code for code in codes if code != "orphan"] == ["too-many-marks"]
    assert seconds < 4 * SECONDS  # with all the other files


@pytest.mark.parametrize("text", ["a: [" + "a," * 250_000 + "]", "a: {" + "a: b," * 100_000 + "}"], ids=["list", "map"])
def test_a_line_of_many_values_is_read_in_linear_time(text: str) -> None:
    """Each value once copied what was left of the line."""
    assert len(text) < MAX_BYTES
    start = time.process_time()
    parse("content/site.yaml", text)
    assert time.process_time() - start < 3 * SECONDS


def _timed(make: Callable[[], object]) -> tuple[float, list[str]]:
    start = time.process_time()
    found = getattr(make(), "diagnostics", ())
    return time.process_time() - start, [item.code for item in found]


def _spend(seconds: float) -> bool:
    end = time.process_time() + seconds + 0.1
    while time.process_time() < end:
        pass
    return True
