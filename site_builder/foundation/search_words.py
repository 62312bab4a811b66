"""Words as the search sees them: official numbers, stems, and letters without their marks.

`docs/assets/js/search-words.js` does the same with what a reader types; `tests/test_search_words.py` holds the two
together.
"""

import re
import unicodedata
from functools import lru_cache
from sys import intern

from Stemmer import Stemmer  # type: ignore[import-not-found]  # it has no types

# An official number, or a word or figures. In our own texts a number has a colon: 2.1 is a heading, 1–4 a span.
TOKEN = re.compile(r"(?<![\w:])[0-9]{1,2}:[0-9]{1,2}(?![\w:])|[^\W\d_]+|[0-9]+")

# Words that say nothing of what a page is about. `sig` is not one of them: SIG is a name.
_STOP = """
alla allt att av bara betyder blev bli blir blivit bort börja de dem den denna deras dess det detta dig din ditt du
då där efter eller en ens er era ert ett fick finns fram från få får fått för gick gjorde gjort gå går gör göra ha
hade haft han hans har helt hennes heter hon hos hur händer hänt här i ifrån in ingen innebär inte istället jag ju
kan kommer kring kunde kunna lite man med mellan men menas mera mig min mina mitt mot mycket många måste ni nog nu
någon något några när och också om oss på samt sedan sin sina sitt själv själva ska skall skulle som ta tar till
tog tycker tyckte under upp ut utan vad var vara varför varit varje vem vems verkligen vet veta vi vid vilja vilka
vilken vilket vill ville vår våra vårt väl åt än ännu är även över
"""
STOP_WORDS = frozenset(_STOP.split())


_stemmer = Stemmer("swedish")


@lru_cache(maxsize=1 << 16)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; an official number is one word. Titles come back on many pages.

    The same word of different texts is held once.
    """
    return tuple(map(intern, TOKEN.findall(unicodedata.normalize("NFC", text).lower())))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a word; a number is its own.

    Snowball's algorithm for Swedish leaves `skolan` and `samverkan` as they are, beside `skol` and `samverk`: the last
    ending is ours.
    """
    if word[0].isdecimal():
        return word
    found = str(_stemmer.stemWord(word))
    return found[:-2] if found.endswith("an") and len(found) > 4 else found


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without marks on its letters: å, ä, é become a, a, e."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
