"""Every check of the content, and every fault that a file can have: documentation for those who edit."""

import re
from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.writer import Writer

BLANK = re.compile(r"\{[a-z_]+\}")


class Example(Struct, frozen=True):
    """A piece of a file and the file's path, both as code."""

    file: str
    code: str


class Rule(Struct, frozen=True):
    """A check: what it demands and why, an example that passes and one that does not, and what is said then."""

    code: str
    severity: str
    rule: str
    why: str
    passes: Example
    fails: Example
    message: str
    advice: str


class Fault(Struct, frozen=True):
    """A fault of a file, and what to do about it."""

    code: str
    message: str
    advice: str


class CheckListView(Struct, frozen=True):
    """What the template of the checks shows."""

    lead: str
    rules: tuple[Rule, ...]
    faults: tuple[Fault, ...]


def check_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of all checks, in the order of their table, and of the faults that files can have."""
    if not writer.context.codes:
        return
    checks = dict(writer.context.codes)
    messages = writer.context.strings.find("messages")
    assert isinstance(messages, dict)  # noqa: S101 - a fault in the program, not in the content
    lead = writer.t("reference.checks-lead")
    yield writer.page(
        "check_list.html.j2",
        lambda: CheckListView(
            lead,
            rules=tuple(_rule(writer, code, severity) for code, severity in checks.items()),
            faults=tuple(Fault(code, *_message(writer, code)) for code in messages if code not in checks),
        ),
        title=writer.t("site.pages.kontroller"),
        description=lead,
        sources=(
            spoken().words_file("checks"),
            spoken().words_file("messages"),
        ),
        parent=urls.site_page(urls.EDITORS),
    )


def _rule(writer: Writer, code: str, severity: str) -> Rule:
    message, advice = _message(writer, code)
    return Rule(
        code=code,
        severity=writer.t(f"report.severity.{severity}"),
        rule=writer.t(f"checks.{code}.rule"),
        why=writer.t(f"checks.{code}.why"),
        passes=_example(writer, f"checks.{code}.passes"),
        fails=_example(writer, f"checks.{code}.fails"),
        message=message,
        advice=advice,
    )


def _message(writer: Writer, code: str) -> tuple[str, str]:
    """Return what is said and advised, with dots for what depends on the case."""
    text, advice = (BLANK.sub("…", writer.t(f"messages.{code}.{part}")) for part in ("text", "advice"))
    return text, advice


def _example(writer: Writer, key: str) -> Example:
    """Return an example as it is written."""
    file, text = writer.t(f"{key}.file"), writer.t(f"{key}.text").strip("\n")
    return Example(file, text)
