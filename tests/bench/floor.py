"""The least that such a program must do: parse the YAML, convert the prose, write the files. Nothing is checked.

`python -m tests.bench.floor CONTENT SITE OUT`: the content folder, the built site, and where to write the same files.
libyaml parses, one converter takes each running text once, and finished pages are only copied.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import yaml

from tests.bench.stock import EXTENSIONS

SHORTEST = 40  # characters of a running text; what is shorter is a name, a number or a word
NAMES = [name if isinstance(name, str) else next(iter(name)) for name in EXTENSIONS]


def main(content: Path, site: Path, out: Path) -> None:
    """Do the least."""
    converter = markdown.Markdown(extensions=NAMES)
    for file in sorted(content.rglob("*.yaml")):
        for text in _texts(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)):
            converter.reset().convert(text)
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        target = out / file.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and len(value) >= SHORTEST:
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
