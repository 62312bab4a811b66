"""Glossary, differences and checks: what an editor or a reader looks up."""

import re
from functools import cache
from importlib import import_module

import pytest
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser

from site_builder.checks.all import CHECKS
from site_builder.foundation.language.order import initial
from site_builder.foundation.language.slugs import slug
from site_builder.foundation.page import Page
from site_builder.reading.layout import FILE_KINDS
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

GLOSSARY = "content/glossary.yaml"


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts())


def headings(text: str) -> list[str]:
    """The headings below the first, with their anchors."""
    return [line.lstrip("#").strip() for line in text.split("\n") if line.startswith("##")]


def entry(text: str, anchor: str) -> str:
    """What stands below a heading, up to the next one."""
    return text.partition(f"{{#{anchor}}}")[2].partition("\n##")[0]


def test_an_abbreviation_and_its_words_are_both_found() -> None:
    """The abbreviation is the entry; the words spelt out stand in their own place and lead to it."""
    text = outline(pages()["ordlista/"].html)
    assert headings(text) == [
        "F {#bokstav-f}",
        "FN {#fn}",
        "Förenta nationerna {#fn-utskrivet}",
        "G {#bokstav-g}",
        "GC {#gc-vag}",
        "gång- och cykelväg {#gc-vag-utskrivet}",
        "K {#bokstav-k}",
        "kollektivtrafik {#kollektivtrafik}",
    ]
    assert "**Förenta nationerna**" in entry(text, "fn")
    assert "[FN](#fn)" in entry(text, "fn-utskrivet")


def test_a_term_tells_where_it_is_used_and_where_it_comes_from() -> None:
    """Other words, the pages whose text uses the word, and the source."""
    told = entry(outline(pages()["ordlista/"].html), "gc-vag")
    assert "[kollektivtrafik](#kollektivtrafik)" in told
    assert "[1:2 Bygg fler cykelvägar](../klimatprogram-2022-2027/strategier/1-2/)" in told
    assert "avsnittet ”Ordlista”" in told


def test_letters_are_swedish() -> None:
    """Å, Ä and Ö are letters of their own, last and in this order; what begins with a figure has its own place."""
    terms = "".join(
        f"  - id: ord-{place}\n    term: {word}\n    definition: Ett ord.\n    general_explanation: true\n"
        for place, word in enumerate(("ö", "é", "å", "12-gruppen", "ä", "z"))
    )
    changed = texts() | {GLOSSARY: texts()[GLOSSARY] + terms}
    text = outline(rendered(changed)["ordlista/"].html)
    letters = [line for line in text.split("\n") if line.startswith("## ")]
    assert letters == [
        "## 0–9 {#bokstav-0-9}",
        "## E {#bokstav-e}",
        "## F {#bokstav-f}",
        "## G {#bokstav-g}",
        "## K {#bokstav-k}",
        "## Z {#bokstav-z}",
        "## Å {#bokstav-aa}",
        "## Ä {#bokstav-ae}",
        "## Ö {#bokstav-oe}",
    ]


@pytest.mark.parametrize(("word", "letter"), [("öga", "Ö"), ("Ängel", "Ä"), ("éclair", "E"), ("3:1", ""), ("", "")])
def test_the_letter_that_a_word_is_found_under(word: str, letter: str) -> None:
    """Case and foreign accents do not count, å ä ö do; figures have no letter."""
    assert initial(word) == letter


def test_a_difference_shows_every_reading_with_its_source() -> None:
    """All readings, each with its source, what the site does, and the pages that are affected."""
    told = outline(pages()["avvikelser/titel-2-1/"].html)
    assert told.startswith("# Två titlar på samma insats")
    assert "Påverkar fakta. Här skiljer sig källorna om" in told
    first, second = told.partition("\n## Så gör vi")[0].split("\n- ")[1:]
    assert "Låna ut cyklar" in first
    assert "avsnittet ”Insats 2:1”" in first
    assert "Cykelutlåning" in second
    assert "(sida\u00a09)" in second
    assert "Sidan om [2:1](../../ungdomsplan-2023-2026/insatser/2-1/" in told
    assert "- [2:1 Låna ut cyklar](../../ungdomsplan-2023-2026/insatser/2-1/)" in told


