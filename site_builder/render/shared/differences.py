"""The notes on a page of where the sources disagree about it: what matters to the reader first, the rest last."""

import itertools
from collections.abc import Iterable

from msgspec import Struct

from schema.choices import DifferenceWeight
from schema.document import Difference
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.writer import Writer


class Differences(Struct, frozen=True):
    """Links to the differences that change who does what or the facts, and to those that are editorial alone."""

    weighty: tuple[Link, ...]
    editorial: tuple[Link, ...]


def differences_of(writer: Writer, *addresses: str) -> Differences:
    """Return links to the places where the sources disagree about what this page, or another address, is about."""
    found = writer.context.differences_at
    places = itertools.chain.from_iterable(found.get(address, ()) for address in (writer.address, *addresses))
    differences = by_weight({difference.id: difference for difference in places}.values())
    *weighty, editorial = (tuple(_link(writer, item) for item in found) for found in differences.values())
    return Differences(tuple(itertools.chain(*weighty)), editorial)


def by_weight(differences: Iterable[Difference]) -> dict[DifferenceWeight, list[Difference]]:
    """Return differences by weight, the weightiest first; those of the same weight keep their order."""
    found: dict[DifferenceWeight, list[Difference]] = {weight: [] for weight in DifferenceWeight}
    for difference in differences:
        found[difference.weight].append(difference)
    return found


def _link(writer: Writer, difference: Difference) -> Link:
    return writer.link(urls.difference(difference.id), difference.title)
