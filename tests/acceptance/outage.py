"""A plugin for runs under test: the shop goes down right after a step, and stays down.

The step is named by the variable OUTAGE_AFTER; the shop is an embedded store that was started with --testing.
"""

import os

import requests
from pytest_bdd.parser import Step


def pytest_bdd_after_step(step: Step) -> None:
    """Take the shop down when the step is over."""
    if step.name == os.environ["OUTAGE_AFTER"]:
        address = f"{os.environ['SHOP_BASE_URL']}/sandbox/testing/handles"
        requests.put(address, json={"outage": "bad-gateway"}, timeout=10).raise_for_status()
