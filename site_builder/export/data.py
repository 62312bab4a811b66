"""The published data files: everything below `data/`."""

from collections.abc import Iterator

from site_builder.export.contract.plans_file import PlansFile
from site_builder.export.contract.values import model_of
from site_builder.export.editor_schemas import editor_schemas
from site_builder.export.json_schema import addressed, schema_file
from site_builder.export.plans.plans_json import plans_file, plans_json
from site_builder.export.tables.csv_cells import csv_files
from site_builder.export.tables.csvw import table_metadata
from site_builder.export.tables.tables import tables
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex


def artifacts(index: PlanIndex, strings: Strings, memory: Memory | None = None) -> Iterator[Artifact]:
    """Yield every data file of the site. The content is taken to be free of errors.

    `memory` knows the schemas, which depend on the program and the language alone until the site's address is put in.
    """
    base = index.site.value.url if index.site else ""
    plans = plans_file(index)
    yield plans_json(plans)
    for table in tables(plans):
        yield from csv_files(table)
        yield from table_metadata(table, strings)
    schemas = (memory or Memory()).recall("schemas", spoken().code, _schemas)
    yield from (addressed(path, schema, base) for path, schema in schemas)


def _schemas() -> tuple[tuple[str, bytes], ...]:
    files = (schema_file(model_of(PlansFile), "data/v1/plans.schema.json", "serialization"), *editor_schemas())
    return tuple((file.path, file.data) for file in files)
