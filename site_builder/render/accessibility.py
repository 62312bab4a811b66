"""The accessibility statement that Swedish law asks of every public site, with the findings of the latest trial."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.choices import AuditKind
from schema.finished_site import Accessibility
from schema.site import Site
from site_builder.foundation.language.phrases import enumeration, figure, long_date
from site_builder.foundation.page import Page
from site_builder.render.links import Link
from site_builder.render.writer import Writer

FILE = "content/accessibility.yaml"
COMPLAINT = "https://www.digg.se/tdosanmalan"


class FoundLine(Struct, frozen=True):
    """A rule that is broken, and where."""

    words: str
    rule: str
    pages: tuple[Link, ...]


class AccessibilityView(Struct, frozen=True):
    """What the template of the statement shows. `tested` is empty where nothing has been tried."""

    lead: str
    sender: Link
    status: Markup
    found: tuple[FoundLine, ...]
    known: tuple[Markup, ...]
    tested: str
    trials: tuple[str, ...]
    tools: str
    contact: Link
    complaint: Link


def accessibility_pages(writer: Writer) -> Iterator[Page]:
    """Yield the statement; a site without a sender has none."""
    if writer.context.index.site is None:
        return
    site = writer.context.index.site.value
    lead = writer.t("accessibility.lead", sender=site.sender.name, site=site.name)
    yield writer.page(
        "accessibility.html.j2",
        lambda: _view(writer, site, lead),
        title=writer.t("site.pages.tillganglighet"),
        description=lead,
        sources=(FILE,) if writer.context.index.accessibility else (writer.context.index.site.source.path,),
        parent="",
    )


def _view(writer: Writer, site: Site, lead: str) -> AccessibilityView:
    record = writer.context.index.accessibility
    trial = record.value if record else None
    return AccessibilityView(
        lead=lead,
        sender=Link(site.sender.name, site.sender.url),
        status=_status(writer, trial, bool(site.known_barriers)),
        found=tuple(_found(writer, trial)) if trial else (),
        known=tuple(writer.prose(text) for text in site.known_barriers),
        tested=writer.t("accessibility.tested", day=long_date(trial.tested), pages=trial.pages) if trial else "",
        trials=tuple(_trials(writer, trial)) if trial else (),
        tools=enumeration([f"{tool.name} {tool.version}" for tool in trial.tools]) if trial else "",
        contact=Link(site.contact, f"mailto:{site.contact}"),
        complaint=Link(writer.t("accessibility.complaint-link"), COMPLAINT),
    )


def _status(writer: Writer, trial: Accessibility | None, known: bool) -> Markup:
    """Return how far the law is followed, as far as anybody can tell."""
    key = "untried" if trial is None else "faults" if trial.findings or known else "clean"
    return writer.words(writer.t(f"accessibility.status-{key}"))


def _found(writer: Writer, trial: Accessibility) -> Iterator[FoundLine]:
    for finding in trial.findings:
        kind = writer.t(f"accessibility.kinds.{finding.kind}.name")
        pages = tuple(writer.link(page.removeprefix("/"), page) for page in finding.pages)
        yield FoundLine(kind, finding.rule, pages)


def _trials(writer: Writer, trial: Accessibility) -> Iterator[str]:
    made = {check.kind: check.cases for check in trial.checks}
    for kind in AuditKind:
        if kind in made:
            yield writer.t(f"accessibility.kinds.{kind}.tried", cases=figure(made[kind]))
