"""A change as a sentence in Swedish, with words from the catalogue."""

from collections.abc import Iterable

from site_builder.changes.change import Change, Form, Subject, Value
from site_builder.foundation.language.phrases import enumeration
from site_builder.foundation.strings import Strings

ROLE_WITH_LIMIT = 3  # a body, from or to when, and the role
LONGEST = 300  # characters of a value that is quoted; nobody reads more in a list


def sentence(change: Change, strings: Strings) -> str:
    """Return what happened, with what it is about before it."""
    return f"{about(change.subject, strings)}{saying(change, strings)}"


def saying(change: Change, strings: Strings) -> str:
    """Return what happened, as it stands after the name of the thing, with the mark that comes between."""
    before, after = (_words(values, strings) for values in (change.before, change.after))
    body, role_before, role_after = _role(before, after)
    told = strings(
        f"changes.tellings.{change.telling}",
        fields="; ".join(change.fields),
        before=enumeration(before),
        after=enumeration(after),
        body=body,
        role_before=role_before,
        role_after=role_after,
        when=after[1] if len(after) == ROLE_WITH_LIMIT else "",
    )
    return told + "".join(_extra(change, before, after, strings))


def about(subject: Subject, strings: Strings) -> str:
    """Return the name of the thing that a change is about, as it begins a sentence."""
    noun = subject.noun[:1].upper() + subject.noun[1:]
    name = strings(f"changes.subjects.{subject.kind}", name=subject.name, noun=noun or strings("changes.noun"))
    return strings("changes.in-plan", name=name, plan=subject.plan_name) if subject.plan_name else name


def _extra(change: Change, before: list[str], after: list[str], strings: Strings) -> Iterable[str]:
    """Yield what has gone and what is new among sources, or among the numbers of a text."""
    if change.telling in ("sources", "texts-reworded"):
        for side, words in (("gone", before), ("new", after)):
            if words:
                yield " " + strings(f"changes.{change.telling}-{side}", values=enumeration(words))


def _role(before: list[str], after: list[str]) -> tuple[str, str, str]:
    """Return the body of a change of role, and the role before and after; nothing where the change is no such."""
    return (after or before or [""])[0], before[-1] if before else "", after[-1] if after else ""


def _words(values: Iterable[Value], strings: Strings) -> list[str]:
    return [_value(value, strings) for value in values]


def _value(value: Value, strings: Strings) -> str:
    text = value.text if len(value.text) <= LONGEST else f"{value.text[:LONGEST].rstrip()} …"
    if value.form in (Form.CHOICE, Form.ROLE):
        text = str(strings.find(f"changes.choices.{value.text}") or text)
    if value.form in (Form.CHOICE, Form.QUOTED):
        text = f"”{text}”"
    inside = ", ".join(f"{title[:1].lower()}{title[1:]}: {_value(part, strings)}" for title, part in value.parts)
    return f"{text} ({inside})" if text and inside else text or inside
