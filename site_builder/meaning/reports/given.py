"""An answer in a report, and what can be known of a body where there is none."""

from collections import defaultdict
from enum import StrEnum

from msgspec import Struct

from schema.base import Sources
from schema.choices import Standing
from schema.follow_up import Answer, Correction, FollowUp, ScaleStep
from site_builder.foundation.source import Record

Measure = str  # the key of a measure: plan-id/1:4


class State(StrEnum):
    """What is known of one body, one measure and one year.

    ANSWERED: we hold an answer. UNANSWERED: a source says that the body was asked and did not answer. NOT_IN_FORM: the
    form that the body filled in, which we hold, has no question. NOT_PUBLISHED: no answer is published here, and nobody
    knows whether there is one. NOT_CONCERNED: no duty. UNKNOWN: no source says whose duty it is.
    """

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    NOT_IN_FORM = "not_in_form"
    NOT_PUBLISHED = "not_published"
    NOT_CONCERNED = "not_concerned"
    UNKNOWN = "unknown"


class Given(Struct, frozen=True):
    """An answer in a report, with the corrections of it in the order of time. What is right is the last one."""

    intervention: Measure
    follow_up: FollowUp
    answer: Answer
    corrections: tuple[Correction, ...]
    reading: str | None = None

    @property
    def step(self) -> ScaleStep | None:
        """The value, as it is after corrections; None where the question was left without one."""
        value = (self.corrections[-1] if self.corrections else self.answer).value
        return next((step for step in self.follow_up.scale if step.id == value), None)

    @property
    def reported(self) -> ScaleStep | None:
        """The value as the report has it."""
        return next((step for step in self.follow_up.scale if step.id == self.answer.value), None)

    @property
    def comment(self) -> str | None:
        """The comment, as it is after corrections."""
        return (self.corrections[-1] if self.corrections else self.answer).comment

    @property
    def reservation(self) -> str | None:
        """What the comment itself says is not done, where the answer is a yes all the same."""
        return self.reading if self.is_qualified else None

    @property
    def is_qualified(self) -> bool:
        """Tell whether the answer is a yes that its own comment limits, as we read it, and has not been corrected."""
        is_yes = self.step is not None and self.step.standing is Standing.YES
        return bool(self.reading) and is_yes and not self.corrections


class Known(Struct, frozen=True):
    """What is known of one body, one measure and one year: the answer, or where a source tells that there is none."""

    state: State
    given: Given | None = None
    sources: Sources = ()


def answers_in(record: Record[FollowUp]) -> tuple[Given, ...]:
    """Return the answers of one report of the index, whose measures name their plan, in its own order."""
    follow_up = record.value
    corrections = defaultdict[Measure, list[Correction]](list)
    for correction in sorted(follow_up.corrections, key=lambda item: item.date):
        corrections[correction.measure].append(correction)
    readings = {item.measure: item.reservation for item in follow_up.readings}
    return tuple(
        Given(item.measure, follow_up, item, tuple(corrections[item.measure]), readings.get(item.measure))
        for item in follow_up.answers
    )
