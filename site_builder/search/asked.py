"""The words of readers' questions, on the pages that answer them.

They stand beside the words of the texts in the index, under a key of their own: a word that nobody but readers uses
must not look as if it stood on few pages, or the concept that it stands for would count next to nothing. What a
question is about stands there too, by concept: whoever asks with other words for the same things asks the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from site_builder.search.readings import ABOUT_KEY, Phrases, Readings, phrases_of
from site_builder.search.weighed_texts import places_of

ASKED_KEY = "?"  # after a word, or the key of a concept: the pages of which readers ask with it
ASKED = 1.5  # what a word of a question counts, beside one of the text
# Questions of a page that are told apart: which of them a word stands in are the bits of a number.
QUESTIONS = 16

OnPages = dict[int, tuple[float, int]]


@dataclass(frozen=True)
class Questions:
    """Reads questions for their words, and for the concepts that these stand for."""

    readings: Readings

    def asked(self, questions: Iterable[Sequence[str]]) -> Mapping[str, OnPages]:
        """Return for each word and concept how often it stands in the questions of each page, and in which.

        Pages go by their number; which questions they are is told as places are in a text.
        """
        found = defaultdict[str, OnPages](dict)
        for number, of_page in enumerate(questions):
            times, places = Counter[str](), Counter[str]()
            for question, place in zip(of_page, places_of(len(of_page), QUESTIONS), strict=True):
                for key, count in self._keys(question):
                    times[key] += count  # type: ignore[assignment]  # a Counter may count halves
                    places[key] |= place
            for key, count in times.items():
                found[key][number] = count, places[key]
        return found

    def _keys(self, question: str) -> Iterator[tuple[str, float]]:
        for word, count in self.readings.of(question)[0].items():
            if not word.startswith(ABOUT_KEY):
                yield word, count
        stems = self.readings.lexicon.stems(question)
        yield from ((ABOUT_KEY + concept, 1.0) for concept in dict.fromkeys(self._meant(stems)))

    def _meant(self, stems: tuple[str, ...]) -> Iterator[str]:
        """Yield the concepts that words and phrases of a question stand for."""
        for place, first in enumerate(stems):
            for rest, concept in self._names.get(first, ()):
                if stems[place + 1 : place + 1 + len(rest)] == rest:
                    yield concept

    @cached_property
    def _names(self) -> Phrases:
        concepts = self.readings.concepts
        names = ((concept.id, (*concept.official, *concept.everyday)) for concept in concepts)
        return phrases_of(self.readings.lexicon, names)
