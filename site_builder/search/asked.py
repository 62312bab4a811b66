"""What readers ask, question by question: the words of each, beside those of the texts in the index.

They stand there under keys of their own: a word that nobody but readers uses must not look as if it stood on few pages,
or the concept that it stands for would count next to nothing. What a question is about stands there too, by concept:
whoever asks with other words for the same things asks the same. And so do the words that say nothing of the matter:
*who*, *when* and *how* tell questions about one thing apart.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from sys import intern

from msgspec import Struct, field

from site_builder.foundation.search_words import stop_words, tokens
from site_builder.search.read_pages import PageMemory, ReadPage
from site_builder.search.readings import ABOUT_KEY, NAMED_KEY, Phrases, Readings, phrases_of

# After a word, or the key of a concept: the questions that it stands in; before a word that says nothing of the matter.
ASKED_KEY = "?"
STEPS = 4  # of what the words of a question say together, in whole numbers

Postings = Mapping[str, "array[int]"]


class Asked(Struct, frozen=True):
    """The questions of all pages, numbered page by page.

    `rows` has the numbers of questions by key, `says` what the words of each question say together, and `counts` each
    page that has any with how many they are.
    """

    rows: Mapping[str, "array[int]"]
    says: Sequence[int]
    counts: Sequence[tuple[int, int]]


# The keys of a question, and its words that say something, each with the concepts that it stands for.
_Read = tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]


class Questions(Struct, frozen=True, dict=True):
    """Reads questions for their words, and for the concepts that these stand for."""

    readings: Readings
    memory: PageMemory

    def asked(self, pages: Sequence[ReadPage], found: Postings) -> Asked:
        """Return what is asked of each page, by its number; `found` is where words and concepts stand in the texts."""
        rows = defaultdict[str, "array[int]"](lambda: array("I"))
        numbers = array("I")
        for number, page in enumerate(pages):
            numbers.extend([number] * len(page.facts.asked))
        read = [question for page in pages if page.facts.asked for question in self._of(page)]
        for number, (keys, _) in enumerate(read):
            for key in keys:
                rows[key].append(number)
        reach = _Reach(rows, found, numbers, len(pages))
        says = [round(STEPS * sum(reach.says(*word) for word in telling)) for _, telling in read]
        counts = ((number, len(page.facts.asked)) for number, page in enumerate(pages))
        return Asked(rows, says, [(number, count) for number, count in counts if count])

    def _of(self, page: ReadPage) -> tuple[_Read, ...]:
        """Return what is read in the questions of a page."""
        what = ("asked", self.readings.identity)
        return self.memory.recall(page, what, lambda: tuple(map(self._read, page.facts.asked)))

    def _read(self, question: str) -> _Read:
        words, stems, stop = tokens(question), self.readings.lexicon.stems(question), stop_words()
        meant = tuple(self._meant(stems))
        telling = [place for place, word in enumerate(words) if word not in stop]
        keys = [stems[place] + ASKED_KEY for place in telling]
        keys += [ABOUT_KEY + concept + ASKED_KEY for _, concept in meant]
        keys += [ASKED_KEY + word for word in words if word in stop]
        says = {stems[place]: place for place in telling}
        with_concepts = [
            (stem, tuple([name for there, name in meant if place in there])) for stem, place in says.items()
        ]
        return tuple(map(intern, dict.fromkeys(keys))), tuple(with_concepts)  # a key is held once

    def _meant(self, stems: tuple[str, ...]) -> Iterator[tuple[range, str]]:
        """Yield the concepts that words and phrases of a question stand for, with their places."""
        for place, first in enumerate(stems):
            for rest, concept in self._names.get(first, ()):
                if stems[place + 1 : place + 1 + len(rest)] == rest:
                    yield range(place, place + 1 + len(rest)), concept

    @cached_property
    def _names(self) -> Phrases:
        concepts = self.readings.concepts
        names = ((concept.id, (*concept.official, *concept.everyday)) for concept in concepts)
        return phrases_of(self.readings.lexicon, names)


class _Reach(Struct, frozen=True):
    """How much a word says of the matter: the fewer pages it leads to, the more."""

    rows: Postings
    found: Postings
    pages: "array[int]"
    page_count: int
    _known: dict[tuple[str, tuple[str, ...]], float] = field(default_factory=dict)

    def says(self, word: str, concepts: tuple[str, ...]) -> float:
        """Return what a word that stands for some concepts says. The same words are asked for again and again."""
        if (known := self._known.get((word, concepts))) is None:
            known = self._known[word, concepts] = self._worked_out(word, concepts)
        return known

    def _worked_out(self, word: str, concepts: Iterable[str]) -> float:
        keys = [word, *(key for concept in concepts for key in _keys_of(concept))]
        led = set[int]().union(*(self.found.get(key, ())[::2] for key in keys))
        led.update(self.pages[number] for number in self.rows.get(word + ASKED_KEY, ()))
        return log(1 + self.page_count / (len(led) + 0.5))


def _keys_of(concept: str) -> tuple[str, str]:
    return ABOUT_KEY + concept, ABOUT_KEY + concept + NAMED_KEY
