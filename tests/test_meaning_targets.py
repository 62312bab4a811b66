"""What can be referred to, by whom, and what nobody can tell: small changes of the miniature."""

import pytest
from msgspec.structs import replace

from site_builder.foundation.diagnostic import Span, error
from site_builder.meaning.link import PlanIndex, link
from site_builder.meaning.targets import Target
from site_builder.meaning.texts import Style
from site_builder.reading.load import load
from tests.miniature import texts

YOUTH = "ungdomsplan-2023-2026"
READING = "lasplan-2024-2027"
FOLDER = f"content/plans/{YOUTH}"


def index_of(**changed: str | None) -> PlanIndex:
    """The miniature with some files changed or taken away."""
    given = {**texts(), **changed}
    return link(load({path: text for path, text in given.items() if text is not None}))


@pytest.mark.parametrize(
    "target",
    [
        Target("plan", YOUTH, "Ungdomsplan 2023–2026", "Småstads plan för ungas fritid 2023–2026", f"{YOUTH}/"),
        Target("area", f"{YOUTH}/2", "fokusområde 2", "fokusområde 2: Rörelse varje dag", f"{YOUTH}/fokusomraden/2/"),
        Target("category", f"{YOUTH}/A", "Kategori A", "Kategori A", f"{YOUTH}/malgrupper/a/"),
        Target("page", f"{YOUTH}/mal", address=f"{YOUTH}/mal/", words="site.pages.mal"),
        Target("page", f"{YOUTH}/insatser", "Insatser", address=f"{YOUTH}/insatser/"),
        Target("page", "dokument/styrande", address="dokument/styrande/", words="site.pages.styrande"),
        Target("body", "tekniska-namnden", "Tekniska nämnden", "Tekniska nämnden", "organisationer/tekniska-namnden/"),
        Target(
            *("starting_point", f"{YOUTH}/fritid", "Vad fritid är", "Vad fritid är"),
            f"{YOUTH}/utgangspunkter/fritid/",
        ),
    ],
    ids=lambda target: f"{target.kind} {target.key}",
)
def test_a_thing_has_its_name_title_and_place(target: Target) -> None:
    assert index_of().targets[target.kind, target.key] == target


def test_a_body_is_an_organization_or_a_group_and_a_group_no_organization() -> None:
    targets = index_of().targets
    group, body = "samtliga-namnder-och-styrelser", "tekniska-namnden"
    assert [(kind, group) in targets for kind in ("organization", "body", "group")] == [False, True, False]
    assert [(kind, body) in targets for kind in ("organization", "body")] == [True, True]
    assert targets["organization", body] == replace(targets["body", body], kind="organization")


def test_what_is_broken_is_known_and_has_no_name() -> None:
    """A broken file is a thing that exists; of a broken plan nobody knows the categories, nor any page."""
    broken = index_of(**{f"{FOLDER}/interventions/1-1.yaml": "number: '1:1'\n"}).targets
    assert broken["intervention", f"{YOUTH}/1:1"] == Target("intervention", f"{YOUTH}/1:1")
    targets = index_of(**{f"{FOLDER}/plan.yaml": f"id: {YOUTH}\n"}).targets
    assert targets["plan", YOUTH] == Target("plan", YOUTH)
    assert targets.get_known("category", f"{YOUTH}/Z")
    assert not targets.get_known("category", "lasplan-2024-2027/Z")
    assert targets.get_known("page", "vad-som-helst")
    assert targets.get_known("intervention", f"{YOUTH}/1:1")
    assert not targets.get_known("intervention", f"{YOUTH}/9:9")


def test_of_a_list_that_cannot_be_read_every_key_is_known() -> None:
    """Also a body, since it may be a group; things of other kinds are not."""
    groups = next(path for path in texts() if path.endswith("groups.yaml"))
    targets = index_of(**{groups: "groups: ["}).targets
    assert targets.get_known("body", "nagon")
    assert not targets.get_known("organization", "nagon")
    assert not targets.get_known("document", "nagon")
    targets = index_of(**{"content/documents.yaml": "documents: ["}).targets
    assert targets.get_known("document", "nagon")
    assert not targets.get_known("body", "nagon")


def without(folder: str) -> PlanIndex:
    """The miniature where nobody can look into a folder."""
    left = {path: text for path, text in texts().items() if not path.startswith(f"{folder}/")}
    return link(load(left, [error("unreadable", Span(folder))]))