def test_differences_stand_under_the_source_that_is_read_first() -> None:
    """Each group says how many it has of its weight; its place on the list leads on to the page."""
    path = "content/differences.yaml"
    another = texts()[path].removeprefix("differences:\n").replace("titel-2-1", "en-till")
    made = rendered(texts() | {path: texts()[path] + another})
    text = outline(made["avvikelser/"].html)
    assert "## Påverkar fakta (2) {#fakta}" in text
    assert "### Ungdomsplan 2023–2026 (2) {#fakta-ungdomsplan}" in text
    assert '<li id="en-till" data-now="en-till/"><a href="en-till/">' in made["avvikelser/"].html
    first, second = made["avvikelser/titel-2-1/"], made["avvikelser/en-till/"]
    assert (first.previous, first.next) == (None, second.address)
    assert (second.previous, second.next) == (first.address, None)


def test_differences_stand_by_weight_and_the_editorial_ones_are_folded() -> None:
    """What changes who does what comes first."""
    path = "content/differences.yaml"
    one = texts()[path]
    others = (
        one.removeprefix("differences:\n").replace("titel-2-1", weight).replace("weight: facts", f"weight: {weight}")
        for weight in ("editorial", "who_does_what")
    )
    html = rendered(texts() | {path: one + "".join(others).replace("id: who_does_what", "id: vem")})["avvikelser/"].html
    ids = ("vem-som-gor-vad", "vem", "fakta", "titel-2-1")
    places = [html.index(f'id="{name}"') for name in (*ids, "redaktionella", "editorial")]
    assert places == sorted(places)
    folded = html.partition("<details")[2]
    assert 'id="editorial"' in folded
    assert 'id="titel-2-1"' not in folded


def test_without_differences_and_words_the_pages_say_so() -> None:
    """The pages are there, so that nothing that leads to them breaks; they can be edited somewhere."""
    changed = {path: text for path, text in texts().items() if path != "content/differences.yaml"}
    page = rendered(changed)["avvikelser/"]
    assert "Vi känner inte till några ställen där källorna skiljer sig." in outline(page.html)
    assert page.sources == ("content/site.yaml",)


def test_every_code_is_documented() -> None:
    """Each check in the order of its table with examples as code, then each fault that a file can have."""
    text = outline(pages()["om/kontroller/"].html)
    codes = [line.split("`")[1] for line in text.split("\n") if line.startswith("### ")]
    messages = read_strings().find("messages")
    assert isinstance(messages, dict)
    assert codes[: len(CHECKS)] == [check.code for check in CHECKS]
    assert sorted(codes) == sorted(messages)
    example = entry(text, "unknown-intervention")
    assert '```text\nreferences:\n  - intervention: "2:7"\n```' in example
    assert "Meddelandet (fel):" in example
    assert "Meddelandet (upplysning):" in entry(text, "plan-expired")


def test_no_placeholder_of_a_message_is_shown() -> None:
    """What differs from case to case is shown as dots."""
    text = outline(pages()["om/kontroller/"].html)
    outside_code = "".join(part for place, part in enumerate(text.split("```")) if place % 2 == 0)
    assert not [line for line in outside_code.split("\n") if "{" in line and not line.startswith("#")]


def test_every_field_of_every_file_is_told_in_swedish() -> None:
    """The page of fields has each kind of file, each field of it with its title and help, and each part once."""
    html = LexborHTMLParser(pages()["om/falt/"].html)
    groups = {str(node.attributes["id"]): node for node in html.css("h3[id]")}
    assert len(groups) == len(html.css("h3"))
    assert {f"fil-{slug(kind.kind)}" for kind in FILE_KINDS} <= set(groups)
    told = [(term.text(), said.text()) for term, said in zip(html.css("dt"), html.css("dd"), strict=True)]
    for kind in FILE_KINDS:
        for model in models_in(kind.list_model or kind.model):
            for name, field in model.model_fields.items():
                needed = " (måste finnas)" if field.is_required() else ""
                assert any(
                    term == f"{name} {field.title}{needed}" and said.startswith(str(field.description))
                    for term, said in told
                ), name
    for link in html.css("dd a"):
        assert str(link.attributes["href"]).removeprefix("#") in groups


def models_in(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and those inside it, found by its JSON Schema and not by what makes the page."""
    found, new = {model}, [model]
    while new:
        for field in new.pop().model_fields.values():
            for inner in re.findall(r"schema\.\w+\.\w+", str(field.annotation)):
                module, _, name = inner.rpartition(".")
                part = getattr(import_module(module), name)
                if issubclass(part, BaseModel) and part not in found:
                    found.add(part)
                    new.append(part)
    return found
