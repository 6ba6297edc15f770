"""A parallel run tells the same story as a serial one."""

import pytest

from tests.reporting import tiny_shop
from tests.reporting.tiny_run import TinyRun, run, write_suite

ENVIRONMENT = """

def pytest_configure(config):
    for tag in ("smoke", "critical", "minor", "slow", "de", "us", "hopeless"):
        config.addinivalue_line("markers", tag)
    if not hasattr(config, "workerinput"):
        evidence.note_environment({"Shop": "http://127.0.0.1:8080/a b", "Store view": "us"})


@pytest.fixture(autouse=True, scope="session")
def version():
    evidence.note_environment({"Magento": "2.4.8"})
"""


@pytest.fixture(scope="module")
def parallel_run(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """Run the tiny suite with two workers, over the results of an older run."""
    folder = tmp_path_factory.mktemp("parallel") / "suite"
    suite = write_suite(
        folder, tiny_shop.STEPS + ENVIRONMENT, endings=tiny_shop.ENDINGS, gherkin=tiny_shop.GHERKIN
    )
    (suite / "allure-results").mkdir()
    (suite / "allure-results" / "old-result.json").write_text("not of this run")
    report = suite / "report"
    return run(suite, "-n", "2", "--clean-alluredir", "--allure-report", str(report))


def test_parallel_run_tells_the_same(parallel_run: TinyRun, tiny_run: TinyRun) -> None:
    """Scenarios, statuses, steps and ids are those of the serial run, and nothing of an older one is left."""
    assert parallel_run.exit_code == 1
    assert _story(parallel_run) == _story(tiny_run)


def test_parallel_run_used_two_workers(parallel_run: TinyRun) -> None:
    """So that the above compares with what it says."""
    threads = {
        label["value"]
        for result in parallel_run.read_results()
        for label in result["labels"]
        if label["name"] == "thread"
    }
    assert len(threads) == 2


def test_parallel_run_has_one_report_and_one_verdict(parallel_run: TinyRun) -> None:
    """The controller alone writes them."""
    assert parallel_run.output.count("6 of 11 scenarios failed. 1 skipped.") == 1
    assert parallel_run.output.count("Report: ") == 1
    assert (parallel_run.results_folder.parent / "report" / "index.html").exists()


def test_environment_is_gathered_from_all_processes(parallel_run: TinyRun) -> None:
    """What a worker found out stands beside what the controller knew."""
    written = (parallel_run.results_folder / "environment.properties").read_text(encoding="utf-8")
    assert written.splitlines() == [
        "Shop = http://127.0.0.1:8080/a b",
        r"Store\ view = us",
        "Magento = 2.4.8",
    ]


def _story(tiny: TinyRun) -> dict[str, tuple[str, str, list[tuple[str, str]], list[str], list[str]]]:
    return {
        title: (
            result["status"],
            result["historyId"],
            tiny.steps(title),
            tiny.set_ups(title),
            tiny.tear_downs(title),
        )
        for title, result in tiny.results.items()
    }
