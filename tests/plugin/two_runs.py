"""Two runs of the features in one process, a red one and then a green one: `python -m tests.plugin.two_runs FOLDER`.

Prints as JSON what each run ended with, and what it left behind in the process.
"""

import json
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from allure_commons import plugin_manager
from playwright.sync_api import Expect

from harness.plugin import Harness
from harness.run.run import RUN

PROJECT = Path(__file__).resolve().parents[2]

CHOICE = "order_processing_step_6-02 or store_views-02 or sign_in-01"
"""What turns red by the defect, and what does not; one of them needs a browser."""

ERROR = "Something went wrong outside any scenario."

DEFECT = "--defect wrong-website-id"


class Witness:
    """Sees a run's secrets while it goes on, and notes an error of the first; pytest calls its hooks."""

    def __init__(self) -> None:
        self.passwords: list[str] = []
        self.hides: list[bool] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Take the admin password of the run's own store, once the run is settled."""
        if not self.passwords:
            session.config.hook.pytest_acceptance_went_wrong(sentence=ERROR)
        run = session.config.stash[RUN]
        assert run.shop.admin_password
        self.passwords.append(run.shop.admin_password.get_secret_value())
        harness = session.config.pluginmanager.get_plugin("acceptance")
        assert isinstance(harness, Harness)
        self.hides = [harness.scrubber.scrub(password) != password for password in self.passwords]


def run(folder: Path, witness: Witness, sandbox: str) -> dict[str, Any]:
    """Carry out one run below `folder`, and tell what it ended with."""
    exit_code = pytest.main(
        [
            *(str(PROJECT / "features"), "-p", "no:cacheprovider", "--shop", "embedded", "-n", "0"),
            *("-m", CHOICE, "--sandbox", sandbox, "--alluredir", str(folder / "allure-results")),
            *("--output", str(folder / "test-results")),
        ],
        plugins=[witness],
    )
    return {"exit code": int(exit_code), "hides the passwords": list(witness.hides)}


def process() -> dict[str, Any]:
    """Tell what belongs to the process, and is everybody's: handlers, classes and plugins that a run borrows."""
    return {
        "SIGTERM": repr(signal.getsignal(signal.SIGTERM)),
        "SIGINT": repr(signal.getsignal(signal.SIGINT)),
        "Expect": f"{Expect.__call__.__module__}.{Expect.__call__.__qualname__}",
        "Allure's plugins": sorted(repr(type(plugin)) for plugin in plugin_manager.get_plugins()),
    }


def main(folder: Path) -> None:
    """Carry out both runs; their own output goes to the standard one, so the answer is a file."""
    witness, before = Witness(), process()
    red, between = run(folder / "red", witness, DEFECT), process()
    green, after = run(folder / "green", witness, ""), process()
    answer = {
        "red": red,
        "green": green,
        "process": [before, between, after],
        "passwords": witness.passwords,
    }
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
