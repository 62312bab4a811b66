"""What each word is worth on each page: a number that the browser only has to add (BM25F, weighed at build time)."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from msgspec import Struct, field

from site_builder.foundation.search_words import stop_words, tokens
from site_builder.search.facts import Facts
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
    places: Counter[str] = field(default_factory=Counter)
    in_names: Mapping[str, int] = field(default_factory=dict)
    length: float = 0.0

    def packed(self) -> "_PackedPage":
        """Return the same in a tenth of the room: all pages wait for what stands on the others."""
        places = bytes(self.places[word] for word in self.weights)
        return _PackedPage(Weights(self.weights), dict(self.named), self.about, places, self.in_names, self.length)


class _PackedPage(Struct, frozen=True):
    weights: Weights
    named: Mapping[str, float]
    about: Mapping[str, float]
    places: bytes
    in_names: Mapping[str, int]
    length: float


class WordWeights(Struct, frozen=True):
    """Weighs the words of a page, and those of all pages against each other."""

    readings: Readings

    def postings(self, pages: Iterable[tuple[Facts, Sequence[Section]]]) -> Postings:
        """Return what every word is worth: each page's number, and points with more behind, by stem, page by page."""
        read = [(facts, self._page(facts, sections).packed()) for facts, sections in pages]
        mean = sum(page.length for _, page in read) / max(1, len(read)) or 1.0
        among = Counter(word for _, page in read for word in (*page.weights, *page.about))
        found: Postings = defaultdict(lambda: array("I"))
        for number, (facts, page) in enumerate(read):
            longer = 1 - LENGTH + LENGTH * page.length / mean
            by_text = {
                word: _saturated(weight, longer)
                * _worth(facts, page.named.get(word, 0.0) / weight, among[word], len(read))
                for word, weight in page.weights.items()
            }
            places = dict(zip(page.weights, page.places, strict=True))
            by_editors = {word: _saturated(weight, 1.0) for word, weight in page.about.items()}
            for word, worth in (by_text | by_editors).items():
                rarity = log(1 + (len(read) - among[word] + 0.5) / (among[word] + 0.5)) * facts.present
                if points := round(SCALE * rarity * worth):
                    name = page.in_names.get(word, 0) << PLACES
                    found[word].extend((number, points * STEPS + name + places.get(word, 0)))
        return dict(found)

    def _page(self, facts: Facts, sections: Sequence[Section]) -> _Page:
        page = _Page(in_names=self._in_names(facts))
        for text, weight, places in weighed_texts(facts, sections):
            self._read(page, text, weight, places)
        if facts.number:
            page.about[facts.number] = NUMBER
        if facts.kind_words:
            page.weights[ABOUT_KEY + KIND_ID + facts.kind] += KIND
        for concept in self.readings.concepts:
            if facts.address in concept.about:
                place = concept.about.index(facts.address)
                page.about[ABOUT_KEY + concept.id] = ABOUT[min(place, len(ABOUT) - 1)]
            elif facts.address in concept.alike:
                page.about[ABOUT_KEY + concept.id] = ABOUT[-1]
            elif concept.explained and facts.address == concept.explained:
                page.weights[ABOUT_KEY + concept.id] += IN_GLOSSARY
        return page

    def _in_names(self, facts: Facts) -> Mapping[str, int]:
        """Return of how many telling words the shortest name is that each word stands in: 1 if it is all of a name."""
        found: dict[str, int] = {}
        for name in (*facts.titles, *facts.names, *filter(None, map(_numbered, facts.titles + facts.names))):
            pairs = zip(tokens(name), self.readings.lexicon.stems(name), strict=True)
            words = {key for word, key in pairs if word not in stop_words() and ":" not in word}
            for word in words:
                found[word] = min(found.get(word, NAME_LENGTHS), len(words), NAME_LENGTHS - 1)
        return found | ({facts.number: 1} if facts.number else {})

    def _read(self, page: _Page, text: str, weight: float, places: int) -> None:
        counts, length = self.readings.of(text)
        for key, count in counts.items():
            page.weights[key] += weight * count
            if places:
                page.places[key] |= places
            if weight >= NAMES:
                page.named[key] += weight * count
        page.length += length * min(weight, 1.0)


def _numbered(name: str) -> str:
    """Return what a name begins with before its colon, if that has a figure: "Area 4" is a name of its own."""
    first, colon, _ = name.partition(": ")
    return first if colon and any(sign.isdecimal() for sign in first) else ""


def _saturated(weight: float, longer: float) -> float:
    """Return what a weight counts: the more there is of it already, the less more of it adds."""
    return weight / (weight + SATURATION * longer)


def _worth(facts: Facts, named: float, among: int, pages: int) -> float:
    """Return what a page is worth for a word: in full for its own name, and the more the fewer pages have the word."""
    rare = (1 - log(among) / log(max(2, pages))) ** RARITY if facts.is_content else 0.0
    return facts.worth + (1 - facts.worth) * max(named * facts.named, rare)
