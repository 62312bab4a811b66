"""The site on this machine, new at every save: MkDocs' own server, told of a save by the system at once.

`mkdocs serve` asks the disk twice a second instead, makes all of the site before it shows anything, and cannot say in
words that a port is taken.
"""

import gc
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from hooks.run import docs, log_plainly, settings
from hooks.serving.edition import Edition
from hooks.serving.server import PageServer
from site_builder.reading.read import read_strings, standing

# A file that was only opened is no save: every build opens files in `docs/`, and would ask for the next one.
SAVES = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, FileClosedEvent]


class SavesObserver(Observer):  # type: ignore[misc, valid-type]  # which class it is depends on the system
    """The system's watcher of folders, which tells MkDocs' server of saves alone."""

    def schedule(self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        """Watch a folder as its parent does, for the events in `SAVES`."""
        watch: ObservedWatch = super().schedule(event_handler, path, recursive=recursive, event_filter=SAVES)
        return watch


def serve_site(root: Path, port: int) -> int:
    """Serve the site on this machine until it is interrupted. Returns 1 if it cannot be made or the port is taken."""
    log_plainly(logging.INFO)
    try:
        return _serve(root, port)
    except (Abort, ConfigurationError):
        return 1


def _serve(root: Path, port: int) -> int:
    config = settings_of(root, port)
    server = PageServer(lambda: begun(settings_of(root, port)), lambda: standing(root), port)
    try:
        server.server_bind()  # first: to read the content takes seconds, which would be for nothing
    except OSError as fault:
        server.server_close()
        logging.getLogger("mkdocs").error(read_strings()("command.port-taken", port=port, fault=fault.strerror))
        return 1
    config.plugins.on_startup(command="serve", dirty=False)
    server.observer = SavesObserver()
    server.begin()
    for watched in (config.docs_dir, config.config_file_path):
        server.watch(watched)
    config.plugins.on_serve(server, config=config, builder=server.builder)
    try:
        with suppress(KeyboardInterrupt), _ended_by_hand(server):
            server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
        config.plugins.on_shutdown()
    return 0


@contextmanager
def _ended_by_hand(server: PageServer) -> Iterator[None]:
    """Let Ctrl-C end the server after what it is about, and at once the second time.

    An exception in the middle of anything can be lost, in a function that Python calls where none may be raised.
    """

    def end(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        server.end()

    before = signal.signal(signal.SIGINT, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def begun(config: MkDocsConfig) -> Edition:
    """Begin an edition without the collector, which would walk every place and page of the content again and again."""
    gc.disable()
    try:
        return Edition(config)
    finally:
        gc.enable()


def settings_of(root: Path, port: int) -> MkDocsConfig:
    """Return the settings of a site that is served; nothing is written where they say."""
    address = f"http://127.0.0.1:{port}/"
    return load_config(settings(root), docs_dir=docs(root), site_dir=str((root / "site").resolve()), site_url=address)
