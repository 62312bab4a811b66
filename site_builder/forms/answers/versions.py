"""Two versions of a thing: what somebody else has written meanwhile, and what was to be saved."""

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from site_builder.changes.shape import FieldShape, shape_of
from site_builder.forms.answers.pages import Difference, TwoVersionsView, two_versions
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.desk import Thing


def address_of(path: str, identity: str) -> str:
    """Return the address of the form of a thing."""
    query = f"?{urlencode({'post': identity})}" if identity else ""
    return f"/andra/{quote(path)}{query}"


def versions(visit: Visit, thing: Thing, mine: object) -> Answer:
    """Answer with both versions; nothing is written. `thing` is as the file says now."""
    found = tuple(_differences(thing, mine if isinstance(mine, dict) else {}))
    address = address_of(thing.source.path, thing.id if thing.at else "")
    title = visit.strings("forms.two-versions")
    return Answer(title, two_versions(TwoVersionsView(address, found), visit.strings), status=409)


def _differences(thing: Thing, mine: dict[str, object]) -> Iterator[Difference]:
    for shape in shape_of(thing.model):
        theirs = thing.data.get(shape.name)
        if theirs != mine.get(shape.name):
            yield Difference(shape.title, _said(shape, theirs), _said(shape, mine.get(shape.name)))


def _said(shape: FieldShape, value: object, indent: str = "") -> str:
    """Return a value as plain text, a line for each field of what has parts."""
    if isinstance(value, list):
        return "\n".join(f"{indent}– {_said(shape, item, indent + '  ').strip()}" for item in value)
    if not isinstance(value, dict):
        return "" if value is None else indent + str(value)
    titles = {inner.name: inner for inner in shape_of(shape.model)} if shape.model else {}
    return "\n".join(
        f"{indent}{titles[key].title if key in titles else key}: "
        f"{_said(titles.get(key, shape), part, indent + '  ').strip()}"
        for key, part in value.items()
    )
