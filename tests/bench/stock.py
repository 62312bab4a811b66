"""The same pages for MkDocs and Material as they come: the exported Markdown and a mkdocs.yml, nothing of ours."""

import json
from pathlib import Path
from typing import Any

import yaml

# What the exported pages are written in.
EXTENSIONS: list[str | dict[str, Any]] = [
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "admonition",
    {"toc": {"toc_depth": "2-3"}},
]
FACTS = ("title", "description", "search")


def stock_project(content: Path, exported: Path, folder: Path) -> None:
    """Make a MkDocs project in `folder` of what `export` wrote of the content folder."""
    for file in sorted(path for path in exported.rglob("*") if path.is_file()):
        target = folder / "docs" / file.relative_to(exported)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_page(file) if file.suffix == ".md" else file.read_bytes())
    navigation = json.loads((folder / "docs" / "navigation.json").read_text(encoding="utf-8"))
    (folder / "docs" / "navigation.json").unlink()
    config = _config(content, [_nav(item) for item in navigation])
    (folder / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")


def _page(file: Path) -> bytes:
    """Return an exported page with that of its front matter which MkDocs and Material know."""
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    facts = {key: value for key, value in json.loads(front).items() if key in FACTS}
    return f"---\n{json.dumps(facts, ensure_ascii=False)}\n---\n{body.lstrip()}".encode()


def _config(content: Path, nav: list[dict[str, Any]]) -> dict[str, Any]:
    site = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))
    return {
        "site_name": site["name"],
        "site_url": site["url"],
        "theme": {"name": "material", "language": "sv", "font": False},
        "plugins": ["search"],
        "markdown_extensions": EXTENSIONS,
        "nav": nav,
    }


def _nav(item: dict[str, Any]) -> dict[str, Any]:
    if not item["children"]:
        return {item["title"]: item["file"]}
    return {item["title"]: [item["file"], *(_nav(child) for child in item["children"])]}
