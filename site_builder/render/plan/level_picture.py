"""The levels of a model as a pyramid: the widest at the bottom, and those with a mark stand out."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from xml.etree.ElementTree import Element

from schema.plan import Level
from site_builder.foundation.language.phrases import enumeration
from site_builder.render.shared.picture import LINE, Picture, group, in_two_widths, lines, shape
from site_builder.render.writer import Writer

TOP = 0.47  # of its width: how wide the pyramid is where it is cut off
LETTER = 7.6  # pixels: how wide a letter is, roughly; a line is broken where the pyramid gets too narrow for it
SPACE = 12  # above and below the text of a level


def level_picture(writer: Writer, identity: str, title: str, levels: Sequence[Level]) -> Picture:
    """Return the picture of levels, which come from the bottom and up."""
    return in_two_widths(lambda width: _drawn(writer, identity, title, levels, width))


def _drawn(writer: Writer, identity: str, title: str, levels: Sequence[Level], width: int) -> Picture:
    blocks = [_texts(level, place / len(levels), width) for place, level in enumerate(reversed(levels))]
    heights = [LINE * sum(map(len, block)) + 2 * SPACE for block in blocks]
    return Picture(
        id=f"bild-{identity}",
        title=title,
        description=writer.t("pictures.levels.description", levels=enumeration([_named(level) for level in levels])),
        width=width,
        height=sum(heights) + 4,
        children=tuple(_levels(list(reversed(levels)), blocks, heights, width)),
        caption=writer.t("pictures.levels.caption"),
        css="picture-levels",
    )


def _named(level: Level) -> str:
    return f"{level.title} ({level.mark})" if level.mark else level.title


def _texts(level: Level, down: float, width: int) -> tuple[list[str], list[str], list[str]]:
    """Return the lines of a level's title, text and mark, for where the pyramid is so far down."""
    room = int(width * (TOP + (1 - TOP) * down) / LETTER)
    return wrap(level.title, room - 1), wrap(level.text, room), wrap(level.mark or "", room - 1)


def _levels(
    levels: Sequence[Level],
    blocks: Sequence[tuple[list[str], list[str], list[str]]],
    heights: Sequence[int],
    width: int,
) -> Iterator[Element]:
    """Yield each level, from the top."""
    whole, top = sum(heights), 2
    for level, (titles, texts, mark), height in zip(levels, blocks, heights, strict=True):
        first = top + SPACE + LINE - 4
        yield group(
            (
                _side(top, height, whole, width),
                *lines(titles, width / 2, first, "heading", "middle"),
                *lines(texts, width / 2, first + LINE * len(titles), anchor="middle"),
                *lines(mark, width / 2, first + LINE * (len(titles) + len(texts)), "mark", "middle"),
            ),
            "level marked" if level.mark else "level",
        )
        top += height


def _side(top: int, height: int, whole: int, width: int) -> Element:
    upper, lower = (_half(down - 2, whole, width) for down in (top, top + height))
    middle, foot = width / 2, top + height
    corners = ((middle - upper, top), (middle + upper, top), (middle + lower, foot), (middle - lower, foot))
    return shape("polygon", points=" ".join(f"{x:.1f},{y}" for x, y in corners))


def _half(down: int, whole: int, width: int) -> float:
    """Return half of how wide the pyramid is, some way down."""
    narrowest = TOP * width
    return (narrowest + (width - 4 - narrowest) * down / whole) / 2
