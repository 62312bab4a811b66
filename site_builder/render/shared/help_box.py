"""Help for those who need it now, on the pages where they may be: said to be no part of any plan."""

from markupsafe import Markup
from msgspec import Struct

from schema.site import HelpLine
from site_builder.render.links import Link
from site_builder.render.writer import Writer


class HelpItem(Struct, frozen=True):
    """Where to turn with one thing. Without an address that somebody has tried, the name is no link."""

    name: Link | str
    text: Markup
    phone: Link | None


def help_items(writer: Writer) -> tuple[HelpItem, ...]:
    """Return the help that the writer's page has: the start page all of it."""
    site = writer.context.at("")
    lines = (record.value for record in writer.context.index.help)
    here = (line for line in lines if not writer.address or writer.address in _addresses(site, line))
    return tuple(_item(writer, line) for line in here)


def _addresses(site: Writer, line: HelpLine) -> set[str]:
    return {site.target(written).address for written in line.on}


def _item(writer: Writer, line: HelpLine) -> HelpItem:
    name = Link(line.title, line.link) if line.link and line.verified else line.title
    return HelpItem(name, writer.words(line.text), Link(line.phone, f"tel:{line.phone}") if line.phone else None)
