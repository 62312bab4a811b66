"""What a build gives: pages and what each says of itself, and files, which may not have been made yet."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from schema.site import Site
from site_builder.foundation.diagnostic import Diagnostic
from site_builder.foundation.later import Later
from site_builder.foundation.page import Artifact, Page, SearchIndex, Section, SummaryLink

if TYPE_CHECKING:
    from site_builder.html.finish import Finisher
    from site_builder.search.facts import Searchable


class Beside(Struct, frozen=True):
    """What a site has beside its pages: files, what is said of each dataset, and what the search knows of each page."""

    artifacts: tuple[Artifact, ...] = ()
    described: tuple[Mapping[str, object], ...] = ()
    facts: "Searchable | None" = None


def _finisher() -> "Finisher":
    """Return one that knows of nothing; it is imported here since a check needs none."""
    from site_builder.html.finish import Finisher

    return Finisher((), "", "")


class Build(Struct, frozen=True, dict=True):
    """All that a site is made of. With any error among the diagnostics there are no pages and no data.

    `version` is that of the content. Which pages there are is known, and what each says of itself; their HTML, the
    other files and the index of the search are made when somebody asks for them (`begin`), or are made (`build`).
    """

    pages: tuple[Page, ...]
    navigation: tuple[Section, ...]
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None
    foot: tuple[Section, ...] = ()
    summaries: tuple[SummaryLink, ...] = ()
    has_help: bool = False
    version: str = ""
    finisher: "Finisher" = field(default_factory=_finisher)
    beside: "Later[Beside]" = field(default_factory=lambda: Later(Beside))
    index: Later[SearchIndex] = field(default_factory=lambda: Later(lambda: SearchIndex("", ())))

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """Every file beside the pages, without those of the search."""
        return self.beside().artifacts

    @property
    def described(self) -> tuple[Mapping[str, object], ...]:
        """What search engines are told of each dataset."""
        return self.beside().described

    @property
    def search(self) -> SearchIndex:
        """The index of the search, which is made of all pages."""
        return self.index()

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """Every page by its address."""
        return {page.address: page for page in self.pages}
