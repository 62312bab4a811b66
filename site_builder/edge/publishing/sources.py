"""The files that a site was made of, byte for byte, for whoever gets them beside it."""

from pathlib import Path

from site_builder.edge.inputs import Inputs
from site_builder.edge.machine import MachineFault
from site_builder.reading.decode import decode_as_written


def sources(root: Path, given: Inputs) -> dict[str, bytes]:
    """Return every file that a run has read, by path. MachineFault if one has been changed since.

    The texts lie on the disk alone as they are, with their own line ends.
    """
    found = {path: (root / path).read_bytes() for path in given.texts}
    for path, content in found.items():
        if decode_as_written(path, content) != given.texts[path]:
            raise MachineFault("changed-meanwhile", path=path)
    return {**found, **{f"docs/{path}": content for path, content in given.assets.items()}}
