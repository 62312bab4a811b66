"""The small files that browsers, search engines and finders of faults look for at fixed addresses."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from markupsafe import Markup

from schema.site import Site
from site_builder.changes.history import History
from site_builder.export.web.colours import BRAND, WHITE
from site_builder.export.web.feed import feed
from site_builder.export.web.icons import DRAWN, SIZES, icon_path, icons
from site_builder.export.web.share_picture import share_picture
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Artifact, Page
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.urls import changes_feed


def web_files(
    index: PlanIndex, pages: Iterable[Page], as_of: date, history: History, strings: Strings
) -> Iterator[Artifact]:
    """Yield robots.txt and the map of the site, the manifest, security.txt, the list for the 404 page, and pictures.

    The feed of changes is among them.
    """
    if index.site is None:
        return
    site = index.site.value
    yield _text("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n")
    yield _text("manifest.webmanifest", json.dumps(_manifest(site), ensure_ascii=False, indent=1) + "\n")
    yield _text(".well-known/security.txt", _security(site, as_of))
    made = tuple(pages)
    yield _text("404-adresser.json", _addresses(made))
    yield _text("sitemap.xml", _sitemap(site, made))
    yield _text(changes_feed(), feed(site, history, strings, as_of))
    yield Artifact("assets/bilder/delning.png", share_picture(index))
    yield from icons()


def _manifest(site: Site) -> dict[str, object]:
    """Return what a browser needs to keep the site as an app (https://www.w3.org/TR/appmanifest/)."""
    return {
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": spoken().code,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": WHITE,
        "theme_color": BRAND,
        "icons": [
            {"src": DRAWN, "sizes": "any", "type": "image/svg+xml"},
            *({"src": icon_path(size), "sizes": f"{size}x{size}", "type": "image/png"} for size in SIZES[1:]),
        ],
    }


def _security(site: Site, as_of: date) -> str:
    """Return whom to tell of a hole (RFC 9116). It may be trusted for less than a year."""
    expires = (as_of + timedelta(days=360)).isoformat()
    lines = (
        f"Contact: mailto:{site.contact}",
        f"Expires: {expires}T00:00:00Z",
        f"Preferred-Languages: {', '.join(dict.fromkeys((spoken().code, 'en')))}",
        f"Canonical: {site.url}.well-known/security.txt",
    )
    return "\n".join(lines) + "\n"


def _sitemap(site: Site, pages: Iterable[Page]) -> str:
    """Return every page with the day of its latest change, where that is known (https://www.sitemaps.org/protocol.html)."""
    rows = (
        Markup("<url><loc>{}</loc>{}</url>\n").format(f"{site.url}{page.address}", _changed(page)) for page in pages
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(rows)}</urlset>\n"


def _changed(page: Page) -> Markup:
    return Markup("<lastmod>{}</lastmod>").format(page.changed.isoformat()) if page.changed else Markup()


def _addresses(pages: Iterable[Page]) -> str:
    """Return every address with its title, so that the 404 page can offer the nearest ones."""
    found = sorted((page.address, page.title) for page in pages)
    rows = [{"address": address, "title": title} for address, title in found]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n"


def _text(path: str, text: str) -> Artifact:
    return Artifact(path, text.encode())
