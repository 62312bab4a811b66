"""A plan's target categories as the slices of a cylinder, in their order, with the interventions aimed at each."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.etree.ElementTree import Element

from schema.choices import ModelPicture
from schema.intervention import Intervention
from schema.plan import TargetCategory
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.names.short_names import short_name
from site_builder.render.shared.parts import intervention_link
from site_builder.render.shared.picture import NARROW, Picture, in_two_widths, link, shape, words
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import PlanWriter

SIDE, CURVE = 4, 16  # how far in the cylinder begins, and how much its discs lean towards the reader
ACROSS, BOX = 6, 28  # numbers beside each other, and how high their boxes are
NAMED, LETTER, SMALL = 2, 6.7, 15  # names beside each other, how wide their letters are, and from line to line
GAP = 6  # pixels between two boxes


def interventions_for(content: PlanContent, category: TargetCategory) -> list[Intervention]:
    """Return the interventions aimed at a category, in official order."""
    return [record.value for record in content.holding if category.id in record.value.target_categories]


def has_category_picture(content: PlanContent) -> bool:
    """Tell whether the plan has categories and a starting point that says that they are a cylinder."""
    drawn = any(record.value.picture is ModelPicture.CYLINDER for record in content.starting_points)
    return drawn and bool(content.plan.value.target_categories)


def category_picture(writer: PlanWriter) -> Picture:
    """Return the picture of the categories: with the interventions' numbers, and their names where there is room."""
    return in_two_widths(lambda width: _drawn(writer, width))


def _drawn(writer: PlanWriter, width: int) -> Picture:
    plan = writer.plan
    slices = [(category, interventions_for(writer.content, category)) for category in plan.target_categories]
    children = [shape("ellipse", "lid", cx=width / 2, cy=CURVE + 2, rx=width / 2 - SIDE, ry=CURVE)]
    top = CURVE + 2
    for category, interventions in slices:
        made, foot = _slice(writer, (category, interventions), top, width)
        children += made
        top = foot
    down = top + CURVE + 2
    told = ", ".join(f"{category.name}: {len(interventions)}" for category, interventions in slices)
    return Picture(
        id="bild-kategorier",
        title=writer.t("pictures.categories.title", measures=capital(plan.terms.measure.plural)),
        description=writer.t("pictures.categories.description", measures=plan.terms.measure.plural, counts=told),
        width=width,
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
    name = writer.link(urls.category(writer.plan, category.id), category.name)
    aimed = (intervention_link(writer, one) for one in interventions_for(writer.content, category))
    return text(name), Cell(tuple(aimed) or (_none(writer),))


def _none(writer: PlanWriter) -> str:
    return writer.t("pictures.categories.none", measures=writer.plan.terms.measure.plural)


def _slice(
    writer: PlanWriter, what: tuple[TargetCategory, Sequence[Intervention]], top: int, width: int
) -> tuple[list[Element], int]:
    """Return a slice, with its side, its name and its interventions, and where it ends."""
    category, interventions = what
    first = top + CURVE + 22
    name = writer.link(urls.category(writer.plan, category.id), category.name, category.name)
    room = shape("rect", "hit", x=width / 2 - 80, y=first - 19, width=160, height=27, rx=4)
    inside = [link(name, (room, words(category.name, width / 2, first, "heading", "middle")))]
    down = first + 12
    if not interventions:
        inside.append(words(_none(writer), width / 2, first + 26, anchor="middle"))
        down += BOX + GAP
    across = ACROSS if width == NARROW else NAMED
    for place in range(0, len(interventions), across):
        boxes, high = _row_of_boxes(writer, interventions[place : place + across], down, width)
        inside += boxes
        down += high + GAP
    foot = down + CURVE - 12
    half, right = width / 2 - SIDE, width - SIDE
    arc, back = f"A{half:g} {CURVE} 0 0 0 {right} {top}", f"A{half:g} {CURVE} 0 0 1 {SIDE} {foot}"
    return [shape("path", "slice", d=f"M{SIDE} {top}{arc}V{foot}{back}Z"), *inside], foot


def _row_of_boxes(
    writer: PlanWriter, interventions: Sequence[Intervention], top: int, width: int
) -> tuple[list[Element], int]:
    """Return boxes beside each other, and how high they are: with numbers, or with names where there is room."""
    across = ACROSS if width == NARROW else NAMED
    step = (width - 2 * SIDE - 3 * GAP) / across
    wide = step - GAP
    told = [f"{one.number} {short_name(one)}" for one in interventions]
    texts = [
        [one.number] if width == NARROW else wrap(name, int((wide - 16) / LETTER))
        for one, name in zip(interventions, told, strict=True)
    ]
    high = BOX + SMALL * (max(map(len, texts)) - 1)
    boxes = []
    for place, (one, name, text_lines) in enumerate(zip(interventions, told, texts, strict=True)):
        middle = width / 2 + (place - (len(told) - 1) / 2) * step
        named = writer.link(urls.intervention(writer.plan, one.number), one.number, name)
        box = shape("rect", "box", x=middle - wide / 2, y=top, width=wide, height=high, rx=4)
        boxes.append(link(named, (box, *_in_box(text_lines, middle, wide, top + 19))))
    return boxes, high


def _in_box(texts: Sequence[str], middle: float, wide: float, down: int) -> Iterator[Element]:
    """Yield a number in the middle of its box, or a name from its left."""
    if wide < NARROW / 2:
        yield words(texts[0], middle, down, anchor="middle")
        return
    for place, line in enumerate(texts):
        yield words(line, middle - wide / 2 + 8, down + place * SMALL, "name")
