"""Which words are the same word: their stems, and stems that the stemmer fails to bring together."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.search.words import stem, tokens


@dataclass(frozen=True)
class Lexicon:
    """`same` leads from a stem to the one that stands for it; `spellings` from a stem to its most common word."""

    same: dict[str, str]
    spellings: dict[str, str]

    def stem(self, word: str) -> str:
        """Return the stem that stands for a word."""
        found = stem(word)
        return self.same.get(found, found)

    def stems(self, text: str) -> tuple[str, ...]:
        """Return the stems of all words of a text."""
        return tuple(self.stem(word) for word in tokens(text))


def lexicon(texts: Iterable[str]) -> Lexicon:
    """Return the lexicon of some texts.

    The stemmer makes `insat` of insats but `insats` of insatser. A word that is itself the stem of other words, and has
    another stem of its own, shows that the two stems are one.
    """
    words = Counter(word for text in texts for word in tokens(text) if word.isalpha())
    by_stem = defaultdict[str, list[str]](list)
    for word in sorted(words):
        by_stem[stem(word)].append(word)
    same = {stem(word): word for word in words if word in by_stem and stem(word) != word}
    spellings = {found: min(under, key=lambda word: (-words[word], word)) for found, under in by_stem.items()}
    return Lexicon(same, {found: word for found, word in spellings.items() if found not in same})
