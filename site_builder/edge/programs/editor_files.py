"""The schemas on the disk, and the settings that say which files each is for."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder.edge.inputs import Inputs
from site_builder.edge.write import write
from site_builder.export.editor.schemas import FOLDER, schemas
from site_builder.export.editor.settings import MAPPING, SETTINGS, schemas_by_file
from site_builder.export.json_schema import as_json
from site_builder.foundation.page import Artifact


def write_schemas(root: Path, given: Inputs) -> Iterator[str]:
    """Write the schemas of what exists now below a folder, and map them to files in the settings; yield what is told.

    Schemas of what is gone are taken away. Of the settings only the mapping is ours: all else in them is kept, and a
    file with comments is left alone.
    """
    index = given.check().index
    made = tuple(schemas(index, given.strings))
    kept = {artifact.path for artifact in made}
    for old in (root / FOLDER).rglob("*.schema.json"):
        if old.relative_to(root).as_posix() not in kept:
            old.unlink()
    write(root, (artifact for artifact in made if not _stands(root, artifact)))
    write(root, [Artifact(f"{FOLDER}.gitignore", b"*\n")])  # they are made anew wherever they are wanted
    yield given.strings("editor.written", count=str(len(made)), folder=str(root / FOLDER))
    mapping, file = schemas_by_file(index), root / SETTINGS
    settings = _settings(file)
    if settings is None:
        yield given.strings("editor.settings-unreadable", path=str(file))
        yield as_json({MAPPING: mapping}).decode().rstrip()
    elif settings.get(MAPPING) != mapping:
        write(root, [Artifact(SETTINGS, as_json({**settings, MAPPING: mapping}))])
        yield given.strings("editor.settings-changed", path=str(file))


def _stands(root: Path, artifact: Artifact) -> bool:
    """Tell whether a file is as it should be already: an editor reads a changed one anew."""
    file = root / artifact.path
    return file.exists() and file.read_bytes() == artifact.data


def _settings(file: Path) -> Mapping[str, object] | None:
    """Return the settings, empty where there are none yet; None where they are no plain JSON."""
    try:
        found = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
