"""The states of follow-up as signs and words: the same ones in the legend, the picture and the tables."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from schema.follow_up import FollowUp, ScaleStep
from site_builder.foundation.swedish import enumeration
from site_builder.meaning import urls
from site_builder.meaning.answers import Standing
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.render.links import Link
from site_builder.render.writer import PlanWriter, Writer

LACKING = ("missing", "not-asked")


@dataclass(frozen=True)
class Mark:
    """How a state is shown: a sign for the eye, a kind for the style sheet, and words."""

    sign: str
    kind: str
    label: str


@dataclass(frozen=True)
class LegendLine:
    """A sign, and what it means."""

    sign: str
    kind: str
    meaning: str


@dataclass(frozen=True)
class Marks:
    """The marks of one plan and year: those of the scales that were used, and those of what is missing."""

    writer: Writer
    state: FollowUpState
    year: int

    @cached_property
    def possible(self) -> tuple[Mark, ...]:
        """Every mark that something can have this year, the best first; of several scales, what anybody chose."""
        order = ["yes", "partly", "no"]
        used = self._steps.values() if len(self._scales) == 1 else self._used
        found = sorted(dict.fromkeys(used), key=lambda mark: (order.index(mark.kind), mark.sign))
        return (*found, *(self._word(kind) for kind in LACKING))

    def of(self, standing: Standing) -> Mark:
        """Return the mark of what is known of somebody."""
        step = standing.given.step if standing.given else None
        if standing.given and step:
            return self._steps[standing.given.follow_up.id, step.id]
        return self._word(standing.state.value.replace("_", "-"))

    def count(self, numbers: Iterable[str]) -> Counter[Mark]:
        """Return how many of those who have a duty or have answered, in some measures, have each mark."""
        return Counter(self.of(standing) for standing in self.state.of_measures(self.year, numbers))

    @cached_property
    def _used(self) -> list[Mark]:
        marks = (self.of(standing) for standing in self.state.standings[self.year].values())
        return [mark for mark in marks if mark.kind not in LACKING]

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


def step_mark(writer: Writer, report: FollowUp, step: ScaleStep) -> Mark:
    """Return the mark of a value. Values that come to the same are told apart by a figure, the best first."""
    same = [item.id for item in report.scale if item.standing is step.standing]
    number = str(same.index(step.id) + 1) if len(same) > 1 else ""
    kind = step.standing.value
    return Mark(writer.t(f"follow_up.states.{kind}.sign") + number, kind, step.short_name or step.name)


def legend(writer: Writer, state: FollowUpState) -> tuple[LegendLine, ...]:
    """Return what every sign means: the values of all scales first, then what it means that there is no answer."""
    measure = state.content.plan.value.terms.measure.indefinite
    found: dict[tuple[str, str], dict[str, None]] = {}
    for year in state.years:
        for mark in Marks(writer, state, year).possible:
            if mark.kind not in LACKING:
                found.setdefault((mark.kind, mark.sign), {})[mark.label] = None
    known = all(state.is_duty_known(number) for number in state.numbers)
    lines = [_values(writer, kind, sign, tuple(found[kind, sign])) for kind, sign in sorted(found, key=_best_first)]
    for kind in (*LACKING, "not-concerned", *([] if known else ["unknown"])):
        word, sign = (writer.t(f"follow_up.states.{kind}.{part}") for part in ("word", "sign"))
        lines.append(LegendLine(sign, kind, f"{word}: {writer.t(f'follow_up.states.{kind}.meaning', measure=measure)}"))
    return tuple(lines)


def _best_first(place: tuple[str, str]) -> tuple[int, str]:
    return ["yes", "partly", "no"].index(place[0]), place[1]


def _values(writer: Writer, kind: str, sign: str, labels: tuple[str, ...]) -> LegendLine:
    """Return a value's line; what the scale says is told where it is not the plain word."""
    word = writer.t(f"follow_up.states.{kind}.word")
    if all(label.casefold() == word for label in labels):
        return LegendLine(sign, kind, word)
    names = enumeration([f"”{label}”" for label in labels])
    meaning = f"{word}: {writer.t('follow_up.on-the-scale', names=names)}"
    return LegendLine(sign, kind, meaning)


def state_words(writer: Writer, state: FollowUpState, numbers: Iterable[str]) -> str:
    """Return the latest state of some measures in figures: never a percentage, and nothing is left out."""
    marks = Marks(writer, state, state.years[0])
    counted = marks.count(numbers)
    if not counted:
        return ""
    figures = ", ".join(f"{low(mark.label)} {counted[mark]}" for mark in marks.possible)
    return writer.t("follow_up.figures", year=state.years[0], n=counted.total(), figures=figures)


def state_link(writer: PlanWriter) -> Link:
    """Return a link to the follow-up of the writer's own plan."""
    return writer.link(urls.plan_page(writer.plan, "uppfoljning"), writer.t("follow_up.more"))


def low(word: str) -> str:
    """Return a word as it stands inside a sentence."""
    return word[:1].lower() + word[1:]


def answered_words(writer: Writer, state: FollowUpState) -> str:
    """Return how many of those with duties have answered; nothing where the sources name nobody."""
    if not state.duties:
        return ""
    answering = sum(1 for body in state.duties if body in state.answered)
    words = {"n": answering, "total": len(state.duties), "plan": state.content.plan.value.short_title}
    return writer.t(f"follow_up.{'answered' if answering else 'none-answered'}", **words)
