"""What has been checked last, for a program that answers many times: content that is as it was is not checked again."""

from pathlib import Path

from msgspec import Struct, field

from site_builder.build import Checked
from site_builder.edge.inputs import Inputs
from site_builder.foundation.memory import Kept, Memory

MOST = 8  # working copies; more than that edit on the same machine seldom


class Seen(Struct, frozen=True):
    """Content, what came of checking it, and what was worked out on the way."""

    given: Inputs
    checked: Checked
    kept: Kept


class Known(Struct, frozen=True):
    """The content below each root as it was checked last; nothing is taken that depends on anything else."""

    seen: dict[Path, Seen] = field(default_factory=dict)

    def checked(self, root: Path, given: Inputs) -> Checked:
        """Return the content checked, anew only if it is another than the last time."""
        last = self.seen.pop(root, None)
        if last is None or last.given != given:
            memory = Memory(last.kept if last else None)
            last = Seen(given, given.check(memory), memory.kept)
        while len(self.seen) >= MOST:
            del self.seen[next(iter(self.seen))]
        self.seen[root] = last
        return last.checked

    def memory(self, root: Path) -> Memory:
        """Return a memory for checking content that is much like that below a root."""
        return Memory(self.seen[root].kept if root in self.seen else None)
