"""Writes docs/benchmarks.md."""

import re
from collections.abc import Sequence

from bench.measures import Line
from harness.shop.shop import PROJECT
from tools.machine import machine, today

PAGE = PROJECT / "docs" / "benchmarks.md"

_HEAD = """\
<!-- Written by `make bench`. -->

# How fast the suite is

The embedded store answered REST after 40 to 300 ms and pages after 100 to 200 ms, as a running shop does, where nothing
else is said. The whole step is the tutorial's own scenario. The bare script (`bench/bare.py`) makes the same calls and
clicks with requests and Playwright; plain pytest-bdd (`bench/plain`) says them in steps, and allure-pytest writes them.
Numbers are medians of {rounds} rounds, ratios are within a round.

{day}, {seconds:.0f} s; {machine}; load {load:.1f} at the beginning.

| measure | seen | goal |
|---|---|---|
"""


def markdown(lines: Sequence[Line], rounds: int, load: float, seconds: float) -> str:
    """Give the page; `load` is the number of processes that wanted to run when it began."""
    head = _HEAD.format(rounds=rounds, day=today(), seconds=seconds, machine=machine(), load=load)
    return head + "".join(f"| {line.measure} | {line.seen} | {_goal(line)} |\n" for line in lines)


def measures(page: str) -> list[str]:
    """Give what a page has numbers of."""
    return re.findall(r"^\| ([^|-][^|]*) \| [^|]+ \| [^|]* \|$", page, re.MULTILINE)[1:]


def _goal(line: Line) -> str:
    return f"{line.goal}: {'met' if line.is_met else '**missed**'}" if line.goal else ""
