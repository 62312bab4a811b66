"""The least that such a program must do: parse the YAML, convert the Markdown, write the files. Nothing is checked.

`python -m tests.bench.floor CONTENT PAGES CONFIG OUT`: the content folder, a folder of finished Markdown pages and data
files, the mkdocs.yml that names the extensions, and where to write. libyaml parses and one converter serves all pages.
"""

import sys
from pathlib import Path
from typing import Any

import markdown
import yaml

# What MkDocs adds to the extensions of mkdocs.yml.
BUILT_IN = ("toc", "tables", "fenced_code")


def main(content: Path, pages: Path, config: Path, out: Path) -> None:
    """Do the least."""
    for file in sorted(content.rglob("*.yaml")):
        yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    converter = _converter(yaml.load(config.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    for file in sorted(path for path in pages.rglob("*") if path.is_file()):
        target = out / file.relative_to(pages)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".md":
            _, _, body = file.read_text(encoding="utf-8").split("---\n", 2)
            target.with_suffix(".html").write_text(converter.reset().convert(body), encoding="utf-8")
        else:
            target.write_bytes(file.read_bytes())


def _converter(config: Any) -> markdown.Markdown:
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in config["markdown_extensions"]]
    settings = {name: options for entry in named for name, options in entry.items()}
    return markdown.Markdown(extensions=list({*BUILT_IN, *settings}), extension_configs=settings)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
