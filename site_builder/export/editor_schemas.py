"""One JSON Schema for each kind of content file, so that an editor's tools can help while the file is written."""

from collections.abc import Iterator

from site_builder.export.json_schema import schema_file
from site_builder.foundation.page import Artifact
from site_builder.reading.layout import FILE_KINDS


def editor_schemas() -> Iterator[Artifact]:
    """Yield the schema of every kind of file, `data/schema/<kind>.schema.json`."""
    for kind in FILE_KINDS:
        path = f"data/schema/{kind.kind}.schema.json"
        yield schema_file(kind.list_model or kind.model, path, "validation")
