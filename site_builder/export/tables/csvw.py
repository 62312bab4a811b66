"""What is in each table, for programs: CSV on the Web (https://www.w3.org/TR/tabular-metadata/), beside each file."""

from collections.abc import Iterator

from site_builder.export.json_schema import as_json
from site_builder.export.rights import CC0
from site_builder.export.tables.csv_cells import DIALECTS, Dialect
from site_builder.export.tables.datatypes import column
from site_builder.export.tables.table import Table
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings


def table_metadata(table: Table, strings: Strings) -> Iterator[Artifact]:
    """Yield the description of a table's file in each dialect, where a program looks for it: `NAME-metadata.json`."""
    for dialect in DIALECTS:
        yield Artifact(f"{dialect.folder}{table.name}.csv-metadata.json", as_json(_metadata(table, dialect, strings)))


def _metadata(table: Table, dialect: Dialect, strings: Strings) -> dict[str, object]:
    return {
        "@context": ("http://www.w3.org/ns/csvw", {"@language": spoken().code}),
        "url": f"{table.name}.csv",
        "dc:license": {"@id": CC0},
        "dialect": {"delimiter": dialect.delimiter, "encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [column(table, name, dialect, strings) for name in table.columns]},
    }
