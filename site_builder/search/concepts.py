"""Concepts: everyday words for what the plans call something else, and the pages that are about it.

They come from the glossary, where editors add to them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from schema.glossary import GlossaryTerm
from site_builder import urls
from site_builder.inline import parse_target, qualified
from site_builder.link import PlanIndex


@dataclass(frozen=True)
class Concept:
    """`official` are the words that texts use; `everyday` what people say; `about` the addresses of its pages."""

    id: str
    official: tuple[str, ...]
    everyday: tuple[str, ...]
    about: tuple[str, ...]


def concepts(index: PlanIndex) -> Iterator[Concept]:
    """Yield a concept for each term of the glossary."""
    for record in index.terms.values():
        term = record.value
        names = (term.term, *([term.abbreviation] if term.abbreviation else ()))
        yield Concept(term.id, names, term.everyday, tuple(_about(index, term)))


def _about(index: PlanIndex, term: GlossaryTerm) -> Iterator[str]:
    current = index.site.value.current_plan if index.site else ""
    for written in term.about:
        kind, name = parse_target(written)
        yield index.targets[kind, qualified(kind, name, current)].address.partition("#")[0]
    yield urls.term(term.id).partition("#")[0]
