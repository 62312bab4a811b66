"""`python -m tests.slips [COUNT] [SEED]`: how many slips are told at their lines, and those that are not."""

import sys

import click

from tests.miniature import texts
from tests.slips.outcome import Outcome, outcomes


def main() -> None:
    """Print the figures, and every slip that they count against the check."""
    count, seed = (*map(int, sys.argv[1:3]), *(95, 1)[len(sys.argv) - 1 :])
    found = outcomes(texts(), count, seed)
    suggested = [item for item in found if item.slip.meant and item.suggestion]
    for item in found:
        if item.is_silent or not item.is_at_its_line:
            click.echo(f"{'silent' if item.is_silent else 'elsewhere'} {_described(item)}")
    for item in suggested:
        if item.suggestion != item.slip.meant:
            click.echo(f"suggests {item.suggestion} for {item.slip.meant} {_described(item)}")
    right = sum(item.suggestion == item.slip.meant for item in suggested)
    click.echo(f"{count} slips (seed {seed}): {sum(item.is_at_its_line for item in found)} told at their line,")
    click.echo(f"{sum(item.is_silent for item in found)} silent, {right} of {len(suggested)} suggestions right")


def _described(item: Outcome) -> str:
    slip = item.slip
    line = slip.text.split("\n")[slip.line - 1]
    told = ", ".join(f"{found.code} {found.span.path}:{found.span.line}" for found in item.told[:2])
    return f"[{slip.kind}] {slip.path}:{slip.line} {line!r} -> {told}"


if __name__ == "__main__":
    main()
