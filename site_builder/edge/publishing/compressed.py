"""Texts of a finished site compressed beside themselves, once and as hard as it goes, for servers that send them so."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

from site_builder.edge.machine import MachineFault

TEXTS = (".atom", ".css", ".csv", ".html", ".js", ".json", ".jsonld", ".svg", ".ttl", ".txt", ".webmanifest", ".xml")
HARDEST = 11  # a tenth less than what takes a fortieth of the time: made once, sent many times


def add_compressed(folder: Path) -> None:
    """Write `x.br` and `x.gz` beside each text `x` below a folder, where they are smaller than it."""
    try:
        brotli = import_module("brotli")
    except ImportError:
        raise MachineFault("no-release-tools", package="brotli") from None

    def compress(file: Path) -> None:
        content = file.read_bytes()
        ways = ((".br", brotli.compress(content, quality=HARDEST)), (".gz", gzip.compress(content, 9, mtime=0)))
        for suffix, compressed in ways:
            if len(compressed) < len(content):
                file.with_name(file.name + suffix).write_bytes(compressed)

    with ThreadPoolExecutor(os.cpu_count()) as workers:  # brotli lets others run while it works
        for _ in workers.map(compress, [path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file()]):
            pass
