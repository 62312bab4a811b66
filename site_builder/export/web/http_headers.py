"""What a web server says of the site's files, as data: every server's own file is written from these tables."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What pages may ask of a visitor's device: nothing of this.
DEVICE = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone")
DENIED = (*DEVICE, "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb")

# With every answer, also one that tells that a page is missing.
HEADERS = (
    ("Content-Security-Policy", POLICY),
    # A year, and no word of other hosts: what else the municipality has below its domain is not ours to bind.
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in DENIED)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)

# A name with a fingerprint is another name when the content is another. Pages and data are asked for anew each time
# (an answer without a body, while nothing has changed): a correction is seen at once.
FINGERPRINTED = "[./]" + "[0-9a-f]" * 10 + "[./]"  # written out: braces mean other things to servers
PICTURES = ("ico", "png", "svg")
FOR_EVER, A_DAY, FRESH = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"

# By the last part of a file's name. Told here, since browsers are forbidden to guess (nosniff).
MEDIA_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "csv": "text/csv",
    "ttl": "text/turtle",
    "txt": "text/plain",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "webmanifest": "application/manifest+json",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
}


def media_type(suffix: str) -> str:
    """Return what a file whose name ends so is, with its signs if it is plain text."""
    kind = MEDIA_TYPES[suffix]
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
