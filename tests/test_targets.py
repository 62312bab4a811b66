"""Whatever can be referred to has a name of its own, and every page that there is can be referred to."""

from collections.abc import Iterable
from datetime import date

from site_builder.build import build
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning.link import PlanIndex, link
from site_builder.meaning.pages.table import START
from site_builder.meaning.targets import Target
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.cases import AS_OF, replaced_once
from tests.miniature import texts

STRINGS = read_strings()
INTERVENTION = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
ITSELF = "ungdomsplan-2023-2026/1:2"
LEAD = "Kommunen frågar unga varje år vad de vill göra."
WORDS = {kind: word for word, kind in spoken().prefixes.items()}
# Kinds of things that a text cannot name: there is one of each, or nothing to lead to.
UNNAMED = (
    "site",
    "accessibility",
    "compounds",
    "published",
    "waivers",
    "redirect",
    "help",
    "background",
    "search_word",
    "question",
    "difference",
    "draft",
    "group",
    "public_version",
)


def targets() -> Iterable[Target]:
    """Everything in the miniature that can be referred to."""
    return link(load(texts())).targets.values()


def written(target: Target) -> str:
    """Return a reference to a target as an editor writes it."""
    kind = "body" if target.kind == "organization" else target.kind
    return f"[[{target.key}]]" if kind == "intervention" else f"[[{WORDS[kind]}:{target.key}]]"


def test_a_reference_to_anything_without_words_of_its_own_is_built() -> None:
    """Every target by its bare name, all of them in one text: none ends the build, and each is called something."""
    named = [target for target in targets() if target.kind not in UNNAMED and target.key not in ("", ITSELF)]
    lead = " ".join(written(target) for target in named)
    given = texts()
    given[INTERVENTION] = replaced_once(given[INTERVENTION], LEAD, f"'{lead}'")
    built = build(given, date.fromisoformat(AS_OF), STRINGS)
    assert [item for item in built.diagnostics if item.severity == "error"] == []
    page = built.by_address["ungdomsplan-2023-2026/insatser/1-2/"].html
    assert "[[" not in page
    assert '<a href="../../../klimatprogram-2022-2027/strategier/">Strategier</a>' in page


def test_a_target_has_a_name_or_words_in_the_catalogue() -> None:
    """A thing carries its name, a page that the program makes the key of its name; only the start has no address."""
    for target in (target for target in targets() if target.kind not in UNNAMED):
        assert bool(target.name) is not bool(target.words), target
        assert not target.words or STRINGS(target.words)
        assert target.address or target.key in ("", spoken().page(START)), target


def test_the_start_page_can_be_referred_to() -> None:
    """By a word of its own, as it has no address to be called by."""
    given = texts()
    given[INTERVENTION] = replaced_once(given[INTERVENTION], LEAD, "'[[sida:start]]'")
    built = build(given, date.fromisoformat(AS_OF), STRINGS)
    assert '<a href="../../../">Startsidan</a>' in built.by_address["ungdomsplan-2023-2026/insatser/1-2/"].html


def pages_of(index: PlanIndex, plan: str) -> set[str]:
    return {key.partition("/")[2] for key in index.targets.keys_of("page") if key.startswith(f"{plan}/")}


def test_exactly_the_pages_that_exist_are_targets() -> None:
    """A plan's page is a target where it is made, and only there."""
    made = {page.address for page in build(texts(), date.fromisoformat(AS_OF), STRINGS).pages}
    for plan in link(load(texts())).plans.values():
        slug = plan.plan.value.terms.measure.slug
        names = pages_of(link(load(texts())), plan.plan.value.id)
        assert slug in names
        assert {f"{plan.plan.value.id}/{name}/" for name in names} <= made
    assert pages_of(link(load(texts())), "ungdomsplan-2023-2026") >= {"mal", "indikatorer", "bakgrund"}
    assert not {"mal", "bakgrund"} & pages_of(link(load(texts())), "lasplan-2024-2027")
