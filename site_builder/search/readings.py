"""What the search reads in a text: how often each word and concept stands there, whatever the page.

It depends on nothing but the text, the lexicon and the words of the editors, and titles and names come back on many
pages: each text is read once, and what it held is remembered.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.memory import digest
from site_builder.foundation.search_words import stop_words, tokens
from site_builder.search.concepts import Concept
from site_builder.search.lexicon import Lexicon

PART = 0.5  # a part of a compound beside a word of its own
# Before the id of a concept, which no word begins with: the pages about it; with another after the id: those that name
# it, beside each other in the index.
ABOUT_KEY, NAMED_KEY = "~", "~"

Phrases = Mapping[str, list[tuple[tuple[str, ...], str]]]  # the first stem -> the stems after it, and the concept


class Weights:
    """Numbers by word that take little room and can only be gone through."""

    __slots__ = ("_numbers", "_words")

    def __init__(self, numbers: Mapping[str, float]) -> None:
        self._words, self._numbers = tuple(numbers), array("d", numbers.values())

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def items(self) -> Iterator[tuple[str, float]]:
        """Yield every word with its number."""
        return zip(self._words, self._numbers, strict=True)


class Readings(Struct, frozen=True, dict=True):
    """Reads texts."""

    lexicon: Lexicon
    compounds: Mapping[str, tuple[str, ...]]
    concepts: tuple[Concept, ...]
    _known: dict[str, tuple[Weights, int]] = field(default_factory=dict)

    def of(self, text: str) -> tuple[Weights, int]:
        """Return how often each stem and concept stands in a text, parts of compounds less, and how long it is."""
        if (known := self._known.get(text)) is None:
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> tuple[Weights, int]:
        found, stop = self.lexicon.stems(text), stop_words()
        telling = [key for word, key in zip(tokens(text), found, strict=True) if word not in stop]
        counts: dict[str, float] = {}
        for key in telling:
            counts[key] = counts.get(key, 0) + 1
        for key, times in [item for item in counts.items() if item[0] in self.compounds]:
            for part in self.compounds[key]:
                counts[part] = counts.get(part, 0) + times * PART
        for concept in self._named(found):
            named = ABOUT_KEY + concept + NAMED_KEY
            counts[named] = counts.get(named, 0) + 1
        return Weights(counts), len(telling)

    @cached_property
    def identity(self) -> bytes:
        """What stands for all that a reading depends on beside the text itself, and the words of its language."""
        of_editors = (repr(dict(self.compounds)), repr(self.concepts))
        return digest((spoken().code, repr(sorted(stop_words())), repr(self.lexicon.same), *of_editors))

    def _named(self, found: tuple[str, ...]) -> Iterator[str]:
        """Yield the concepts whose own words stand in a text, also inside a compound."""
        for place, phrases in enumerate(map(self._begun.__getitem__, found), 1):
            for rest, concept in phrases:
                if found[place : place + len(rest)] == rest:
                    yield concept

    @cached_property
    def _begun(self) -> "_Begun":
        phrases = phrases_of(self.lexicon, ((concept.id, concept.official) for concept in self.concepts))
        return _Begun(phrases, self.compounds)


class _Begun(dict[str, tuple[tuple[tuple[str, ...], str], ...]]):
    """The phrases that a stem, or a part of it, begins: the stems after it, and the concept. Hardly any begins one."""

    def __init__(self, phrases: Phrases, compounds: Mapping[str, tuple[str, ...]]) -> None:
        self._phrases, self._compounds = phrases, compounds

    def __missing__(self, key: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        firsts = (key, *self._compounds.get(key, ()))
        self[key] = tuple(phrase for first in firsts for phrase in self._phrases.get(first, ()))
        return self[key]


def phrases_of(lexicon: Lexicon, named: Iterable[tuple[str, Iterable[str]]]) -> Phrases:
    """Return the words that name concepts, given by concept."""
    found = defaultdict[str, list[tuple[tuple[str, ...], str]]](list)
    for concept, names in named:
        for stems in dict.fromkeys(map(lexicon.stems, names)):
            found[stems[0]].append((stems[1:], concept))
    return found
