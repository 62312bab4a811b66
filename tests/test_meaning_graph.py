"""The way from draft to decision as boxes and lines, on the youth plan's drafts and on made-up ones."""

from typing import Any

import pytest
from msgspec.structs import replace

from schema.choices import Outcome
from site_builder.meaning.drafts_graph import DraftGraph
from site_builder.meaning.link import PlanContent, link
from site_builder.reading.load import load
from tests.miniature import texts

YOUTH = "ungdomsplan-2023-2026"


@pytest.fixture
def content() -> PlanContent:
    return link(load(texts())).plans[YOUTH]


def graph(content: PlanContent, *drafts: dict[str, Any]) -> DraftGraph:
    """The graph of made-up drafts beside the plan's own measures 1:1, 1:2, 2:1 and 2:2."""
    record = content.drafts[0]
    blank = {"number": None, "continues": (), "became": (), "outcome": Outcome.KEPT}
    made = tuple(replace(record, value=record.value.model_copy(update={**blank, **fields})) for fields in drafts)
    return DraftGraph(replace(content, drafts=made))


def lines(found: DraftGraph) -> list[tuple[str, str, int, str]]:
    return [
        (line.origin.key, line.target.key.removeprefix(f"{YOUTH}/"), line.row, line.kind.value) for line in found.lines
    ]


def test_each_version_is_a_column_and_the_decided_measures_are_the_last(content: PlanContent) -> None:
    """Rows follow the order within a version; a draft without a number has a dash."""
    found = graph(
        content,
        {"id": "a", "version": "2020", "number": "1:1"},
        {"id": "b", "version": "2021"},
        {"id": "c", "version": "2021", "number": "3:1"},
    )
    assert found.versions == ("2020", "2021")
    places = {key: (box.column, box.row, box.number) for key, box in found.boxes.items()}
    assert places == {
        "a": (0, 0, "1:1"),
        "b": (1, 0, "–"),
        "c": (1, 1, "3:1"),
        **{f"{YOUTH}/{number}": (2, row, number) for row, number in enumerate(("1:1", "1:2", "2:1", "2:2"))},
    }
    assert found.rows == 4
    assert {key for key, box in found.boxes.items() if box.draft} == {"a", "b", "c"}


def test_a_line_leads_to_the_next_draft_and_from_the_last_to_the_measure(content: PlanContent) -> None:
    """A draft leads to a measure itself only where no later one does, and never back or to itself."""
    found = graph(
        content,
        {"id": "a", "version": "2020", "became": ("1:1", "2:1", "2:1"), "outcome": Outcome.SPLIT},
        {"id": "b", "version": "2021", "continues": ("a", "a", "b", "gone"), "became": (f"{YOUTH}/1:1", "9:9")},
        {"id": "c", "version": "2021", "outcome": Outcome.REMOVED, "continues": ("b",)},
    )
    assert lines(found) == [
        ("a", "b", 0, "split"),
        ("a", "2:1", 2, "split"),
        ("b", "1:1", 0, "kept"),
    ]
    assert [box.key for box in found.ends] == ["c"]
    assert [box.number for box in found.without_draft] == ["1:2", "2:2"]


def test_lines_that_pass_a_column_lie_below_each_other(content: PlanContent) -> None:
    """Below the boxes there and below the lines that passed before; the picture is as high as they need."""
    early = [{"id": f"a{at}", "version": "2020", "became": ("1:1",), "outcome": Outcome.MERGED} for at in range(4)]
    found = graph(content, *early, {"id": "b", "version": "2021"}, {"id": "c", "version": "2022"})
    assert [line.row for line in found.lines] == [1, 2, 3, 4]
    assert {line.kind for line in found.lines} == {Outcome.MERGED}
    assert found.rows == 5


def test_what_was_removed_or_is_new_came_so_far_as_it_was(content: PlanContent) -> None:
    for outcome in (Outcome.REMOVED, Outcome.NEW, Outcome.UNKNOWN):
        found = graph(content, {"id": "a", "version": "2020", "became": ("1:1",), "outcome": outcome})
        assert lines(found) == [("a", "1:1", 0, "kept")]
    found = graph(content, {"id": "a", "version": "2020", "became": ("1:1",), "outcome": Outcome.MOVED})
    assert lines(found) == [("a", "1:1", 0, "moved")]
