"""The catalogues of words against each other: the Swedish one is the original, and every other says the same things."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from pydantic import BaseModel

import site_builder.export.contract.plans_file  # noqa: F401 - all parts of what is published
from site_builder.export.contract.values import Published, model_of
from site_builder.foundation.language.spoken import SCHEMA_LANGUAGE
from site_builder.reading.field_names import models_in
from site_builder.reading.layout import FILE_KINDS
from site_builder.reading.read import CATALOGUES
from site_builder.reading.yaml_reader import parse

ORIGINAL = CATALOGUES / SCHEMA_LANGUAGE
LEAD = re.compile(r" *(?:- )*(?:[a-z_]+:(?= |$))?")  # of a line of YAML: how far in it is, and its field


# What the models say themselves in the language of the original, and every other language in these files.
OF_MODELS = ("schema", "contract")


def _languages() -> list[str]:
    return sorted(folder.name for folder in ORIGINAL.parent.iterdir() if folder.is_dir() and folder != ORIGINAL)


def _files(folder: Path) -> dict[str, object]:
    found: dict[str, Any] = {}
    for file in sorted(folder.glob("*.yaml")):
        source, faults = parse(file.name, file.read_text(encoding="utf-8"))
        assert source is not None, f"{file.parent.name}/{file.name}: {faults}"
        found[file.stem] = source.data
    found["language"] = dict.fromkeys(
        found["language"], ""
    )  # of what a language says of itself only the keys are the same
    return {name: data for name, data in found.items() if name not in OF_MODELS}


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
def test_every_language_has_the_words_of_the_models(language: str) -> None:
    """Each title and help of a field has its translation, and nothing is translated that no model says."""
    files = {name: _words_of(ORIGINAL.parent / language / f"{name}.yaml") for name in OF_MODELS}
    of_schema = set(_said({kind.list_model or kind.model for kind in FILE_KINDS} | {kind.model for kind in FILE_KINDS}))
    of_contract = set(_said(map(model_of, Published.__subclasses__()))) - of_schema
    assert {f"{language}/schema.yaml: {text}" for text in of_schema ^ set(files["schema"])} == set()
    assert {f"{language}/contract.yaml: {text}" for text in of_contract ^ set(files["contract"])} == set()
    assert [text for found in files.values() for text, words in found.items() if not words.strip()] == []


def _words_of(file: Path) -> dict[str, str]:
    source, faults = parse(file.name, file.read_text(encoding="utf-8"))
    assert source is not None, faults
    assert isinstance(source.data, dict)
    return source.data


def _said(models: Iterable[type[BaseModel]]) -> Iterator[str]:
    """Yield what models and all that they hold say of themselves and of their fields."""
    for model in {found for outer in models for found in models_in(outer)}:
        if isinstance(title := model.model_config.get("title"), str):
            yield title
        for field in model.model_fields.values():
            yield from (text for text in (field.title, field.description) if text)


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
