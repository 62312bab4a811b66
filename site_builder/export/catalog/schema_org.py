"""The data for search engines: each dataset with its files by schema.org (https://schema.org/Dataset)."""

from collections.abc import Iterable, Iterator

from schema.site import Site
from site_builder.export.catalog.dataset import Dataset
from site_builder.export.catalog.dcat import thing_address
from site_builder.export.rights import CC0
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning import urls


def schema_org(site: Site, datasets: Iterable[Dataset]) -> Iterator[dict[str, object]]:
    """Yield each dataset as the page of open data says it."""
    publisher = {"@type": "GovernmentOrganization", "name": site.sender.name, "url": site.sender.url}
    for dataset in datasets:
        said: dict[str, object] = {
            "@type": "Dataset",
            "@id": thing_address(site, dataset.name),
            "url": f"{site.url}{urls.site_page(urls.OPEN_DATA)}",
            "name": dataset.title.own,
            "description": dataset.description.own,
            "inLanguage": spoken().code,
            "isAccessibleForFree": True,
            "license": CC0,
            "creator": publisher,
            "publisher": publisher,
            "distribution": [_file(site, item.path, item.form.media_type) for item in dataset.distributions],
        }
        yield said | ({"dateModified": dataset.changed.isoformat()} if dataset.changed else {})


def _file(site: Site, path: str, media_type: str) -> dict[str, object]:
    return {"@type": "DataDownload", "contentUrl": f"{site.url}{path}", "encodingFormat": media_type}
