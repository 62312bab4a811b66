"""Compounds and their parts, from the editors' table: a reader who looks for a part finds the whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from site_builder.search.words import STOP_WORDS, fold, stem

JOINTS = "oue"  # letters that Swedish puts in the place of a first part's own end: kvinn-o-frid, skol-e


@dataclass(frozen=True)
class Compounds:
    """The table: every word written with `|` at its joints, as `förskole|nämnd`."""

    words: tuple[str, ...]

    @cached_property
    def by_stem(self) -> dict[str, tuple[str, ...]]:
        """The stems of the parts of each compound by its own stem, with the parts of its parts."""
        direct = {stem(word.replace("|", "")): word.split("|") for word in self.words if "|" in word}
        return {whole: tuple(dict.fromkeys(_all_parts(parts, direct))) for whole, parts in direct.items()}

    @cached_property
    def first_parts(self) -> tuple[str, ...]:
        """The first parts as they are written before others: `förskole`."""
        return _sorted(part for word in self.words for part in word.split("|")[:-1])

    @cached_property
    def last_parts(self) -> tuple[str, ...]:
        """The stems of the last parts."""
        return _sorted(stem(word.split("|")[-1]) for word in self.words if "|" in word)


def part_stem(part: str, is_last: bool) -> str:
    """Return the stem of a part as the word has it on its own: `skole` is skol, `kvinno` kvinn."""
    found = stem(part)
    return found[:-1] if not is_last and len(found) > 3 and found[-1] in JOINTS else found


def _all_parts(parts: list[str], direct: dict[str, list[str]]) -> Iterator[str]:
    for place, part in enumerate(parts):
        found = part_stem(part, place == len(parts) - 1)
        if len(found) > 2 and found not in STOP_WORDS:
            yield found
        if found in direct:
            yield from _all_parts(direct[found], direct)


def _sorted(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({fold(part) for part in parts if len(part) > 2 and part not in STOP_WORDS}))
