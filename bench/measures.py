"""What is measured, each beside its goal."""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import requests

from bench import bare
from bench.commands import LIKE_A_RUNNING_SHOP, Store, Took, carry_out
from bench.ways import STEP, ours, plain
from bench.ways import bare as bare_way

TIMES = 6
MANY = 1_000
ANSWERS = 200
CLIENTS = 20
SPEED_UP = 1.7


@dataclass(frozen=True)
class Line:
    """One line of the page."""

    measure: str
    goal: str
    seen: str
    is_met: bool


Measure = Callable[[Store, Path, int], Iterator[Line]]


def whole_step(store: Store, folder: Path, rounds: int) -> Iterator[Line]:
    """Time the whole step, the ways side by side in each round."""
    ways: dict[str, Callable[[], Took]] = {
        "the bare script": lambda: bare_way(TIMES, store, folder),
        "plain pytest-bdd": lambda: plain(TIMES, store, folder),
        "the suite": lambda: ours(TIMES, store, folder),
        "the suite with its report": lambda: ours(TIMES, store, folder, report=True),
    }
    all_took: list[dict[str, Took]] = []
    first: list[float] = []
    for _ in range(rounds):
        took: dict[str, Took] = {}
        for name, way in ways.items():
            store.empty(LIKE_A_RUNNING_SHOP)
            took[name] = way()
            if name == "the suite":
                first.append(store.requests()[0]["at"] - took[name].began)
        all_took.append(took)
    for name in ways:
        seconds = _median(took[name].seconds for took in all_took)
        ratio = _median(took[name].seconds / took["the bare script"].seconds for took in all_took)
        goal = "≤ 1.10 × bare" if "report" in name else ""
        yield _line(
            f"the whole step {TIMES} times: {name}", goal, f"{seconds:.1f} s, {ratio:.2f} ×", ratio, 1.10
        )
    for name in ways:
        each = _median(took[name].processor / TIMES for took in all_took)
        ratio = _median(took[name].processor / took["the bare script"].processor for took in all_took)
        goal = "≤ 1.15 × bare" if name == "the suite" else ""
        yield _line(
            f"processor seconds a scenario: {name}", goal, f"{each:.2f} s, {ratio:.2f} ×", ratio, 1.15
        )
    start = _median(iter(first))
    yield _line("process start to first request", "≤ 1.5 s", f"{start:.2f} s", start, 1.5)


def asked(store: Store, folder: Path, _rounds: int) -> Iterator[Line]:
    """Count the requests that a scenario makes, and those that a run makes."""
    for name, way in (("the bare script", bare_way), ("the suite", ours)):
        counts = []
        for times in (1, 3):
            store.empty()
            way(times, store, folder)
            counts.append(len(store.requests()))
        each = (counts[1] - counts[0]) / 2
        yield Line(
            f"requests of the whole step: {name}", "", f"{each:g} each time, {counts[0] - each:g} a run", True
        )


def many(store: Store, folder: Path, _rounds: int) -> Iterator[Line]:
    """Play a scenario over REST a thousand times."""
    store.empty()
    alone = [
        float(line) for line in carry_out(["bench.bare", "--api", str(MANY)], store, folder).output.split()
    ]
    store.empty()
    ours(MANY, store, folder, scenario="order_processing_step_6-03")
    timings = json.loads((folder / "timings.json").read_text(encoding="utf-8"))
    seconds, peaks = timings["seconds"], timings["peaks"]
    more = (statistics.mean(seconds) - statistics.mean(alone)) * 1000
    calls = f"{statistics.mean(alone) * 1000:.1f} ms bare"
    yield _line(
        f"{MANY:,} API scenarios: more than the bare calls",
        "≤ 15 ms each",
        f"{more:.1f} ms ({calls})",
        more,
        15,
    )
    last = statistics.median(seconds[-100:]) / statistics.median(seconds[:100])
    yield _line("the last hundred beside the first", "≤ 1.10 ×", f"{last:.2f} ×", last, 1.10)
    grown = f"{peaks[-1]:.0f} MB, {peaks[-1] - peaks[99]:.0f} MB more than after the first hundred"
    yield _line("memory", "≤ 200 MB", grown, peaks[-1], 200)


def parallel(store: Store, folder: Path, _rounds: int) -> Iterator[Line]:
    """Run all scenarios with one and with two workers, and write the report of them."""
    seconds = {}
    results = folder / "all-results"
    for workers in ("0", "2"):
        store.empty({"rest_latency": [200, 200], "page_latency": [200, 200]})
        command = ["pytest", "features", "-p", "no:cacheprovider", "-n", workers]
        command += ["--alluredir", str(results), "--clean-alluredir", "--output", str(folder / "all")]
        seconds[workers] = carry_out(command, store, folder).seconds
    ratio = seconds["0"] / seconds["2"]
    seen = f"{seconds['0']:.0f} s and {seconds['2']:.0f} s, {ratio:.2f} ×"
    yield Line("all scenarios, answers after 200 ms: one worker and two", "≥ 1.7 ×", seen, ratio >= SPEED_UP)
    command = ["harness.reporting", str(results), "--output", str(folder / "report")]
    took = carry_out(command, store, folder).seconds
    size = sum(path.stat().st_size for path in (folder / "report").rglob("*")) / 1e6
    yield _line("the report of all scenarios", "≤ 3 s", f"{took:.1f} s", took, 3)
    yield _line("its size", "≤ 8 MB", f"{size:.1f} MB", size, 8)


def store_itself(store: Store, _folder: Path, _rounds: int) -> Iterator[Line]:
    """Time the embedded store, and look for wrong answers where many ask."""
    store.empty()
    shop = _signed_in(store)
    seconds = []
    for _ in range(ANSWERS):
        began = time.monotonic()
        shop.call("GET", "us/V1/store/storeViews")
        seconds.append(time.monotonic() - began)
    slowest = statistics.quantiles(seconds, n=20)[-1] * 1000
    yield _line("the embedded store: p95 of one client", "< 10 ms", f"{slowest:.1f} ms", slowest, 10)
    with ThreadPoolExecutor(CLIENTS) as clients:
        wrong = sum(clients.map(_wrong_answers, [store] * CLIENTS))
    yield _line(f"wrong answers with {CLIENTS} clients", "0", str(wrong), wrong, 0)


MEASURES: dict[str, Measure] = {
    "step": whole_step,
    "requests": asked,
    "many": many,
    "store": store_itself,
    "parallel": parallel,
}

__all__ = ["MEASURES", "STEP", "Line", "Measure"]


def _wrong_answers(store: Store) -> int:
    """Make a customer several times, and count answers that are not hers."""
    shop = _signed_in(store)
    ids = bare.store_view(shop)
    wrong = 0
    for _ in range(10):
        made, _password = bare.customer(shop, ids)
        try:
            wrong += shop.call("GET", f"us/V1/customers/{made['id']}")["email"] != made["email"]
            shop.call("DELETE", f"us/V1/customers/{made['id']}")
        except requests.RequestException:
            wrong += 1
    return wrong


def _signed_in(store: Store) -> bare.Shop:
    shop = bare.Shop(store.url)
    given = {name: store.variables[f"SHOP_ADMIN_{name.upper()}"] for name in ("username", "password")}
    shop.token = shop.call("POST", "us/V1/integration/admin/token", json=given)
    return shop


def _median(values: Iterator[float]) -> float:
    return statistics.median(values)


def _line(measure: str, goal: str, seen: str, value: float, limit: float) -> Line:
    return Line(measure, goal, seen, not goal or value <= limit)
