"""The MkDocs hook: hands the generator's pages, navigation and data to MkDocs, which turns them into a site.

MkDocs loads this file by its path, once for a whole `mkdocs serve`; every function named `on_*` is an event.
"""

import logging
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # with the server and the watcher, which a build does without

ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)  # the repository's own `schema`, not a package of that name

from hooks.beside import given_files  # noqa: E402
from hooks.frame import finish, write_page  # noqa: E402
from hooks.pages import add_files, add_pages, configure, link_pages, page_context  # noqa: E402
from hooks.session import Session  # noqa: E402
from hooks.shared_parts import share_parts  # noqa: E402
from site_builder.edge.programs.editor_files import write_schemas  # noqa: E402
from site_builder.export.editor.schemas import FOLDER  # noqa: E402
from site_builder.render.environment import remember_templates  # noqa: E402

log = logging.getLogger("mkdocs.hooks.plan")
session = Session()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this run serves: then a fault in the content must not end it."""
    session.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build everything before MkDocs empties the site's folder, so that a fault leaves the last good site as it was."""
    result = session.build(Path(config.docs_dir).parent)
    if result.report:
        log.log(logging.ERROR if result.failed else logging.INFO, result.report)
    if result.build is None:
        raise PluginError(result.summary)
    return configure(config, result)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and data that were made; a hand-written page takes the place of its own file.

    While serving only what every page needs is there from the start; the rest is made when it is asked for.
    """
    if session.serving:
        return add_pages(files, config, session.current, given_files(session.current))
    return add_files(files, config, session.current)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give pages outside the navigation their section, neighbours, breadcrumbs and date."""
    link_pages(files, session.current)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the engine escape every value that the theme shows, also in attributes, and remember the templates."""
    env.autoescape = True  # MkDocs leaves it to each template
    if session.memory:
        remember_templates(env, session.memory, "frames")
    share_parts(env, session.current.made)
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Hand the theme what it shows beside the text."""
    return page_context(context, page, session.current)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish the frame, put the text into it and write it. Nothing is left for MkDocs, which would need it whole."""
    write_page(output, page, config, session.current)
    return ""


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same to the page for missing addresses, which MkDocs makes in its own way."""
    return finish(output, template_name, config, session.current)


def on_post_build(config: MkDocsConfig) -> None:
    """Leave what this build has worked out to the next run, and what exists now to whoever is writing."""
    session.keep(root := Path(config.docs_dir).parent)
    if session.serving and (root / FOLDER).is_dir():
        deque(write_schemas(root, session.current.given), maxlen=0)


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: object) -> "LiveReloadServer":
    """Rebuild when the content is saved, not only the hand-written pages."""
    server.watch(str(Path(config.docs_dir).parent / "content"))
    return server
