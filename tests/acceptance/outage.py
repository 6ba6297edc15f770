"""A plugin for runs under test: the shop goes down right after a step, and stays down.

The variable OUTAGE_AFTER names the step. The shop is an embedded store: one that was started with --testing begins to
answer with 502, one whose process OUTAGE_PROCESS names ends.
"""

import os
import signal

import requests

from harness.core.gherkin import Step


def pytest_bdd_after_step(step: Step) -> None:
    """Take the shop down when the step is over."""
    if step.name != os.environ["OUTAGE_AFTER"]:
        return
    if process := os.environ.get("OUTAGE_PROCESS"):
        os.kill(int(process), signal.SIGTERM)
    else:
        url = f"{os.environ['SHOP_BASE_URL']}/sandbox/testing/controls"
        requests.put(url, json={"outage": "bad-gateway"}, timeout=10).raise_for_status()
