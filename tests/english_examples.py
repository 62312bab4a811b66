"""The miniature under the names of the English examples of checks, so that those can be tried on content too.

Each English example has line for line the fields of the Swedish one (`test_languages.py`), so what ids and headings are
called is known from the two. Running text stays Swedish where no example has it. Locks are made anew.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from schema.follow_up import FollowUp
from site_builder.build import check
from site_builder.meaning.reports.fingerprint import fingerprint
from site_builder.reading.read import read_strings
from tests.miniature import texts

NAMED = ("section", "id", "document", "decision", "current_plan")  # whose values are names, with spaces too
NAMES = re.compile(r'[\[\]\w:/, "-]+')
REFERENCE = re.compile(r"\[\[([^\]|]+)")
LOCK = re.compile(r'(?m)^lock: "(\w+)"$')
LIST_OF_WORDS = "folded-list"  # whose items are words and no names
SAID = {"FN": "UN"}


@cache
def english_miniature() -> dict[str, str]:
    """Return the texts by path, in a site whose language is English."""
    found = {renamed(path): renamed(text) for path, text in texts().items()}
    found["content/site.yaml"] = f"language: en\n{found['content/site.yaml']}"
    return locked(found)


def renamed(text: str) -> str:
    """Return a text with every name in English."""
    pattern, names = _names()
    return pattern.sub(lambda match: names[match[0]], text)


@cache
def _names() -> tuple[re.Pattern[str], Mapping[str, str]]:
    swedish, english = (read_strings(language) for language in ("sv", "en"))
    names: dict[str, str] = {}
    for old, new in _pairs(swedish.find("checks"), english.find("checks")):
        if old != new:
            assert names.setdefault(old, new) == new, (old, names[old], new)
    words = {f"{old}:": f"{new}:" for old, new in _words(swedish, english, "references")}
    pages = {old: new for old, new in _words(swedish, english, "pages") if old not in names}
    names = {**pages, **names, **SAID}
    longest = sorted(names, key=len, reverse=True)
    before = rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?=\S)"
    edges = "|".join([before, rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])"])
    return re.compile(edges), {**names, **words}


def _words(swedish: Any, english: Any, branch: str) -> Iterator[tuple[str, str]]:
    one, other = (strings.find(f"addresses.{branch}") for strings in (swedish, english))
    yield from ((str(one.get(key, key)), str(value)) for key, value in other.items())


def _pairs(swedish: Any, english: Any) -> Iterator[tuple[str, str]]:
    """Yield names as both languages have them: ids in paths, in values and in references, and headings of sources."""
    for code, entry in ((code, entry) for code, entry in swedish.items() if code != LIST_OF_WORDS):
        for which in ("passes", "fails"):
            one, other = entry[which], english[code][which]
            for old, new in zip(one["file"].split("/"), other["file"].split("/"), strict=True):
                yield old.partition(".")[0], new.partition(".")[0]
            for old, new in zip(one["text"].split("\n"), other["text"].split("\n"), strict=True):
                yield from zip(_named(old), _named(new), strict=False)


def _named(line: str) -> list[str]:
    key, _, value = line.strip().lstrip("- ").partition(": ")
    value = value or key
    found = [name.partition(":")[2] or name for name in REFERENCE.findall(line)]
    if key in NAMED or (NAMES.fullmatch(value) and " " not in value and not value[:1].isupper()):
        found.append(value.strip('[]"'))
    return [name.rpartition("/")[0] or name for name in found if not name.startswith("/")]


def locked(found: dict[str, str]) -> dict[str, str]:
    """Return the texts with the locks that their reports have now."""
    read_strings("en")
    for _, record in check(found, date(2024, 6, 1)).index.records:
        if isinstance(record.value, FollowUp) and record.value.lock:
            path = record.source.path
            found[path] = LOCK.sub(f'lock: "{fingerprint(record.value)}"', found[path])
    return found
