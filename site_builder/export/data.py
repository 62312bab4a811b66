"""The published data files: everything below `data/`."""

from collections.abc import Iterator

from site_builder.export.editor_schemas import editor_schemas
from site_builder.link import PlanIndex
from site_builder.page import Artifact


def artifacts(index: PlanIndex) -> Iterator[Artifact]:
    """Yield every data file of the site. The content is taken to be free of errors."""
    base = index.site.value.url if index.site else ""
    yield from editor_schemas(base)
