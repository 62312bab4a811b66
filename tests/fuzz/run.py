"""Targets tried on inputs: how many, what broke, and what took too long or too much room."""

import hashlib
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import click

from tests.fuzz.inputs import Inputs
from tests.fuzz.targets import TARGETS, Target

FOUND = Path(__file__).parent / "found"
SECONDS = 2.0  # of the processor, for one input
MEBIBYTES = 500  # that one input may add to the most that the program has held


@dataclass(frozen=True)
class Broken:
    """An input that a target may not answer so."""

    target: str
    raw: bytes
    words: str


@dataclass
class Tally:
    """What came of it all."""

    executions: Counter[str] = field(default_factory=Counter)  # by target
    texts: Counter[str] = field(default_factory=Counter)  # of them, those that were not refused as no text at all
    slowest: dict[str, float] = field(default_factory=dict)  # seconds of one input, by target
    room: dict[str, int] = field(default_factory=dict)  # mebibytes that one input added to the most held, by target
    broken: list[Broken] = field(default_factory=list)


@dataclass(frozen=True)
class Attempt:
    """What is wrong with how a target took an input, empty if nothing is; time and room; if it was text."""

    words: str
    seconds: float
    mebibytes: int
    is_text: bool


def main(arguments: list[str]) -> None:
    """Print the figures and every input that broke something; exit 1 if any did."""
    count, seed = (*map(int, arguments[:2]), *(20_000, 1)[len(arguments) :])
    tally = run(TARGETS, count, seed)
    for broken in tally.broken:
        click.echo(f"{kept(broken)}: {broken.words.strip().splitlines()[-1]}")
    for name, executions in tally.executions.items():
        told = f"slowest {tally.slowest[name]:.2f} s, {tally.room[name]} MiB more at most"
        click.echo(f"{name}: {executions} executions, {tally.texts[name]} of them of text, {told}")
    click.echo(f"{tally.executions.total()} executions (seed {seed}), {len(tally.broken)} broken, {peak()} MiB at most")
    sys.exit(bool(tally.broken))


def kept(broken: Broken) -> Path:
    """Write an input to the folder of those that were found, and return the file."""
    FOUND.mkdir(exist_ok=True)
    file = FOUND / f"{broken.target}-{hashlib.sha256(broken.raw).hexdigest()[:8]}"
    file.write_bytes(broken.raw)
    return file


def run(targets: Mapping[str, Target], count: int, seed: int) -> Tally:
    """Try every target on inputs of a seed until `count` executions are done."""
    tally = Tally()
    with suppress(KeyboardInterrupt):  # whoever has no more time still learns how far it went
        for name, raw in islice(_in_turn(targets, seed), count):
            made = attempt(targets[name], raw)
            tally.executions[name] += 1
            tally.texts[name] += made.is_text
            tally.slowest[name] = max(tally.slowest.get(name, 0.0), made.seconds)
            tally.room[name] = max(tally.room.get(name, 0), made.mebibytes)
            if made.words:
                tally.broken.append(Broken(name, raw, made.words))
    return tally


def attempt(target: Target, raw: bytes) -> Attempt:
    """Try a target on an input."""
    before, start, words, is_text = peak(), time.process_time(), "", True
    try:
        is_text = target(raw)
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        words = traceback.format_exc()
    seconds, mebibytes = time.process_time() - start, peak() - before
    if not words and seconds > SECONDS:
        words = f"{seconds:.1f} s"
    if not words and mebibytes > MEBIBYTES:
        words = f"{mebibytes} MiB"
    return Attempt(words, seconds, mebibytes, is_text)


def peak() -> int:
    """Return the most that this process has held, in mebibytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _in_turn(targets: Mapping[str, object], seed: int) -> Iterator[tuple[str, bytes]]:
    for raw in Inputs(seed):
        for name in targets:
            yield name, raw
