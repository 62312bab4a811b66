"""What was made of the program alone, in a file beside Python's own bytecode; it can be deleted at any time.

Compiled templates are to templates what bytecode is to modules, so they are kept where Python keeps that, and as it
does: it is not written where Python may not write or is told not to. Whoever can put a file there can put bytecode
there, which Python runs; nothing in such a folder belongs in git. Here it is also held against its checksum and the
program's version, before any of it is read.

All sites that are built with this program have the one file, in whatever language and folder: nothing in it may depend
on the content. A run adds what it had to make to what is there by then.
"""

import hashlib
import marshal
import sys
from collections.abc import Hashable
from importlib.util import cache_from_source
from itertools import islice
from pathlib import Path
from typing import Any

from site_builder.edge.compiled.program import PROGRAM, program_version, version_on_disk
from site_builder.edge.write import exchange_whole
from site_builder.foundation.memory import Kept, Memory

OF_THE_PROGRAM = ("templates", "schemas")
MOST = 500  # results of a kind: ten times what a site asks for; those that nobody asks for are let go of first


def compiled() -> Kept:
    """Return what runs of this very program have left, by kind and key."""
    try:
        begin, _, data = compiled_file().read_bytes().partition(b"\n")
    except OSError:
        return {}
    if begin != _begin(data):
        return {}
    kinds: Kept = marshal.loads(data)  # noqa: S302 - our own file, see above
    return kinds


def keep_compiled(memory: Memory) -> None:
    """Add what a build had to make of the program, if anything, and there is a place for it."""
    if sys.dont_write_bytecode or not memory.news.intersection(OF_THE_PROGRAM):
        return
    if version_on_disk() != program_version():
        return  # the program has been changed meanwhile: nobody knows of which it was made
    before = compiled()
    data = marshal.dumps({kind: _with(before, memory.kept, kind) for kind in OF_THE_PROGRAM})
    exchange_whole(compiled_file(), lambda to: to.write(_begin(data) + b"\n" + data))


def compiled_file() -> Path:
    """Return the file, which Python's own rules place: beside the bytecode of the program's modules."""
    return Path(cache_from_source(str(PROGRAM / "site_builder" / "compiled.py"))).with_suffix(".marshal")


def _begin(data: bytes) -> bytes:
    """Return what a file with this data begins with, when this program has written it."""
    return f"{program_version()} {hashlib.sha256(data).hexdigest()}".encode()


def _with(before: Kept, now: Kept, kind: str) -> dict[Hashable, Any]:
    """Return all that is known of a kind, what was asked for latest first."""
    return dict(islice({**now.get(kind, {}), **before.get(kind, {})}.items(), MOST))
