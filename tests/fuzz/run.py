"""Targets tried on inputs: how many, what broke, and what took too long or too much room."""

import resource
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from tests.fuzz.inputs import Inputs

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

    executions: int = 0
    slowest: float = 0.0
    broken: list[Broken] = field(default_factory=list)


def run(targets: Mapping[str, Callable[[bytes], None]], count: int, seed: int) -> Tally:
    """Try every target on inputs of a seed until `count` executions are done."""
    tally = Tally()
    with suppress(KeyboardInterrupt):  # whoever has no more time still learns how far it went
        for name, raw in islice(_in_turn(targets, seed), count):
            words, seconds = attempt(targets[name], raw)
            tally.executions += 1
            tally.slowest = max(tally.slowest, seconds)
            if words:
                tally.broken.append(Broken(name, raw, words))
    return tally


def attempt(target: Callable[[bytes], None], raw: bytes) -> tuple[str, float]:
    """Return what is wrong with how a target takes an input, empty if nothing is, and how long it took."""
    before, start, words = peak(), time.process_time(), ""
    try:
        target(raw)
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        words = traceback.format_exc()
    seconds = time.process_time() - start
    if not words and seconds > SECONDS:
        words = f"{seconds:.1f} s"
    if not words and peak() - before > MEBIBYTES:
        words = f"{peak() - before} MiB"
    return words, seconds


def peak() -> int:
    """Return the most that this process has held, in mebibytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _in_turn(targets: Mapping[str, object], seed: int) -> Iterator[tuple[str, bytes]]:
    for raw in Inputs(seed):
        for name in targets:
            yield name, raw
