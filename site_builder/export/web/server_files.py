"""The settings of nginx and Caddy for this site, and the headers of hosts that read `_headers`.

Each is included by a server's own settings, which say only where the site stands; see docs/dev/publishing.md.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.export.web.http_headers import (
    A_DAY,
    FINGERPRINTED,
    FOR_EVER,
    FRESH,
    HEADERS,
    MEDIA_TYPES,
    PICTURES,
    media_type,
)
from site_builder.foundation.page import Artifact
from site_builder.meaning.link import PlanIndex

ALTERNATIVES = "|".join(PICTURES)
NGINX = f"""index index.html;
absolute_redirect off;
server_tokens off;
charset utf-8;
charset_types {{charset_types}};
types {{{{
{{types}}}}}}
gzip_static on;
gzip_vary on;
error_page 403 =404 {{root}}404.html;
error_page 404 {{root}}404.html;
set $plan_cache "{FRESH}";
if ($uri ~ "\\.({ALTERNATIVES})$") {{{{ set $plan_cache "{A_DAY}"; }}}}
if ($uri ~ "{FINGERPRINTED}") {{{{ set $plan_cache "{FOR_EVER}"; }}}}
add_header Cache-Control $plan_cache always;
"""
# The three kinds exclude each other, since the order in which Caddy takes several `header` is its own.
CADDY = f"""header {{{{
{{headers}}    -Server
}}}}
@plan_fingerprinted path_regexp "{FINGERPRINTED}"
header @plan_fingerprinted Cache-Control "{FOR_EVER}"
@plan_pictures {{{{
    path {" ".join(f"*.{suffix}" for suffix in PICTURES)}
    not path_regexp "{FINGERPRINTED}"
}}}}
header @plan_pictures Cache-Control "{A_DAY}"
@plan_fresh {{{{
    not path {" ".join(f"*.{suffix}" for suffix in PICTURES)}
    not path_regexp "{FINGERPRINTED}"
}}}}
header @plan_fresh Cache-Control "{FRESH}"
{{types}}file_server {{{{
    precompressed br gzip
}}}}
handle_errors {{{{
    @plan_missing expression {{{{http.error.status_code}}}} == 404
    handle @plan_missing {{{{
        rewrite * {{root}}404.html
        header {{{{
{{again}}            Cache-Control "{FRESH}"
            Content-Type "{media_type("html")}"
            -Server
        }}}}
        file_server {{{{
            precompressed br gzip
        }}}}
    }}}}
}}}}
"""


def server_files(index: PlanIndex) -> Iterator[Artifact]:
    """Yield the files by which nginx, Caddy and pages hosts serve the site as it is meant to be served."""
    root = urlsplit(index.site.value.url if index.site else "/").path
    yield Artifact("server.nginx.conf", _nginx(root).encode())
    yield Artifact("server.caddy", _caddy(root).encode())
    yield Artifact("_headers", _headers(root).encode())


def _nginx(root: str) -> str:
    kinds = (f"    {kind} {suffix};\n" for suffix, kind in MEDIA_TYPES.items())
    texts = (kind for kind in MEDIA_TYPES.values() if kind.startswith("text/") and kind != MEDIA_TYPES["html"])
    settings = NGINX.format(root=root, types="".join(kinds), charset_types=" ".join(texts))
    return settings + "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS)


def _caddy(root: str) -> str:
    kinds = (
        f'@plan_{suffix} path *.{suffix}\nheader @plan_{suffix} Content-Type "{media_type(suffix)}"\n'
        for suffix in MEDIA_TYPES
    )
    headers = "".join(f'    {name} "{value}"\n' for name, value in HEADERS)
    again = "".join(f'            {name} "{value}"\n' for name, value in HEADERS)
    return CADDY.format(root=root, headers=headers, again=again, types="".join(kinds))


def _headers(root: str) -> str:
    """Such hosts join what several patterns say: a lifetime is told where theirs (asked for anew) is not ours."""
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS)
    lasting = "".join(f"{root}assets/{folder}/*\n  Cache-Control: {FOR_EVER}\n" for folder in ("css", "js"))
    return f"{root}*\n{lines}{lasting}"
