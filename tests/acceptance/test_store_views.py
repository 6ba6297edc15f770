"""A run over several store views, and one in a language that no table has, as users start them."""

from pathlib import Path
from typing import Any

from harness.reporting import facts
from tests.acceptance.feature_run import FeatureRun, run_features

FRENCH = "--locale us=fr_FR --language-pack fr"
REFUSED = "customer_token-13 or sign_in-04"


def test_results_of_each_store_view(tmp_path: Path) -> None:
    """In parallel too; each customer lives where her store view is, and the facts name it."""
    both = ("--shop", "embedded", "--store-view", "us", "--store-view", "de", "-n", "2")
    run = run_features(tmp_path, *both, "-m", "order_processing_step_6-03 or sign_in-17")
    assert run.exit_code == 0, run.output
    ids = sorted(_label(result, "id") for result in run.all_results)
    assert ids == [
        *("order_processing_step_6-03.de", "order_processing_step_6-03.us"),
        *("sign_in-17.de", "sign_in-17.us"),
    ]
    assert len({result["historyId"] for result in run.all_results}) == len(ids)
    noted = facts.read(tmp_path / "allure-results")
    assert noted["Store view"] == "us, de"
    assert noted["Customer (us)"] == "Jane Doe as in the tutorial"
    assert "the addresses are in DE: the store view's locale is de_DE" in noted["Customer (de)"]
    assert noted["Storefront (de)"].endswith("/de")
    (german,) = (each for each in run.all_results if _label(each, "id") == "sign_in-17.de")
    assert {each["name"]: each["value"] for each in german["parameters"]} == {"store view": "de"}
    assert "-m sign_in-17 --shop embedded --store-view de" in german["description"]


def test_store_view_that_is_not_there(tmp_path: Path) -> None:
    """One of several is enough to end the run before it begins; the sentence names it."""
    run = run_features(tmp_path, "--shop", "embedded", "--store-view", "us", "--store-view", "fr")
    assert run.exit_code == 78
    assert "Store view fr: The shop at" in run.output


def test_language_without_a_table(tmp_path: Path) -> None:
    """Its refusals hold by their structure, and the report says whose words nobody looked at."""
    run = _french(tmp_path, FRENCH)
    assert run.exit_code == 0, run.output
    noted = facts.read(tmp_path / "allure-results")
    assert "the sign-in is not correct" in noted["Wordings not looked at, fr_FR"]


def test_language_without_a_pack(tmp_path: Path) -> None:
    """Magento answers in English then, and its words are looked at."""
    run = _french(tmp_path, "--locale us=fr_FR")
    assert run.exit_code == 0, run.output
    assert "Wordings not looked at, fr_FR" not in facts.read(tmp_path / "allure-results")


def test_refusal_that_tells_too_much(tmp_path: Path) -> None:
    """An unknown e-mail is reported as such: seen without any table, for a wrong password is reported otherwise."""
    run = _french(tmp_path, f"{FRENCH} --defect revealing-refusal")
    assert run.exit_code == 1, run.output
    assert any("expected as for an unknown e-mail" in message for message in run.failed().values())


def _french(folder: Path, sandbox: str) -> FeatureRun:
    return run_features(
        folder, "--shop", "embedded", "--sandbox", sandbox, "-m", REFUSED, "--play-again", "0"
    )


def _label(result: dict[str, Any], name: str) -> str:
    return next((str(each["value"]) for each in result["labels"] if each["name"] == name), "")
