"""Concepts: everyday words for what the plans call something else, and the pages that are about it.

They come from the glossary, where editors add to them.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_builder.foundation.inline import parse_target
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.pages.rows import PlanPage


class Concept(Struct, frozen=True):
    """What texts call something (`official`), what people say (`everyday`), and the pages about it, the best first.

    `alike` are the same pages of other plans, and `explained` is the page where the word is explained.
    """

    id: str
    official: tuple[str, ...]
    everyday: tuple[str, ...]
    about: tuple[str, ...]
    alike: tuple[str, ...] = ()
    explained: str = ""


def concepts(index: PlanIndex) -> Iterator[Concept]:
    """Yield a concept for each term of the glossary, and for each word of the search's own."""
    for record in index.terms.values():
        term = record.value
        names = (term.term, *([term.abbreviation] if term.abbreviation else ()))
        about, alike = _addresses(index, term.about)
        yield Concept(term.id, names, term.everyday, about, alike, urls.term(term.id).partition("#")[0])
    for word in index.search_words.values():
        value = word.value
        yield Concept(f"{value.id}.", value.words, value.everyday, *_addresses(index, value.about))


def _addresses(index: PlanIndex, about: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the addresses, and those of the same pages of other plans: whoever asks may mean theirs."""
    found = dict.fromkeys(index.targets[parse_target(written)].address.partition("#")[0] for written in about)
    alike = dict.fromkeys(other for address in found for other in _of_other_plans(index, address))
    return tuple(found), tuple(address for address in alike if address not in found)


def _of_other_plans(index: PlanIndex, address: str) -> Iterator[str]:
    row = index.pages.get(address)
    if isinstance(row, PlanPage) and row.name and not row.noun:
        yield from (row.address(content.plan.value) for content in index.plans.values() if row in content.pages)
