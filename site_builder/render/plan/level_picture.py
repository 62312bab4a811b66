"""The levels of a model as a pyramid: the widest at the bottom, and those with a mark stand out."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.etree.ElementTree import Element

from schema.plan import Level
from site_builder.foundation.language.phrases import enumeration
from site_builder.render.shared.picture import LINE, NARROW, Picture, group, lines, shape
from site_builder.render.writer import Writer

TOP = 150  # pixels: how wide the pyramid is where it is cut off
LETTER = 7.6  # pixels: how wide a letter is, roughly; a line is broken where the pyramid gets too narrow for it
SPACE = 12  # above and below the text of a level


def level_picture(writer: Writer, identity: str, title: str, levels: Sequence[Level]) -> Picture:
    """Return the picture of levels, which come from the bottom and up."""
    blocks = [_texts(level, place, len(levels)) for place, level in enumerate(reversed(levels))]
    heights = [LINE * sum(map(len, block)) + 2 * SPACE for block in blocks]
    return Picture(
        id=f"bild-{identity}",
        title=title,
        description=writer.t("pictures.levels.description", levels=enumeration([_named(level) for level in levels])),
        width=NARROW,
        height=sum(heights) + 4,
        children=tuple(_levels(list(reversed(levels)), blocks, heights)),
        caption=writer.t("pictures.levels.caption"),
        css="picture-levels",
    )


def _named(level: Level) -> str:
    return f"{level.title} ({level.mark})" if level.mark else level.title


def _texts(level: Level, place: int, levels: int) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of a level's title, text and mark."""
    room = int((TOP + (NARROW - TOP) * place / levels) / LETTER)
    return wrap(level.title, room - 1), wrap(level.text, room), wrap(level.mark or "", room - 1)


def _levels(
    levels: Sequence[Level], blocks: Sequence[tuple[list[str], list[str], list[str]]], heights: Sequence[int]
) -> Iterator[Element]:
    """Yield each level, from the top."""
    whole, top = sum(heights), 2
    for level, (titles, texts, mark), height in zip(levels, blocks, heights, strict=True):
        first = top + SPACE + LINE - 4
        yield group(
            (
                _side(top, height, whole),
                *lines(titles, NARROW / 2, first, "heading", "middle"),
                *lines(texts, NARROW / 2, first + LINE * len(titles), anchor="middle"),
                *lines(mark, NARROW / 2, first + LINE * (len(titles) + len(texts)), "mark", "middle"),
            ),
            "level marked" if level.mark else "level",
        )
        top += height


def _side(top: int, height: int, whole: int) -> Element:
    upper, lower = (_half(down - 2, whole) for down in (top, top + height))
    middle, foot = NARROW / 2, top + height
    corners = ((middle - upper, top), (middle + upper, top), (middle + lower, foot), (middle - lower, foot))
    return shape("polygon", points=" ".join(f"{x:.1f},{y}" for x, y in corners))


def _half(down: int, whole: int) -> float:
    """Return half of how wide the pyramid is, some way down."""
    return (TOP + (NARROW - 4 - TOP) * down / whole) / 2