def test_of_a_folder_that_cannot_be_read_nobody_knows_what_is_in_it() -> None:
    """Of plans that nobody can look at any may exist, with any page; what stands elsewhere is as known as before."""
    targets = without("content/plans").targets
    for kind, key in (("plan", YOUTH), ("page", f"{YOUTH}/mal"), ("intervention", f"{YOUTH}/9:9")):
        assert targets.get_known(kind, key), kind
    assert not targets.get_known("document", "nagot")
    assert not without("content/topics").targets.get_known("page", f"{YOUTH}/nagot")


@pytest.mark.parametrize(
    ("folder", "known", "unknown"),
    [
        (f"{FOLDER}/focus_areas", {"fokusomraden"}, "atgarder"),
        (f"{FOLDER}/interventions", {"insatser", "ansvarsmatris", "malgrupper", "kostnader"}, "atgarder"),
        (f"content/plans/{READING}/interventions", {"uppdrag", "malgrupper", "kostnader"}, "mal"),
        ("content/follow_ups", {"uppfoljning"}, "atgarder"),
    ],
)
def test_a_page_that_a_plan_may_have_is_known(folder: str, known: set[str], unknown: str) -> None:
    """What would stand on it is in a folder that nobody can look into, so that no reference to the page is blamed."""
    plans = [folder.split("/")[2]] if "/plans/" in folder else [YOUTH, READING, "klimatprogram-2022-2027"]
    targets = without(folder).targets
    for plan in plans:
        assert {name for name in known if targets.get_known("page", f"{plan}/{name}")} == known
        assert not targets.get_known("page", f"{plan}/{unknown}")


def test_a_page_is_known_only_in_the_plan_whose_folder_cannot_be_read() -> None:
    """Of another plan everything is seen: it has no starting points, and no page for them."""
    targets = without(f"{FOLDER}/starting_points").targets
    assert targets.get_known("page", f"{YOUTH}/utgangspunkter")
    assert not targets.get_known("page", f"{READING}/utgangspunkter")


def test_a_plan_with_another_id_than_its_folder_is_known_by_both() -> None:
    path = f"{FOLDER}/plan.yaml"
    targets = index_of(**{path: texts()[path].replace(f"id: {YOUTH}", "id: en-annan", 1)}).targets
    for name in (YOUTH, "en-annan"):
        assert targets.get_known("plan", name)
        assert targets.get_known("intervention", f"{name}/9:9")
        assert targets.get_known("page", f"{name}/mal")
    assert not targets.get_known("intervention", "lasplan-2024-2027/9:9")


def test_a_reference_has_its_place_in_the_text() -> None:
    """The second of two that are written alike stands where the second is; what it means has its plan before it."""
    path = f"{FOLDER}/interventions/1-2.yaml"
    lead = "Kommunen frågar unga varje år vad de vill göra."
    index = index_of(**{path: texts()[path].replace(lead, "Se [[1:1]], och [[1:1]] igen.")})
    found = [item for item in index.references if item.written == "[[1:1]]" and item.span.path == path]
    assert [(item.key, item.occurrence) for item in found] == [(f"{YOUTH}/1:1", 0), (f"{YOUTH}/1:1", 1)]
    assert found[1].span.column - found[0].span.column == len("[[1:1]], och ")
    assert {item.origin.id for item in found} == {"1:2"}
    assert index.references_to["intervention"] == [item for item in index.references if item.kind == "intervention"]


def test_sources_do_not_mention() -> None:
    """That a fact stands in a document is no mention of it; a text that names it is."""
    index = index_of()
    mentions = index.mentioned_by["document", "ungdomsenkat"]
    assert mentions
    assert all("sources" not in item.keys and "source" not in item.keys for item in mentions)
    assert len(mentions) < sum(item.key == "ungdomsenkat" for item in index.references_to["document"])


def test_every_text_has_its_style_and_place() -> None:
    """A title is a label, a lead is prose, a page is a page without its code; numbers and ids are no texts."""
    index = index_of(**{"docs/om.md": "# Om\n\nSe `kod` och kod.\n"})
    path = f"{FOLDER}/interventions/1-1.yaml"
    styles = {item.keys: item.style for item in index.content_texts if item.source.path == path}
    assert (styles["title",], styles["lead",], styles["actions", 0]) == (Style.LABEL, Style.PROSE, Style.PROSE)
    assert ("responsibilities", 0, "role") not in styles
    assert ("responsibilities", 0, "bodies", 0) not in styles
    (page,) = (item for item in index.content_texts if item.source.path == "docs/om.md")
    assert (page.style, page.keys) == (Style.PAGE, ())
    assert "`kod`" not in page.text
    start = page.text.rindex("kod")
    assert (page.span(start, start + 3).line, page.span(start, start + 3).column) == (3, 14)
    assert {item.style for item in index.texts} == {Style.PROSE, Style.PAGE}
