"""The catalogues of words against each other: the Swedish one is the original, and every other says the same things."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from site_builder.reading.read import CATALOGUE
from site_builder.reading.yaml_reader import parse

ORIGINAL = CATALOGUE.parent / "sv"
# What only one language has to say of itself.
OWN_FILES = {"addresses", "language"}
LEAD = re.compile(r" *(?:- )*(?:[a-z_]+:(?= |$))?")  # of a line of YAML: how far in it is, and its field


def _languages() -> list[str]:
    return sorted(folder.name for folder in ORIGINAL.parent.iterdir() if folder.is_dir() and folder != ORIGINAL)


def _files(folder: Path) -> dict[str, object]:
    found = {}
    for file in sorted(folder.glob("*.yaml")):
        source, faults = parse(file.name, file.read_text(encoding="utf-8"))
        assert source is not None, f"{file.parent.name}/{file.name}: {faults}"
        found[file.stem] = source.data
    return {name: data for name, data in found.items() if name not in OWN_FILES}


def _differences(place: str, original: object, other: object) -> Iterator[str]:
    """Yield a line for each place where the other catalogue is made otherwise than the original."""
    if type(original) is not type(other):
        yield f"{place}: {type(other).__name__} instead of {type(original).__name__}"
    elif isinstance(original, Mapping) and isinstance(other, Mapping):
        yield from _of_mappings(place, original, other)
    elif isinstance(original, list) and isinstance(other, list):
        yield from (f"{place}: {len(other)} items instead of {len(original)}",) if len(original) != len(other) else ()
    elif isinstance(original, str) and isinstance(other, str):
        yield from _of_words(place, original, other)


def _of_mappings(place: str, original: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    if original and all(_is_shown(key) for key in original):
        original, other = _numbered(original), _numbered(other)
    yield from (f"{place}.{key}: missing" for key in original if key not in other)
    yield from (f"{place}.{key}: not in the original" for key in other if key not in original)
    for key in original:
        if key in other:
            yield from _differences(f"{place}.{key}", original[key], other[key])


def _is_shown(key: str) -> bool:
    """Return whether a key is itself words for the reader (the rows of help in a form): it begins with a capital."""
    return key[:1].isupper()


def _numbered(rows: Mapping[str, object]) -> dict[str, object]:
    return {str(number): words for number, words in enumerate(rows.values(), 1)}


def _of_words(place: str, original: str, other: str) -> Iterator[str]:
    """Yield what differs in the values that are put in, in the space around the words, and words that are gone."""
    if _placeholders(original) != _placeholders(other):
        yield f"{place}: {_shown(other)} instead of {_shown(original)}"
    if _space(original) != _space(other):
        yield f"{place}: other space before or after the words"
    if original.strip() and not other.strip():
        yield f"{place}: no words"


def _placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def _shown(words: str) -> str:
    return "".join(f"{{{name}}}" for name in sorted(_placeholders(words))) or "no values"


def _space(words: str) -> tuple[str, str]:
    """Return the space before and after, which keeps words apart that are put together."""
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]


@pytest.mark.parametrize("language", _languages())
def test_every_language_has_the_words_of_the_original_with_the_same_values(language: str) -> None:
    original, other = _files(ORIGINAL), _files(ORIGINAL.parent / language)
    assert original
    assert not list(_of_mappings(language, original, other))


@pytest.mark.parametrize("language", _languages())
def test_every_example_of_a_check_has_the_lines_and_the_fields_of_the_one_that_is_tried(language: str) -> None:
    """Only the examples of the original are tried on the miniature, which is in its language."""
    original, other = (_examples(folder) for folder in (ORIGINAL, ORIGINAL.parent / language))
    assert original
    assert [place for place, text in original.items() if _leads(text) != _leads(other[place])] == []
    assert [place for place in other if place[1] == "fails" and other[place] == other[place[0], "passes"]] == []


def _examples(folder: Path) -> dict[tuple[str, str], str]:
    """Return the passing and the failing example of each check: the file that it is in, and below it the text."""
    checks = _files(folder)["checks"]
    assert isinstance(checks, dict)
    kinds = ("passes", "fails")
    return {
        (code, kind): f"{entry[kind]['file']}\n{entry[kind]['text']}"
        for code, entry in checks.items()
        for kind in kinds
    }


def _leads(text: str) -> list[str]:
    return [found[0] for line in text.split("\n")[1:] if (found := LEAD.match(line))]


@pytest.mark.parametrize(
    ("original", "other", "told"),
    [
        ({"a": "x"}, {}, ["en.a: missing"]),
        ({}, {"a": "x"}, ["en.a: not in the original"]),
        ({"a": {"b": "{n} x"}}, {"a": {"b": "{m} x"}}, ["en.a.b: {m} instead of {n}"]),
        ({"a": {"b": "x"}}, {"a": "x"}, ["en.a: str instead of dict"]),
        ({"a": " x"}, {"a": "x"}, ["en.a: other space before or after the words"]),
        ({"a": "x"}, {"a": ""}, ["en.a: no words"]),
        ({"a": ["x"]}, {"a": []}, ["en.a: 0 items instead of 1"]),
        ({"a": {"Svar": "x"}}, {"a": {"Answer": "y"}}, []),
        ({"a": {"Svar": "x"}}, {"a": {}}, ["en.a.1: missing"]),
    ],
)
def test_a_difference_is_told_with_file_and_key(
    original: dict[str, object], other: dict[str, object], told: list[str]
) -> None:
    assert list(_of_mappings("en", original, other)) == told
