"""What each word is worth on each page: a number that the browser only has to add (BM25F, weighed at build time)."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import log
from typing import NamedTuple, Self

from msgspec import Struct, field

from site_builder.foundation.search_words import stop_words, tokens
from site_builder.search.concepts import Concept
from site_builder.search.facts import Facts
from site_builder.search.read_pages import PageMemory, ReadPage
from site_builder.search.readings import ABOUT_KEY, Readings, Weights
from site_builder.search.text import Section
from site_builder.search.weighed_texts import NAMES, PLACES, weighed_texts

KIND, NUMBER = 6.0, 40.0
ABOUT, IN_GLOSSARY = (12.0, 10.0, 8.0, 7.0, 6.0, 4.0, 3.0), 3.5
RARITY = 2.0
SATURATION, LENGTH = 3.0, 0.2
SCALE = 40
# What a word is worth on a page is followed by how long a name of the page it stands in, and by its places in the text.
NAME_LENGTHS = 10
STEPS = NAME_LENGTHS << PLACES
KIND_ID = "="  # before a kind of page, where the id of a concept stands else

Postings = dict[str, "array[int]"]  # pairs of a page and a value, by stem


class _Page(Struct):
    """What stands on a page, by stem, and what it is about, whatever its text: that counts in full on any page."""

    weights: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    about: dict[str, float] = field(default_factory=dict)
    places: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    in_names: Mapping[str, int] = field(default_factory=dict)
    length: float = 0.0

    def packed(self) -> "_PackedPage":
        """Return the same in a tenth of the room: all pages wait for what stands on the others."""
        places = bytes([self.places.get(word, 0) for word in self.weights])
        return _PackedPage(Weights(self.weights), dict(self.named), self.about, places, self.in_names, self.length)


class _PackedPage(Struct, frozen=True):
    weights: Weights
    named: Mapping[str, float]
    about: Mapping[str, float]
    places: bytes
    in_names: Mapping[str, int]
    length: float


class WordWeights(Struct, frozen=True, dict=True):
    """Weighs the words of a page, and those of all pages against each other."""

    readings: Readings
    memory: PageMemory

    def postings(self, pages: Iterable[ReadPage]) -> Postings:
        """Return what every word is worth: each page's number, and points with more behind, by stem, page by page."""
        read = [(page.facts, self._packed(page)) for page in pages]
        mean = sum(page.length for _, page in read) / max(1, len(read)) or 1.0
        among = Counter(chain.from_iterable((*page.weights, *page.about) for _, page in read))
        by_count = {count: _Rarity.of(count, len(read)) for count in set(among.values())}
        rarities = {word: by_count[count] for word, count in among.items()}
        found: Postings = defaultdict(lambda: array("I"))
        for number, (facts, page) in enumerate(read):
            places = dict(zip(page.weights, page.places, strict=True))
            for word, worth in _worths(facts, page, mean, rarities).items():
                if points := round(SCALE * (rarities[word].says * facts.present) * worth):
                    name = page.in_names.get(word, 0) << PLACES
                    found[word].extend((number, points * STEPS + name + places.get(word, 0)))
        return dict(found)

    def _packed(self, page: ReadPage) -> _PackedPage:
        what = ("weights", self.readings.identity)
        return self.memory.recall(page, what, lambda: self._page(page.facts, page.sections).packed())

    def _page(self, facts: Facts, sections: Sequence[Section]) -> _Page:
        page = _Page(in_names=self._in_names(facts))
        for text, weight, places in weighed_texts(facts, sections):
            self._read(page, text, weight, places)
        if facts.number:
            page.about[facts.number] = NUMBER
        if facts.kind_words:
            page.weights[ABOUT_KEY + KIND_ID + facts.kind] += KIND
        for concept in self._concerned.get(facts.address, ()):
            if facts.address in concept.about:
                place = concept.about.index(facts.address)
                page.about[ABOUT_KEY + concept.id] = ABOUT[min(place, len(ABOUT) - 1)]
            elif facts.address in concept.alike:
                page.about[ABOUT_KEY + concept.id] = ABOUT[-1]
            elif concept.explained and facts.address == concept.explained:
                page.weights[ABOUT_KEY + concept.id] += IN_GLOSSARY
        return page

    @cached_property
    def _concerned(self) -> Mapping[str, Sequence[Concept]]:
        """The concepts that concern each page, by its address."""
        found = defaultdict[str, list[Concept]](list)
        for concept in self.readings.concepts:
            for address in {*concept.about, *concept.alike, concept.explained}:
                found[address].append(concept)
        return found

    def _in_names(self, facts: Facts) -> Mapping[str, int]:
        """Return of how many telling words the shortest name is that each word stands in: 1 if it is all of a name."""
        found: dict[str, int] = {}
        stop = stop_words()
        for name in (*facts.titles, *facts.names, *filter(None, map(_numbered, facts.titles + facts.names))):
            pairs = zip(tokens(name), self.readings.lexicon.stems(name), strict=True)
            words = {key for word, key in pairs if word not in stop and ":" not in word}
            for word in words:
                found[word] = min(found.get(word, NAME_LENGTHS), len(words), NAME_LENGTHS - 1)
        return found | ({facts.number: 1} if facts.number else {})

    def _read(self, page: _Page, text: str, weight: float, places: int) -> None:
        counts, length = self.readings.of(text)
        weights, of_words = page.weights, page.places
        for key, count in counts.items():
            weights[key] += weight * count
            if places:
                of_words[key] |= places
        if weight >= NAMES:
            for key, count in counts.items():
                page.named[key] += weight * count
        page.length += length * min(weight, 1.0)


def _numbered(name: str) -> str:
    """Return what a name begins with before its colon, if that has a figure: "Area 4" is a name of its own."""
    first, colon, _ = name.partition(": ")
    return first if colon and any(sign.isdecimal() for sign in first) else ""


class _Rarity(NamedTuple):
    """What it tells of a word how many pages have it: what it `says`, and how `rare` it is, from 0 to 1."""

    says: float
    rare: float

    @classmethod
    def of(cls, among: int, pages: int) -> Self:
        """Return what it tells that so many of all pages have a word."""
        says = log(1 + (pages - among + 0.5) / (among + 0.5))
        return cls(says, (1 - log(among) / log(max(2, pages))) ** RARITY)


def _worths(facts: Facts, page: _PackedPage, mean: float, rarities: Mapping[str, _Rarity]) -> Mapping[str, float]:
    """Return what each word is worth on a page, before it counts on how many it stands.

    A page is worth its name in full, and the more for a word the fewer pages have it. What the editors tell counts in
    full whatever the text.
    """
    half = SATURATION * (1 - LENGTH + LENGTH * page.length / mean)
    worth, rest, named = facts.worth, 1 - facts.worth, page.named
    found = {}
    for word, weight in page.weights.items():
        rare = rarities[word].rare if facts.is_content else 0.0
        found[word] = _saturated(weight, half) * (worth + rest * max(named.get(word, 0.0) / weight * facts.named, rare))
    return found | {word: _saturated(weight, SATURATION) for word, weight in page.about.items()}


def _saturated(weight: float, half: float) -> float:
    """Return what a weight counts: the more there is of it already, the less more of it adds. `half` counts a half."""
    return weight / (weight + half)
