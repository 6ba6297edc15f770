"""A run that cannot test its shop ends at once, with one sentence, a code of its own and a report."""

from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features

STEP = "order_processing_step_6"
WHOLE_STEP = "The whole step: ids, customer, customer token, Address Book"
ADMIN = {"SHOP_ADMIN_USERNAME": "admin", "SHOP_ADMIN_PASSWORD": "Wrong-Passw0rd"}


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["serial", "parallel"])
def test_unreachable_shop(tmp_path: Path, workers: tuple[str, ...]) -> None:
    """Nobody listens: 69, with the address."""
    run = run_features(tmp_path, "--shop", "http://127.0.0.1:9", "--wait", "0", *workers, variables=ADMIN)
    assert run.exit_code == 69
    assert "http://127.0.0.1:9 cannot be reached" in run.output
    assert "Traceback" not in run.output


def test_missing_settings(tmp_path: Path) -> None:
    """An address alone is not enough: 78, with every variable to set."""
    run = run_features(tmp_path, "--shop", "http://127.0.0.1:9")
    assert run.exit_code == 78
    assert "No admin access is set: set SHOP_ADMIN_USERNAME and SHOP_ADMIN_PASSWORD, or" in run.output
    assert "Traceback" not in run.output


def test_unknown_shop(tmp_path: Path) -> None:
    """No such name in shops.toml: 78, with how to add it."""
    run = run_features(tmp_path, "--shop", "nowhere")
    assert run.exit_code == 78
    assert "There is no shop nowhere in shops.toml: it names none yet. Add a section [nowhere]" in run.output
    assert "Traceback" not in run.output


def test_refused_admin(tmp_path: Path, shop_variables: dict[str, str]) -> None:
    """The password is wrong: 78, with Magento's own words and what to check."""
    run = run_features(tmp_path, variables={**shop_variables, **ADMIN})
    assert run.exit_code == 78
    assert "The admin admin is refused." in run.output
    assert "The account sign-in was incorrect" in run.output
    assert "check SHOP_ADMIN_USERNAME and SHOP_ADMIN_PASSWORD" in run.output
    assert "Traceback" not in run.output


def test_unknown_store_view(tmp_path: Path, shop_variables: dict[str, str]) -> None:
    """The store view does not exist: 78, with those that do."""
    run = run_features(tmp_path, variables={**shop_variables, "SHOP_STORE_CODE": "fr"})
    assert run.exit_code == 78
    assert "has no store view fr, it has" in run.output


def test_production(tmp_path: Path, shop_variables: dict[str, str]) -> None:
    """Nothing is written to a live shop: 78."""
    run = run_features(tmp_path, variables={**shop_variables, "SHOP_PRODUCTION": "true"})
    assert run.exit_code == 78
    assert "is marked as production: nothing that writes may run there" in run.output


def test_missing_browser(tmp_path: Path, shop_variables: dict[str, str]) -> None:
    """No browser anywhere: 78, with what to install."""
    nowhere = {"PATH": str(tmp_path), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}
    run = run_features(tmp_path, variables={**shop_variables, **nowhere})
    assert run.exit_code == 78
    assert "No browser found. Run `playwright install chromium`" in run.output
    assert "Traceback" not in run.output


def test_embedded_store_that_does_not_start(tmp_path: Path) -> None:
    """An option that the embedded store does not know: 78, with its own complaint."""
    run = run_features(tmp_path, "--shop", "embedded", "--sandbox", "--magento 1.9")
    assert run.exit_code == 78
    assert "The embedded store did not start" in run.output
    assert "1.9" in run.output


def test_stopped_run_has_a_report(tmp_path: Path) -> None:
    """What was found stands in it, and the report of an earlier run is gone."""
    report = tmp_path / "report"
    report.mkdir()
    (report / "index.html").write_text("an earlier run's", encoding="utf-8")
    run = run_features(
        tmp_path,
        *("--shop", "embedded", "--sandbox=--maintenance", "--wait", "0", "--clean-alluredir"),
        *("--allure-report", str(report)),
    )
    assert run.exit_code == 69
    assert list(run.results) == ["The shop can be tested"]
    result = run.results["The shop can be tested"]
    assert result["status"] == "broken"
    assert "run `bin/magento maintenance:disable` there" in result["statusDetails"]["message"]
    assert "(docs/findings.md#maintenance)" in result["statusDetails"]["message"]
    assert "under maintenance" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "an earlier run's" not in (report / "index.html").read_text(encoding="utf-8")


def test_shop_that_comes_up_is_waited_for(tmp_path: Path) -> None:
    """After a deployment there are 502s for a while; the run says what it waits for, and begins."""
    run = run_features(
        tmp_path, "--shop", "embedded", "--sandbox=--bad-gateway 2", "--wait", "60", "-m", f"{STEP}-02"
    )
    assert run.exit_code == 0, run.output
    assert "Waiting up to 60 s for the shop. Something in front of the shop at" in run.output


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["serial", "parallel"])
def test_captcha_keeps_the_browser_out(tmp_path: Path, workers: tuple[str, ...]) -> None:
    """Its scenarios are skipped with the reason, REST's are run, and the run is not green: 69."""
    captcha = ("--shop", "embedded", "--sandbox=--set customer/captcha/mode=always", *workers)
    run = run_features(tmp_path, *captcha, "-m", f"{STEP}-01 or {STEP}-02")
    assert run.exit_code == 69, run.output
    statuses = {name: result["status"] for name, result in run.results.items()}
    assert sorted(statuses.values()) == ["broken", "passed", "skipped"]
    assert statuses["The shop can be tested"] == "broken"
    assert "asks for a captcha" in run.results[WHOLE_STEP]["statusDetails"]["message"]


def test_captcha_is_none_of_rest(tmp_path: Path) -> None:
    """Who asks for REST scenarios alone has them all: 0."""
    run = run_features(
        tmp_path, "--shop", "embedded", "--sandbox=--set customer/captcha/mode=always", "-m", f"{STEP}-02"
    )
    assert run.exit_code == 0, run.output
    assert [result["status"] for result in run.results.values()] == ["passed"]


def test_warning_stands_in_the_header(tmp_path: Path) -> None:
    """It keeps nothing from running."""
    run = run_features(
        tmp_path, "--shop", "embedded", "--sandbox=--admin-role acceptance", "-m", f"{STEP}-02"
    )
    assert run.exit_code == 0, run.output
    assert "warning: The admin admin lacks Magento_Customer::manage:" in run.output


def test_run_that_proves_nothing_is_not_green(tmp_path: Path) -> None:
    """Every scenario skipped: 69."""
    run = run_features(
        tmp_path, "--shop", "embedded", "--sandbox", "--magento 2.4.1", "-m", "needs-revocation"
    )
    assert run.exit_code == 69
    assert "the shop has no route to revoke" in run.output
