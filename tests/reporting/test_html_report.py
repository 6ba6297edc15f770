"""The page that people open: complete, readable, and alone in the world."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from harness.deprecated import CAUSES
from harness.reporting import html_report
from harness.reporting.html_report import GeneratorError, generate, install_generator
from harness.reporting.offline_page import foreign_sources
from tests.reporting import tiny_shop
from tests.reporting.tiny_run import TinyRun, run, write_suite

NAME = "Magento acceptance: order processing, step 6"


@pytest.fixture(scope="module")
def report(tiny_run: TinyRun) -> Path:
    """Give the page that the tiny suite's run wrote."""
    return tiny_run.results_folder.parent / "report" / "index.html"


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Page]:
    """Open the report at its first page."""
    page = browser.new_page(viewport={"width": 1280, "height": 2400})
    page.goto(report.as_uri())
    expect(page.get_by_text(NAME)).to_be_visible()
    yield page
    page.close()


def test_page_asks_no_other_machine(browser: Browser, report: Path) -> None:
    """While it is opened and read, with the network cut, the only file asked for is itself."""
    page = browser.new_page()
    page.context.set_offline(True)
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(report.as_uri())
    page.get_by_text("It fails").click()
    expect(page.get_by_text("Then the customer finds four apples")).to_be_visible()
    page.close()
    foreign = [url for url in asked if not url.startswith(("data:", "blob:")) and url != report.as_uri()]
    assert foreign == []
    assert [text for text in complaints if "Content Security Policy" in text] == []


def test_page_names_no_foreign_source(report: Path) -> None:
    """Nor does its text: no tag loads anything, and the tag manager is gone."""
    page = report.read_text(encoding="utf-8")
    assert foreign_sources(page) == []
    assert "googletagmanager" not in page
    assert "Content-Security-Policy" in page


