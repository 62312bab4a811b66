"""The pipeline on one screen: texts in, pages, data and diagnostics out. Pure: the same input gives the same output."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from site_builder.built import Beside, Build
from site_builder.changes.history import History
from site_builder.checks.all import CHECKS
from site_builder.checks.names.suggestions import with_known_names
from site_builder.checks.table import run
from site_builder.checks.texts.judged import faults
from site_builder.foundation.content_version import content_version
from site_builder.foundation.diagnostic import Diagnostic, has_errors, ordered
from site_builder.foundation.language.spoken import speak, spoken
from site_builder.foundation.later import Later
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import Page, SearchIndex
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex, link
from site_builder.reading.load import load

if TYPE_CHECKING:
    from site_builder.export.open_data import OpenData
    from site_builder.html.finish import Finisher
    from site_builder.render.context import RenderContext
    from site_builder.search.page_texts import PageTexts


class Checked(Struct, frozen=True):
    """The content after all checks: the index is there even when there are errors, for whoever wants to look."""

    index: PlanIndex
    diagnostics: tuple[Diagnostic, ...]


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
    begun = begin(texts, as_of, strings, history, unread, memory, assets=assets)
    begun.beside()  # first: the files need much room while they are made, which the pages can have after them
    for page in begun.pages:
        page.html_made()
    begun.index()  # last: by then the content has been let go, and it needs as much room
    return begun


def begin(  # noqa: PLR0913 - as `build`
    texts: Mapping[str, str],
    as_of: date,
    strings: Strings,
    history: History | None = None,
    unread: tuple[Diagnostic, ...] = (),
    memory: Memory | None = None,
    *,
    assets: Collection[str] | None = None,
) -> Build:
    """Check the content, and return the site with nothing made of it: each page and file is made when asked for.

    What is made later is what `build` makes. The process has to speak the site's language then.
    """
    speak(strings)
    memory = memory or Memory()
    checked = check(texts, as_of, unread, memory, assets)
    if has_errors(checked.diagnostics):
        return Build((), (), checked.diagnostics)
    if "file" in memory.besides:
        for _, record in checked.index.records:
            record.let_go()
        faults.cache_clear()
    return _begun(checked, as_of, strings, history or History(), memory, content_version(texts))


def _begun(checked: Checked, as_of: date, strings: Strings, history: History, memory: Memory, version: str) -> Build:
    """Begin pages and data. What makes them is imported here: a third of the time of `check`, which needs none."""
    from site_builder.export.open_data import open_data
    from site_builder.html.file_facts import with_facts
    from site_builder.html.pages import finished_pages
    from site_builder.render.environment import environment, remember_templates
    from site_builder.render.navigation import foot, navigation
    from site_builder.render.reference.summaries import summary_links
    from site_builder.render.site import pages
    from site_builder.search.page_texts import PageTexts

    remember_templates(environment(), memory)
    index = checked.index
    context = context_of(index, as_of, strings, history, version)
    data = Later(lambda: open_data(index, as_of, history, strings, memory))
    texts, finisher = PageTexts(memory), finisher_of(index, strings)
    noted = (texts.of(with_facts(page, lambda: data().facts)) for page in pages(context))
    made = tuple(finished_pages(noted, finisher, strings("plan.print-contents"), memory))
    beside = Later(lambda: _beside(context, made, data()))
    return Build(
        pages=made,
        navigation=navigation(context, made),
        diagnostics=checked.diagnostics,
        foot=foot(made),
        summaries=summary_links(index),
        has_help=bool(index.help),
        site=index.site.value if index.site else None,
        version=version,
        finisher=finisher,
        beside=beside,
        index=Later(lambda: _search(made, texts, beside(), memory)),
    )


def _beside(context: "RenderContext", made: tuple[Page, ...], data: "OpenData") -> Beside:
    from site_builder.export.web.redirects import redirect_files
    from site_builder.export.web.server_files import server_files
    from site_builder.export.web.version_file import version_file
    from site_builder.export.web.web_files import web_files
    from site_builder.search.facts import searchable

    index, strings, as_of = context.index, context.strings, context.as_of
    web = web_files(index, made, as_of, context.history, strings)
    version = version_file(context.version, context.history.revision)
    files = (*data.artifacts, *web, *redirect_files(index, strings), *server_files(index), version)
    return Beside(files, data.described, searchable(index, made, strings, as_of))


def _search(made: tuple[Page, ...], texts: "PageTexts", beside: Beside, memory: Memory) -> SearchIndex:
    from site_builder.search.files import search_index

    for page in made:
        page.html_made()  # its text is noted then
    return search_index(beside.facts, texts.by_address, memory) if beside.facts else SearchIndex("", ())


def context_of(index: PlanIndex, as_of: date, strings: Strings, history: History, version: str) -> "RenderContext":
    """Return what every page of a site is made of, given content that has been linked and its `version`."""
    from site_builder.render.context import RenderContext

    codes = tuple((check.code, check.severity.value) for check in CHECKS)
    return RenderContext(index, strings, as_of, history, codes, version)


def finisher_of(index: PlanIndex, strings: Strings) -> "Finisher":
    """Return what finishes the HTML of a site."""
    from site_builder.html.finish import Finisher

    site, table = index.site.value if index.site else None, index.compounds
    compounds = (*spoken().list_of("joints"), *(table.value.words if table else ()))
    return Finisher(site.foreign_words if site else (), site.url if site else "", strings("theme.leaves"), compounds)
