"""The words that a number may follow in a question, so that `insats 14` and `insats ett fyra` are read as 1:4."""

from collections.abc import Iterable
from dataclasses import dataclass

from schema.plan import Terms
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex


@dataclass(frozen=True)
class NumberedWords:
    """What the plans call their measures and areas, and everything that has a number; more letters may follow each."""

    measures: tuple[str, ...]
    areas: tuple[str, ...]
    numbered: tuple[str, ...]


NO_WORDS = NumberedWords((), (), ())


def numbered_words(index: PlanIndex, strings: Strings) -> NumberedWords:
    """Return the words of all plans."""
    terms: list[Terms] = [content.plan.value.terms for content in index.plans.values()]
    measures = _distinct(term.measure.indefinite for term in terms)
    areas = _distinct(word for term in terms for word in (term.area.indefinite, term.area.definite))
    return NumberedWords(measures, areas, _distinct((*measures, *areas, strings("search.appendix-word"))))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
