"""What each word is worth on each page: a number that the browser only has to add (BM25F, weighed at build time)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from site_builder.search.compounds import Compounds
from site_builder.search.concepts import Concept
from site_builder.search.facts import Facts
from site_builder.search.text import Field, Section
from site_builder.search.words import STOP_WORDS, stem, tokens

TITLE, NAMES, KIND, DESCRIPTION, NUMBER = 7.0, 5.0, 2.5, 1.5, 40.0
WEIGHTS: Mapping[Field, float] = {Field.HEADING: 2.5, Field.LEAD: 2.0, Field.BODY: 1.0, Field.REPEATED: 0.12}
PART = 0.5  # a part of a compound beside a word of its own
ABOUT, IN_GLOSSARY = 8.0, 2.0
SATURATION, LENGTH = 3.0, 0.35
SCALE = 40
CONCEPT = "~"  # before the id of a concept, which no word begins with

Postings = dict[str, dict[int, int]]


@dataclass
class Weighed:
    """The postings by stem (value by the number of the page), and the spelling that stands for each stem."""

    postings: Postings
    spellings: dict[str, str]


@dataclass
class _Page:
    weights: Counter[str] = field(default_factory=Counter)
    length: float = 0.0


class Weigher:
    """Reads page after page, and weighs them all against each other at the end."""

    def __init__(self, compounds: Compounds, concepts: Iterable[Concept]) -> None:
        self.compounds = compounds
        self.concepts = tuple(concepts)
        self.phrases = _phrases(self.concepts)
        self.pages: list[tuple[Facts, _Page]] = []
        self.spelt: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, facts: Facts, sections: Iterable[Section]) -> None:
        """Read a page."""
        page = _Page()
        self._read(page, facts.title, TITLE)
        self._read(page, facts.description, DESCRIPTION)
        self._read(page, facts.kind_words, KIND)
        for name in facts.names:
            self._read(page, name, NAMES)
        if facts.number:
            page.weights[facts.number] += NUMBER
        for section in sections:
            self._read(page, section.heading, WEIGHTS[Field.HEADING])
            for piece in section.pieces:
                self._read(page, piece.text, WEIGHTS[piece.field])
        for concept in self.concepts:
            if facts.address in concept.about:
                last = facts.address == concept.about[-1]
                page.weights[CONCEPT + concept.id] += IN_GLOSSARY if last else ABOUT
        self.pages.append((facts, page))

    def weighed(self) -> Weighed:
        """Return what every word is worth on every page."""
        mean = sum(page.length for _, page in self.pages) / max(1, len(self.pages)) or 1.0
        among = Counter(word for _, page in self.pages for word in page.weights)
        found: Postings = defaultdict(dict)
        for number, (facts, page) in enumerate(self.pages):
            longer = 1 - LENGTH + LENGTH * page.length / mean
            for word, weight in page.weights.items():
                rarity = log(1 + (len(self.pages) - among[word] + 0.5) / (among[word] + 0.5))
                value = rarity * facts.worth * weight / (weight + SATURATION * longer)
                if (whole := round(value * SCALE)) > 0:
                    found[word][number] = whole
        return Weighed(dict(found), {stem: _most_common(words) for stem, words in self.spelt.items()})

    def _read(self, page: _Page, text: str, weight: float) -> None:
        words = list(tokens(text))
        found = [stem(word) for word in words]
        for word, key in zip(words, found, strict=True):
            if word in STOP_WORDS:
                continue
            self.spelt[key][word] += 1
            page.weights[key] += weight
            page.length += min(weight, 1.0)
            for part in self.compounds.by_stem.get(key, ()):
                page.weights[part] += weight * PART
        for concept in self._named(found):
            page.weights[CONCEPT + concept] += weight

    def _named(self, found: list[str]) -> Iterator[str]:
        """Yield the concepts whose own words stand in a text, also inside a compound."""
        for place, key in enumerate(found):
            for first in (key, *self.compounds.by_stem.get(key, ())):
                for rest, concept in self.phrases.get(first, ()):
                    if tuple(found[place + 1 : place + 1 + len(rest)]) == rest:
                        yield concept


def _phrases(concepts: Iterable[Concept]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the words that name concepts: the first stem -> the stems after it, and the concept."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for concept in concepts:
        for name in dict.fromkeys((*concept.official, *concept.everyday)):
            first, *rest = [stem(word) for word in tokens(name)] or [""]
            found[first].append((tuple(rest), concept.id))
    return found


def _most_common(words: Counter[str]) -> str:
    return min(words, key=lambda word: (-words[word], word))
