"""A tagged PDF file, opened for whoever judges it: its structure with what each element is, and what belongs to it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pikepdf
from msgspec import Struct, field

Content = tuple[tuple[int, int], int]  # the page or form that marked content stands in, and its number there


class Node(Struct, frozen=True, eq=False):
    """An element of the structure. `kind` is what it is after the file's role map, without the slash."""

    kind: str
    element: Any
    above: tuple["Node", ...]
    below: list["Node"] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    objects: list[tuple[int, int]] = field(default_factory=list)

    @property
    def parent(self) -> str:
        """What it stands in directly; nothing for the root."""
        return self.above[-1].kind if self.above else ""

    @property
    def children(self) -> list[str]:
        """What stands in it directly."""
        return [node.kind for node in self.below]

    def says(self, *keys: str) -> bool:
        """Tell whether any of some entries has words."""
        return any(str(self.element.get(key, "")).strip() for key in keys)

    def attribute(self, name: str) -> Any:
        """Return an attribute of the element, None where it has none of the name."""
        held = self.element.get("/A")
        for one in held if isinstance(held, pikepdf.Array) else (held,):
            if isinstance(one, pikepdf.Dictionary) and name in one:
                return one[name]
        return None


class Tagged:
    """A file, and its structure in the order of reading."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.root = file.Root

    @cached_property
    def roles(self) -> dict[str, str]:
        """What the file says that kinds of its own stand for."""
        found = self.root.get("/StructTreeRoot", {}).get("/RoleMap", {})
        return {name.removeprefix("/"): str(kind).removeprefix("/") for name, kind in dict(found).items()}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every element, each before those in it."""
        return tuple(self._below(self.root.get("/StructTreeRoot", {}).get("/K"), ()))

    @cached_property
    def by_content(self) -> dict[Content, Node]:
        """The element that marked content belongs to."""
        return {content: node for node in self.nodes for content in node.contents}

    @cached_property
    def by_object(self) -> dict[tuple[int, int], Node]:
        """The element that an annotation belongs to."""
        return {number: node for node in self.nodes for number in node.objects}

    @cached_property
    def annotations(self) -> tuple[tuple[Any, Any], ...]:
        """Every annotation with its page, without those that nobody is to see."""
        found = ((page, note) for page in self.file.pages for note in page.get("/Annots", ()))
        return tuple((page, note) for page, note in found if not int(note.get("/F", 0)) & 2)

    def of(self, *kinds: str) -> Iterator[Node]:
        """Yield the elements of some kinds."""
        return (node for node in self.nodes if node.kind in kinds)

    def _below(self, held: Any, above: tuple[Node, ...], page: Any = None) -> Iterator[Node]:
        for item in held if isinstance(held, pikepdf.Array) else (held,):
            if isinstance(item, pikepdf.Dictionary) and "/S" in item:
                node = Node(self._kind(str(item.S).removeprefix("/")), item, above)
                if above:
                    above[-1].below.append(node)
                yield node
                yield from self._below(item.get("/K"), (*above, node), item.get("/Pg", page))
            elif above and item is not None:
                _note(above[-1], item, page)

    def _kind(self, written: str) -> str:
        seen: set[str] = set()
        while written in self.roles and written not in seen:
            seen.add(written)
            written = self.roles[written]
        return written


def _note(node: Node, item: Any, page: Any) -> None:
    """Note marked content or an annotation of an element."""
    if not isinstance(item, pikepdf.Dictionary):
        node.contents.append((page.objgen if page is not None else (0, 0), int(item)))
    elif "/Obj" in item:
        node.objects.append(item.Obj.objgen)
    elif "/MCID" in item:
        place = item.get("/Stm", item.get("/Pg", page))
        node.contents.append((place.objgen if place is not None else (0, 0), int(item.MCID)))
