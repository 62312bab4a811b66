"""When something holds, in words: its limits with their decisions, and what was or comes at other times."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.language.phrases import year_or_day_words
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning import urls
from site_builder.meaning.lifetime import Lifetime, YearOrDay
from site_builder.render.links import NOTHING, Link
from site_builder.render.shared.decision_words import decision_link
from site_builder.render.writer import Writer

Words = Link | Markup | str
Thing = TypeVar("Thing")


class OtherTime(Struct, frozen=True):
    """What does not hold today, under its heading: what has ended, or what is to come."""

    heading: str
    anchor: str
    lines: tuple[Markup, ...]


def limits(writer: Writer, lifetime: Lifetime) -> Markup:
    """Return from and to when something holds, and by which decisions; nothing where nothing is known."""
    first = _limit(writer, "from", lifetime.begins, lifetime.added_by)
    last = _limit(writer, "to", lifetime.ends, lifetime.ended_by)
    return writer.said("validity.both", first=first, last=last) if first and last else first or last


def with_limits(writer: Writer, thing: Words, lifetime: Lifetime) -> Markup:
    """Return a thing with when it holds in brackets, where anything is known of that."""
    when = limits(writer, lifetime)
    return writer.said("validity.with-limits", thing=thing, when=when) if when else Markup("{}").format(thing)


def at_other_times(
    writer: Writer,
    kind: str,
    things: Iterable[tuple[Thing, Lifetime]],
    line: Callable[[Thing, Lifetime], Markup],
) -> tuple[OtherTime, ...]:
    """Return what has ended and what has not begun on the day, with a line for each; `kind` chooses the headings."""
    day, ended, coming = writer.context.as_of, list[Markup](), list[Markup]()
    for thing, lifetime in things:
        if not lifetime.is_possible:
            continue
        if lifetime.has_ended(day):
            ended.append(line(thing, lifetime))
        elif not lifetime.has_begun(day):
            coming.append(line(thing, lifetime))
    made = (("ended", urls.anchor("upphort"), ended), ("coming", urls.anchor("senare"), coming))
    return tuple(
        OtherTime(writer.t(f"validity.{when}.{kind}"), anchor, tuple(dict.fromkeys(lines)))
        for when, anchor, lines in made
        if lines
    )


def listed(items: Sequence[Words]) -> Markup:
    """Return links or words as a list: a, b and c."""
    if len(items) < 2:
        return Markup("").join(items)
    return Markup("{} {} {}").format(Markup(", ").join(items[:-1]), spoken().words("last-of-two"), items[-1])


def _limit(writer: Writer, way: str, when: YearOrDay | None, decision: str | None) -> Markup:
    link = decision_link(writer, writer.context.index.decisions[decision].value) if decision else None
    if when is None:  # an end without a time is an error
        return writer.said("validity.added-by", decision=link) if link and way == "from" else NOTHING
    limit = writer.said(f"validity.{way}", when=year_or_day_words(when))
    return writer.said("validity.by", limit=limit, decision=link) if link else limit
