"""The nearest word to a misspelt one, whatever the language."""

import difflib
import re
from collections.abc import Iterable

from site_builder.foundation.language.slugs import slug

LIKE = 0.55


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the candidate that is most like the word, or None where nothing is like it."""
    folded = {slug(candidate) or candidate: candidate for candidate in sorted(candidates)}
    wanted = slug(word) or word
    found = difflib.get_close_matches(wanted, folded, n=3, cutoff=cutoff)
    return next((folded[near] for near in found if _parts_are_alike(wanted, near)), None)


def _parts_are_alike(word: str, near: str) -> bool:
    """Tell whether what is left of two slugs is alike, too, when the parts that they share at their ends are gone.

    `socialnamnd-hisingen` is much like `socialnamnd-centrum`, and no slip makes one of them into the other.
    """
    first, second = re.split("[-_]", word), re.split("[-_]", near)
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    one, other = "-".join(first), "-".join(second)
    return not one or not other or is_one_slip(one, other) or difflib.SequenceMatcher(None, one, other).ratio() >= LIKE


def is_one_slip(word: str, meant: str) -> bool:
    """Tell whether one stroke makes one word of another: a sign too many or few, another sign, or two swapped."""
    start = next((place for place, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), None)
    if start is None:
        return abs(len(word) - len(meant)) == 1
    left, right = word[start:], meant[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (left[1::-1] + left[2:]) == right
