"""Words as the search sees them: official numbers, stems, and letters without their marks.

`docs/assets/js/search-words.js` does the same with what a reader types. Both go by the same data (`word_rules`), and
`tests/test_search_words.py` holds them together, and to Snowball's own program, on every word.
"""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from sys import intern

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.word_rules import BY_LANGUAGE, NOT_BENT, WordRules

# A word, an official number, a matter's (0355/20) or a report's (2021:49), or figures. In our own texts a number of a
# measure has a colon: 2.1 is a heading, 1–4 a span.
WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile("[0-9]")
TOKEN = re.compile(
    rf"{WORD.pattern}"
    r"|(?<![\w:])[0-9]{1,2}:[0-9]{1,2}(?![\w:])"
    r"|(?<![\w:/])(?:[0-9]{3,4}/[0-9]{2}|[0-9]{4}:[0-9]{1,4})(?![\w:/])"
    r"|[0-9]+"
)

# What every word in capitals has, and hardly any text.
TWO_CAPITALS = re.compile(r"[A-ZªºÀ-ÖØ-Þ\u0100-\U0010ffff]{2}")
ABBREVIATION = "^"  # after an abbreviation, which is not bent


def word_rules() -> WordRules:
    """Return how words of the site's language are bent."""
    return BY_LANGUAGE.get(spoken().code, NOT_BENT)


def stop_words() -> frozenset[str]:
    """Return the words that say nothing of what a page is about."""
    return spoken().stop_words


@lru_cache(maxsize=1 << 16)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; an official number is one word. Titles come back on many pages.

    The same word of different texts is held once.
    """
    lower = unicodedata.normalize("NFC", text).lower()
    pattern = TOKEN if FIGURE.search(lower) else WORD  # most texts have no figures: then it takes half as long
    return tuple(map(intern, pattern.findall(lower)))


def abbreviations(text: str) -> tuple[bool, ...]:
    """Tell of each word of a text whether it is an abbreviation, written in capitals: `EST` is no part of Ester.

    Of a text that has none nothing is told.
    """
    whole = unicodedata.normalize("NFC", text)
    if not TWO_CAPITALS.search(whole):
        return ()
    written, longest = TOKEN.findall(whole), word_rules().longest_abbreviation
    found = tuple(word.isalpha() and word.isupper() and 1 < len(word) <= longest for word in written)
    return found if len(found) == len(tokens(text)) else ()


def stem(word: str) -> str:
    """Return the stem of a word; a number is its own."""
    return _stem(word, spoken().code)


@lru_cache(maxsize=1 << 16)
def _stem(word: str, _: str) -> str:
    rules = word_rules()
    if word[0].isdecimal():
        return word
    if word.endswith(rules.doubled):
        doubled = next(end for end in rules.doubled if word.endswith(end))
        if len(word) > len(doubled) + 1:
            return word[: len(word) - len(doubled) + 1]
    start = _start_of_endings(word, rules)
    left = _without_ending(word, start, rules)
    if len(left) - 2 >= start and left[-2:] in rules.pairs:
        left = left[:-1]
    left = _without_suffix(left, start, rules)
    last = rules.last_ending
    return left[: -len(last)] if last and left.endswith(last) and len(left) > len(last) + 2 else left


def _start_of_endings(word: str, rules: WordRules) -> int:
    beginning = rules.beginning.match(word)
    return max(3, beginning.end()) if beginning else len(word)


def _longest(word: str, start: int, endings: Container[str]) -> str:
    """Return the longest ending of a word that does not begin before `start`."""
    for place in range(start, len(word)):
        if word[place:] in endings:
            return word[place:]
    return ""


def _without_ending(word: str, start: int, rules: WordRules) -> str:
    end = _longest(word, start, rules.all_endings)
    left = word[: len(word) - len(end)]
    if end == "et":
        return left if _may_lose_et(left, rules) else word
    if end != "s":
        return left
    if left.endswith("et") and _may_lose_et(left[:-2], rules):
        return left[:-2]
    return left if left[-1:] and left[-1] in rules.before_s else word


def _may_lose_et(word: str, rules: WordRules) -> bool:
    if len(word) < 3 or word[-1] in rules.vowels or word[-2] not in rules.vowels:
        return False
    return not word.endswith(tuple(rules.not_before_et))


def _without_suffix(word: str, start: int, rules: WordRules) -> str:
    end = _longest(word, start, rules.suffixes)
    left = word[: len(word) - len(end)]
    if end == "öst" and left[-1:] not in tuple(rules.before_ost):
        return word
    return left + rules.suffixes[end] if end else word


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without marks on its letters: å, ä, é become a, a, e."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
