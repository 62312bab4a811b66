"""Any bytes at all, and any text at every pattern. What broke is written to `tests/fuzz/found/`; exit 1 if any did.

`python -m tests.fuzz [COUNT] [SEED]`: COUNT executions, in turn at each of the places where content comes in.

`python -m tests.fuzz guided TARGET [libFuzzer's options]` is led by coverage, where `atheris` is installed (it is not
among what the project needs: `pip install atheris` in an environment of your own).

`python -m tests.fuzz patterns [LARGEST]`: every pattern of the program at texts made to hold it up, up to LARGEST
characters, and how its time grows with them.
"""

import sys
from importlib import import_module

import click

MODES = ("guided", "patterns")


def main(arguments: list[str]) -> None:
    """Hand the rest to the mode. Only then is the program imported: coverage is told from its imports on."""
    if arguments[:1] == ["--help"]:
        click.echo(__doc__)
        return
    mode = arguments[0] if arguments[:1] and arguments[0] in MODES else ""
    import_module(f"tests.fuzz.{mode or 'run'}").main(arguments[bool(mode) :])


if __name__ == "__main__":
    main(sys.argv[1:])
