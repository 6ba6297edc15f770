"""No option is taken and dropped: each works, or the run ends before it begins and says what to use instead."""

from pathlib import Path

import pytest

from harness.run.options import read_choice
from harness.shop.settings import WrongSettingsError
from tests.acceptance.feature_run import run_features

pytestmark = pytest.mark.usefixtures("processes")


@pytest.mark.parametrize(
    ("options", "variables", "sentence"),
    [
        (("--base-url", "https://x.example"), {}, "Use --shop with the URL"),
        ((), {"PYTEST_BASE_URL": "https://x.example"}, "Use --shop with the URL"),
        (
            ("--browser", "firefox"),
            {"PLAYWRIGHT_BROWSERS_PATH": "/nowhere"},
            "Run `playwright install firefox`",
        ),
        (
            ("--shop", "https://x.example", "--sandbox=--demo-notice"),
            {},
            "--shop https://x.example chooses another",
        ),
    ],
    ids=["base-url", "base-url by variable", "browser", "sandbox beside shop"],
)
def test_option_that_cannot_be_followed(
    tmp_path: Path, options: tuple[str, ...], variables: dict[str, str], sentence: str
) -> None:
    """78 and one sentence, before the first scenario."""
    access = {"SHOP_ADMIN_TOKEN": "a-token-that-is-ready"}
    run = run_features(tmp_path, "-m", "smoke", *options, variables={**access, **variables})
    assert run.exit_code == 78, run.output
    assert sentence in " ".join(run.output.split())
    assert "Traceback" not in run.output
    assert "passed" not in run.output


def test_sandbox_beside_a_shop_that_a_variable_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is named; with --shop embedded both are clear, and without --sandbox nothing contradicts."""
    monkeypatch.setenv("SHOP_BASE_URL", "https://x.example")
    monkeypatch.setenv("SHOP_ADMIN_TOKEN", "a-token-that-is-ready")
    with pytest.raises(
        WrongSettingsError, match=r"SHOP_BASE_URL names https://x.example, which chooses another shop"
    ):
        read_choice(None, "--demo-notice")
    assert read_choice("embedded", "--demo-notice") is None
    assert read_choice(None, "")
