"""A run that cannot test its shop ends at once, with one sentence and a code of its own."""

from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features

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
    assert "No browser found: run `playwright install chromium`" in run.output
    assert "Traceback" not in run.output


def test_embedded_store_that_does_not_start(tmp_path: Path) -> None:
    """An option that the embedded store does not know: 78, with its own complaint."""
    run = run_features(tmp_path, "--shop", "embedded", "--sandbox", "--magento 1.9")
    assert run.exit_code == 78
    assert "The embedded store did not start" in run.output
    assert "1.9" in run.output


def test_run_that_proves_nothing_is_not_green(tmp_path: Path) -> None:
    """Every scenario skipped: 69."""
    run = run_features(
        tmp_path, "--shop", "embedded", "--sandbox", "--magento 2.4.1", "-m", "needs-revocation"
    )
    assert run.exit_code == 69
    assert "the shop has no route to revoke" in run.output
