"""`python -m tests.fuzz [COUNT] [SEED]`: any bytes at all, COUNT times; what broke is written to `tests/fuzz/found/`.

`python -m tests.fuzz guided TARGET [libFuzzer's options]` is led by coverage, where `atheris` is installed (it is not
among what the project needs: `pip install atheris` in an environment of your own).
"""

import hashlib
import sys
from importlib import import_module
from pathlib import Path

import click

from tests.fuzz.run import Broken, attempt, peak, run
from tests.fuzz.targets import TARGETS, FaultError

FOUND = Path(__file__).parent / "found"


def main() -> None:
    """Print the figures and every input that broke something; exit 1 if any did."""
    if sys.argv[1:2] == ["guided"]:
        _guided(sys.argv[2], sys.argv[3:])
        return
    count, seed = (*map(int, sys.argv[1:3]), *(20_000, 1)[len(sys.argv) - 1 :])
    tally = run(TARGETS, count, seed)
    for broken in tally.broken:
        click.echo(f"{_kept(broken)}: {broken.words.strip().splitlines()[-1]}")
    click.echo(f"{tally.executions} executions (seed {seed}), {len(tally.broken)} broken,", nl=False)
    click.echo(f" slowest {tally.slowest:.2f} s, {peak()} MiB at most")
    sys.exit(bool(tally.broken))


def _kept(broken: Broken) -> Path:
    FOUND.mkdir(exist_ok=True)
    file = FOUND / f"{broken.target}-{hashlib.sha256(broken.raw).hexdigest()[:8]}"
    file.write_bytes(broken.raw)
    return file


def _guided(name: str, options: list[str]) -> None:
    """Hand a target to atheris, which makes inputs of what earlier ones have reached."""
    atheris = import_module("atheris")

    def one(raw: bytes) -> None:
        if words := attempt(TARGETS[name], raw)[0]:
            raise FaultError(f"{_kept(Broken(name, raw, words))}: {words}")

    atheris.instrument_all()
    atheris.Setup([f"fuzz {name}", *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
