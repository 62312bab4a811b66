"""What is published as data: each dataset with its files, how many rows it has and when it changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from site_builder.changes.history import History
from site_builder.export.plans.plans_json import PATH as PLANS
from site_builder.export.tables.csv_cells import EXCEL, RFC_4180
from site_builder.foundation.language.phrases import long_date
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls

# The files of the content that each dataset is made of, after `content/`.
SOURCES = {
    "plans": "(?!accessibility|published|questions|redirects|search_words|waivers).*",
    "interventions": "plans/[^/]+/interventions/.*",
    "responsibilities": "(plans/[^/]+/interventions|organizations)/.*",
    "references": "plans/[^/]+/interventions/.*",
    "follow_ups": "follow_ups/.*",
    "follow_up_standings": "(follow_ups|organizations|plans/[^/]+/interventions)/.*",
    "indicators": "plans/[^/]+/indicators/.*",
    "carries_out": "plans/[^/]+/(focus_areas|interventions)/.*",
    "drafts": "plans/[^/]+/drafts.*",
    "decisions": "decisions.*",
    "public_versions": "public_versions.*",
}


class Form(Struct, frozen=True):
    """A form that a dataset has: its key in the catalogue of words, the path of its file and the kind of that file."""

    key: str
    path: str
    media_type: str


FORMS = (
    Form("json", PLANS.replace("plans", "{}"), "application/json"),
    Form("excel", f"{EXCEL.folder}{{}}.csv", "text/csv"),
    Form("comma", f"{RFC_4180.folder}{{}}.csv", "text/csv"),
)
WORKBOOK = Form("workbook", "", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
# The workbook that shows a dataset to readers, laid out for the eye: its rows are not those of the table.
WORKBOOKS = {"responsibilities": "ansvarsmatris", "follow_up_standings": "uppfoljning"}


class Words(Struct, frozen=True):
    """The same in the language of the site and in English."""

    own: str
    en: str


class Distribution(Struct, frozen=True):
    """A file of a dataset."""

    form: Form
    path: str
    description: Words
    size: int


class Dataset(Struct, frozen=True):
    """A dataset; `rows` is None where it is no table, `changed` where the day is not known."""

    name: str
    title: Words
    description: Words
    distributions: tuple[Distribution, ...]
    rows: int | None
    changed: date | None


def datasets(artifacts: Iterable[Artifact], history: History, strings: Strings) -> tuple[Dataset, ...]:
    """Return every dataset among the files that are published."""
    files = {artifact.path: artifact for artifact in artifacts}
    return tuple(_dataset(name, files, history, strings) for name in SOURCES)


def file_facts(found: Iterable[Dataset], strings: Strings) -> Mapping[str, str]:
    """Return what a reader is told of each file beside its name, by its path: rows of a table, and the day if known."""
    return {item.path: told for each in found for item in each.distributions if (told := _told(each, item, strings))}


def _dataset(name: str, files: Mapping[str, Artifact], history: History, strings: Strings) -> Dataset:
    there = tuple(_distributions(name, files, strings))
    sources = re.compile(f"content/{SOURCES[name]}")
    return Dataset(
        name,
        words(f"data.datasets.{name}.title", strings),
        words(f"data.datasets.{name}.description", strings),
        there,
        files[there[0].path].rows,
        history.latest_day(path for path in history.days if sources.fullmatch(path)),
    )


def _distributions(name: str, files: Mapping[str, Artifact], strings: Strings) -> Iterator[Distribution]:
    for form, path in _forms(name):
        if path in files:
            yield Distribution(form, path, words(f"data.forms.{form.key}", strings), len(files[path].data))


def _forms(name: str) -> Iterator[tuple[Form, str]]:
    """Yield the forms that a dataset may have, each with the path of its file."""
    yield from ((form, form.path.format(name)) for form in FORMS)
    if name in WORKBOOKS:
        yield WORKBOOK, urls.sheet(WORKBOOKS[name])


def words(key: str, strings: Strings) -> Words:
    """Return words that the catalogue has in both languages."""
    return Words(strings(f"{key}.own"), strings(f"{key}.en"))


def _told(dataset: Dataset, item: Distribution, strings: Strings) -> str:
    parts = []
    if dataset.rows is not None and item.form is not WORKBOOK:
        parts.append(strings("data.row") if dataset.rows == 1 else strings("data.rows", n=dataset.rows))
    if dataset.changed:
        parts.append(strings("data.changed", day=long_date(dataset.changed)))
    return ", ".join(parts)
