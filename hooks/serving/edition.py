"""The site of one state of the content: what it says is read and checked, what it shows is made when it is asked for.

The steps, and the events that the hook answers, are those of MkDocs' own `build`, in its order; only that `build` makes
every page at once and writes it to a folder. An edition belongs to one thread (see `server`).
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from mkdocs.commands.build import _build_page, _build_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from hooks.beside import files_beside
from hooks.pages import tell_dead_links
from hooks.session import Result
from hooks.written import Held
from site_builder.foundation.page import SiteFile
from site_builder.meaning import urls


class Edition:
    """What a browser can get, by its path from the site's root."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Read and check the content, and link its pages."""
        self._config = config = config.plugins.on_config(config)
        self._result: Result = config.extra["result"]
        self._held = config.extra["made"] = Held(self._result.given)
        config.plugins.on_pre_build(config=config)
        self._env = config.theme.get_env()
        self._files = self._given_files()
        self._nav: Navigation = config.plugins.on_nav(
            get_navigation(self._files, config), config=config, files=self._files
        )
        self._env = config.plugins.on_env(self._env, config=config, files=self._files)
        self._pages = self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self._by_path = {file.dest_uri: file for file in self._pages}
        given = (file for file in self._files if not file.is_documentation_page())
        self._with_fingerprint = {file.dest_uri: file for file in given if file.dest_uri != file.src_uri}

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self._pages)

    def content(self, path: str) -> bytes | None:
        """Return a page or a file, which is made now if it has not been; None where there is none."""
        if file := self._by_path.get(path):
            return self._page(file)
        if path in self._config.theme.static_templates:
            template = self._env.get_template(path)
            _build_template(path, template, self._files, self._config, self._nav)
            return self._held.content
        if path in self._with_fingerprint:
            return self._with_fingerprint[path].content_bytes
        found = self._beside.get(path) or (self._search.get(path) if path.startswith(urls.site_page("sok")) else None)
        return found.data if found else None

    def rest(self, first: Collection[str]) -> Iterator[None]:
        """Make all that nobody has asked for yet, the paths in `first` before others, with a rest after each piece."""
        pages = self._result.made.by_address
        asked = [path.removesuffix("index.html") for path in first]
        for page in (*(pages[address] for address in asked if address in pages), *pages.values()):
            page.html_made()
            yield
        beside = self._beside
        yield
        tell_dead_links(self._result, (*(file.src_uri for file in self._files), *beside))
        yield
        self._result.made.index()
        yield
        self._config.plugins.on_post_build(config=self._config)

    def _given_files(self) -> Files:
        files = get_files(self._config)
        files.add_files_from_theme(self._env, self._config)
        files = self._config.plugins.on_files(files, config=self._config)
        set_exclusions(files, self._config)
        return files

    def _page(self, file: File) -> bytes:
        """Return a page in its frame, which is made anew each time: its text has been made once, and is most of it."""
        page = file.page
        assert page is not None  # noqa: S101 - every file of a page has one
        if page.content is None:
            _populate_page(page, self._config, self._files)
        _build_page(page, self._config, self._pages, self._nav, self._env)
        return self._held.content

    @cached_property
    def _beside(self) -> Mapping[str, SiteFile]:
        renamed = {file.src_uri for file in self._with_fingerprint.values()}
        return {item.path: item for item in files_beside(self._result) if item.path not in renamed}

    @cached_property
    def _search(self) -> Mapping[str, SiteFile]:
        return {item.path: item for item in self._result.made.search.files}
