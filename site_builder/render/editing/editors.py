"""The one entry to what only editors need: the guide, the fields and the checks, which no reader has to pass by."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.writer import Writer

PAGES = ("om/redigera", "om/recept", "om/falt", "om/kontroller")


class EditorsView(Struct, frozen=True):
    """What the template of the entry shows."""

    lead: str
    pages: tuple[Link, ...]


def editors_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page that leads to the editors' pages; a guide is hand-written, and a site may be without."""
    lead = writer.t("site.editors-lead")
    targets = writer.context.index.targets
    found = (targets["page", name] for name in map(urls.named, PAGES) if ("page", name) in targets)
    links = (writer.link(target.address, target.title or writer.t(target.words)) for target in found)
    yield writer.page(
        "editing/editors.html.j2",
        lambda: EditorsView(lead, tuple(links)),
        title=writer.t("site.pages.redaktorer"),
        description=lead,
        sources=(spoken().words_file("site"),),
        parent=urls.site_page("om") if ("page", urls.named("om")) in targets else "",
    )
