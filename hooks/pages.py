"""Our pages, navigation and data in MkDocs' own terms."""

import logging
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Section as NavSection
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from hooks.assets import fingerprint_assets
from hooks.beside import files_beside
from hooks.data_file import DataFile
from hooks.dead_links import dead_links
from hooks.frame import frame_addresses
from hooks.made_page import MadePage
from hooks.papers import paper_link
from hooks.session import Result
from hooks.structured_data import structured_data
from hooks.written import Made
from site_builder.built import Build
from site_builder.edge.bounds import visible
from site_builder.export.web.colours import BRAND
from site_builder.foundation.language.phrases import long_date
from site_builder.foundation.page import Page, Section, SiteFile
from site_builder.meaning import urls
from site_builder.meaning.urls import page_file

log = logging.getLogger("mkdocs.hooks.plan")


def configure(config: MkDocsConfig, result: Result) -> MkDocsConfig:
    """Take name, address and navigation from the content instead of mkdocs.yml."""
    build = result.made
    config.nav = [_nav_item(section) for section in build.navigation]
    if build.site:
        config.site_name = build.site.name
        config.site_url = config.site_url or build.site.url
        config.site_description = build.site.description
        config.edit_uri = build.site.edit_url
    config.theme.static_templates.discard("sitemap.xml")  # ours says nothing of a day that nobody knows
    config.extra["result"] = result
    config.extra["made"] = Made(result.given, has_old_papers=result.papers.is_old)
    config.extra["plan"] = {
        "site": build.site,
        "strings": result.strings,
        "version": build.version,
        "faults": result.faults,
        "assets": {},
        "addresses": frame_addresses(),
        "colour": BRAND,
        "footer": [(section.address, section.title) for section in build.foot],
        "help": build.has_help,
        "summaries": build.summaries,
        "current_title": _current_title(build),
    }
    return config


def add_files(files: Files, config: MkDocsConfig, result: Result) -> Files:
    """Hand over every page and file that was made or may be published. What MkDocs has found by itself goes."""
    add_pages(files, config, result, (*files_beside(result), *result.made.search.files))
    tell_dead_links(result, (file.src_uri for file in files))
    made: Made = config.extra["made"]
    for file in files:
        if isinstance(file, DataFile):  # all but the pages, which are noted when they are written
            made.add(file.dest_uri, file.pieces)
    return files


def add_pages(files: Files, config: MkDocsConfig, result: Result, beside: Iterable[SiteFile]) -> Files:
    """Hand over every page, and files beside them. What MkDocs has found by itself goes."""
    build = result.made
    made: Made = config.extra["made"]
    for file in tuple(files):
        files.remove(file)
    titles = {entry.address: entry.title for section in build.navigation for entry in section.all_below()}
    for page in build.pages:
        files.append(file := _page_file(config, page, titles.get(page.address, page.title)))
        made.plan(file.dest_uri)
    for artifact in beside:
        files.append(DataFile(artifact, config))
    config.extra["plan"]["assets"] = fingerprint_assets(files)
    return files


def tell_dead_links(result: Result, paths: Iterable[str]) -> None:
    """Warn of every link of the pages that leads nowhere; `paths` are those of all files."""
    for page, href in dead_links(result.made.pages, paths):
        log.warning(result.strings("command.dead-link", path=visible(page.sources[0]), link=href))


def link_pages(files: Files, result: Result) -> None:
    """Set section, neighbours, edit date and breadcrumbs of every page, also of those outside the navigation."""
    build = result.made
    made = build.by_address
    found = {page.address: _mkdocs_page(files, page) for page in build.pages}
    for page in build.pages:
        target = found[page.address]
        target.previous_page = found[page.previous] if page.previous else None
        target.next_page = found[page.next] if page.next else None
        target.update_date = (page.changed or result.given.as_of).isoformat()
        if target.parent is None:
            target.parent = _section(page, made, found)


def page_context(context: TemplateContext, page: MkDocsPage, result: Result) -> TemplateContext:
    """Return what the theme shows beside the text of a page."""
    made = result.made.by_address
    if isinstance(page, MadePage):
        page.held.clear()  # a page that is served is put into its frame at each request
    if ours := made.get(page.file.src_uri.removesuffix("index.md")):
        context["plan_page"] = ours  # type: ignore[typeddict-unknown-key]
        context["breadcrumbs"] = _breadcrumbs(ours, made)  # type: ignore[typeddict-unknown-key]
        context["structured_data"] = _structured_data(ours, result)  # type: ignore[typeddict-unknown-key]
        context["changed"] = long_date(ours.changed) if ours.changed else ""  # type: ignore[typeddict-unknown-key]
        context["change"] = ours.change  # type: ignore[typeddict-unknown-key]
        context["files"] = _files(ours, result)  # type: ignore[typeddict-unknown-key]
        context["paper"] = paper_link(ours, result)  # type: ignore[typeddict-unknown-key]
        if isinstance(page, MadePage) and "search" in page.holds:  # the index is made of all pages: only if it must be
            context["search_index"] = result.made.search.entrance  # type: ignore[typeddict-unknown-key]
    return context


def _current_title(build: Build) -> str:
    """Return the title of the current plan's section, which is open wherever the reader is."""
    return next((section.title for section in build.navigation if section.children), "")


def _nav_item(section: Section) -> dict[str, object]:
    path = page_file(section.address)
    if not section.children:
        return {section.title: path}
    return {section.title: [path, *(_nav_item(child) for child in section.children)]}


def _page_file(config: MkDocsConfig, page: Page, title: str) -> File:
    """Return a file that MkDocs takes for one of its own, with the page that stands behind it."""
    path = page_file(page.address)
    file = File.generated(config, path, content="", inclusion=InclusionLevel.INCLUDED)
    file.edit_uri = quote(page.sources[0])
    file.page = MadePage(file, config, page, title)
    return file


def _mkdocs_page(files: Files, page: Page) -> MkDocsPage:
    file = files.get_file_from_path(page_file(page.address))
    if file is None:
        raise RuntimeError(f"no file for {page.address}")
    if file.page is None:
        raise RuntimeError(f"no page for {page.address}")
    return file.page


def _section(page: Page, made: Mapping[str, Page], found: Mapping[str, MkDocsPage]) -> NavSection | None:
    """Return the section of the nearest page above that stands in the navigation."""
    above = page.parent
    while above:
        if (parent := found[above].parent) is not None:
            return parent
        above = made[above].parent
    return None


def _files(page: Page, result: Result) -> list[tuple[str, str]]:
    """Return the files of a page that has none of its own, each with the address where it is edited."""
    site = result.made.site
    return [(path, site.edit_url + quote(path)) for path in page.sources] if site and page.gathers else []


def _structured_data(page: Page, result: Result) -> str:
    build = result.made
    if build.site is None:
        return ""
    datasets = build.described if page.address == urls.site_page(urls.OPEN_DATA) else ()
    return structured_data(page, _breadcrumbs(page, build.by_address), build.site, datasets)


def _breadcrumbs(page: Page, made: Mapping[str, Page]) -> list[Page]:
    """Return the pages above, the start page first."""
    trail: list[Page] = []
    above = page.parent
    while above is not None:
        trail.insert(0, made[above])
        above = made[above].parent
    return trail
