"""All that is published as data, with what readers, catalogues and search engines are told of it."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from site_builder.changes.history import History
from site_builder.export.catalog.dataset import datasets, file_facts
from site_builder.export.catalog.dcat import catalog_files
from site_builder.export.catalog.schema_org import schema_org
from site_builder.export.data import artifacts
from site_builder.export.sheets.data_files import data_sheets
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex


class OpenData(Struct, frozen=True):
    """The files; what a page says beside a link to each, by its path; and each dataset by schema.org."""

    artifacts: tuple[Artifact, ...]
    facts: Mapping[str, str]
    described: tuple[Mapping[str, object], ...]


def open_data(index: PlanIndex, as_of: date, history: History, strings: Strings, memory: Memory) -> OpenData:
    """Return the data of the content, which is free of errors, on a day. `memory` knows schemas and workbooks."""
    files = (*artifacts(index, strings, memory), *data_sheets(index, strings, as_of, memory))
    found = datasets(files, history, strings)
    facts = file_facts(found, strings)
    if index.site is None:
        return OpenData(files, facts, ())
    site = index.site.value
    return OpenData((*files, *catalog_files(site, found, strings)), facts, tuple(schema_org(site, found)))
