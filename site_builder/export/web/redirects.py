"""Old addresses: a page for each, for plain file hosting, and the same as files that servers read.

A page needs neither script nor style: it leads on by itself, says where, and asks search engines to forget it.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import escape

from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.pages.addresses import Moves

SAYS = "# Addresses that lead on.\n"  # also where none does: Caddy refuses to import an empty file
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{words} <a href="{href}">{address}</a></p>
</main>
</body>
</html>
"""


def redirect_files(index: PlanIndex, strings: Strings) -> Iterator[Artifact]:
    """Yield the pages and the servers' files; the latter also where nothing was moved, so that they can be included."""
    url = index.site.value.url if index.site else "/"
    root, moves = urlsplit(url).path, tuple(Moves(index).resolved())
    for old, new in moves:
        yield Artifact(f"{old}index.html", _page(url, old, new, strings).encode())
    pairs = [(f"{root}{old}", f"{root}{new}") for old, new in moves]
    both = [(way, new) for old, new in pairs for way in (old.rstrip("/"), old)]
    # Exact locations, included in `server`, and not a map: nginx's maps refuse addresses of more than 60 characters.
    nginx = "".join(f'location = "{old}" {{ return 301 "{new}"; }}\n' for old, new in both)
    caddy = "".join(f'redir "{old}" "{new}" permanent\n' for old, new in both)
    yield Artifact("redirects.nginx.conf", f"{SAYS}{nginx}".encode())
    yield Artifact("redirects.caddy", f"{SAYS}{caddy}".encode())
    yield Artifact("_redirects", "".join(f"{old} {new} 301\n" for old, new in both).encode())


def _page(url: str, old: str, new: str, strings: Strings) -> str:
    return PAGE.format(
        language=spoken().code,
        title=escape(strings("theme.moved-title")),
        words=escape(strings("theme.moved")),
        canonical=escape(f"{url}{new}"),
        href=escape(urls.relative_url(old, new)),
        address=escape(f"/{new}"),
    )
