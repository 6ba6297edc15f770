"""A page that keeps somebody out is red where the shop's settings say so, and is shown in the report in any case."""

from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import FeatureRun, run_features

SIGN_IN = "accessibility-01"
ALL = " or ".join(f"accessibility-0{number}" for number in (1, 2, 3, 4))
ADDRESS_BOOK = {f"The Address Book is accessible, {width} pixels wide" for width in (1280, 390)}
TITLES = {f"The sign-in page is accessible, {width} pixels wide" for width in (1280, 390)}


def shop(serve: Serve, *options: str, **settings: str) -> dict[str, str]:
    """Serve a shop, and give the variables that point at it, with more of its settings."""
    return {
        "SHOP_BASE_URL": serve(*options),
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
        **settings,
    }


def attached(run: FeatureRun, title: str) -> str:
    """Give what the report says of a page's accessibility."""
    steps: list[dict[str, Any]] = run.results[title]["steps"]
    sources: list[str] = [
        each["source"]
        for step in steps
        for each in step.get("attachments", ())
        if each["name"] == "Accessibility"
    ]
    return (run.folder / "allure-results" / sources[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize(("impact", "exit_code"), [("critical", 1), ("", 0)])
def test_field_without_a_label(tmp_path: Path, serve: Serve, impact: str, exit_code: int) -> None:
    """It fails at both widths where critical violations do; elsewhere it stands in the report alone."""
    variables = shop(serve, "--defect", "unlabelled-password", SHOP_ACCESSIBILITY=impact)
    run = run_features(tmp_path, "-m", SIGN_IN, variables=variables)
    assert run.exit_code == exit_code, run.output
    assert set(run.failed()) == (TITLES if exit_code else set())
    for sentence in run.failed().values():
        assert "critical: Form elements must have labels (label), " in sentence
    for title in TITLES:
        text = attached(run, title)
        assert "CRITICAL: Form elements must have labels (label; wcag2a" in text
        assert "Element does not have an implicit (wrapped) <label>" in text


def test_stock_pages_have_what_the_docs_list(tmp_path: Path, serve: Serve) -> None:
    """Luma's Address Book alone has something critical, so the red above is the defect's own."""
    run = run_features(tmp_path, "-m", ALL, "-n", "2", variables=shop(serve, SHOP_ACCESSIBILITY="critical"))
    assert run.exit_code == 1, run.output
    assert set(run.failed()) == ADDRESS_BOOK
    for sentence in run.failed().values():
        assert sentence.startswith(
            "critical: ARIA roles used must conform to valid values (aria-roles), .add"
        )
        assert "; critical" not in sentence
