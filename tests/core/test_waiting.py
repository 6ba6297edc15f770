"""A wait for a length of time says why."""

import logging
import time

import pytest

from harness.core.waiting import deliberate_wait


def test_wait_takes_its_time_and_says_why(caplog: pytest.LogCaptureFixture) -> None:
    """The reason goes to the debug log, where whoever wonders finds it."""
    caplog.set_level(logging.DEBUG)
    before = time.monotonic()
    deliberate_wait(0.05, "the shop is starting")
    assert time.monotonic() - before >= 0.05
    assert caplog.messages == ["Waiting 0.05 s: the shop is starting"]
