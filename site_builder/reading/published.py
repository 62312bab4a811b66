"""What may be published of the files in `docs/`: the one list. A file that is not on it is told of, and stays at home.

A picture is also looked into: one that is something else, or that a browser would run, is no picture.
"""

import re

from msgspec import Struct

RASTER = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "avif": re.compile(rb"....ftypavi[fs]", re.DOTALL),
    "ico": re.compile(rb"\x00\x00\x01\x00"),
}
DRAWING = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<svg[\s/>]", re.DOTALL)
# What runs or fetches something in a drawing that is opened by itself.
ACTIVE = re.compile(
    rb"<!(?:ENTITY|DOCTYPE)|<\?xml-stylesheet|<(?:\w+:)?(?:script|foreignObject|iframe|handler|listener|set|animate)\b"
    rb"|\son\w+\s*=|\bhref\s*=\s*+(?![\"']?(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))|&#",
    re.IGNORECASE,
)


class Kind(Struct, frozen=True):
    """A kind of file that is published: the form of its path from `docs/`."""

    name: str
    pattern: re.Pattern[str]


PAGE = Kind("page", re.compile(r"(?!assets/|\.well-known/)[^.][^/]*(?:/[^./][^/]*)*\.md"))
PUBLISHED = (
    PAGE,
    Kind("style", re.compile(r"assets/css/[\w-]+\.css")),
    Kind("script", re.compile(r"assets/js/[\w-]+\.js")),
    Kind("picture", re.compile(rf"assets/bilder/(?:[\w-]+/)*[\w-]+\.(?:svg|{'|'.join(RASTER)})")),
    Kind("well-known", re.compile(r"\.well-known/(?:[\w-]+/)*[\w-]+(?:\.txt|\.json)?")),
)


def kind_of(path: str) -> Kind | None:
    """Return what kind of file a path from `docs/` is, None if it may not be published."""
    return next((kind for kind in PUBLISHED if kind.pattern.fullmatch(path)), None)


def is_what_it_seems(path: str, content: bytes) -> bool:
    """Tell whether a picture is one, and one in which nothing runs. Of other files their path says enough."""
    ending = path.rpartition(".")[2]
    if ending in RASTER:
        return bool(RASTER[ending].match(content))
    return ending != "svg" or (bool(DRAWING.match(content)) and not ACTIVE.search(content))
