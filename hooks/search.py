"""The index of the site's search, made of finished pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from hooks.session import Result
from site_builder.meaning.urls import page_file
from site_builder.search.files import search_index


def add_search(files: Files, config: MkDocsConfig, result: Result) -> None:
    """Add the files of the index, and tell the theme where they begin."""
    if result.build is None:
        return
    html = {page.address: _content(files, page.address) for page in result.build.search.pages}
    index = search_index(result.build.search, html)
    for artifact in index.artifacts:
        files.append(File.generated(config, artifact.path, content=artifact.data))
    config.extra["plan"]["search"] = index.entrance


def _content(files: Files, address: str) -> str:
    file = files.get_file_from_path(page_file(address))
    return (file.page.content or "") if file and file.page else ""
