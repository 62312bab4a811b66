"""The forms that findings are told in, by what `check --format` calls them."""

from collections.abc import Mapping

from site_builder.edge.programs.github import as_github
from site_builder.edge.programs.gitlab import as_gitlab
from site_builder.edge.programs.sarif import as_sarif
from site_builder.edge.report import Renderer, as_json, as_text

RENDERERS: Mapping[str, Renderer] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
