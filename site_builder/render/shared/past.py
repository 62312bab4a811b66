"""What the page of something that has ended, ends or begins says first, and what it says of what was before it."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from schema.intervention import Intervention
from schema.validity import FormerName, Validity
from site_builder.foundation.language.phrases import capital, year_or_day_words
from site_builder.meaning.lifetime import Lifetime, lifetime_of
from site_builder.meaning.succession import Key, Manner
from site_builder.render.links import NOTHING, Link
from site_builder.render.shared.lifetimes import limits, listed, with_limits
from site_builder.render.writer import PlanWriter, Writer


class Past(Struct, frozen=True):
    """What a thing was before, each with when: what it replaces, what replaced it, and what it was called."""

    when: Markup
    replaces: tuple[Markup, ...]
    replaced_by: tuple[Markup, ...]
    former_names: tuple[Markup, ...]


def notice(writer: Writer, kind: str, key: Key, name: str, lifetime: Lifetime) -> Markup:
    """Return the message that something has ended, ends or has not begun, and what comes instead; else nothing."""
    day, after = writer.context.as_of, _things(writer, writer.context.index.succession.replaced_by.get(key, ()))
    is_over = lifetime.has_ended(day) or (lifetime.ends is None and any(when.has_begun(day) for _, when in after))
    parts = []
    if lifetime.ends is not None or not lifetime.has_begun(day):
        tense = "was" if lifetime.has_ended(day) else "is"
        parts.append(writer.said(f"validity.{kind}.{tense}", name=name, when=limits(writer, lifetime)))
    if after:
        parts.append(_after(writer, key, name, [link for link, _ in after], is_over=is_over))
    return Markup('<p class="message">{}</p>\n').format(Markup(" ").join(parts)) if parts else NOTHING


def intervention_notice(writer: PlanWriter, intervention: Intervention) -> Markup:
    """Return the message about a measure, which goes by the plan's own word for it."""
    key = f"{writer.plan.id}/{intervention.number}"
    name = capital(writer.plan.terms.measure.definite)
    return notice(writer, "measure", ("intervention", key), name, lifetime_of(intervention))


def past(writer: Writer, key: Key, thing: Validity, names: Sequence[FormerName] = ()) -> Past:
    """Return the facts of a thing's time."""
    found = writer.context.index.succession
    lifetime = lifetime_of(thing)
    return Past(
        when=limits(writer, lifetime),
        replaces=tuple(with_limits(writer, *item) for item in _things(writer, found.replaces.get(key, ()))),
        replaced_by=tuple(with_limits(writer, *item) for item in _things(writer, found.replaced_by.get(key, ()))),
        former_names=tuple(with_limits(writer, name.name, lifetime_of(name)) for name in names),
    )


def was(writer: Writer, key: Key, lifetime: Lifetime, form: str = "were-instead") -> Markup:
    """Return what there was instead of a body before it, and until when, once the body has begun; else nothing.

    `form` is the key of the words: a sentence, or `before`, which is shorter.
    """
    before = _things(writer, writer.context.index.succession.replaces.get(key, ()))
    if not before or not lifetime.has_begun(writer.context.as_of):
        return NOTHING
    ends = {when.ends for _, when in before}
    last = ends.pop() if len(ends) == 1 else None
    names = listed([link for link, _ in before])
    if last is None:
        return writer.said(f"validity.body.{form}-unknown", names=names)
    return writer.said(f"validity.body.{form}", last=year_or_day_words(last), names=names)


def _after(writer: Writer, key: Key, name: str, links: Sequence[Link], *, is_over: bool) -> Markup:
    """Return how something went or goes over into what comes after it."""
    found = writer.context.index.succession
    manner = found.manner(key) if key[0] == "body" else Manner.REPLACED
    others = listed([link for link, _ in _things(writer, found.merged_with(key))])
    tense = "became" if is_over else "becomes"
    return writer.said(f"validity.{tense}.{manner}", name=name, names=listed(links), others=others)


def _things(writer: Writer, keys: Sequence[Key]) -> list[tuple[Link, Lifetime]]:
    """Return links to things, each with when it holds."""
    index = writer.context.index
    targets = [(index.targets[kind, key], key) for kind, key in keys]
    return [
        (
            writer.link(target.address, target.title),
            index.body_times[key] if target.kind == "body" else _time_of_intervention(writer, key),
        )
        for target, key in targets
    ]


def _time_of_intervention(writer: Writer, key: str) -> Lifetime:
    plan, _, number = key.rpartition("/")
    return lifetime_of(writer.context.index.plans[plan].by_number[number].value)
