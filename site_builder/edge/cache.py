"""What a build remembers for the next one, in a file of the virtual environment; it can be deleted at any time.

It is kept there and not in the checkout, since Python runs what such a file holds: nobody may be able to send one along
with a change of the content. Without a virtual environment nothing is kept. What does not depend on the content lies
beside the program's own bytecode instead (`edge.compiled`).
"""

import hashlib
import pickle
import sys
from collections.abc import Collection, Hashable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from site_builder.edge.compiled.beside import compiled, keep_compiled
from site_builder.edge.compiled.program import program_version
from site_builder.edge.write import exchange_whole
from site_builder.foundation.memory import Kept, Memory

# What takes longer to make than to read again; parsed files do not.
OF_A_BUILD = ("finished", "sections", "read", "books")
KINDS = {"": OF_A_BUILD, "history": ("history",)}  # of each memory of a folder
AT_ONCE = 500  # results that are written together


def remembered(root: Path, what: str = "", besides: Collection[str] = ()) -> Memory:
    """Return what the last build of the folder `root` left, if this very program made it; else an empty memory.

    `what` names one of several memories of a folder, each of which is read only by whom it is for; that of a build has
    what was made of the program alone, too. Of the kinds in `besides` nothing is remembered.
    """
    file = cache_file(root, what)
    try:
        with file.open("rb") as source:
            identity, kinds = pickle.load(source)  # noqa: S301 - our own file, see above
            kept = {kind: _read(source, parts) for kind, parts in kinds} if identity == program_version() else {}
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made anew
        kept = {}
    return Memory(kept if what else {**kept, **compiled()}, besides)


def remember(root: Path, memory: Memory, what: str = "") -> None:
    """Keep what a build remembers, unless nothing is new or there is no place for it."""
    if not what:
        keep_compiled(memory)
    if sys.prefix != sys.base_prefix and memory.news.intersection(KINDS[what]):
        kept = {kind: memory.kept[kind] for kind in KINDS[what] if kind in memory.kept}
        exchange_whole(cache_file(root, what), partial(_write, kept))


def _write(kept: Kept, to: BinaryIO) -> None:
    """Write what is kept, some at a time: a list is kept of all that stands in what is written at once."""
    parts = {kind: tuple(_parts(results)) for kind, results in kept.items()}
    pickle.dump((program_version(), [(kind, len(those)) for kind, those in parts.items()]), to, protocol=5)
    for part in chain.from_iterable(parts.values()):
        pickle.dump(part, to, protocol=5)


def _parts(results: Mapping[Hashable, Any]) -> Iterator[dict[Hashable, Any]]:
    """Yield results some at a time."""
    items = iter(results.items())
    while part := dict(islice(items, AT_ONCE)):
        yield part


def _read(source: BinaryIO, parts: int) -> dict[Hashable, Any]:
    """Return the results of a kind."""
    found: dict[Hashable, Any] = {}
    for _ in range(parts):
        found |= pickle.load(source)  # noqa: S301 - our own file, see above
    return found


def cache_file(root: Path, what: str = "") -> Path:
    """Return the file that holds what the builds of a folder remember."""
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return Path(sys.prefix) / "cache" / "plan-site" / f"{name}{what and f'-{what}'}.pickle"
