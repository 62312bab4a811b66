"""Which pages mention a thing: references turned round."""

from site_builder.link import PlanIndex
from site_builder.render.context import Writer
from site_builder.render.markdown import Link
from site_builder.validate import Identity


def mentions(writer: Writer, kind: str, key: str) -> tuple[Link, ...]:
    """Return links to the pages whose text or facts refer to a thing, each once; sources do not count."""
    index = writer.context.index
    found: dict[str, Link] = {}
    for origin in index.mentioned_by.get((kind, key), ()):
        link = _origin(writer, index, origin)
        if link and link.href not in (".", "./"):
            found.setdefault(link.href, link)
    return tuple(found.values())


def _origin(writer: Writer, index: PlanIndex, origin: Identity) -> Link | None:
    kind = "body" if origin.kind == "group" else origin.kind
    key = f"{origin.plan}/{origin.id}" if origin.plan and kind != "plan" else origin.id
    target = index.targets.get((kind, key))
    return writer.link(target.address, target.title) if target and target.address else None
