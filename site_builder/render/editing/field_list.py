"""Every field of every kind of file with its Swedish meaning: documentation for those who edit."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.editing.fields import FieldGroup, Parts, file_groups
from site_builder.render.writer import Writer


class FieldListView(Struct, frozen=True):
    """What the template of the fields shows."""

    lead: str
    files: tuple[FieldGroup, ...]
    parts: tuple[FieldGroup, ...]


def field_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of all fields: those of each kind of file, and of the parts that stand in several."""
    lead = writer.t("fields.lead")
    yield writer.page(
        "editing/field_list.html.j2",
        lambda: _view(writer, lead),
        title=writer.t("site.pages.falt"),
        description=lead,
        sources=(spoken().words_file("fields"),),
        parent=urls.site_page(urls.EDITORS),
    )


def _view(writer: Writer, lead: str) -> FieldListView:
    parts = Parts()
    files = tuple(replace(group, title=writer.t(f"fields.files.{group.title}")) for group in file_groups(parts))
    return FieldListView(lead, files, parts.groups())
