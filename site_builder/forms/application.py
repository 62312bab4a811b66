"""The program that answers the browser: which address is what, and what goes around every answer."""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct, field
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from site_builder.edge.editing.known import Known
from site_builder.edge.editing.proposals import Editor, configured_editor, desk_of, send, unsent
from site_builder.edge.machine import MachineFault, machine_words
from site_builder.forms.answers.adding import Adding
from site_builder.forms.answers.changing import Changing
from site_builder.forms.answers.doing import Doing
from site_builder.forms.answers.pages import FormFrameView, ShownPageView, framed, shown_page
from site_builder.forms.answers.reporting import reporting
from site_builder.forms.answers.start import start
from site_builder.forms.answers.visit import Answer, Visit
from site_builder.forms.guard import COOKIE, SHOWN, FormRequest, Guard, headed
from site_builder.foundation.strings import Strings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

ROUTES = Map(
    [
        Rule("/", endpoint="start", methods=["GET"]),
        Rule("/andra/<path:path>", endpoint="change", methods=["GET", "POST"]),
        Rule("/ny/<name>", endpoint="add", methods=["GET", "POST"]),
        Rule("/gor/<name>", endpoint="do", methods=["GET", "POST"]),
        Rule("/skicka", endpoint="send", methods=["POST"]),
        Rule("/sida/<key>", endpoint="shown", methods=["GET"]),
        Rule("/filer/<name>", endpoint="asset", methods=["GET"]),
    ],
    merge_slashes=False,
    redirect_defaults=False,
    strict_slashes=False,
)


class Asset(Struct, frozen=True):
    """A file that is sent as it is."""

    data: bytes
    kind: str


class Application(Struct, frozen=True):
    """The forms below a root. With a folder of `desks` each editor whom the proxy names has a working copy there.

    One request is answered at a time: two that write would be in each other's way.
    """

    root: Path
    strings: Strings
    guard: Guard
    assets: Mapping[str, Asset]
    desks: Path | None = None
    shown: dict[str, str] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    lock: Lock = field(default_factory=Lock)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        with self.lock:
            response = self._answered(FormRequest(environ))
        return response(environ, start_response)

    def _answered(self, request: FormRequest) -> Response:
        known = request.cookies.get(COOKIE, "")
        key = known or secrets.token_urlsafe(32)
        try:
            self.guard.ensure_meant(request)
            endpoint, values = ROUTES.bind_to_environ(request.environ).match()
            if request.method == "POST":
                self.guard.ensure_own(request)
            if endpoint in ("asset", "shown"):
                return headed(self._file(endpoint, *values.values()))
            return headed(self._page(endpoint, values, self._visit(request, key)), "" if known else key)
        except HTTPException as fault:
            return headed(self._fault(fault))

    def _visit(self, request: FormRequest, key: str) -> Visit:
        named = self.guard.editor(request)
        editor: Editor | None = named or configured_editor(self.root)
        root = desk_of(self.root, self.desks, named) if named and self.desks else self.root
        return Visit(request, root, editor, self.strings, self.guard.token(key), self.known)

    def _page(self, endpoint: str, values: Mapping[str, str], visit: Visit) -> Response:
        try:
            answer = self._about(endpoint, values, visit)
        except (MachineFault, OSError) as fault:
            words = self.strings("command.machine.intro", words=machine_words(fault, self.strings))
            answer = Answer(self.strings("forms.fault.title"), _heading(self.strings), "", words, 409)
        if answer.to:
            return redirect(answer.to, 303)
        frame = FormFrameView(
            title=answer.title,
            body=answer.body,
            token=visit.token,
            editor=visit.editor.name if visit.editor else "",
            unsent=unsent(visit.root),
            notice=answer.notice,
            fault=answer.fault or ("" if visit.editor else self.strings("forms.no-editor-how")),
        )
        return Response(framed(frame, self.strings), answer.status, mimetype="text/html")

    def _about(self, endpoint: str, values: Mapping[str, str], visit: Visit) -> Answer:
        query = visit.request.args
        if endpoint == "change":
            return Changing(visit, values["path"], query.get("post", ""), self.shown).answer()
        if endpoint == "add" and values["name"] == "follow_up":
            return reporting(visit, self.shown)
        if endpoint == "add":
            return Adding(visit, values["name"], query.get("plan", ""), self.shown).answer()
        if endpoint == "do":
            return Doing(visit, values["name"]).answer()
        if endpoint == "send":
            branch, remote = send(visit.root)
            answer = start(visit)
            return Answer(answer.title, answer.body, self.strings("forms.sent", branch=branch, remote=remote))
        return start(visit)

    def _file(self, endpoint: str, name: str) -> Response:
        if endpoint == "asset" and name in self.assets:
            return Response(self.assets[name].data, mimetype=self.assets[name].kind)
        if endpoint == "shown" and name in self.shown:
            view = ShownPageView(self.strings("forms.shown"), Markup(self.shown[name]))  # noqa: S704 - as it was built
            made = Response(shown_page(view, self.strings), mimetype="text/html")
            made.headers["Content-Security-Policy"] = SHOWN
            return made
        raise NotFound

    def _fault(self, fault: HTTPException) -> Response:
        """Return a fault in words; nothing of what was asked for is repeated."""
        code = fault.code or 400
        words = str(self.strings.find(f"forms.fault.{code}") or self.strings("forms.fault.400"))
        frame = FormFrameView(self.strings("forms.fault.title"), _heading(self.strings), "", "", (), "", words)
        made = Response(framed(frame, self.strings), code, mimetype="text/html")
        made.headers.extend([(name, value) for name, value in fault.get_headers() if name == "Allow"])
        return made


def _heading(strings: Strings) -> Markup:
    return Markup("<h1>{}</h1>").format(strings("forms.fault.title"))
