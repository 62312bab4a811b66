"""How an area is recognised: its number, its name and its colour together, the same on every page."""

from markupsafe import Markup

from schema.plan import FocusArea
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.parts import area_title
from site_builder.render.shared.table import Cell, text
from site_builder.render.writer import PlanWriter, Writer

COLOURS = 6  # as many as the style sheet has; a plan with more areas begins again


def area_css(number: str) -> str:
    """Return the class that gives an area its colour."""
    return f"hue-{(int(number) - 1) % COLOURS + 1}"


def area_mark(number: str) -> Markup:
    """Return the number on its colour. The style sheet draws it, since the words beside it say the number already."""
    return Markup('<span class="area-mark {}" data-number="{}"></span>').format(area_css(number), number)


def area_edge(writer: Writer, plan: str, number: str) -> Markup:
    """Return an edge in the colour of the area that a measure is in, with the area's name for listeners.

    It stands before the measure's link. The name is the label of a picture, so that no text of a page holds it once
    more. Of a measure in an area that is not there, as one that a change took away, nothing is told.
    """
    area = number.partition(":")[0]
    target = writer.context.index.targets.get(("area", f"{plan}/{area}"))
    if not target:
        return Markup("")
    edge = Markup('<span class="area-edge {}" role="img" aria-label="{}"></span>')
    return edge.format(area_css(area), capital(target.title))


def area_link(writer: PlanWriter, area: FocusArea) -> Link:
    """Return a link to an area's page under its number and name."""
    return writer.link(urls.area(writer.plan, area.number), area_title(writer.content, area))


def area_cell(writer: PlanWriter, area: FocusArea) -> Cell:
    """Return an area as a cell of a table: its mark and its link."""
    return text(area_mark(area.number), area_link(writer, area), joined=True)
