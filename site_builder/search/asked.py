"""The words of readers' questions, on the pages that answer them.

They stand beside the words of the texts in the index, under a key of their own: a word that nobody but readers uses
must not look as if it stood on few pages, or the concept that it stands for would count next to nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from site_builder.search.readings import ABOUT_KEY, Readings
from site_builder.search.weighed_texts import places_of

ASKED_KEY = "?"  # after a word: the pages of which readers ask with it
ASKED = 1.5  # what a word of a question counts, beside one of the text


def asked(readings: Readings, questions: Iterable[Sequence[str]]) -> Mapping[str, dict[int, tuple[float, int]]]:
    """Return for each word of the questions of pages how often it stands in those of each, and in which, by its number.

    Which questions they are is told as their places are in a text: words of the same question have one in common.
    """
    found = defaultdict[str, dict[int, tuple[float, int]]](dict)
    for number, of_page in enumerate(questions):
        times, places = Counter[str](), Counter[str]()
        for question, place in zip(of_page, places_of(len(of_page)), strict=True):
            for word, count in readings.of(question)[0].items():
                times[word] += count  # type: ignore[assignment]  # a Counter may count halves
                places[word] |= place
        for word in (word for word in times if not word.startswith(ABOUT_KEY)):
            found[word][number] = times[word], places[word]
    return found
