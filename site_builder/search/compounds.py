"""Compounds and their parts, from the editors' table: a reader who looks for a part finds the whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.search_words import fold, stop_words

Stem = Callable[[str], str]


def parts_by_stem(words: Iterable[str], stem: Stem) -> Mapping[str, tuple[str, ...]]:
    """Return the stems of the parts of each compound by its own stem, with the parts of its parts.

    The table writes a word with `|` at its joints: `förskole|nämnd`.
    """
    direct = {stem(word.replace("|", "")): word.split("|") for word in words if "|" in word}
    return {whole: tuple(dict.fromkeys(_all_parts(parts, direct, stem))) for whole, parts in direct.items()}


def first_parts(words: Iterable[str]) -> list[str]:
    """Return the first parts as they are written before others: `forskole`."""
    return _sorted(part for word in words for part in word.split("|")[:-1])


def last_parts(words: Iterable[str], stem: Stem) -> list[str]:
    """Return the stems of the last parts."""
    return _sorted(stem(word.split("|")[-1]) for word in words if "|" in word)


def _all_parts(parts: list[str], direct: Mapping[str, list[str]], stem: Stem) -> Iterator[str]:
    for place, part in enumerate(parts):
        found = _without_vowel(stem(_without_letter(part))) if place < len(parts) - 1 else stem(part)
        if len(found) > 2 and found not in stop_words():
            yield found
        if found in direct:
            yield from _all_parts(direct[found], direct, stem)


def _without_vowel(part: str) -> str:
    return part[:-1] if len(part) > 3 and part[-1] in spoken().list_of("joining-vowels") else part


def _without_letter(part: str) -> str:
    """Return a first part without the letter that joins it to what follows, so that it is bent like the word alone."""
    is_joined = len(part) > 3 and part[-1] in spoken().list_of("joining-letters") and part[-2] != part[-1]
    return part[:-1] if is_joined else part


def _sorted(parts: Iterable[str]) -> list[str]:
    return sorted({fold(part) for part in parts if len(part) > 2 and part not in stop_words()})
