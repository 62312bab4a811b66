"""The texts of a page, with what each counts and where on the page it stands."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from site_builder.search.facts import Facts
from site_builder.search.text import Field, Section

TITLE, NAMES, DESCRIPTION, COORDINATOR = 7.0, 5.0, 1.5, 3.0
WEIGHTS: Mapping[Field, float] = {Field.HEADING: 2.5, Field.LEAD: 2.0, Field.BODY: 1.0, Field.HEADER: 3.0}
# A page's text is cut in so many places, each some paragraphs: words that stand in one of them say something together.
PLACES = 8

WeighedText = tuple[str, float, int]  # a text, its weight, and its places as the bits of a number


def all_texts(facts: Facts, sections: Sequence[Section]) -> Iterator[str]:
    """Yield every text of a page, and every question that it answers."""
    yield from (text for text, _, _ in weighed_texts(facts, sections))
    yield from facts.asked


def weighed_texts(facts: Facts, sections: Sequence[Section]) -> Iterator[WeighedText]:
    """Yield every text of a page with its weight and its places. A name is of no place, but goes with all."""
    yield from ((title, TITLE, 0) for title in facts.titles)
    yield "" if facts.by_names else facts.description, DESCRIPTION, 0
    yield from ((name, NAMES, 0) for name in facts.names)
    yield from ((name, COORDINATOR, 0) for name in facts.coordinators)
    places = places_of(sum(len(section.pieces) for section in sections))
    for section in sections:
        own = [next(places) for _ in section.pieces]
        yield section.read, WEIGHTS[Field.HEADING] * facts.text, reduce(or_, own, 0)
        for piece, place in zip(section.pieces, own, strict=True):
            yield piece.read, WEIGHTS.get(piece.field, facts.repeated) * facts.text, place


def places_of(count: int, places: int = PLACES) -> Iterator[int]:
    """Yield the place of each of a number of texts in a row: neighbours share one where there are more than places."""
    yield from (1 << number * places // max(places, count) for number in range(count))
