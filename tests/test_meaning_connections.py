"""Connections between interventions, worked out once for pages and data."""

from dataclasses import dataclass
from typing import cast

from schema.choices import StatedIn
from schema.intervention import Intervention
from site_builder.meaning.connections.stated import Connection, connections_of, in_order


@dataclass(frozen=True)
class Named:
    """What an intervention's text names."""

    intervention: str
    stated_in: StatedIn = StatedIn.CONNECTION


@dataclass(frozen=True)
class Stated:
    """As much of an intervention as its connections need."""

    number: str
    references: tuple[Named, ...] = ()


FOUND = connections_of(
    (plan, cast(Intervention, item))
    for plan, item in (
        ("a", Stated("1:1", (Named("1:2"), Named("b/1:1"), Named("1:2", StatedIn.TEXT)))),
        ("a", Stated("1:2", (Named("1:1", StatedIn.TEXT),))),
        ("b", Stated("1:1")),
    )
)


def test_a_connection_that_is_stated_twice_counts_once_as_stated_first() -> None:
    """Each has what it names in its own order, and says whether the other names it back."""
    assert FOUND.stated_by("a/1:1") == (
        Connection("a/1:1", "a/1:2", StatedIn.CONNECTION, mutual=True),
        Connection("a/1:1", "b/1:1", StatedIn.CONNECTION, mutual=False),
    )
    assert FOUND.stated_by("a/1:2") == (Connection("a/1:2", "a/1:1", StatedIn.TEXT, mutual=True),)


def test_the_inverse_names_each_origin_once() -> None:
    """Also across plans; what nobody names, and what does not exist, has none."""
    assert FOUND.referring("a/1:2") == ("a/1:1",)
    assert FOUND.referring("b/1:1") == ("a/1:1",)
    assert (FOUND.referring("b/9:9"), FOUND.stated_by("b/1:1")) == ((), ())


def test_a_plans_own_come_first_and_numbers_are_numbers() -> None:
    """1:10 stands after 1:9, and other plans after the own one."""
    assert in_order("b", ["a/1:1", "b/1:10", "c/1:1", "b/1:9"]) == ["b/1:9", "b/1:10", "a/1:1", "c/1:1"]
