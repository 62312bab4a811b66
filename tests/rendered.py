"""What rendering makes of some content, before its HTML is finished: as the templates write it, without typography."""

from collections.abc import Mapping
from datetime import date

from site_builder.build import check
from site_builder.changes.history import History
from site_builder.checks.all import CHECKS
from site_builder.foundation.content_version import content_version
from site_builder.foundation.diagnostic import has_errors
from site_builder.foundation.page import Page
from site_builder.reading.read import read_strings
from site_builder.render.context import RenderContext
from site_builder.render.site import pages

DAY = date(2026, 1, 15)


def rendered(content: Mapping[str, str], as_of: date = DAY, history: History | None = None) -> dict[str, Page]:
    """Return every page of some content, which has no faults, by its address."""
    checked = check(content, as_of)
    assert not has_errors(checked.diagnostics), checked.diagnostics
    codes = tuple((rule.code, rule.severity.value) for rule in CHECKS)
    made = pages(
        RenderContext(checked.index, read_strings(), as_of, history or History(), codes, content_version(content))
    )
    return {page.address: page for page in made}
