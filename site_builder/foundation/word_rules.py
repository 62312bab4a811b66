"""How words are bent, as data: the one source for `search_words`, which reads texts, and for the browser.

The endings of Swedish are those of Snowball's algorithm (snowballstem.org), and some more: it leaves `skolan` and
`samverkan` as they are, beside `skol` and `samverk`, and `programmet` beside `program`. The index carries the rules to
the browser.

English has no more than its plurals, by Harman's S stemmer (D. Harman, How effective is suffixing?, 1991): `plans`
leads to `plan` and `bodies` to `body`, while `planned` is another word than `planning`. Words of a language that has no
rules here are not bent at all: they are found as they are written, or by their beginning.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct


class WordRules(Struct, frozen=True, dict=True):
    """What the stems of words are made with.

    An ending begins after a word's first vowel and consonant, but never before the fourth letter. `before_s` may stand
    before a lost s, `before_ost` before `öst`; `not_before_et` are ends of words that keep their `et`. Of `pairs` the
    last letter goes. `suffixes` lead to what is left of them. `last_ending` goes last, of words that are long enough.
    `doubled` are ends before which an m is doubled; nothing else is done to such words.
    `family` are endings that make a noun of a verb, whose stems are kept apart but lead to each other.
    """

    vowels: str
    before_s: str
    before_ost: str
    not_before_et: Sequence[str]
    endings: Sequence[str]
    pairs: Sequence[str]
    suffixes: Mapping[str, str]
    last_ending: str
    doubled: tuple[str, ...]
    family: Sequence[str]
    longest_abbreviation: int

    @cached_property
    def all_endings(self) -> frozenset[str]:
        """The endings, to look one up."""
        return frozenset(self.endings)

    @cached_property
    def beginning(self) -> re.Pattern[str]:
        """What a word begins with before any ending: down to the first consonant after a vowel."""
        return re.compile(f"[^{self.vowels}]*+[{self.vowels}]++[^{self.vowels}]" if self.vowels else "(?!)")


def _longest_first(words: str) -> list[str]:
    return sorted(words.split(), key=lambda word: (-len(word), word))


NOT_BENT = WordRules("", "", "", (), (), (), {}, "", (), (), longest_abbreviation=6)
SWEDISH = WordRules(
    vowels="aeiouyäåö",
    before_s="bcdfghjklmnoprtvy",
    before_ost="iklnprtuv",
    not_before_et=_longest_first(
        "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit"
    ),
    endings=_longest_first(
        "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas "
        "ornas es ades andes ens arens hetens erns at et andet het ast"
    ),
    pairs=("dd", "gd", "nn", "dt", "gt", "kt", "tt"),
    suffixes={"fullt": "full", "els": "", "lig": "", "öst": "ös", "ig": ""},
    last_ending="an",
    doubled=("mmets", "mmens", "mmet", "mmen"),
    family=("ning", "ing"),
    longest_abbreviation=6,
)
ENGLISH = WordRules(
    vowels="aeiouy",
    before_s="bcdefghiklmnoprtvwxyz",  # not of `us` and `ss`
    before_ost="",
    not_before_et=("",),  # nothing: of `targets` only the s is an ending
    endings=("s",),
    pairs=(),
    suffixes={"ie": "y"},
    last_ending="",
    doubled=(),
    family=(),
    longest_abbreviation=6,
)
BY_LANGUAGE: Mapping[str, WordRules] = {"sv": SWEDISH, "en": ENGLISH}
