"""`site` again and again, with what the runs before it have left on the disk: the site is the one of a first run."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.edge.cache import KINDS, cache_file
from site_builder.edge.compiled.beside import compiled_file
from tests.workspace import Workspace, miniature

RUNS = 3


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A committed working copy of the miniature; what is remembered of it is gone afterwards."""
    made = miniature(tmp_path / "copy")
    made.commit()
    yield Workspace(made.root, {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": ""})  # as if nobody had set them
    forget(made.root)


def forget(root: Path) -> None:
    """Remove what is remembered of the content."""
    for what in KINDS:
        cache_file(root, what).unlink(missing_ok=True)


def made_of_program(root: Path) -> Path:
    return root / "site_builder" / "__pycache__" / compiled_file().name


def site(workspace: Workspace) -> dict[str, bytes] | None:
    """Return all that `site` makes in an empty place, nothing where the content is at fault."""
    shutil.rmtree(workspace.root / "site", ignore_errors=True)  # an older index would stay for a while: decision 22
    return None if workspace.run("site_builder", "site").code else workspace.site()


def change(workspace: Workspace, chance: random.Random) -> None:
    """Exchange two words of one to three files, as if somebody had edited them."""
    files = sorted((workspace.root / "content").rglob("*.yaml"))
    for file in chance.sample(files, chance.randint(1, 3)):
        words = file.read_text(encoding="utf-8").split(" ")
        one, another = (chance.randrange(len(words)) for _ in range(2))
        words[one], words[another] = words[another], words[one]
        workspace.write(file.relative_to(workspace.root).as_posix(), " ".join(words))


def test_a_site_made_with_what_is_remembered_is_the_site(workspace: Workspace) -> None:
    """After each change: made with all that was kept as it is, with what was made of the program, and without both."""
    chance = random.Random(1)
    assert site(workspace)
    made = 0
    while made < RUNS:
        workspace.git("checkout", "--quiet", "--", "content")
        change(workspace, chance)
        if (warm := site(workspace)) is None:
            continue
        made += 1
        forget(workspace.root)
        cold = site(workspace)
        forget(workspace.root)
        of_program = made_of_program(workspace.root)
        of_program.unlink()
        first = site(workspace)
        assert first is not None
        assert cold is not None
        assert of_program.exists()
        for other in (warm, cold):
            assert [path for path in sorted({*other, *first}) if other.get(path) != first.get(path)] == []
