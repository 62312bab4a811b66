"""Which words are the same word: their stems, and stems that the stemmer fails to bring together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from string import ascii_lowercase, digits

from msgspec import Struct

from site_builder.foundation.search_words import ABBREVIATION, abbreviations, fold, stem, stop_words, tokens

SHORTEST = 3  # letters of a stem that others may be bent back to, but one
FIGURES = digits + ascii_lowercase  # how many letters words have in common
NAME = 3  # letters of a short name, which the stemmer leaves the s of its genitive


class Lexicon(Struct, frozen=True, dict=True):
    """`same` leads from a stem to the one that stands for it; `spellings` from any stem to its words."""

    same: dict[str, str]
    spellings: dict[str, tuple[str, ...]]

    @property
    def same_however_spelt(self) -> dict[str, str]:
        """`same`, also without marks on the letters where that is no other stem."""
        others = {fold(found) for found in self.spellings}
        bare = {fold(found): other for found, other in self.same.items() if fold(found) not in others}
        return dict(sorted({**bare, **self.same}.items()))

    def stem(self, word: str) -> str:
        """Return the stem that stands for a word."""
        return self._known[word]

    def stems(self, text: str) -> tuple[str, ...]:
        """Return the stems of all words of a text; an abbreviation stands for itself."""
        words, short = tokens(text), abbreviations(text)
        if not short:
            return tuple(map(self._known.__getitem__, words))
        return tuple(
            word + ABBREVIATION if is_short else self.stem(word) for word, is_short in zip(words, short, strict=True)
        )

    @cached_property
    def _known(self) -> "_Stems":
        return _Stems(self.same)


class _Stems(dict[str, str]):
    """The stem that stands for each word that has been asked for: most are asked for again and again."""

    def __init__(self, same: Mapping[str, str]) -> None:
        self._same = same

    def __missing__(self, word: str) -> str:
        found = stem(word)
        self[word] = self._same.get(found, found)
        return self[word]


def lexicon(all_words: Iterable[str]) -> Lexicon:
    """Return the lexicon of the words of some texts.

    The stemmer makes `insat` of insats but `insats` of insatser. A word that is itself the stem of other words, and has
    another stem of its own that is no word, shows that the two stems are one. So does a stem that can be bent back once
    more to that of other words: `smugglat` of smugglats, beside `smuggl` of smuggla. And short names keep no s: `brås`
    is `brå`.
    """
    words = {word: stem(word) for word in sorted(set(all_words)) if word.isalpha()}
    by_stem = defaultdict[str, list[str]](list)
    for word, its_stem in words.items():
        by_stem[its_stem].append(word)
    same = {its_stem: word for word, its_stem in words.items() if word in by_stem and its_stem not in words}
    twice = {found: stem(found) for found in by_stem if _is_bent_twice(found, by_stem)}
    names = {found: found[:-1] for found in by_stem if _is_genitive(found, by_stem)}
    for others in (twice, names):
        taken = {*same, *same.values()}
        same |= {found: other for found, other in others.items() if found not in taken}
    same = {found: _last(same, found) for found in same}
    return Lexicon(same, {found: tuple(under) for found, under in by_stem.items()})


def _is_bent_twice(found: str, by_stem: Mapping[str, list[str]]) -> bool:
    shorter = stem(found)
    return shorter != found and len(shorter) > SHORTEST and shorter in by_stem


def _is_genitive(found: str, by_stem: Mapping[str, list[str]]) -> bool:
    name = found[:-1]
    return len(name) == NAME and found.endswith("s") and name in by_stem and name not in stop_words()


def _last(same: dict[str, str], found: str) -> str:
    """Return where a chain of stems ends."""
    seen = {found}
    while same.get(found, found) not in seen:
        found = same[found]
        seen.add(found)
    return found


def packed_words(words: Sequence[str]) -> str:
    """Return words in order as one text: of each how many letters it begins with as the one before, and the rest."""
    alike = ((_alike(before, word), word) for before, word in pairwise(["", *words]))
    return " ".join(f"{FIGURES[count]}{word[count:]}" for count, word in alike)


def _alike(before: str, word: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(before, word[: len(FIGURES) - 1], strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other),
        min(len(before), len(word), len(FIGURES) - 1),
    )
