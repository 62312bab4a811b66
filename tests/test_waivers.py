"""A rule that is waived for a place: which may be, and that the site is whole without them."""

from datetime import date

import pytest

from site_builder.build import build, check
from site_builder.checks.all import CHECKS
from site_builder.checks.waived import names_of_field
from site_builder.foundation.diagnostic import Severity, Span
from site_builder.foundation.source import locate
from site_builder.reading.read import read_strings
from site_builder.reading.yaml_reader import parse
from tests.cases import AS_OF
from tests.miniature import texts
from tests.test_check_examples import example

DAY = date.fromisoformat(AS_OF)
WAIVERS = "content/waivers.yaml"
STRINGS = read_strings()
CODES = sorted(check.code for check in CHECKS if check.waivable and check.severity is Severity.ERROR)


def waived(content: dict[str, str], code: str, path: str) -> dict[str, str]:
    """The content with one more waiver."""
    more = f"  - code: {code}\n    path: {path}\n    reason: Ett skäl.\n    until: 2030-01-01\n"
    return {**content, WAIVERS: content[WAIVERS] + more}


def test_what_may_be_waived() -> None:
    """Some errors, whatever is no error, and no rule of waivers themselves."""
    assert CODES
    for check_here in CHECKS:
        if check_here.severity is not Severity.ERROR:
            assert check_here.waivable is ("waiver" not in check_here.code)


@pytest.mark.parametrize("code", CODES)
def test_the_site_is_whole_where_an_error_is_waived(code: str) -> None:
    """The example that fails without the waiver builds with it: every page is made, and nothing is told."""
    content = example(code).changed()
    (found,) = check(content, DAY).diagnostics
    assert found.severity is Severity.ERROR
    made = build(waived(content, code, found.span.path), DAY, STRINGS)
    assert made.diagnostics == ()
    assert len(made.pages) >= len(build(texts(), DAY, STRINGS).pages)


def test_errors_that_would_break_the_site_stay_errors() -> None:
    """A waiver of one is a fault itself, and the error is told all the same."""
    content = example("unknown-organization").changed()
    (found,) = check(content, DAY).diagnostics
    told = check(waived(content, "unknown-organization", found.span.path), DAY).diagnostics
    assert {item.code for item in told} == {"unknown-organization", "waiver-not-allowed"}


@pytest.mark.parametrize(
    ("needle", "names"),
    [
        ("Ett ord", ["lead"]),
        ("andra", ["actions", "2"]),
        ("Rubriken", ["documents", "enkat", "sources", "1", "section"]),
        ("lead", ["lead"]),
    ],
)
def test_a_field_is_named_by_its_keys(needle: str, names: list[str]) -> None:
    """An item of a list by its id where it has one, else by its number from one."""
    text = (
        "lead: Ett ord\nactions:\n  - första\n  - andra\n"
        "documents:\n  - id: enkat\n    sources:\n      - section: Rubriken\n"
    )
    source, _ = parse("content/x.yaml", text)
    assert source
    lines = text.split("\n")
    span = locate(source, Span("content/x.yaml", 1, 1, len(lines), 1), needle)
    assert names_of_field(source, span) == names
