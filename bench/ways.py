"""The ways to do the whole step that are measured side by side, each as a command."""

from pathlib import Path

from bench.commands import Store, Took, carry_out

STEP = "order_processing_step_6-01"


def bare(times: int, store: Store, folder: Path) -> Took:
    """Do it with requests and Playwright alone."""
    return carry_out(["bench.bare", "--times", str(times)], store, folder)


def plain(times: int, store: Store, folder: Path) -> Took:
    """Do it with pytest-bdd and pytest-playwright, as allure-pytest writes it."""
    command = [
        *("pytest", "bench/plain", "-c", "bench/plain/pytest.ini", "--rootdir", "bench/plain"),
        *("--confcutdir", "bench/plain", "-p", "no:cacheprovider", "--output", str(folder / "plain")),
        *("--alluredir", str(folder / "plain-results"), "--clean-alluredir"),
    ]
    return carry_out(command, store, folder, {"BENCH_TIMES": str(times), "PYTHONPATH": "."})


def ours(times: int, store: Store, folder: Path, *, report: bool = False, scenario: str = STEP) -> Took:
    """Do it with the suite, its results written, and the report where it is asked for."""
    timings = folder / "timings.json"
    command = [
        *("pytest", "features", "-m", scenario, "-p", "no:cacheprovider", "-p", "bench.repeated", "-n", "0"),
        *("--repeat", str(times), "--timings", str(timings), "--output", str(folder / "ours")),
        *("--alluredir", str(folder / "results"), "--clean-alluredir"),
        *(("--allure-report", str(folder / "report")) if report else ()),
    ]
    return carry_out(command, store, folder)
