"""`python -m tests.bench.compare OLD_SITE NEW_SITE`: what differs between two built sites, page by page.

Compared are the set of files, and of every page its title, description, headings, ids, links, visible text by block,
elements with their classes, other attributes, and scripts. Blanks between elements do not count, nor do the
fingerprints in the names of styles and scripts. A difference that many pages share is printed once, with its number and
an example. Files that are no pages are compared as bytes. Exits 1 if anything differs.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from tests.bench.page_facts import page_facts, without_fingerprint

WIDEST = 160  # characters of an old or a new value that are printed


@dataclass
class Group:
    """The same difference wherever it was found."""

    times: int = 0
    pages: set[str] = field(default_factory=set)
    example: str = ""


Groups = dict[str, dict[tuple[str, str], Group]]


def main() -> None:
    """Compare two folders and print the differences."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.compare", description=__doc__.partition("\n")[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--most", type=int, default=25, help="differences printed of each kind")
    arguments = parser.parse_args()
    groups = differences(arguments.old, arguments.new)
    sys.stdout.write(report(groups, arguments.most))
    sys.exit(1 if groups else 0)


def differences(old: Path, new: Path) -> Groups:
    """Return the differences between two built sites by kind, equal ones together."""
    groups: Groups = defaultdict(lambda: defaultdict(Group))
    before, after = _files(old), _files(new)
    for name in sorted(before.keys() ^ after.keys()):
        _note(groups, "file", (name, "") if name in before else ("", name), name, "")
    for name in sorted(before.keys() & after.keys()):
        if before[name].read_bytes() != after[name].read_bytes():
            _compare(groups, name, before[name], after[name])
    return {kind: dict(found) for kind, found in groups.items()}


def report(groups: Groups, most: int) -> str:
    """Return the differences as text, those that are found most often first."""
    if not groups:
        return "No difference.\n"
    return "".join(line for kind, found in groups.items() for line in _lines(kind, found, most))


def _files(folder: Path) -> dict[str, Path]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {without_fingerprint(file.relative_to(folder).as_posix()): file for file in found}


def _compare(groups: Groups, name: str, old: Path, new: Path) -> None:
    if old.suffix != ".html":
        _note(groups, "bytes", (name, name), name, f"{old.stat().st_size} → {new.stat().st_size} bytes")
        return
    before, after = page_facts(old), page_facts(new)
    for kind, items in before.items():
        for change, example in _changes(items, after[kind], words=kind in ("text", "link", "script")):
            _note(groups, kind, change, name, example)


def _note(groups: Groups, kind: str, change: tuple[str, str], page: str, example: str) -> None:
    group = groups[kind][change]
    group.times += 1
    group.pages.add(page)
    group.example = group.example or f"{page}: {example}" if example else page


def _changes(old: Sequence[str], new: Sequence[str], *, words: bool) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what was changed to what, each with where it stands; with `words` only the words that differ."""
    for gone, come in _hunks(old, new):
        if len(gone) != len(come):
            yield from (((item, ""), "") for item in gone)
            yield from ((("", item), "") for item in come)
        elif words:
            for before, after in zip(gone, come, strict=True):
                parts = _hunks(before.split(" "), after.split(" "))
                yield from (((" ".join(less), " ".join(more)), after) for less, more in parts)
        else:
            yield from ((pair, "") for pair in zip(gone, come, strict=True))


def _hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the parts that differ. What is equal at both ends is left out first: most pages differ in one place."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    for what, one, two, three, four in SequenceMatcher(None, before, after).get_opcodes():
        if what != "equal":
            yield before[one:two], after[three:four]


def _lines(kind: str, found: dict[tuple[str, str], Group], most: int) -> Iterator[str]:
    pages = len({page for group in found.values() for page in group.pages})
    times = sum(group.times for group in found.values())
    yield f"== {kind}: {times} differences of {len(found)} sorts on {pages} pages\n"
    for (old, new), group in sorted(found.items(), key=lambda item: -item[1].times)[:most]:
        yield f"  {group.times} × on {len(group.pages)} pages, as {_short(group.example)}\n"
        yield f"    - {_short(old)}\n" if old else ""
        yield f"    + {_short(new)}\n" if new and new != old else ""
    if len(found) > most:
        yield f"  ... and {len(found) - most} sorts more\n"


def _short(text: str) -> str:
    shown = text.replace("\xa0", "⍽").replace("\xad", "¬")
    return shown if len(shown) <= WIDEST else f"{shown[:WIDEST]}…"


if __name__ == "__main__":
    main()
