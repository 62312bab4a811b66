"""A local web server and a headless Chromium, for tests that meet the built site as a visitor does.

pyproject.toml makes it a pytest plugin: every test can ask for `chromium` or `page`. No browser is ever downloaded: the
one on PATH is used, or the one that the variable CHROMIUM names. Where there is none, the test is skipped with the
reason, but in CI it is an error: a check that silently stopped running is worse than none.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

# The first is the same engine without windows. The others draw an address field and menus that nobody sees, which costs
# more than the page: a new window four times as much, and most of a core as long as it is open.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# As root in a container there is no sandbox to be had; the others keep Chromium from calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Marks the elements that a selector names and that say something, by themselves or as controls: of each kind the first
# two and the last. Of a kind are those with the same colours, the same behind them, and the same parts.
MARK_OF_EACH_KIND = """(selector, mark) => {
  const numbers = new Map(), behind = new Map(), kinds = new Map();
  const number = (...parts) => {
    const written = parts.join('\\n');
    return numbers.get(written) ?? (numbers.set(written, numbers.size), numbers.size - 1);
  };
  const named = (one) => [one.tagName, one.getAttribute('class')];
  const ground = (one) => {
    if (!one) return '';
    if (!behind.has(one)) {
      const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position} = getComputedStyle(one);
      const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position];
      behind.set(one, number(ground(one.parentElement), named(one), ...own));
    }
    return behind.get(one);
  };
  const speaks = (one) => one.matches('a, summary, input, select, textarea, button, [tabindex]')
    || [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  document.querySelectorAll(`[${mark}]`).forEach(one => one.removeAttribute(mark));
  for (const one of document.querySelectorAll(selector)) {
    if (!one.getClientRects().length || !speaks(one)) continue;
    const {color, fontSize, fontWeight, textShadow, visibility} = getComputedStyle(one);
    const isWord = one.textContent.trim().length > 1;  // a sign alone is not judged, and stands for no other text
    const parts = one.matches('a, summary, button, [tabindex]') ? [...one.querySelectorAll('*')].map(named) : [];
    const kind = number(ground(one), color, fontSize, fontWeight, textShadow, visibility, one.disabled, isWord, parts);
    kinds.set(kind, [...kinds.get(kind) ?? [], one]);
  }
  for (const alike of kinds.values())
    for (const one of [...alike.slice(0, 2), alike.at(-1)]) one.setAttribute(mark, '');
}"""
# Most of axe's time goes to contrast, and where colours and what lies behind them are the same it says the same.
TELL_COLOURS_APART = f"""({MARK_OF_EACH_KIND})('html *', 'data-tried');
axe.configure({{rules: [{{id: 'color-contrast', selector: '[data-tried]'}}]}})"""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page in a fresh profile, with a Swedish visitor's settings."""
    with visitor(chromium) as context:
        yield context.new_page()


def visitor(browser: Browser, **settings: Any) -> BrowserContext:
    """A fresh profile with a Swedish visitor's settings, and others of Playwright's, whatever the machine's own are.

    Every window of the tests comes from here: one with the machine's time zone says another day than one with Sweden's
    for an hour or two of each.
    """
    return browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm", **settings)


def chromium_path() -> str:
    """Where the browser is; without one the test is skipped, or fails in CI."""
    names = [name for name in (os.environ.get("CHROMIUM"), *NAMES) if name]
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        message = f"no browser on PATH: looked for {', '.join(names)}"
        if os.environ.get("CI"):
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    return found


@contextmanager
def serve(directory: Path, prefix: str = "", headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on this machine and give its address, which ends with a slash.

    Args:
        directory: what is served; its `404.html` answers for everything that is missing.
        prefix: a path to serve it below, as `plan` or `a/b`, to find links that only work at the root.
        headers: sent with every answer, as a Content-Security-Policy.
    """
    root = "".join(f"/{part}" for part in prefix.split("/") if part) + "/"
    handler = partial(_Handler, directory=directory, root=root, headers=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{root}"
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken accessibility rule, and the elements that break it."""

    rule: str
    impact: str
    help: str
    elements: tuple[str, ...]


def axe(page: Page, scope: str = "html", rules: Sequence[str] = ()) -> list[Violation]:
    """Everything that axe finds in an element of the page as it stands; scripting has to be on. `rules` may be named.

    It goes through the debugger's protocol, for a script tag would be refused by the site's content security policy.
    A page that a click led to is waited for: before its style sheet is there, links lie bare beside each other.
    """
    page.wait_for_load_state()
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    session = page.context.new_cdp_session(page)
    try:
        if not _evaluate(session, "!!window.axe"):  # a page that is brought into many states needs it once
            _evaluate(session, f"{_axe_source()};0")
        _evaluate(session, TELL_COLOURS_APART)
        run = f"axe.run({json.dumps(scope)}, {json.dumps(options)})"
        found = _evaluate(session, f"{run}.then(result => result.violations)")
    finally:
        session.detach()
    return [_violation(violation) for violation in found]


def _evaluate(session: CDPSession, expression: str) -> Any:
    answer = session.send("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
    if "exceptionDetails" in answer:
        raise RuntimeError(answer["exceptionDetails"])
    return answer["result"].get("value")


@cache
def _axe_source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def axe_version() -> str:
    """The version of axe-core that is used."""
    return _axe_source().partition("axe v")[2].split()[0]


def _violation(found: Mapping[str, Any]) -> Violation:
    elements = tuple(f"{' '.join(map(str, node['target']))}: {node['html']}" for node in found["nodes"])
    return Violation(rule=found["id"], impact=found["impact"], help=found["help"], elements=elements)


class _Handler(SimpleHTTPRequestHandler):
    """The standard library's handler, below a prefix, silent, with a 404 page and without lists of files."""

    def __init__(self, *args: Any, root: str, headers: Mapping[str, str], **kwargs: Any) -> None:
        self._root = root
        self._headers = headers
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self._root))

    def send_head(self) -> BytesIO | BinaryIO | None:
        if not self.path.startswith(self._root):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - the base class decides
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the folder's own 404 page where it has one."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in self._headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is about the site."""
