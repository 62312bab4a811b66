"""The words that a number may follow in a question, so that `insats 14` and `insats ett fyra` are read as 1:4."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from schema.plan import Terms
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex


class NumberedWords(Struct, frozen=True):
    """What the plans call their measures and areas, and everything that has a number; more letters may follow each.

    `numerals` and `ordinals` are the language's words for figures, `signs` those for what stands between two of them,
    and `amounts` those after which two are an amount (1,2 miljoner) and no number.
    """

    measures: tuple[str, ...]
    areas: tuple[str, ...]
    numbered: tuple[str, ...]
    numerals: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()


NO_WORDS = NumberedWords((), (), ())


def numbered_words(index: PlanIndex, strings: Strings) -> NumberedWords:
    """Return the words of all plans."""
    terms: list[Terms] = [content.plan.value.terms for content in index.plans.values()]
    measures = _distinct(term.measure.indefinite for term in terms)
    areas = _distinct(word for term in terms for word in (term.area.indefinite, term.area.definite))
    numbered = _distinct((*measures, *areas, strings("search.appendix-word")))
    numerals, ordinals = (spoken().figures_of(key) for key in ("numerals", "ordinals"))
    signs, amounts = (tuple(spoken().list_of(key)) for key in ("signs", "amounts"))
    return NumberedWords(measures, areas, numbered, numerals, ordinals, signs, amounts)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