def test_allures_own_page_would_ask(
    tiny_run: TinyRun, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without the cut it names a foreign source; the day it does not, the cut can go."""
    monkeypatch.setattr(html_report, "made_offline", lambda page: page)
    stock = generate(tiny_run.results_folder, tmp_path).read_text(encoding="utf-8")
    assert any("googletagmanager" in source for source in foreign_sources(stock))


def test_report_is_one_file_of_bearable_size(report: Path) -> None:
    """It can be mailed."""
    assert [path.name for path in report.parent.iterdir()] == ["index.html"]
    assert report.stat().st_size < 6_000_000


def test_scenarios_stand_under_feature_and_rule(opened: Page) -> None:
    """As in the feature files."""
    opened.get_by_text("Gherkin", exact=True).click()
    opened.get_by_text("Bought is bought", exact=True).click()
    expect(opened.get_by_text("The customer buys pears")).to_be_visible()
    expect(opened.get_by_text("It passes")).to_be_visible()


def test_scenario_is_readable(opened: Page) -> None:
    """Reason, steps, set-up and tear-down on one page, and nothing of the machinery."""
    opened.get_by_text("It fails").click()
    for text in (
        "Given a shop",
        "When the customer looks around",
        "Then the customer finds four apples",
        "And the customer is happy",
        "The shop is opened",
        "The shop is closed",
    ):
        expect(opened.get_by_text(text, exact=True)).to_be_visible()
    expect(opened.get_by_text("apples: expected 4, seen 3").first).to_be_visible()
    expect(opened.get_by_text("MainThread")).to_have_count(0)


def test_data_table_is_shown_as_a_table(opened: Page) -> None:
    """Allure shows CSV in rows and columns."""
    opened.get_by_text("Gherkin", exact=True).click()
    opened.get_by_text("A table and a letter").click()
    opened.get_by_text("When these goods are delivered:").click()
    opened.get_by_text("Data table").click()
    expect(opened.get_by_role("cell", name="apples")).to_be_visible()


def test_report_knows_earlier_runs(browser: Browser, tiny_run: TinyRun, tmp_path: Path) -> None:
    """Since when a scenario fails is reported by the history file; what a killed run left half written is dropped."""
    history = tmp_path / "kept" / "history.jsonl"
    generate(tiny_run.results_folder, tmp_path / "first", history)
    with history.open("a", encoding="utf-8") as file:
        file.write('{"uuid": "half')
    second = generate(tiny_run.results_folder, tmp_path / "second", history)
    assert len(history.read_text(encoding="utf-8").splitlines()) == 2
    page = browser.new_page()
    page.goto(second.as_uri())
    page.get_by_text("It fails").click()
    page.get_by_test_id("test-result-tab-history").click()
    expect(page.get_by_test_id("test-result-history-item")).to_have_count(1)
    page.close()


def test_run_keeps_its_history_beside_the_report(tiny_run: TinyRun) -> None:
    """Where a pipeline finds it, to bring it back before the next run."""
    history = tiny_run.results_folder.parent / "history.jsonl"
    assert len(history.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.usefixtures("processes")
def test_history_may_be_kept_elsewhere(tmp_path: Path) -> None:
    """By an option, as seen from where the run was started."""
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS, gherkin=tiny_shop.GHERKIN)
    for _ in range(2):
        run(
            suite,
            "--clean-alluredir",
            "--allure-report",
            str(suite / "report"),
            "--allure-history",
            "kept.jsonl",
        )
    assert len((tmp_path / "kept.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert not (suite / "history.jsonl").exists()


def test_failures_are_sorted_by_cause(opened: Page) -> None:
    """A reader sees whom to ask: scenarios stand, and are folded away, with their category."""
    ours = ["It breaks", "It never starts", "Its step is not defined"]
    categories = {"The shop breaks a promise of the step": ["It fails"], "The suite itself broke": ours}
    opened.get_by_test_id("nav-tab-categories").click()
    for title in itertools.chain(*categories.values()):
        expect(opened.get_by_text(title, exact=True)).to_be_visible()
    for category, titles in categories.items():
        opened.get_by_text(category, exact=True).click()
        for title in titles:
            expect(opened.get_by_text(title, exact=True)).to_be_hidden()


def test_preflight_is_a_category_by_its_old_name_too(browser: Browser, tmp_path: Path) -> None:
    """Results of the version before are read for as long as that name lives, and fold away with the category."""
    names = {f"Stopped by {cause}": cause for cause in ("the preflight", *CAUSES)}
    for name, cause in names.items():
        result = {
            "uuid": name,
            "name": name,
            "fullName": name,
            "status": "broken",
            "start": 1,
            "stop": 2,
            "labels": [{"name": "cause", "value": cause}],
        }
        (tmp_path / f"{name}-result.json").write_text(json.dumps(result), encoding="utf-8")
    page = browser.new_page()
    page.goto(generate(tmp_path, tmp_path / "report").as_uri())
    page.get_by_test_id("nav-tab-categories").click()
    for name in names:
        expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_text("The shop could not be tested, or not in the browser", exact=True).click()
    for name in names:
        expect(page.get_by_text(name, exact=True)).to_be_hidden()
    page.close()


def test_reasons_to_skip_are_a_category_too(opened: Page) -> None:
    """Folded away, for it is no failure; each reason stands once."""
    opened.get_by_test_id("nav-tab-categories").click()
    expect(opened.get_by_text("there is no till")).to_be_hidden()
    opened.get_by_text("Skipped: not possible on this shop", exact=True).click()
    expect(opened.get_by_text("there is no till")).to_be_visible()


def test_run_names_the_report_and_the_verdict(tiny_run: TinyRun, report: Path) -> None:
    """The path is relative to where the user stands."""
    assert "6 of 11 scenarios failed. 1 skipped." in tiny_run.output
    assert f"Report: {report.relative_to(tiny_run.results_folder.parents[1])}" in tiny_run.output
    assert tiny_run.exit_code == pytest.ExitCode.TESTS_FAILED


@pytest.mark.usefixtures("processes")
def test_old_report_does_not_survive_a_run_that_never_starts(tmp_path: Path) -> None:
    """A report is of this run or not there."""
    no_shop = "import pytest\n\ndef pytest_configure():\n    pytest.exit('no shop answers', returncode=69)\n"
    suite = write_suite(tmp_path / "suite", no_shop, gherkin=tiny_shop.GHERKIN)
    old = suite / "report" / "index.html"
    old.parent.mkdir()
    old.write_text("all is well")
    finished = run(suite, "--allure-report", str(old.parent))
    assert finished.exit_code == 69, finished.output
    assert not old.exists()


@pytest.mark.usefixtures("processes")
def test_missing_generator_is_one_sentence_and_no_failure(tmp_path: Path) -> None:
    """A pass stays a pass without its report."""
    absent = (
        "\n\ndef pytest_sessionfinish():\n"
        "    from harness.reporting import html_report\n"
        "    html_report._INSTALLED = html_report.GENERATOR / 'nowhere'\n"
    )
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS + absent, gherkin=tiny_shop.GHERKIN)
    finished = run(suite, "--allure-report", str(suite / "report"))
    assert finished.exit_code == 0, finished.output
    assert "All 3 scenarios passed." in finished.output
    assert "The report generator is not installed: run `make setup`" in finished.output
    assert "Traceback" not in finished.output
    assert not (suite / "report" / "index.html").exists()


@pytest.mark.usefixtures("processes")
def test_report_without_results_is_refused(tmp_path: Path) -> None:
    """The option needs the folder of results."""
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS, gherkin=tiny_shop.GHERKIN)
    finished = run(suite, "--alluredir=", "--allure-report", str(suite / "report"))
    assert finished.exit_code == pytest.ExitCode.USAGE_ERROR
    assert "--allure-report needs --alluredir" in finished.output


@pytest.mark.usefixtures("processes")
def test_broken_generator_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever Node says, its last line comes through."""
    monkeypatch.setattr(html_report, "_MODULES", tmp_path)
    with pytest.raises(GeneratorError, match="The report could not be written: ") as caught:
        generate(tmp_path, tmp_path)
    assert "\n" not in str(caught.value)


def test_installation_is_quick_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Node is not even started."""
    monkeypatch.setattr(html_report, "_node", lambda *_: pytest.fail("npm was started"))
    install_generator()


def test_changed_lock_installs_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The version on the machine follows the lock file."""
    started: list[tuple[str, ...]] = []
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr(html_report, "GENERATOR", tmp_path)
    monkeypatch.setattr(html_report, "_INSTALLED", tmp_path / ".installed")
    monkeypatch.setattr(html_report, "_node", lambda *arguments: started.append(arguments))
    install_generator()
    assert "ci" in started[0]
    install_generator()
    assert len(started) == 1


def test_lock_names_no_address() -> None:
    """It installs from whatever registry a company uses, and every package is checked."""
    lock = (html_report.GENERATOR / "package-lock.json").read_text(encoding="utf-8")
    assert 'resolved":' not in lock
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')
