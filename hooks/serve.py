"""The site on this machine, built anew at every save: MkDocs' own server, told of a save by the system at once.

`mkdocs serve` asks the disk twice a second instead, and cannot say in words that a port is taken.
"""

import gc
import logging
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
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
from site_builder.edge.machine import MachineFault, machine_words
from site_builder.reading.read import read_strings

QUIET = 0.05  # seconds without another save before a build begins
# A file that was only opened is no save: every build opens files in `docs/`, and would ask for the next one.
SAVES = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, FileClosedEvent]


class SavesObserver(Observer):  # type: ignore[misc, valid-type]  # which class it is depends on the system
    """The system's watcher of folders, which tells MkDocs' server of saves alone."""

    def schedule(self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        """Watch a folder as its parent does, for the events in `SAVES`."""
        watch: ObservedWatch = super().schedule(event_handler, path, recursive=recursive, event_filter=SAVES)
        return watch


def serve_site(root: Path, port: int) -> int:
    """Serve the site on this machine until it is interrupted. Returns 1 if it cannot be built or the port is taken."""
    log_plainly(logging.INFO)
    folder = Path(tempfile.mkdtemp(prefix="plansajt-"))
    try:
        return _serve(root, folder, port)
    except (Abort, ConfigurationError):
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(root: Path, folder: Path, port: int) -> int:
    first = Path(tempfile.mkdtemp(dir=folder))
    config = _config(root, first, port)
    config.plugins.on_startup(command="serve", dirty=False)
    server = LiveReloadServer(lambda: rebuilt(lambda: _renew(server, root, port)), "127.0.0.1", port, str(first))
    server.observer, server.build_delay = SavesObserver(), QUIET
    server.error_handler = lambda code: _error_page(Path(server.root), code)
    _build(config)
    for watched in (config.docs_dir, config.config_file_path):
        server.watch(watched)
    config.plugins.on_serve(server, config=config, builder=server.builder)
    try:
        with suppress(KeyboardInterrupt):
            server.serve()  # type: ignore[no-untyped-call]
    except OSError as fault:
        logging.getLogger("mkdocs").error(read_strings()("command.port-taken", port=port, fault=fault.strerror))
        return 1
    finally:
        server.shutdown()
        config.plugins.on_shutdown()
    return 0


def _renew(server: LiveReloadServer, root: Path, port: int) -> None:
    """Build into a folder of its own and serve that; what was served before stays whole until then, and goes."""
    old = Path(server.root)
    fresh = Path(tempfile.mkdtemp(dir=old.parent))
    try:
        _build(_config(root, fresh, port))
        server.root = str(fresh)
    finally:
        unserved = old if server.root == str(fresh) else fresh
        Thread(target=shutil.rmtree, args=(unserved,), kwargs={"ignore_errors": True}).start()  # nobody waits for it


def rebuilt(make: Callable[[], None]) -> None:
    """Build once more; a fault of the machine is told, and what was built before stays."""
    try:
        make()
    except (OSError, MachineFault, MemoryError) as fault:
        strings = read_strings()
        words = machine_words(fault, strings)
        logging.getLogger("mkdocs").error(strings("command.machine.intro", words=words))


def _config(root: Path, folder: Path, port: int) -> MkDocsConfig:
    address = f"http://127.0.0.1:{port}/"
    return load_config(settings(root), docs_dir=docs(root), site_dir=str(folder), site_url=address)


def _build(config: MkDocsConfig) -> None:
    """Build without the collector, which would walk every place and page of the content again and again."""
    gc.disable()
    try:
        build(config, serve_url=config.site_url)
    finally:
        gc.enable()


def _error_page(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
