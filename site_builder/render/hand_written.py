"""Hand-written pages: the same text, with references turned into links."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder import urls
from site_builder.page import Page
from site_builder.render.context import RenderContext


@dataclass(frozen=True)
class HandWrittenView:
    """What the template of a hand-written page shows."""

    body: Markup


def hand_written_pages(context: RenderContext) -> Iterator[Page]:
    """Yield every page of `docs/`; the first line with `# ` is its title, its first paragraph the description."""
    for source in context.index.hand_written:
        address = urls.hand_written(source.path)
        writer = context.at(address)
        title, body = split_title(source.text)
        description = next((block for block in body.split("\n\n") if block.strip()), title)
        yield writer.page(
            "hand_written.md.j2",
            HandWrittenView(writer.prose(body)),
            title=title,
            description=description,
            sources=(source.path,),
            parent=f"{address.rstrip('/').rpartition('/')[0]}/".lstrip("/") if address else None,
        )


def split_title(text: str) -> tuple[str, str]:
    """Return the title and what is below it."""
    lines = text.split("\n")
    place = next((number for number, line in enumerate(lines) if line.startswith("# ")), None)
    if place is None:
        return "", text
    return lines[place][2:].strip(), "\n".join([*lines[:place], *lines[place + 1 :]])
