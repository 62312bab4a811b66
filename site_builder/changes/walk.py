"""What each revision changed: a walk from today's state back, one by one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from site_builder.changes.compare import compare
from site_builder.changes.contents import Contents, new_pieces
from site_builder.changes.history import Commit, Told, anchored
from site_builder.reading.things import Pieces, Thing


def changes_of(commits: Sequence[Commit], now: Mapping[str, str], texts: Mapping[str, str]) -> tuple[Told, ...]:
    """Return what every commit changed, the latest first, with the commits in that order too.

    `now` gives the id of each file's text after the latest commit, `texts` the text behind each id.
    """
    walk = _Walk(texts, dict(now))
    return tuple(walk.told(commits))


class _Walk(Struct):
    """Where we stand on the way back, and what has been read on it."""

    texts: Mapping[str, str]
    state: dict[str, str]
    pieces: Pieces = field(default_factory=new_pieces)
    read: dict[tuple[str, str], tuple[Thing, ...]] = field(default_factory=dict)

    def told(self, commits: Iterable[Commit]) -> Iterator[Told]:
        after = self._contents()
        for commit in commits:
            for path, before, _ in commit.files:
                if before:
                    self.state[path] = before
                else:
                    self.state.pop(path, None)
            before_it = self._contents()
            yield from anchored(compare(before_it, after), commit.moment)
            after = before_it

    def _contents(self) -> Contents:
        return Contents({path: self._things(path, text) for path, text in sorted(self.state.items())})

    def _things(self, path: str, text: str) -> tuple[Thing, ...]:
        if (path, text) not in self.read:
            self.read[path, text] = self.pieces.things(path, self.texts.get(text, ""))
        return self.read[path, text]
