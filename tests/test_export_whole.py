"""The data is whole: what the content can say is published, but for exceptions that say why."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel

from site_builder.export.contract.plan import Terms
from site_builder.export.contract.values import Published, model_of
from site_builder.export.data import artifacts
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts

ROOT = Path(__file__).resolve().parent.parent
YOUTH = "ungdomsplan-2023-2026"
Model = TypeVar("Model")

# What is called otherwise in the contract: a model of the content -> the published one.
PUBLISHED_AS = {
    "CarriesOut": "CarriesOutDetail",
    "CostEstimate": "Cost",
    "CrossReference": "ReferenceDetail",
    "DocumentConnection": "GoverningDocument",
    "FocusArea": "Area",
    "SourceReference": "Source",
}
NOT_DATA = {
    "Accessibility": "findings about the site's pages, not about plans",
    "AuditCheck": "a part of Accessibility",
    "AuditFinding": "a part of Accessibility",
    "AuditTool": "a part of Accessibility",
    "HelpLine": "where to turn now; no part of any plan, and nothing to keep a copy of",
    "Compounds": "how the search splits words",
    "SearchWord": "what the search knows",
    "PageQuestions": "what the search knows",
    "Site": "a setting of the site",
    "AnswerReading": "beside each answer, as reservation",
    "Sender": "a part of Site",
    "SummaryWords": "words around the text on its page",
    "ForeignWords": "a part of Site",
    "MeansPlan": "which plan bare numbers in a file mean; published references name theirs",
    "Redirect": "where an old address leads: the redirects beside the site tell it",
    "Published.addresses": "the addresses that are promised; the map of the site has all",
    "Document.headings": "what sources are held against by the checks",
    "Waiver": "a part of Waivers",
    "Waivers": "where a rule of the editors does not hold",
    "Noun": "the forms of a plan's word, for sentences on pages; Terms has the word itself",
}
# The list files hold records of one kind, which are published as lists of their own.
FILES = {
    "RedirectFile",
    "DecisionFile",
    "DifferenceFile",
    "DocumentFile",
    "DraftFile",
    "GlossaryFile",
    "HelpFile",
    "GroupFile",
    "PublicVersionFile",
    "SearchWordFile",
    "QuestionFile",
}
NOT_PUBLISHED = {
    "Answer.measure": "split into plan and number",
    "CarriesOut.measure": "called reference",
    "Correction.measure": "split into plan and number",
    "CrossReference.intervention": "called reference",
    **dict.fromkeys(
        (
            *("Document.formerly", "FocusArea.formerly", "FollowUp.formerly", "Intervention.formerly"),
            *("Organization.formerly", "OrganizationGroup.formerly", "Plan.formerly", "StartingPoint.formerly"),
            *("Summary.formerly", "Topic.formerly"),
        ),
        "addresses that lead on, in the redirects beside the site",
    ),
    **dict.fromkeys(
        ("Decision.formerly", "GlossaryTerm.formerly", "Indicator.formerly"), "published references have today's names"
    ),
    **dict.fromkeys(("Plan.dropped", "Plan.proposal", "Plan.replaces"), "in succession"),
    **dict.fromkeys(
        (
            f"{model}.{field}"
            for model in ("Intervention", "MemberPeriod", "Organization", "OrganizationGroup", "Responsibility")
            for field in ("valid_from", "valid_to", "added_by", "ended_by")
        ),
        "in validity",
    ),
    "FormerName.valid_from": "in validity",
    "FormerName.valid_to": "in validity",
    "FollowUp.document": "called source",
    "FollowUp.plan": "each answer has its plan",
    "FollowUp.readings": "beside each answer, as reservation",
    "GlossaryTerm.about": "leads the search only",
    "GlossaryTerm.everyday": "words for the search only",
    "Indicator.order": "the list stands in that order",
    "OrganizationGroup.member_kinds": "worked out into members",
    "Responsibility.bodies": "one row for each organization, with via for its group",
    "ScaleStep.name": "called label",
    "Summary.everyday": "words for the search only",
    "Summary.name": "the words of the link in the head of every page",
    "Summary.words": "words around the text on its page",
    "StartingPoint.order": "the list stands in that order",
    "StartingPoint.picture": "how the page draws the model; its levels are published",
}


def models(package: str, base: type[Model]) -> dict[str, type[Model]]:
    """Every class of a kind that a package defines, by its name."""
    folder = ROOT / package.replace(".", "/")
    modules = [import_module(f"{package}.{file.stem}") for file in sorted(folder.glob("[a-z]*.py"))]
    defined = ((name, item, module) for module in modules for name, item in vars(module).items())
    return {
        name: item
        for name, item, module in defined
        if isinstance(item, type) and issubclass(item, base) and item.__module__ == module.__name__
    }


CONTENT = models("schema", BaseModel)
CONTRACT = models("site_builder.export.contract", Published)


def unpublished() -> set[str]:
    """The models and fields of the content that the contract does not have."""
    found = set()
    for name, model in CONTENT.items():
        published = CONTRACT.get(PUBLISHED_AS.get(name, name))
        found |= (
            {name}
            if published is None
            else {f"{name}.{field}" for field in model.model_fields if field not in published.__struct_fields__}
        )
    return found


def test_what_the_content_says_is_published() -> None:
    """A new field of the content is published, or stands among the exceptions with its reason; none of them is old."""
    assert unpublished() - {"Model"} == {*NOT_DATA, *FILES, *NOT_PUBLISHED}


@pytest.fixture(scope="module")
def plan() -> Any:
    """The youth plan of the miniature as it is published."""
    found = {item.path: item.data for item in artifacts(link(load(texts())), read_strings())}
    plans = json.loads(found["data/v1/plans.json"])
    assert (plans["version"], plans["minor_version"]) == ("1", 3)
    return next(item for item in plans["plans"] if item["id"] == YOUTH)


def test_a_plans_own_text_is_published(plan: Any) -> None:
    """Sections, appendices with their page, and starting points with all their text, as plain text."""
    assert [item["id"] for item in plan["sections"]]
    assert all(item["text"] and "[[" not in item["text"] for item in plan["sections"])
    assert all(item["text"] and (item["page"] or "/").startswith("/") for item in plan["appendices"])
    assert any(item["page"] for item in plan["appendices"])
    assert all(item["url"].startswith(f"/{YOUTH}/utgangspunkter/") for item in plan["starting_points"])
    assert any(item["sections"] for item in plan["starting_points"])


def test_an_areas_text_is_published(plan: Any) -> None:
    """Beside the lead stands why the area is there; null where the sources say nothing."""
    assert {"text"} <= set(plan["areas"][0])
    assert any(area["text"] for area in plan["areas"])


def test_a_part_of_what_is_published_has_every_key_and_never_changes() -> None:
    """What its fields say of themselves is no value that could stand for one."""
    with pytest.raises(TypeError, match="measure"):
        Terms(area="fokusområde")  # type: ignore[call-arg]
    terms = Terms(area="fokusområde", measure="insats")
    with pytest.raises(AttributeError):
        terms.area = "område"  # type: ignore[misc]
    assert {name: field.title for name, field in model_of(Terms).model_fields.items()} == {
        "area": "Område",
        "measure": "Åtgärd",
    }
