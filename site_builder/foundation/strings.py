"""The catalogue of Swedish words: everything that a reader or an editor meets, by key."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct


class Strings(Struct, frozen=True, dict=True):
    """The catalogue as a tree of mappings. Keys are written with dots: `site.connections.stated`."""

    tree: Mapping[str, object]

    @cached_property
    def _found(self) -> dict[str, object]:
        return {}

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for a key with the values put in. A key that is missing is a fault in the program."""
        found = self.find(key)
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format_map(values) if values else found

    def find(self, key: str) -> object:
        """Return the words or the branch at a key, None where there is nothing."""
        if key not in self._found:
            branch: object = self.tree
            for part in key.split("."):
                branch = branch.get(part) if isinstance(branch, Mapping) else None
            self._found[key] = branch
        return self._found[key]
