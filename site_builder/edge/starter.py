"""The start of another municipality's site: a small whole content folder, and the pages beside it, to write over."""

from collections.abc import Iterator
from pathlib import Path

from site_builder.edge.write import write
from site_builder.foundation.page import Artifact

TEMPLATE = Path(__file__).parent.parent / "starter"


def start_languages() -> tuple[str, ...]:
    """Return the languages that there is a start in."""
    return tuple(sorted(folder.name for folder in TEMPLATE.iterdir() if folder.is_dir()))


def start_site(folder: Path, language: str) -> bool:
    """Write the start in a language into a folder, made if it is not there. Return False if it is not empty."""
    if folder.exists() and any(folder.iterdir()):
        return False
    write(folder, _files(TEMPLATE / language))
    return True


def _files(template: Path) -> Iterator[Artifact]:
    for file in sorted(template.rglob("*")):
        if file.is_file():
            yield Artifact(file.relative_to(template).as_posix(), file.read_bytes())
