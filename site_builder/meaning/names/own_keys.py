"""What the thing that refers is called itself."""

from collections.abc import Iterator, Mapping

from site_builder.meaning import urls
from site_builder.meaning.references import Reference


def own_keys(reference: Reference) -> tuple[str, ...]:
    """Return the keys under which the thing that refers is known, if it is of the kind that is referred to.

    A plan is known by its id alone, without the plan before it, and may name itself.
    """
    origin, kind = reference.origin, reference.kind
    own = "body" if origin.kind in ("organization", "group") else origin.kind
    if own == "page" and kind == "page":
        return (urls.hand_written(origin.id).rstrip("/"),)
    if own == "plan" and kind == "category":
        return tuple(f"{origin.plan}/{identity}" for identity in _category_around(reference))
    if own != kind:
        return ()
    return (f"{origin.plan}/{origin.id}" if origin.plan else origin.id,)


def _category_around(reference: Reference) -> Iterator[str]:
    """Yield the target category whose own text refers."""
    data = reference.source.data
    if reference.keys[0] == "target_categories" and isinstance(data, Mapping):
        yield data["target_categories"][reference.keys[1]]["id"]
