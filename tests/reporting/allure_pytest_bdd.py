"""What allure-pytest-bdd tells of the tiny suite, and how that was recorded.

The two plugins share an option and cannot live in one environment, so allure-pytest-bdd was asked once, in an
environment of its own: `python -m tests.reporting.allure_pytest_bdd PYTHON`, where PYTHON is that environment's
interpreter, asks again and writes the file beside this module.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.reporting import tiny_shop
from tests.reporting.tiny_run import write_suite

RECORDING = Path(__file__).with_name("allure-pytest-bdd-2.16.2.json")

_OWN_EVIDENCE = (
    (r"^from harness\.reporting\.writer import shown_as\n", ""),
    (r"^@shown_as.*\n", ""),
    (r"^( +)events\..*\n", r"\1pass\n"),
    (r"\(events\)", "()"),
)
"""What takes this suite's own evidence out of the step definitions: the other environment has no harness."""

_FIXTURES = {"shop", "key", "burnt_down_shop", "stuck_door"}
"""It shows fixtures as parameters of their steps; this suite shows them as set-ups, or not at all."""


def reported(results: Path) -> dict[str, Any]:
    """Give what results say of each scenario: its status, parameters and steps, those with their tables."""
    read = (json.loads(path.read_text(encoding="utf-8")) for path in results.glob("*-result.json"))
    return {
        result["name"]: {
            "status": result["status"],
            "parameters": _parameters(result),
            "steps": [_step(step, results) for step in result.get("steps", [])],
        }
        for result in read
    }


def _step(step: dict[str, Any], results: Path) -> dict[str, Any]:
    attached = (results / each["source"] for each in step.get("attachments", []))
    return {
        "name": step["name"],
        "status": step["status"],
        "parameters": _parameters(step),
        "attached": sorted(_unquoted_lines(path.read_text(encoding="utf-8")) for path in attached),
    }


def _parameters(item: dict[str, Any]) -> dict[str, str]:
    return {
        each["name"]: each["value"].strip("'")
        for each in item.get("parameters", [])
        if each["name"] not in _FIXTURES
    }


def _unquoted_lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _record(python: str) -> None:
    steps = tiny_shop.STEPS
    for pattern, replacement in _OWN_EVIDENCE:
        steps = re.sub(pattern, replacement, steps, flags=re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        suite = write_suite(
            Path(folder, "suite"), steps, endings=tiny_shop.ENDINGS, gherkin=tiny_shop.GHERKIN
        )
        results = Path(folder, "results")
        subprocess.run([python, "-m", "pytest", str(suite), "--alluredir", str(results)], check=False)
        text = json.dumps(reported(results), indent=1, sort_keys=True, ensure_ascii=False)
    RECORDING.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    _record(sys.argv[1])
