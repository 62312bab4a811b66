"""The pipeline on one screen: texts in, pages, data and diagnostics out. Pure: the same input gives the same output."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from schema.site import Site
from site_builder.changes.history import History
from site_builder.checks.all import CHECKS
from site_builder.checks.names.suggestions import with_known_names
from site_builder.checks.table import run
from site_builder.foundation.content_version import content_version
from site_builder.foundation.diagnostic import Diagnostic, has_errors, ordered
from site_builder.foundation.language.spoken import speak
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import Artifact, Page, SearchIndex, Section, SummaryLink
from site_builder.foundation.strings import Strings
from site_builder.html.finish import Finisher
from site_builder.meaning.link import PlanIndex, link
from site_builder.reading.load import load

if TYPE_CHECKING:
    from site_builder.render.context import RenderContext
    from site_builder.search.facts import Searchable
    from site_builder.search.text import Section as TextSection


@dataclass(frozen=True)
class Checked:
    """The content after all checks: the index is there even when there are errors, for whoever wants to look."""

    index: PlanIndex
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Build:
    """All that a site is made of. With any error among the diagnostics there are no pages and no data.

    `described` is what search engines are told of each dataset, `version` that of the content.
    """

    pages: tuple[Page, ...]
    navigation: tuple[Section, ...]
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None
    foot: tuple[Section, ...] = ()
    summaries: tuple[SummaryLink, ...] = ()
    has_help: bool = False
    described: tuple[Mapping[str, object], ...] = ()
    version: str = ""
    search: SearchIndex = field(default_factory=lambda: SearchIndex("", ()))
    finisher: Finisher = field(default_factory=lambda: Finisher((), "", ""))

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """Every page by its address."""
        return {page.address: page for page in self.pages}


def check(
    texts: Mapping[str, str],
    as_of: date,
    unread: tuple[Diagnostic, ...] = (),
    memory: Memory | None = None,
    assets: Collection[str] | None = None,
) -> Checked:
    """Parse, link and check the texts, by path from the repository's root, as they stand on the day `as_of`.

    `unread` says what was wrong with files that are there but could not be read as text, `assets` names what is
    published beside the pages.
    """
    loaded = load(texts, unread, memory, assets)
    index = link(loaded, as_of)
    found = run(CHECKS, index, as_of)
    diagnostics = ordered([*with_known_names(loaded.diagnostics, index), *found])
    return Checked(replace(index), diagnostics)  # as it was linked, without what the checks have gathered on the way


def build(  # noqa: PLR0913 - the last one by name
    texts: Mapping[str, str],
    as_of: date,
    strings: Strings,
    history: History | None = None,
    unread: tuple[Diagnostic, ...] = (),
    memory: Memory | None = None,
    *,
    assets: Collection[str] | None = None,
) -> Build:
    """Build the site. `history` is what every revision of the content changed, where that is known.

    `memory` knows what an earlier build has worked out.
    """
    speak(strings)
    memory = memory or Memory()
    made = _all_but_search(texts, as_of, strings, history or History(), unread, memory, assets)
    if made.facts is None:
        return made.build
    from site_builder.search.files import search_index

    return replace(made.build, search=search_index(made.facts, made.texts, memory))


@dataclass(frozen=True)
class _Made:
    """A build that has no search yet, and what the search is made of: it begins when all else has been let go."""

    build: Build
    facts: "Searchable | None" = None
    texts: "Mapping[str, tuple[TextSection, ...]]" = field(default_factory=dict)


def _all_but_search(  # noqa: PLR0913, PLR0917 - what `build` is given
    texts: Mapping[str, str],
    as_of: date,
    strings: Strings,
    history: History,
    unread: tuple[Diagnostic, ...],
    memory: Memory,
    assets: Collection[str] | None,
) -> _Made:
    checked = check(texts, as_of, unread, memory, assets)
    if has_errors(checked.diagnostics):
        return _Made(Build((), (), (), checked.diagnostics))
    if "file" in memory.besides:
        for _, record in checked.index.records:
            record.source.let_go()
    return _made(checked, as_of, strings, history, memory, content_version(texts))


def _made(checked: Checked, as_of: date, strings: Strings, history: History, memory: Memory, version: str) -> _Made:
    """Make pages and data. What makes them is imported here: a third of the time of `check`, which needs none of it."""
    from site_builder.export.open_data import open_data
    from site_builder.export.sheets.data_files import data_sheets
    from site_builder.export.web.redirects import redirect_files
    from site_builder.export.web.server_files import server_files
    from site_builder.export.web.web_files import web_files
    from site_builder.html.file_facts import with_facts
    from site_builder.html.pages import finished_pages
    from site_builder.render.environment import environment, remember_templates
    from site_builder.render.navigation import foot, navigation
    from site_builder.render.reference.summaries import summary_links
    from site_builder.render.site import pages
    from site_builder.search.facts import searchable
    from site_builder.search.page_texts import PageTexts

    remember_templates(environment(), memory)
    index = checked.index
    context = context_of(index, as_of, strings, history, version)
    data = open_data(index, history, strings, memory)
    told = (with_facts(page, data.facts) for page in pages(context))
    page_texts, finisher = PageTexts(memory), finisher_of(index, strings)
    made = tuple(finished_pages(page_texts.of(told), finisher, strings("plan.print-contents"), memory))
    files = (*web_files(index, made, as_of, history, strings), *redirect_files(index, strings), *server_files(index))
    build = Build(
        pages=made,
        navigation=navigation(context, made),
        artifacts=(*data.artifacts, *data_sheets(index, strings, as_of, memory), *files),
        diagnostics=checked.diagnostics,
        foot=foot(made),
        summaries=summary_links(index),
        has_help=bool(index.help),
        site=index.site.value if index.site else None,
        described=data.described,
        version=version,
        finisher=finisher,
    )
    return _Made(build, searchable(index, made, strings, as_of), page_texts.by_address)


def context_of(index: PlanIndex, as_of: date, strings: Strings, history: History, version: str) -> "RenderContext":
    """Return what every page of a site is made of, given content that has been linked and its `version`."""
    from site_builder.render.context import RenderContext

    codes = tuple((check.code, check.severity.value) for check in CHECKS)
    return RenderContext(index, strings, as_of, history, codes, version)


def finisher_of(index: PlanIndex, strings: Strings) -> Finisher:
    """Return what finishes the HTML of a site."""
    site = index.site.value if index.site else None
    return Finisher(site.foreign_words if site else (), site.url if site else "", strings("theme.leaves"))
