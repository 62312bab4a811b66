"""A plan's target categories as the slices of a cylinder, in their order, with the interventions aimed at each."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from schema.choices import ModelPicture
from schema.intervention import Intervention
from schema.plan import TargetCategory
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.names.short_names import short_name
from site_builder.render.shared.picture import NARROW, Picture, link, shape, words
from site_builder.render.shared.table import Cell, Part, Table, simple, text
from site_builder.render.writer import PlanWriter

LEFT, RIGHT, CURVE = 4, NARROW - 4, 16  # the sides of the cylinder, and how much its discs lean towards the reader
ACROSS, STEP, ROW = 6, 50, 34  # interventions beside each other, and the steps to the next one and the next row


def interventions_for(content: PlanContent, category: TargetCategory) -> list[Intervention]:
    """Return the interventions aimed at a category, in official order."""
    return [record.value for record in content.holding if category.id in record.value.target_categories]


def has_category_picture(content: PlanContent) -> bool:
    """Tell whether the plan has categories and a starting point that says that they are a cylinder."""
    drawn = any(record.value.picture is ModelPicture.CYLINDER for record in content.starting_points)
    return drawn and bool(content.plan.value.target_categories)


def category_picture(writer: PlanWriter) -> Picture:
    """Return the picture of the categories."""
    plan = writer.plan
    slices = [(category, interventions_for(writer.content, category)) for category in plan.target_categories]
    children = list[Element]()
    children.append(shape("ellipse", "lid", cx=NARROW / 2, cy=CURVE + 2, rx=(RIGHT - LEFT) / 2, ry=CURVE))
    top = CURVE + 2
    for category, measures in slices:
        foot = top + 2 * CURVE + 22 + ROW * max(1, -(-len(measures) // ACROSS))
        children += _slice(writer, (category, measures), top, foot)
        top = foot
    down = top + CURVE + 2
    told = ", ".join(f"{category.name}: {len(measures)}" for category, measures in slices)
    return Picture(
        id="bild-kategorier",
        title=writer.t("pictures.categories.title", measures=capital(plan.terms.measure.plural)),
        description=writer.t("pictures.categories.description", measures=plan.terms.measure.plural, counts=told),
        width=NARROW,
        height=down,
        children=tuple(children),
        caption=writer.t("pictures.categories.caption", measures=capital(plan.terms.measure.plural)),
        css="picture-categories",
        has_links=True,
    )


def category_table(writer: PlanWriter) -> Table:
    """Return what the picture shows as a table."""
    noun = writer.plan.terms.measure
    columns = [writer.t("pictures.categories.column"), capital(noun.plural)]
    rows = (_row(writer, category) for category in writer.plan.target_categories)
    return simple(urls.table("kategorier"), writer.t("pictures.categories.table", measures=noun.plural), columns, rows)


def _row(writer: PlanWriter, category: TargetCategory) -> tuple[Cell, ...]:
    plan, parts = writer.plan, list[Part]()
    for intervention in interventions_for(writer.content, category):
        parts += [", "] if parts else []
        parts.append(writer.link(urls.intervention(plan, intervention.number), intervention.number, intervention.title))
    name = writer.link(urls.category(plan, category.id), category.name)
    return text(name), Cell(tuple(parts) or (_none(writer),), joined=True)


def _none(writer: PlanWriter) -> str:
    return writer.t("pictures.categories.none", measures=writer.plan.terms.measure.plural)


def _slice(
    writer: PlanWriter, what: tuple[TargetCategory, Sequence[Intervention]], top: int, foot: int
) -> Iterator[Element]:
    """Yield a slice: its side, its name and its interventions."""
    category, interventions = what
    half = (RIGHT - LEFT) / 2
    arc, back = f"A{half:g} {CURVE} 0 0 0 {RIGHT} {top}", f"A{half:g} {CURVE} 0 0 1 {LEFT} {foot}"
    yield shape("path", "slice", d=f"M{LEFT} {top}{arc}V{foot}{back}Z")
    name = writer.link(urls.category(writer.plan, category.id), category.name, category.name)
    first = top + CURVE + 22
    room = shape("rect", "hit", x=NARROW / 2 - 80, y=first - 19, width=160, height=27, rx=4)
    yield link(name, (room, words(category.name, NARROW / 2, first, "heading", "middle")))
    if not interventions:
        yield words(_none(writer), NARROW / 2, first + 26, anchor="middle")
    for place, intervention in enumerate(interventions):
        in_row = min(ACROSS, len(interventions) - place // ACROSS * ACROSS)
        x = NARROW / 2 + (place % ACROSS - (in_row - 1) / 2) * STEP
        y = first + 12 + place // ACROSS * ROW
        target = urls.intervention(writer.plan, intervention.number)
        named = writer.link(target, intervention.number, f"{intervention.number} {short_name(intervention)}")
        box = shape("rect", "box", x=x - 22, y=y, width=44, height=28, rx=4)
        yield link(named, (box, words(intervention.number, x, y + 19, anchor="middle")))
