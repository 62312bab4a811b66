"""Words as the search sees them: official numbers, stems, and letters without their marks.

`docs/assets/js/search-words.js` does the same with what a reader types. Both go by the same data (`word_rules`), and
`tests/test_search_words.py` holds them together, and to Snowball's own program, on every word.
"""

import re
import unicodedata
from functools import lru_cache
from sys import intern

from site_builder.foundation.word_rules import RULES, WordRules

# An official number, or a word or figures. In our own texts a number has a colon: 2.1 is a heading, 1–4 a span.
TOKEN = re.compile(r"(?<![\w:])[0-9]{1,2}:[0-9]{1,2}(?![\w:])|[^\W\d_]+|[0-9]+")

# Words that say nothing of what a page is about. `sig` is not one of them: SIG is a name.
_STOP = """
alla allt alltihop använda använder används att av bara behöva behövde behöver behövs betyder blev bli blir blivit
bort börja de dej dem den denna deras dess det detta dig din ditt dom du då där efter egentligen eller en ens er era
ert ett fick finns fram från fungera fungerade fungerar få får fått för förekommer gav ge ger gick gjorde gjordes
gjort gå går gör göra ha hade haft hamna hamnade hamnar hamnat han hans har helst helt hennes heter hitta hittade
hittar hittat hon hos hur hålla håller händer hänt här i ifrån in ingen innebär inte istället jag ju kallar kallas
kan klar klara kommer kring kunde kunna ligga ligger lite låg man med mej mellan men menas mer mera mig min mina mitt
mot mycket många måste ni nog nu någon något några nån nåra nåt när och också ofta ok om oss på riktiga riktigt runt
sade samt satt sedan sej ser sett sin sina sitt sitta sitter själv själva ska skall skedde sker skrev skrevs skulle
som stod stå står sådan sådana sådant såg sån såna säga säger ta tag tar till tillhör tillhöra tog tycker tyckte
tänker tänkt under upp ut utan vad var vara varför varit varje vart vem vems verkar verkligen vet veta vi via vid
vilja vilka vilken vilket vill ville visa visar vår våra vårt väl åker åt än ännu är även över
"""
STOP_WORDS = frozenset(_STOP.split())

ABBREVIATION = "^"  # after an abbreviation, which is not bent


@lru_cache(maxsize=1 << 16)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; an official number is one word. Titles come back on many pages.

    The same word of different texts is held once.
    """
    return tuple(map(intern, TOKEN.findall(unicodedata.normalize("NFC", text).lower())))


@lru_cache(maxsize=1 << 16)
def abbreviations(text: str) -> tuple[bool, ...]:
    """Tell of each word of a text whether it is an abbreviation, written in capitals: `EST` is no part of Ester."""
    written = TOKEN.findall(unicodedata.normalize("NFC", text))
    found = tuple(word.isalpha() and word.isupper() and 1 < len(word) <= RULES.longest_abbreviation for word in written)
    return found if len(found) == len(tokens(text)) else (False,) * len(tokens(text))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a word; a number is its own."""
    if word[0].isdecimal():
        return word
    if (doubled := next((end for end in RULES.doubled if word.endswith(end)), "")) and len(word) > len(doubled) + 1:
        return word[: len(word) - len(doubled) + 1]
    start = _start_of_endings(word, RULES)
    left = _without_ending(word, start, RULES)
    if len(left) - 2 >= start and left[-2:] in RULES.pairs:
        left = left[:-1]
    left = _without_suffix(left, start, RULES)
    last = RULES.last_ending
    return left[: -len(last)] if left.endswith(last) and len(left) > len(last) + 2 else left


def _start_of_endings(word: str, rules: WordRules) -> int:
    vowel = next((place for place, letter in enumerate(word) if letter in rules.vowels), len(word))
    after = (place for place in range(vowel, len(word)) if word[place] not in rules.vowels)
    return max(3, next(after, len(word) - 1) + 1) if len(word) > 2 else len(word)


def _without_ending(word: str, start: int, rules: WordRules) -> str:
    end = next((end for end in rules.endings if word.endswith(end) and len(word) - len(end) >= start), "")
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
    end = next((end for end in rules.suffixes if word.endswith(end) and len(word) - len(end) >= start), "")
    left = word[: len(word) - len(end)]
    if end == "öst" and left[-1:] not in tuple(rules.before_ost):
        return word
    return left + rules.suffixes[end] if end else word


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without marks on its letters: å, ä, é become a, a, e."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
