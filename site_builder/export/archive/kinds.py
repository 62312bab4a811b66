"""What kind of file a name stands for: a table of our own, since each machine has another."""

from pathlib import PurePosixPath

UNKNOWN = "application/octet-stream"
KINDS = {
    "": "text/plain; charset=utf-8",  # `_redirects`, and what stands below `.well-known/`
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".caddy": "text/plain; charset=utf-8",
    ".conf": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".warc": "application/warc",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}


def kind_of(path: str) -> str:
    """Return the media type of a file by its path."""
    return KINDS.get(PurePosixPath(path).suffix, UNKNOWN)
