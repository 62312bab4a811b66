"""A recipe as it is written in the catalogue, read: what the page shows, and what the tests follow.

`form` has a step a line, `file` changes of files whose own lines are indented by four, `command` what is typed.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from site_builder.foundation.strings import Strings

BETWEEN = " › "  # noqa: RUF001 - a sign of its own
INDENT = " " * 4


class Step(Struct, frozen=True):
    """A step in the forms: `open`, `write`, `choose` or `press`, the names on the way to a place, and a value."""

    kind: str
    words: str
    place: tuple[str, ...]
    value: str = ""


class FileChange(Struct, frozen=True):
    """A change of a file: `change` some lines to others, `append` lines, write a `new` file or `rename` one."""

    kind: str
    words: str
    path: str
    lines: str = ""
    between: str = ""
    instead: str = ""


class Recipe(Struct, frozen=True):
    """How a job is done in three ways; `at` is its place on the page, `after` the recipe that it goes on from.

    `given` is what has been written in files before, where it is a fault that the recipe mends.
    """

    id: str
    at: str
    title: str
    about: str
    after: str
    given: tuple[FileChange, ...]
    steps: tuple[Step, ...]
    changes: tuple[FileChange, ...]
    commands: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The commands, each on one line."""
        return tuple(re.sub(r"\\\n\s*", "", self.commands).strip().split("\n"))


def recipes(strings: Strings) -> Iterator[Recipe]:
    """Yield the recipes in their order. What cannot be understood is a fault in the program (ValueError)."""
    found = strings.find("recipes.jobs")
    verbs, kinds = (_words(strings, f"recipes.{name}") for name in ("verbs", "kinds"))
    for name, given in found.items() if isinstance(found, Mapping) else ():
        yield Recipe(
            id=str(name),
            at=given["at"],
            title=given["title"],
            about=given["about"],
            after=given.get("after", ""),
            given=tuple(_changes(given.get("given", ""), kinds)),
            steps=tuple(_step(line, verbs) for line in given["form"].strip().split("\n")),
            changes=tuple(_changes(given["file"], kinds)),
            commands=re.sub(r"^(?=\S)", f"{strings('recipes.program')} ", given["command"], flags=re.MULTILINE),
        )


def _words(strings: Strings, key: str) -> dict[str, str]:
    found = strings.find(key)
    return {str(name): str(words) for name, words in found.items()} if isinstance(found, Mapping) else {}


def _step(line: str, verbs: Mapping[str, str]) -> Step:
    kind = next((kind for kind, words in verbs.items() if line.startswith(words)), None)
    if kind is None:
        raise ValueError(line)
    rest = line.removeprefix(verbs[kind]).lstrip(": ")
    has_value = kind in ("write", "choose")
    *way, last = rest.split(BETWEEN)
    name, _, value = last.partition(": ") if has_value else (last, "", "")
    return Step(kind, verbs[kind], (*way, name), value)


def _changes(text: str, kinds: Mapping[str, str]) -> Iterator[FileChange]:
    blocks = re.findall(r"^(\S.*)\n((?:    .*\n|\n(?=    ))*)", text, re.MULTILINE)
    pieces = [(head, re.sub(rf"^{INDENT}", "", lines, flags=re.MULTILINE)) for head, lines in blocks]
    for number, (head, lines) in enumerate(pieces):
        if head == kinds["with"]:
            continue
        kind = next((kind for kind in ("change", "append", "new", "rename") if head.startswith(kinds[kind])), None)
        if kind is None:
            raise ValueError(head)
        path, _, other = head.removeprefix(kinds[kind]).strip().partition(f" {kinds['to']} ")
        if kind == "change":
            yield FileChange(kind, kinds[kind], path, lines, kinds["with"], pieces[number + 1][1])
        else:
            yield FileChange(kind, kinds[kind], path, lines, kinds["to"] if other else "", other)
