"""Statements about things, written as Turtle and as JSON-LD: the same in both."""

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from msgspec import Struct

UNFIT = re.compile(r'[\x00-\x20<>"{}|^`\\]')  # what the address of a thing may not hold in Turtle


class Iri(Struct, frozen=True):
    """A thing, by its address."""

    address: str


class Literal(Struct, frozen=True):
    """A text, in a language or of a datatype (with its prefix) or neither."""

    text: str
    language: str = ""
    datatype: str = ""


Term = Iri | Literal


class Thing(Struct, frozen=True):
    """A thing, of what kind it is, and what is said of it. Names of kinds and properties have their prefix."""

    address: str
    kind: str
    said: tuple[tuple[str, tuple[Term, ...]], ...]


def turtle(things: Iterable[Thing], prefixes: Mapping[str, str]) -> str:
    """Return the things as Turtle (https://www.w3.org/TR/turtle/)."""
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items())
    return head + "".join(f"\n{_thing(thing)}" for thing in things)


def json_ld(things: Iterable[Thing], prefixes: Mapping[str, str]) -> str:
    """Return the things as JSON-LD (https://www.w3.org/TR/json-ld11/)."""
    graph = [
        {
            "@id": _fit(thing.address),
            "@type": thing.kind,
            **{name: [_value(term) for term in terms] for name, terms in thing.said},
        }
        for thing in things
    ]
    return json.dumps({"@context": dict(prefixes), "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _thing(thing: Thing) -> str:
    lines = [f"<{_fit(thing.address)}> a {thing.kind}"]
    lines += [f"    {name} {', '.join(map(_term, terms))}" for name, terms in thing.said if terms]
    return " ;\n".join(lines) + " .\n"


def _term(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{_fit(term.address)}>"
    text = json.dumps(term.text, ensure_ascii=False)  # whose escapes are those of Turtle too
    return f"{text}@{term.language}" if term.language else f"{text}^^{term.datatype}" if term.datatype else text


def _value(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        return {"@id": _fit(term.address)}
    more = {"@language": term.language} if term.language else {"@type": term.datatype} if term.datatype else {}
    return {"@value": term.text, **more}


def _fit(address: str) -> str:
    return UNFIT.sub(lambda found: quote(found[0]), address)
