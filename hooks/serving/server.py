"""MkDocs' server for one who edits: it never answers with what a save has made old, and makes what is asked for first.

One thread makes everything: the one that runs `serve`. It owns the edition, and with it MkDocs' settings, the memory
and the language that is spoken. A request has a thread of its own, which leaves a wish and waits. What they share lies
under MkDocs' `_rebuild_cond`: the wishes, whether anything was saved (which the watcher of folders notes), and whether
all this ends. A browser that waits for news waits on `_epoch_cond`, as with MkDocs.
"""

import logging
import posixpath
import wsgiref.types
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from io import BytesIO
from time import monotonic
from urllib.parse import quote
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer

from hooks.serving.edition import Edition
from site_builder.edge.machine import MachineFault, machine_words
from site_builder.foundation.language.phrases import with_decimal
from site_builder.reading.read import read_strings

QUIET = 0.05  # seconds without another save before it is read
OPEN = 8  # pages that were asked for last: those that somebody may be looking at

log = logging.getLogger("mkdocs.hooks.plan")
MACHINE = (OSError, MachineFault, MemoryError)
Answer = tuple[bytes, int]  # what a path has, and the moment of the edition that it is of


class PageServer(LiveReloadServer):
    """Serves editions: `begin` gives that of the content as it is now, `look` what differs when the content does."""

    def __init__(self, begin: Callable[[], Edition], look: Callable[[], object], port: int) -> None:
        super().__init__(self.renew, "127.0.0.1", port, "")
        self.error_handler = self._error_page
        self._begin, self._look = begin, look
        self._wishes: deque[tuple[str, Future[Answer | None]]] = deque()
        self._open: dict[str, None] = {}
        self._rest: Iterator[None] | None = None
        self._seen: object = None
        self._is_bound, self._began = False, 0.0
        self._edition: Edition | None = None
        self._fault: Exception | None = None

    def server_bind(self) -> None:
        """Take the port and listen, once: `serve` asks for both when it is done. OSError if another has the port."""
        if not self._is_bound:
            super().server_bind()
            super().server_activate()
        self._is_bound = True

    def server_activate(self) -> None:
        """Do nothing: whoever asks while the content is read waits for the answer."""

    def begin(self) -> None:
        """Begin the first edition. Whatever is wrong is raised, since there is nothing to show yet."""
        self.renew()
        if self._fault:
            raise self._fault

    def end(self) -> None:
        """Stop when what is being made is made."""
        with self._rebuild_cond:
            self._shutdown = True
            self._rebuild_cond.notify_all()

    def _build_loop(self) -> None:
        """Do what there is to do, until the end: take in a save, answer a request, and make the rest meanwhile."""
        try:
            while task := self._next():
                task()
        finally:
            with self._rebuild_cond:
                self._shutdown = True
                for answer in (answer for _, answer in self._wishes if not answer.done()):
                    answer.set_result(None)

    def _next(self) -> Callable[[], None] | None:
        with self._rebuild_cond:
            while not (self._shutdown or self._want_rebuild or self._wishes or self._rest):
                self._rebuild_cond.wait(timeout=self.shutdown_delay)  # not for ever: Windows would not be interrupted
            if self._shutdown:
                return None
            if self._want_rebuild:
                return self._take_in
            return self._grant if self._wishes else self._go_on

    def _take_in(self) -> None:
        """Wait until nothing more is saved, and begin an edition of that; a request may have had it begun already."""
        with self._rebuild_cond:
            while self._rebuild_cond.wait_for(self._has_saved, timeout=QUIET):
                pass
        if self._fault or self._look() != self._seen:
            self.renew()

    def _has_saved(self) -> bool:
        saved, self._want_rebuild = self._want_rebuild, False
        return saved

    def renew(self) -> None:
        """Begin an edition of the content as it is now; browsers are told to ask again.

        A fault of the machine is told, and what was made before stays. Any other is told to whoever asks for anything,
        until it is mended: nobody gets the old page in its place.
        """
        self._began = monotonic()
        try:
            self._seen = self._look()
            self._edition, self._fault = self._begin(), None
        except Exception as fault:  # noqa: BLE001 - see above
            if isinstance(fault, MACHINE) and self._edition:
                log.error(read_strings()("command.machine.intro", words=machine_words(fault, read_strings())))
                return
            self._edition, self._fault, self._rest = None, fault, None
        else:
            self._rest = self._edition.rest(tuple(self._open))
            self._tell("read")
        with self._epoch_cond:
            self._visible_epoch = max(self._visible_epoch + 1, round(self._began * 1000))
            self._epoch_cond.notify_all()

    def _grant(self) -> None:
        """Answer the request that has waited longest; a save that nobody has told of is taken in first."""
        path, answer = self._wishes[0]
        try:
            if self._look() != self._seen:
                with self._rebuild_cond:
                    self._want_rebuild = True
                return
            content = self._content(path)
            answer.set_result(None if content is None else (content, self._visible_epoch))
        except Exception as fault:  # noqa: BLE001 - it is told to whoever asked
            answer.set_exception(fault)
        with self._rebuild_cond:
            self._wishes.popleft()

    def _content(self, path: str) -> bytes | None:
        if self._edition is None:
            raise self._fault or LookupError(path)
        content = self._edition.content(path)
        if content is not None and path.endswith("index.html"):
            self._open = dict.fromkeys((path, *self._open), None)
            for old in tuple(self._open)[OPEN:]:
                del self._open[old]
        return content

    def _go_on(self) -> None:
        """Make a little of what nobody has asked for."""
        assert self._rest is not None  # noqa: S101 - nobody comes here otherwise
        try:
            next(self._rest)
        except StopIteration:
            self._rest = None
            self._tell("made")
        except Exception:
            self._rest = None
            log.exception("")

    def _tell(self, what: str) -> None:
        pages, seconds = self._edition.page_count if self._edition else 0, with_decimal(monotonic() - self._began)
        log.info(read_strings()(f"command.serve-{what}", pages=pages, seconds=seconds))

    def _ask(self, path: str) -> Answer | None:
        """Return what a path has, for the thread of a request; None where there is nothing, or no server any more."""
        answer: Future[Answer | None] = Future()
        with self._rebuild_cond:
            if self._shutdown:
                return None
            self._wishes.append((path, answer))
            self._rebuild_cond.notify_all()
        return answer.result()

    def _serve_request(
        self, environ: wsgiref.types.WSGIEnvironment, start_response: wsgiref.types.StartResponse
    ) -> Iterable[bytes] | None:
        """Answer a request; None where there is no such page or file. MkDocs answers those who wait for news."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        file = posixpath.normpath(f"/{path}index.html" if path.endswith("/") else f"/{path}").lstrip("/")
        if (answer := self._ask(file)) is None:
            if not path.endswith("/") and self._ask(f"{file}/index.html"):
                start_response("302 Found", [("Location", f"{quote(path)}/")])
                return []
            return None
        content, epoch = answer
        if file.endswith(".html"):
            content = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        kind = self._guess_type(file)  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return FileWrapper(BytesIO(content))

    def _error_page(self, code: int) -> bytes | None:
        answer = self._ask("404.html") if code == 404 else None
        return answer[0] if answer else None
