"""The whole site as plain files: what another generator than MkDocs needs to build it."""

import json
from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec.structs import asdict

from site_builder.export.markdown_page import markdown_page
from site_builder.foundation.page import Artifact, Page, Section
from site_builder.meaning import urls


class Built(Protocol):
    """What a build has made; the pipeline's `Build` is one."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page."""

    @property
    def navigation(self) -> tuple[Section, ...]:
        """The tree of sections."""

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """Every data file."""


def plain_files(build: Built) -> Iterator[Artifact]:
    """Yield every page, `navigation.json` and every data file, each at its path from the site's root.

    A page is Markdown as far as its headings go, and HTML below them.

    Links between pages are relative to the page they stand on.
    """
    for page in build.pages:
        yield Artifact(urls.page_file(page.address), _page(page).encode())
    yield Artifact("navigation.json", f"{_json(_sections(build.navigation))}\n".encode())
    yield from build.artifacts


def _page(page: Page) -> str:
    """Return the page with front matter in JSON: generators read it as YAML, which would make `1:4` a number."""
    facts = {
        "title": page.title,
        "head_title": page.head_title,
        "description": page.description,
        "address": page.address,
        "parent": page.parent,
        "previous": page.previous,
        "next": page.next,
        "sources": page.sources,
        "changed": page.changed.isoformat() if page.changed else None,
        "change": asdict(page.change) | {"day": page.change.day.isoformat()} if page.change else None,
        "notice": page.notice.text if page.notice and page.notice.shown else None,
        "wide": page.wide,
        "area": page.area or None,
        "lang": page.lang or None,
        "citation": page.citation or None,
        "parts": [
            {"address": part.address, "file": urls.page_file(part.address), "level": part.level} for part in page.parts
        ],
    }
    search = {} if page.searchable else {"search": {"exclude": True}}
    gathers = {"gathers": True} if page.gathers else {}
    return f"---\n{_json(facts | gathers | search)}\n---\n\n{markdown_page(page.html)}"


def _sections(sections: Iterable[Section]) -> list[dict[str, object]]:
    return [
        {
            "title": section.title,
            "address": section.address,
            "file": urls.page_file(section.address),
            "children": _sections(section.children),
        }
        for section in sections
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
