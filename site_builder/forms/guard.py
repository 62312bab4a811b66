"""Who may ask for what: the host that was meant, the editor that a proxy names, a form that came from here."""

import hmac
import re
from collections.abc import Collection
from hashlib import sha256

from msgspec import Struct
from werkzeug.exceptions import BadRequest, Forbidden
from werkzeug.wrappers import Request, Response

from site_builder.edge.editing.proposals import Editor

MOST_BYTES = 2_000_000
MOST_PARTS = 20_000
COOKIE = "formular"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# The page in the frame runs nothing; of its own origin, because it could not have our style sheet otherwise.
SHOWN = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; "
    "sandbox allow-same-origin"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Proxy(Struct, frozen=True):
    """The one address that is believed when it names an editor, and the headers that it does so in."""

    address: str
    name_header: str
    mail_header: str


class FormRequest(Request):
    """A request whose size is bounded before it is read."""

    max_content_length = MOST_BYTES
    max_form_memory_size = MOST_BYTES
    max_form_parts = MOST_PARTS


class Guard(Struct, frozen=True):
    """What is held against every request. `secret` is made anew at every start."""

    hosts: Collection[str]
    secret: bytes
    proxy: Proxy | None = None

    def ensure_meant(self, request: Request) -> None:
        """Refuse a request for another host, one that did not come through the proxy, or one of another site."""
        if request.environ.get("HTTP_HOST", "") not in self.hosts:
            raise BadRequest
        if self.proxy and request.remote_addr != self.proxy.address:
            raise Forbidden
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise Forbidden
        origin = request.headers.get("Origin")
        if origin and re.sub(r"^https?://", "", origin) not in self.hosts:
            raise Forbidden

    def editor(self, request: Request) -> Editor | None:
        """Return the editor whom the proxy names; None where there is none, so that git says who it is."""
        if self.proxy is None:
            return None
        name, address = (_header(request, key) for key in (self.proxy.name_header, self.proxy.mail_header))
        if not name or not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", address):
            raise Forbidden
        return Editor(name, address)

    def token(self, key: str) -> str:
        """Return what a form must send back to be believed to be from the page with this cookie."""
        return hmac.new(self.secret, key.encode(), sha256).hexdigest()

    def ensure_own(self, request: Request) -> None:
        """Refuse a form that was not made here for this browser."""
        key = request.cookies.get(COOKIE, "")
        if not key or not hmac.compare_digest(self.token(key), request.form.get("token", "")):
            raise Forbidden


def headed(response: Response, key: str = "") -> Response:
    """Return an answer with the headers that all have, and with a new cookie where a key is given."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if key:
        response.set_cookie(COOKIE, key, httponly=True, samesite="Strict", path="/")
    return response


def _header(request: Request, name: str) -> str:
    """Return a header that is text in UTF-8, on one line and without what has a meaning to git."""
    raw = request.headers.get(name, "").encode("latin-1", "replace").decode("utf-8", "replace")
    return re.sub(r"[\x00-\x1f\x7f<>]", "", raw).strip()[:100]
