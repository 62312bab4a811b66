"""The commands of those who develop the generator: what their steps say, and what comes of them."""

import pytest

from site_builder.edge import develop
from site_builder.edge.develop import Task, run_task

STEPS = {
    "slow.py": "import sys, time; time.sleep(0.3); print('first'); sys.exit(2)",
    "quick.py": "import sys; print('second', file=sys.stderr); sys.exit(1)",
    "good.py": "print('third')",
}


@pytest.fixture
def made_up(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A task of three steps: the first takes longest and ends worst."""
    folder = tmp_path_factory.mktemp("steps")
    for name, text in STEPS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setitem(develop.TASKS, "made-up", Task(tuple((name.removesuffix(".py"),) for name in STEPS)))


@pytest.mark.usefixtures("made_up")
def test_every_step_is_run_and_told_in_its_order(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Whichever is ready first, on whichever stream; the worst end is that of the whole."""
    assert run_task("made-up") == 2
    told, _ = capfdbinary.readouterr()
    assert told.split() == [b"first", b"second", b"third"]
