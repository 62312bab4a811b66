"""What was measured, as plain text."""

from collections.abc import Mapping

from tests.bench.measure import Cost

NAMES = {"check": "check", "site": "site", "plain": "plain MkDocs", "floor": "floor"}
# The ratio of CPU seconds between two ways, and how high it may be.
TARGETS = (("site", "plain", 1.10), ("site", "floor", 1.80))
HEADER = f"{'interventions':>13}  {'what':<14}{'CPU s':>9}{'peak MB':>10}{'written MB':>12}"


def table(costs: Mapping[int, Mapping[str, Cost]]) -> str:
    """Return the costs by size and way, each size with its ratios and their targets."""
    blocks = [[*_lines(size, ways), *_ratios(ways)] for size, ways in sorted(costs.items())]
    return "\n\n".join([HEADER, *("\n".join(block) for block in blocks)]) + "\n"


def _lines(size: int, ways: Mapping[str, Cost]) -> list[str]:
    return [
        f"{size if not place else '':>13}  {NAMES[way]:<14}{cost.cpu:>9.2f}{cost.memory / 1e6:>10.1f}"
        f"{cost.written / 1e6:>12.2f}"
        for place, (way, cost) in enumerate((way, ways[way]) for way in NAMES)
    ]


def _ratios(ways: Mapping[str, Cost]) -> list[str]:
    lines = []
    for way, other, target in TARGETS:
        ratio = ways[way].cpu / ways[other].cpu
        verdict = "within" if ratio <= target else "ABOVE"
        lines.append(f"{'':>13}  {f'{way} / {NAMES[other]}':<19}{ratio:>6.2f}  {verdict} {target:.2f}")
    return lines
