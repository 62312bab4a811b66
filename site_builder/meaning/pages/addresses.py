"""The addresses of all pages, told from the index alone, and of what was a page before."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from schema.plan import Plan
from schema.site import Redirect
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.later import kept
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.pages import table
from site_builder.reading.validate import Identity


class Moved(Struct, frozen=True):
    """An address that was a page, the one that it leads to, and where that is written. Both are from the root."""

    old: str
    new: str
    span: Span


@kept
def page_addresses(index: PlanIndex) -> frozenset[str]:
    """Return the address of every page that the site has."""
    return frozenset((*made_addresses(index), *(urls.hand_written(source.path) for source in index.hand_written)))


def made_addresses(index: PlanIndex) -> Iterator[str]:
    """Yield the addresses of the pages that are made from YAML."""
    yield from (row.address for row in table.SITE_PAGES if row.maker)
    yield from (target.address.partition("#")[0] for (kind, _), target in index.targets.items() if kind != "page")
    for content in index.plans.values():
        yield from (row.address(content.plan.value) for row in content.pages)


class Moves(Struct, frozen=True, dict=True):
    """All that was moved: what `formerly` says, and `redirects.yaml`."""

    index: PlanIndex

    @property
    def all(self) -> tuple[Moved, ...]:
        """Every move in the order of the files."""
        return _moves(self.index)

    @cached_property
    def by_old(self) -> Mapping[str, Moved]:
        """The moves by the address that was left; the first one, where two speak of the same."""
        return {move.old: move for move in reversed(self.all)}

    def end(self, old: str) -> str | None:
        """Return where an address leads in the end, through every move; None where it leads round in a ring."""
        seen: set[str] = set()
        while old.partition("#")[0] in self.by_old:
            if old in seen:
                return None
            seen.add(old)
            old = self.by_old[old.partition("#")[0]].new
        return old

    def resolved(self) -> Iterable[tuple[str, str]]:
        """Return every address that was left, in order, with the page that it leads to in the end."""
        ends = ((old, self.end(old)) for old in sorted(self.by_old))
        return tuple((old, end) for old, end in ends if end is not None)


@kept
def _moves(index: PlanIndex) -> tuple[Moved, ...]:
    return (*_formerly(index), *_written(index))


def _formerly(index: PlanIndex) -> Iterator[Moved]:
    pages = page_addresses(index)
    for identity, record in index.records:
        for position, name in enumerate(vars(record.value).get("formerly", ())):
            span = record.span("formerly", position)
            if isinstance(record.value, Plan):
                start = urls.plan_start(record.value)
                below = (page.removeprefix(start) for page in sorted(pages) if page.startswith(start))
                yield from (Moved(f"{name}/{page}", f"{start}{page}", span) for page in below)
            elif (address := _address(index, identity)) and "#" not in address:
                yield Moved(_renamed(address, name), address, span)


def _address(index: PlanIndex, identity: Identity) -> str:
    """Return the address of what is no plan; nothing where it has none, as in a plan that is broken."""
    kind = "body" if identity.kind == "group" else identity.kind
    return index.targets[kind, f"{identity.plan}/{identity.id}" if identity.plan else identity.id].address


def _renamed(address: str, name: str) -> str:
    """Return the address of a page under the name that its thing had."""
    above, _, _ = address.rstrip("/").rpartition("/")
    return f"{above}/{name.replace(':', '-')}/".removeprefix("/")


def _written(index: PlanIndex) -> Iterator[Moved]:
    for _, record in index.records:
        if isinstance(record.value, Redirect):
            yield Moved(record.value.old.removeprefix("/"), record.value.new.removeprefix("/"), record.span("old"))
