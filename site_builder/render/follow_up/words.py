"""The states of follow-up as signs and words: the same ones in the legend, the picture and the tables."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from schema.follow_up import FollowUp, ScaleStep
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.meaning.reports.given import Given, Known
from site_builder.render.writer import Writer

KINDS = ("yes", "qualified", "mostly", "partly", "no")  # what is answered, the best first
WITHOUT = ("unanswered", "not-in-form", "not-published")  # what is known where there is no answer


class Mark(Struct, frozen=True):
    """How a state is shown: a sign for the eye, a kind for the style sheet, and words."""

    sign: str
    kind: str
    label: str


class Marks(Struct, frozen=True, dict=True):
    """The marks of one plan and year: those of the scales that were used, and those of what has no answer."""

    writer: Writer
    state: FollowUpState
    year: int

    @cached_property
    def possible(self) -> tuple[Mark, ...]:
        """Every mark that something has this year, the best first. That no answer is published is always among them."""
        used = {self.of(known) for known in self.state.known[self.year].values()}
        if len(self._scales) == 1:
            used |= set(self._steps.values())
        answers = sorted((mark for mark in used if mark.kind in KINDS), key=best_first)
        others = (self._word(kind) for kind in WITHOUT)
        return (*answers, *(mark for mark in others if mark in used or mark.kind == "not-published"))

    def rank(self, mark: Mark) -> int:
        """Return the place of a mark among those that are possible; what is not known at all comes last."""
        return self.possible.index(mark) if mark in self.possible else len(self.possible)

    def of(self, known: Known) -> Mark:
        """Return the mark of what is known of somebody."""
        if known.given and known.given.step:
            return given_mark(self.writer, known.given, known.given.step)
        return self._word(known.state.value.replace("_", "-"))

    def count(self, numbers: Iterable[str], part: Part) -> Counter[Mark]:
        """Return how many of one part have each mark, in some measures. Parts are never one sum."""
        return Counter(self.of(known) for known in self.state.of_part(self.year, numbers, part))

    @cached_property
    def _scales(self) -> set[tuple[ScaleStep, ...]]:
        return {record.value.scale for record in self.state.reports if record.value.year == self.year}

    @cached_property
    def _steps(self) -> dict[tuple[str, str], Mark]:
        reports = [record.value for record in self.state.reports if record.value.year == self.year]
        return {
            (report.id, step.id): step_mark(self.writer, report, step) for report in reports for step in report.scale
        }

    def _word(self, kind: str) -> Mark:
        sign, label = (self.writer.t(f"follow_up.states.{kind}.{part}") for part in ("sign", "word"))
        return Mark(sign, kind, label)


def given_mark(writer: Writer, given: Given, step: ScaleStep) -> Mark:
    """Return the mark of an answer: a yes whose comment limits it is told from others."""
    mark = step_mark(writer, given.follow_up, step)
    if not given.is_qualified:
        return mark
    label = writer.t("follow_up.qualified", label=mark.label)
    return Mark(writer.t("follow_up.states.qualified.sign"), "qualified", label)


def step_mark(writer: Writer, report: FollowUp, step: ScaleStep) -> Mark:
    """Return the mark of a value. Values that come to the same are told apart by a figure, the best first."""
    same = [item.id for item in report.scale if item.standing is step.standing]
    number = str(same.index(step.id) + 1) if len(same) > 1 else ""
    kind = step.standing.value
    return Mark(writer.t(f"follow_up.states.{kind}.sign") + number, kind, step.short_name or step.name)


def figures(marks: Marks, counted: Counter[Mark]) -> str:
    """Return counts in words, the best first."""
    return ", ".join(f"{low(mark.label)} {counted[mark]}" for mark in marks.possible if counted[mark])


def low(word: str) -> str:
    """Return a word as it stands inside a sentence."""
    return word[:1].lower() + word[1:]


def best_first(mark: Mark) -> tuple[int, str, str]:
    """Return what marks are sorted by: answers, the best first, then what is known where there is none."""
    kinds = (*KINDS, *WITHOUT, mark.kind)
    return kinds.index(mark.kind), mark.sign, mark.label
