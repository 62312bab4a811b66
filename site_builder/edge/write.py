"""The one writer of the disk, for the export."""

from collections.abc import Iterable
from pathlib import Path

from site_builder.foundation.page import Artifact


def write(folder: Path, artifacts: Iterable[Artifact]) -> None:
    """Write every artifact below a folder, which is made if it is not there. Nothing else in it is touched."""
    for artifact in artifacts:
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
