"""What the build produces: pages in Markdown, the navigation, and data files. Nothing here knows MkDocs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page of the site.

    `address` is its permanent address from the site's root without a leading slash (`ordlista/`); `sources` are the
    content files that its text comes from, the first being the one to edit.
    """

    address: str
    title: str
    description: str
    markdown: str
    sources: tuple[str, ...]
    parent: str | None
    previous: str | None = None
    next: str | None = None
    plan: str = ""
    searchable: bool = True


@dataclass(frozen=True)
class Section:
    """An entry in the navigation: a page and the sections below it."""

    title: str
    address: str
    children: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Artifact:
    """A data file of the site, with its path from the site's root."""

    path: str
    data: bytes
