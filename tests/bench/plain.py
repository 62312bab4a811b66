"""The same pages for MkDocs and Material without our hook: Markdown on disk and a mkdocs.yml of their own."""

import json
import shutil
from pathlib import Path
from typing import Any

import yaml


def plain_project(root: Path, exported: Path, folder: Path) -> None:
    """Make a plain MkDocs project in `folder` of what `export` wrote for the working copy at `root`.

    Theme, features, plugins, extensions and navigation are those of the real site, and so is every page down to its
    front matter. Only the overrides that ask the hook for words or facts are left out.
    """
    shutil.copytree(root / "docs" / "assets", folder / "docs" / "assets")
    for file in sorted(path for path in exported.rglob("*") if path.is_file()):
        target = folder / "docs" / file.relative_to(exported)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_page(file) if file.suffix == ".md" else file.read_bytes())
    (folder / "docs" / "navigation.json").unlink()
    _copy_overrides(root / "docs" / "theme", folder / "theme")
    config = _config(root, json.loads((exported / "navigation.json").read_text(encoding="utf-8")))
    (folder / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")


def _page(file: Path) -> bytes:
    """Return an exported page with the front matter that the hook writes."""
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    facts = {key: value for key, value in json.loads(front).items() if key in ("title", "description", "search")}
    return f"---\n{json.dumps(facts, ensure_ascii=False)}\n---\n{body.lstrip()}".encode()


def _copy_overrides(theme: Path, target: Path) -> None:
    target.mkdir()
    for file in sorted(path for path in theme.rglob("*") if path.is_file()):
        if b"config.extra.plan" not in file.read_bytes():
            (target / file.relative_to(theme)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target / file.relative_to(theme))


def _config(root: Path, navigation: list[dict[str, Any]]) -> dict[str, Any]:
    config: dict[str, Any] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    site = yaml.safe_load((root / "content" / "site.yaml").read_text(encoding="utf-8"))
    del config["hooks"]
    config["theme"]["custom_dir"] = "theme"
    facts = {"site_name": site["name"], "site_url": site["url"], "edit_uri": site["edit_url"]}
    return {**config, **facts, "site_description": site["description"], "nav": [_nav(item) for item in navigation]}


def _nav(item: dict[str, Any]) -> dict[str, Any]:
    if not item["children"]:
        return {item["title"]: item["file"]}
    return {item["title"]: [item["file"], *(_nav(child) for child in item["children"])]}
