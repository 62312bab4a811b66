"""The connections inside a plan as arcs beside a column of interventions, by area.

Those that name each other are joined on the right, with an arrow at both ends; on the left a line goes from a dot, at
the one that names, to an arrow, at the one that is named. A link holds copies of its own lines, which the style sheet
shows while the link has the pointer or the focus: no script is needed.

It is drawn for a wide screen, where boxes hold names. Where there is less room the style sheet makes the boxes as
narrow as a number, moves in what stands to the right of them and cuts the rest away: one drawing for both.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from textwrap import shorten
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.names.short_names import short_name
from site_builder.render.shared.area_mark import area_css
from site_builder.render.shared.parts import interventions_by_area
from site_builder.render.shared.picture import LINE, Picture, group, link, shape, words
from site_builder.render.writer import PlanWriter, Writer

MOST = 60  # interventions in a picture that can still be read
ROW, LEFT, WIDE = 30, 121, 396  # from one box to the next, where they begin, and how wide they are with names
LETTERS, BOLD = 62, 64  # how many have room in a box, and in the name of an area
DEEPEST = 154  # how far out the handles of the longest arc are: it reaches three quarters of that


class Arc(Struct, frozen=True):
    """A line between two interventions, as their numbers. `is_mutual` if each names the other."""

    origin: str
    target: str
    is_mutual: bool

    @property
    def side(self) -> int:
        """Return 1 for the right side and -1 for the left."""
        return 1 if self.is_mutual else -1


def arcs_of(pairs: Sequence[tuple[str, str]]) -> tuple[Arc, ...]:
    """Return a line for each pair of numbers; two that name each other get one line together."""
    stated, made = set(pairs), dict[frozenset[str], Arc]()
    for origin, target in dict.fromkeys(pairs):
        made.setdefault(frozenset((origin, target)), Arc(origin, target, (target, origin) in stated))
    return tuple(made.values())


def connections_picture(writer: PlanWriter, arcs: Sequence[Arc]) -> Picture:
    """Return the picture of the connections inside a plan."""
    terms = writer.plan.terms
    places, areas = _places(writer.content)
    foot = max((*places.values(), *areas.values())) + ROW
    mutual = sum(arc.is_mutual for arc in arcs)
    names = {"measures": terms.measure.plural, "measure": terms.measure.indefinite, "area": terms.area.indefinite}
    told = writer.t("pictures.connections.description", mutual=mutual, oneway=len(arcs) - mutual, **names)
    return Picture(
        id="bild-kopplingar",
        title=writer.t("pictures.connections.title", **names),
        description=told,
        width=2 * LEFT + WIDE,
        height=foot + 2 * LINE + 6,
        children=(
            *_lines(arcs, places, foot),
            *_areas(writer.content, areas),
            *_nodes(writer, arcs, places),
            *_legend(writer, foot),
        ),
        caption=writer.t("pictures.connections.caption", **names),
        css="picture-connections",
        has_links=True,
        is_cut=True,
    )


def _places(content: PlanContent) -> tuple[dict[str, int], dict[str, int]]:
    """Return how far down each intervention and the name of each area stands."""
    places, areas, down = dict[str, int](), dict[str, int](), 0
    by_area = interventions_by_area(content.holding)
    for area in content.areas:
        areas[area.value.number] = down = down + ROW - 6
        for record in by_area.get(area.value.number, ()):
            places[record.value.number] = down = down + ROW
        down += 6
    return places, areas


def _lines(arcs: Sequence[Arc], places: Mapping[str, int], foot: int) -> Iterator[Element]:
    for is_mutual in (True, False):
        found = ((place, arc) for place, arc in enumerate(arcs) if arc.is_mutual is is_mutual)
        made = (
            shape("path", id=_id(place), d=_path(arc, places[arc.origin], places[arc.target], foot))
            for place, arc in found
        )
        yield group(made, f"lines {'mutual' if is_mutual else 'one-way'}")


def _id(place: int) -> str:
    return f"bild-koppling-{place}"


def _path(arc: Arc, start: int, end: int, longest: int) -> str:
    """Return the line with its ends: an arrow at the one that is named, at both if each names the other, else a dot.

    The root of how far a line goes spreads short ones, of which there are most.
    """
    side = arc.side
    edge = LEFT + WIDE + 3 if arc.is_mutual else LEFT - 3
    out = edge + side * (20 + (DEEPEST - 20) * sqrt(abs(end - start) / longest))
    curve = f"M{edge:g} {start}C{out:.1f} {start} {out:.1f} {end} {edge:g} {end}"
    dot = f"M{edge + 3:g} {start}a3 3 0 1 1-6 0a3 3 0 1 1 6 0"
    return curve + _arrow(edge, end, side) + (_arrow(edge, start, side) if arc.is_mutual else dot)


def _arrow(edge: float, down: int, side: int) -> str:
    return f"M{edge + side * 9:g} {down - 5}L{edge:g} {down}L{edge + side * 9:g} {down + 5}"


def _areas(content: PlanContent, areas: Mapping[str, int]) -> Iterator[Element]:
    word = capital(content.plan.value.terms.area.indefinite)
    for area in (record.value for record in content.areas):
        name = f": {short_name(area)}"
        yield _named(f"{word} {area.number}", name, areas[area.number], BOLD, f"heading {area_css(area.number)}")


def _nodes(writer: PlanWriter, arcs: Sequence[Arc], places: Mapping[str, int]) -> Iterator[Element]:
    for record in writer.content.holding:
        number, down = record.value.number, places[record.value.number]
        target = writer.link(urls.intervention(writer.plan, number), number, f"{number} {short_name(record.value)}")
        own = [(place, arc) for place, arc in enumerate(arcs) if number in (arc.origin, arc.target)]
        near = [arc.target if arc.origin == number else arc.origin for _, arc in own]
        copies = (shape("use", _way(arc, number), href=f"#{_id(place)}") for place, arc in own)
        marks = (_box(places[other], "neighbour") for other in near)
        label = _named(number, f" {short_name(record.value)}", down, LETTERS)
        yield link(target, (_box(down, "box"), label, group((*copies, *marks), "own-lines")))


def _named(number: str, name: str, down: int, letters: int, css: str = "") -> Element:
    """Return a number with the name that only a wide screen shows, as much of it as there is room for."""
    made = words(number, LEFT + 8, down + 5, css)
    shown = shorten(number + name, letters, placeholder=" …").removeprefix(number)
    SubElement(made, "tspan", {"class": "name"}).text = shown
    return made


def _way(arc: Arc, number: str) -> str:
    if arc.is_mutual:
        return "both-ways"
    return "from" if arc.origin == number else "to"


def _box(down: int, css: str) -> Element:
    return shape("rect", css, x=LEFT, y=down - 14, width=WIDE, height=28, rx=4)


def _legend(writer: Writer, foot: int) -> Iterator[Element]:
    """Yield the two kinds of line as they are drawn, each with the words for it."""
    first, second = foot + 4, foot + 6 + LINE
    dot, arrow = (
        f"M10 {first}a3 3 0 1 1-6 0a3 3 0 1 1 6 0",
        f"M13 {second - 5}L4 {second}H10M4 {second}L13 {second + 5}",
    )
    for css, down, begins in (("one-way", first, dot), ("mutual", second, arrow)):
        line = f"M10 {down}H42M33 {down - 5}L42 {down}L33 {down + 5}{begins}"
        yield group((shape("path", d=line),), f"legend {css}")
    yield words(writer.t("pictures.connections.one-way"), 52, first + 5)
    yield words(writer.t("pictures.connections.mutual"), 52, second + 5)
