"""How an area is recognised: its number, its name and its colour together, the same on every page."""

from markupsafe import Markup

from schema.plan import FocusArea
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.render.context import Writer
from site_builder.render.links import Link
from site_builder.render.shared.parts import area_title
from site_builder.render.shared.table import Cell, text

COLOURS = 6  # as many as the style sheet has; a plan with more areas begins again


def area_css(number: str) -> str:
    """Return the class that gives an area its colour."""
    return f"omr-{(int(number) - 1) % COLOURS + 1}"


def area_mark(number: str) -> Markup:
    """Return the number on its colour. The style sheet draws it, since the words beside it say the number already."""
    return Markup('<span class="omr {}" data-nr="{}"></span>').format(area_css(number), number)


def area_link(writer: Writer, content: PlanContent, area: FocusArea) -> Link:
    """Return a link to an area's page under its number and name."""
    return writer.link(urls.area(content.plan.value, area.number), area_title(content, area))


def area_cell(writer: Writer, content: PlanContent, area: FocusArea) -> Cell:
    """Return an area as a cell of a table: its mark and its link."""
    return text(area_mark(area.number), area_link(writer, content, area), joined=True)
