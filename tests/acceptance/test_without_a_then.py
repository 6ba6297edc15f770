"""A Then checks, and no more: without any one of them the smoke scenario goes on and passes, the check missing.

That each fails where its promise is broken is shown in test_defects.py.
"""

import json
from pathlib import Path

from tests.acceptance.feature_run import run_features
from tests.acceptance.without_a_then import SMOKE, THENS


def test_no_step_goes_by_what_a_then_makes(tmp_path: Path) -> None:
    """Each run lacks one sentence, carries out all others, and is green."""
    plugin = ("-p", "tests.acceptance.without_a_then")
    run = run_features(tmp_path, "-m", "smoke", "--shop", "embedded", "-n", "2", *plugin)
    assert run.exit_code == 0, run.output
    results = [json.loads(path.read_bytes()) for path in (tmp_path / "allure-results").glob("*-result.json")]
    carried_out = [
        [step["name"].partition(" ")[2] for step in result["steps"] if step["status"] == "passed"]
        for result in results
        if result["name"] == SMOKE.name and result["status"] == "passed"
    ]
    sentences = [step.name for step in SMOKE.steps]
    expected = [[sentence for sentence in sentences if sentence != left_out] for left_out in THENS]
    assert sorted(carried_out) == sorted(expected)
