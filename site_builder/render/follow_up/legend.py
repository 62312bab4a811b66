"""What the signs of follow-up mean."""

from msgspec import Struct

from site_builder.foundation.language.phrases import enumeration
from site_builder.meaning.reports.follow_up_state import FollowUpState
from site_builder.render.follow_up.words import KINDS, WITHOUT, Marks
from site_builder.render.writer import Writer


class LegendLine(Struct, frozen=True):
    """A sign, and what it means."""

    sign: str
    kind: str
    meaning: str


def legend(writer: Writer, state: FollowUpState) -> tuple[LegendLine, ...]:
    """Return what every sign on the page means: the answers of all scales first, then what is known without one."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for year in state.years:
        for mark in Marks(writer, state, year).possible:
            found.setdefault((mark.kind, mark.sign), {})[mark.label] = None
    answers = [place for place in found if place[0] in KINDS]
    answers.sort(key=lambda place: (KINDS.index(place[0]), place[1]))
    lines = [_answer(writer, kind, sign, tuple(found[kind, sign])) for kind, sign in answers]
    known = all(state.is_duty_known(number, year) for year in state.years for number in state.numbers_in(year))
    without = [kind for kind in WITHOUT if any(place[0] == kind for place in found)]
    for kind in (*without, "not-concerned", *([] if known else ["unknown"])):
        word, sign, meaning = (writer.t(f"follow_up.states.{kind}.{part}") for part in ("word", "sign", "meaning"))
        lines.append(LegendLine(sign, kind, f"{word}: {meaning}"))
    return tuple(lines)


def _answer(writer: Writer, kind: str, sign: str, labels: tuple[str, ...]) -> LegendLine:
    """Return an answer's line; what the scale says is told where it is not the plain word."""
    word = writer.t(f"follow_up.states.{kind}.word")
    if kind == "qualified":
        return LegendLine(sign, kind, f"{word}: {writer.t('follow_up.qualified-meaning')}")
    if all(label.casefold() == word for label in labels):
        return LegendLine(sign, kind, word)
    names = enumeration([f"”{label}”" for label in labels])
    return LegendLine(sign, kind, f"{word}: {writer.t('follow_up.on-the-scale', names=names)}")
