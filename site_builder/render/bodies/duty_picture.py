"""How much each body has to do: squares in a row for each role, filled for its own, hollow for what a group brings."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.etree.ElementTree import Element

from msgspec import Struct

from schema.choices import Role
from site_builder.meaning.body_duties import count_interventions
from site_builder.meaning.duty import Duty
from site_builder.render.shared.picture import LINE, NARROW, Picture, group, in_two_widths, lines, shape, words
from site_builder.render.writer import Writer

LEFT, SIDE, STEP = 22, 7, 9  # where squares begin, how large they are, and the step to the next one
NUMBER = 60  # pixels for the numbers after the squares
LETTER = 8.9  # pixels: how wide a letter of a name is, roughly
BESIDE = 250  # pixels for names where they stand beside the squares and not above them


class RoleCount(Struct, frozen=True):
    """In how many interventions a body has a role: by name, and through a group alone. They are never one figure."""

    role: Role
    own: int
    via: int

    @property
    def total(self) -> int:
        """How many squares there are."""
        return self.own + self.via


def role_counts(duties: Sequence[Duty]) -> tuple[RoleCount, ...]:
    """Return the counts of every role, in the order of the roles."""
    made = []
    for role in Role:
        own = count_interventions((duty for duty in duties if not duty.via), role)
        made.append(RoleCount(role, own, count_interventions(duties, role) - own))
    return tuple(made)


def numbers_apart(count: RoleCount) -> str:
    """Return both numbers of a role, that of groups in brackets as in the matrix; they are never one sum."""
    return f"{count.own} ({count.via})" if count.via else str(count.own)


def duty_picture(
    writer: Writer, anchor: str, kind: str, measures: str, bodies: Sequence[tuple[str, Sequence[Duty]]]
) -> Picture:
    """Return the picture of some bodies, by name; those without duties are left out."""
    return in_two_widths(lambda width: _drawn(writer, (anchor, kind, measures), bodies, width))


def _drawn(
    writer: Writer, words_of: tuple[str, str, str], bodies: Sequence[tuple[str, Sequence[Duty]]], width: int
) -> Picture:
    anchor, kind, measures = words_of
    beside = BESIDE if width > NARROW else 0
    counted = [(name, role_counts(duties)) for name, duties in bodies if duties]
    most = max(count.total for _, counts in counted for count in counts)
    scale = min(1, (width - beside - LEFT - NUMBER) / (STEP * most))
    children, down = list(_legend(writer)), 3 * LINE
    for name, counts in counted:
        row, height = _body(writer, wrap(name, int((beside or width) / LETTER)), counts, (beside, scale))
        children.append(group(row, "row", down=down))
        down += height
    return Picture(
        id=f"bild-{anchor}",
        title=writer.t("pictures.duties.title", kind=kind, measures=measures),
        description=writer.t("pictures.duties.description", measures=measures, n=len(counted)),
        width=width,
        height=down,
        children=tuple(children),
        caption=writer.t("pictures.duties.caption", measures=measures),
        css="picture-duties",
    )


def _legend(writer: Writer) -> Iterator[Element]:
    roles = (writer.t(f"site.roles.{role}.{word}") for role in Role for word in ("letter", "verb"))
    yield words(" · ".join(f"{letter} {verb}" for letter, verb in zip(roles, roles, strict=True)), 0, 14)
    for css, left in (("own", 0), ("via", 130)):
        yield shape("path", css, d=_square(left + 1, 8 + LINE, 1))
        yield words(writer.t(f"pictures.duties.{css}"), left + 14, 14 + LINE)


def _body(
    writer: Writer, name: Sequence[str], counts: Sequence[RoleCount], where: tuple[int, float]
) -> tuple[list[Element], int]:
    """Return what is drawn for one body, from its own top, and how high that is.

    `where` is how far in its squares begin, zero where they stand below its name, and their scale.
    """
    made, below = [*lines(name, 0, 14, "heading")], LINE * len(name)
    down = 0 if where[0] else below
    for count in counts:
        if count.total:
            made += _role(writer, count, down, where)
            down += LINE
    return made, max(down, below) + 12


def _role(writer: Writer, count: RoleCount, down: int, where: tuple[int, float]) -> Iterator[Element]:
    beside, scale = where
    left = beside + LEFT
    yield words(writer.t(f"site.roles.{count.role}.letter"), beside, down + 14)
    for css, first, last in (("own", 0, count.own), ("via", count.own, count.total)):
        squares = "".join(_square(left + place * STEP * scale, down + 6, scale) for place in range(first, last))
        if squares:
            yield shape("path", css, d=squares)
    yield words(numbers_apart(count), left + count.total * STEP * scale + 4, down + 14, "count")


def _square(left: float, top: int, scale: float) -> str:
    return f"M{left:.4g} {top}h{SIDE * scale:.3g}v{SIDE}h-{SIDE * scale:.3g}z"
