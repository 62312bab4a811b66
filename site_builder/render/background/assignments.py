"""The page about assignments beside a plan, which are no part of it."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.background.parts import AssignmentLines, assignment_lines
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import paths_of
from site_builder.render.writer import PlanWriter


class AssignmentsView(Struct, frozen=True):
    """What the template of the assignments beside a plan shows."""

    lead: str
    differences: Differences
    assignments: tuple[AssignmentLines, ...]


def assignment_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of the assignments beside the plan. A background that cannot be read may have any."""
    record = writer.content.background
    lead = writer.t("background.assignments-lead", plan=writer.plan.short_title)
    yield writer.page(
        "background/assignments.html.j2",
        lambda: AssignmentsView(
            lead, differences_of(writer), tuple(assignment_lines(writer, record.value)) if record else ()
        ),
        title=writer.t(f"site.pages.{urls.ASSIGNMENTS}"),
        description=lead,
        sources=paths_of([record] if record else []),
        parent=urls.plan_start(writer.plan),
    )
