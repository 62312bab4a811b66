"""Each field of the content under its name in the data: a thing of every kind with all that it can say, filled in."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from msgspec.structs import asdict
from pydantic import BaseModel

from schema import background, base, document, follow_up, indicator, intervention, plan, topic, words
from schema.choices import Standing
from schema.vocabulary import InterventionRef, Prose
from site_builder.export.contract.values import Published, model_of
from site_builder.export.plans import background as of_background
from site_builder.export.plans import carrying_out as of_carrying_out
from site_builder.export.plans import follow_up as of_follow_up
from site_builder.export.plans import intervention as of_intervention
from site_builder.export.plans import plan as of_plan
from site_builder.export.plans import plan_texts, succession
from site_builder.export.plans import text as of_text
from site_builder.export.plans import topic as of_topic
from site_builder.export.plans.context import ExportContext
from site_builder.foundation.source import Record
from site_builder.meaning.link import link
from site_builder.reading.load import load

PLAN = "p-1"
NOWHERE: Any = None  # the file of a thing, of which the data say nothing
# Keys of the data that the content calls otherwise, or has otherwise.
CALLED = {
    "Area.carries_out_details": "carries_out",
    "CarriesOutDetail.reference": "measure",
    "Document.original_url": "url",
    "Document.url": "",
    "FollowUp.source": "document",
    "Intervention.carries_out_details": "carries_out",
    "ScaleStep.label": "name",
    "ScaleStep.level": "standing",
}


class Known(ExportContext, frozen=True, dict=True):
    """What knows nothing of other things, and gives each an address that tells what was asked for."""

    def address(self, kind: str, key: str) -> str:
        """Return the kind and the key as an address."""
        return f"/{kind}/{key}"


@cache
def context() -> Known:
    """Return what knows of no content at all."""
    return Known(link(load({})))


def filled(kind: type[BaseModel | Published], **said: Any) -> Any:
    """Return a thing in which every field says something, and no two the same where words can differ."""
    return _filled(kind, count(1), said)


def _filled(kind: type[BaseModel | Published], numbers: Iterator[int], said: Mapping[str, Any]) -> Any:
    model = model_of(kind) if issubclass(kind, Published) else kind
    values = {name: _value(name, field.annotation, numbers) for name, field in model.model_fields.items()}
    return (kind if issubclass(kind, Published) else kind.model_construct)(**{**values, **said})


def _value(name: str, kind: Any, numbers: Iterator[int]) -> Any:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _value(name, parts[0], numbers)
    if origin in (Union, UnionType):
        return _value(name, next(part for part in parts if part is not NoneType), numbers)
    if origin is tuple:
        return tuple(_value(name, parts[0], numbers) for _ in range(2))
    if origin is Literal:
        return parts[-1]
    if issubclass(kind, (BaseModel, Published)):
        return _filled(kind, numbers, {})
    if issubclass(kind, Enum):
        return list(kind)[-1]
    return _plain(name, kind, next(numbers))


def _plain(name: str, kind: Any, number: int) -> Any:
    if issubclass(kind, str):
        # Numbers of measures and areas, versions and references are written in forms of their own; all else is a word.
        forms = {
            **dict.fromkeys(("measure", "measures", "became"), "p-2/1:{}"),
            **dict.fromkeys(("affects", "related", "about", "page"), "begrepp:x{}"),
            "lock": "0" * 14 + "{:02}",
            "version": f"2021-{number % 12 + 1:02}",
        }
        return forms.get(name, name.replace("_", "-") + "-{}").format(number)
    values: dict[Any, Any] = {
        int: number % 12 + 1 if name == "month" else 2000 + number, bool: True, date: date(2020, 1, 1 + number % 28),
        Decimal: Decimal(number),
    }  # fmt: skip
    return values[kind]


def differing(thing: Any, published: Any, path: str = "") -> Iterator[str]:
    """Yield what data say otherwise than a thing, and what it does not say, each with its place."""
    if isinstance(published, Published) and isinstance(thing, BaseModel):
        for name, value in asdict(published).items():
            own = CALLED.get(f"{type(published).__name__}.{name}", name)
            there = own in type(thing).model_fields
            yield from differing(getattr(thing, own) if there else None, value, f"{path}.{name}")
    elif isinstance(thing, tuple) and len(thing) == len(published):
        for place, (one, other) in enumerate(zip(thing, published, strict=True)):
            yield from differing(one, other, f"{path}[{place}]")
    elif (thing.measure if isinstance(thing, base.CarriesOut) else thing) != published:
        yield f"{path}: {published}"


Publish = Callable[[Known, Any], Any]
READINGS = (follow_up.AnswerReading(measure=InterventionRef("p-2/1:28"), reservation=Prose("Inte alla.")),)
# Each kind of thing: what publishes it, and what is written in it otherwise than as a word.
KINDS: dict[type[BaseModel], tuple[Publish, dict[str, Any]]] = {
    document.Decision: (of_text.published_decision, {}),
    document.Document: (of_text.published_document, {}),
    document.Difference: (of_text.published_difference, {}),
    document.Appendix: (plan_texts.published_appendix, {"number": "7"}),
    words.GlossaryTerm: (of_text.published_term, {}),
    topic.Topic: (of_topic.published_topic, {}),
    topic.Summary: (of_topic.published_summary, {"lang": "fi"}),
    plan.FocusArea: (lambda known, thing: of_plan._area(known, PLAN, thing), {"number": "7"}),
    plan.Goal: (of_plan._goal, {}),
    plan.TargetCategory: (lambda known, thing: of_plan._category(known, PLAN, thing), {"id": "B"}),
    plan.StartingPoint: (lambda known, thing: plan_texts.published_starting_point(known, PLAN, thing), {}),
    plan.Plan: (lambda known, thing: succession.published_succession(known.words, thing), {}),
    indicator.Indicator: (lambda known, thing: of_plan._indicator(known, PLAN, thing), {}),
    background.Draft: (
        lambda known, thing: of_plan._draft(known, PLAN, thing),
        {"number": "7:8", "became": ("p-1/2:1", "p-2/2:2")},
    ),
    background.Background: (lambda known, thing: of_background.published_background(known.words, thing), {}),
    base.Succeeds: (lambda known, thing: succession.published_succeeds(known.words, thing), {}),
    follow_up.FollowUp: (
        lambda known, thing: of_follow_up.published_follow_up(known, Record(thing, NOWHERE)),
        {"readings": READINGS},
    ),
    intervention.Intervention: (
        lambda known, thing: of_intervention.published_intervention(known, PLAN, thing),
        {
            "number": "7:8",
            "target_categories": ("A", "B"),
            **dict.fromkeys(("valid_from", "valid_to", "added_by", "ended_by")),
        },
    ),
}
# What the data say that the content does not, or in another form. The data of the empty content know of no connections.
WORKED_OUT: dict[type[BaseModel], list[str]] = {
    document.Decision: [".year: 2020", ".url: /decision/id-1"],  # the year of its day
    document.Document: [".url: /document/id-1"],
    document.Difference: [".affects[0]: /term/x3", ".affects[1]: /term/x4", ".url: /avvikelser/id-1/"],
    document.Appendix: [".number: 7", ".page: /term/x4"],
    words.GlossaryTerm: [".url: /term/id-1"],
    topic.Topic: [".url: /topic/id-1", ".related[0]: /term/x39", ".related[1]: /term/x40"],
    topic.Summary: [".url: /summary/id-1", ".sections[0].about: /term/x15", ".sections[1].about: /term/x19"],
    plan.FocusArea: [".number: 7", ".url: /area/p-1/7"],
    plan.TargetCategory: [".url: /category/p-1/B"],
    plan.StartingPoint: [".url: /starting_point/p-1/id-1"],
    indicator.Indicator: [".url: /indicator/p-1/id-1"],
    background.Draft: [".became[0]: 2:1", ".url: /draft/p-1/id-1"],  # a plan's own numbers stand alone
    follow_up.FollowUp: [
        *(".answers[0].plan: p-2", ".answers[0].number: 1:17", ".answers[1].plan: p-2", ".answers[1].number: 1:28"),
        *(".answers[1].reservation: Inte alla.", ".url: /follow_up/id-1"),
        *(".corrections[0].plan: p-2", ".corrections[0].number: 1:60"),
        *(".corrections[1].plan: p-2", ".corrections[1].number: 1:71"),
    ],
    intervention.Intervention: [
        *(".area: 7", ".url: /intervention/p-1/7:8", ".responsibilities: ()", ".references: ()", ".referenced_by: ()"),
        *(".cost_sek_per_year: 2046", ".reference_details: ()", ".carried_out_by: ()", ".in_force: True"),
        *(".replaces: ()", ".replaced_by: ()", ".other_responsibilities: ()"),
    ],
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_published_under_its_name(kind: type[BaseModel]) -> None:
    """With its value, down to the last source; what is worked out is what is listed, and nothing is left out."""
    publish, said = KINDS[kind]
    thing = filled(kind, **said)
    assert list(differing(thing, publish(context(), thing))) == WORKED_OUT.get(kind, [])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_not_said_is_published_as_nothing(kind: type[BaseModel]) -> None:
    """Null, or an empty list: no word that the content does not have."""
    publish, said = KINDS[kind]
    bare = {name: field.default for name, field in kind.model_fields.items() if not field.is_required()}
    thing = filled(kind, **{**said, **bare})
    published = asdict(publish(context(), thing))
    nothing = {name: value for name, value in bare.items() if value is None or value == ()}
    assert {name: published[name] for name in nothing if name in published and name not in SAID} == {
        name: value for name, value in nothing.items() if name in published and name not in SAID
    }


SAID = {"date", "year", "url"}  # of a decision one of the first two; the last is the address on the site


@pytest.mark.parametrize(
    ("standing", "old"),
    [(Standing.YES, "yes"), (Standing.MOSTLY, "partly"), (Standing.PARTLY, "partly"), (Standing.NO, "no")],
)
def test_a_step_of_a_scale_is_published_in_three_steps_and_in_four(standing: Standing, old: str) -> None:
    """The three of 1.0, and those of 1.1."""
    step = filled(follow_up.ScaleStep, standing=standing)
    thing = filled(follow_up.FollowUp, scale=(step,))
    (found,) = of_follow_up.published_follow_up(context(), Record(thing, NOWHERE)).scale
    assert (found.standing.value, found.level.value) == (old, standing.value)


def test_corrections_are_published_by_their_days() -> None:
    """In whatever order they were written."""
    days = [date(2024, 5, 1), date(2023, 5, 1), date(2025, 5, 1)]
    thing = filled(follow_up.FollowUp, corrections=[filled(follow_up.Correction, date=day) for day in days])
    found = of_follow_up.published_follow_up(context(), Record(thing, NOWHERE)).corrections
    assert [one.date for one in found] == sorted(days)


def test_the_year_of_a_decision_is_that_of_its_day_or_the_one_that_is_said() -> None:
    """The day goes before."""
    said = filled(document.Decision, date=None, year=1999)
    assert of_text.published_decision(context(), said).year == 1999
    assert of_text.published_decision(context(), said.model_copy(update={"date": date(2001, 2, 3)})).year == 2001


@pytest.mark.parametrize(("value", "written"), [("5", "5"), ("5.0", "5"), ("0", "0"), ("2.50", "2.5"), ("-1.0", "-1")])
def test_a_number_is_published_as_json_writes_it(value: str, written: str) -> None:
    """5, not 5.0."""
    measured = indicator.Measurement(year=2024, value=Decimal(value))
    found = of_plan._measurement(measured)
    assert found
    assert (found.year, str(found.value)) == (2024, written)
    assert of_plan._measurement(None) is None


def test_details_of_what_is_carried_out_say_how_it_is_known() -> None:
    """Beside the list of what it is."""
    thing = filled(base.CarriesOut)
    assert of_carrying_out.carried_out([thing]) == (thing.measure,)
    (found,) = of_carrying_out.carries_out_details(context().words, [thing])
    assert list(differing(thing, found)) == []
