"""What a page is, for search engines: schema.org in JSON-LD (https://schema.org/, https://www.w3.org/TR/json-ld11/)."""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from schema.site import Site
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Page


def structured_data(
    page: Page, trail: Sequence[Page], site: Site, datasets: Sequence[Mapping[str, object]] = ()
) -> Markup:
    """Return the page, the way to it and the datasets that it tells of.

    `<` is written so that no text can end the script element.
    """
    graph = [_page(page, site), *([_breadcrumbs([*trail, page], site)] if trail else []), *datasets]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - JSON in which no element can begin or end


def _page(page: Page, site: Site) -> dict[str, object]:
    found: dict[str, object] = {
        "@type": "WebPage" if page.address else "WebSite",
        "@id": f"{site.url}{page.address}",
        "url": f"{site.url}{page.address}",
        "name": page.title,
        "description": page.description,
        "inLanguage": page.lang or spoken().code,
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "publisher": {"@type": "GovernmentOrganization", "name": site.sender.name, "url": site.sender.url},
    }
    return found | ({"dateModified": page.changed.isoformat()} if page.changed else {})


def _breadcrumbs(trail: Sequence[Page], site: Site) -> dict[str, object]:
    items = [
        {"@type": "ListItem", "position": place, "name": page.title, "item": f"{site.url}{page.address}"}
        for place, page in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
