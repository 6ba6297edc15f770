"""What a run comes to: its exit code, and why the shop could not be tested where it could not.

Failures that are all the environment's are no verdict on the shop: such a run ends with 69, and one genuine failure
with 1. A run that its preflight stops ends with the finding's code. This is the only place that decides it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from harness.core.causes import Judgement
from harness.core.exit_codes import ExitCode
from harness.core.finding import Finding, Leaves
from harness.preflight.diagnosis import Diagnosis
from harness.verdict.judge import MOST_BLINKS


@dataclass(frozen=True)
class Ended:
    """How a run's scenarios ended: how many passed, why others were skipped, and how each failure was judged.

    `customers_left` tells whether the final clean-up found any, None where the shop refused to say.
    """

    passed: int = 0
    skipped: Sequence[str] = ()
    failures: Sequence[Judgement] = ()
    customers_left: bool | None = False


@dataclass(frozen=True)
class Conclusion:
    """The exit code, and what the terminal and the report say of it.

    `finding` is what the preflight found that kept scenarios from running; `messages` explain a run
    whose every failure is the environment's.
    """

    exit_code: int
    finding: Finding | None = None
    messages: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Name what kept scenarios from running."""
        nothing = self.finding is not None and self.finding.leaves is Leaves.NOTHING
        return "the shop could not be tested" if nothing else "the browser's scenarios could not be run"


def conclude(exit_code: int, diagnosis: Diagnosis, ended: Ended) -> Conclusion:
    """Give what a run comes to; `exit_code` is pytest's own, which stands where nothing here has a say."""
    finding = _in_the_way(diagnosis, ended)
    if diagnosis.stop:
        return Conclusion(diagnosis.exit_code, finding)
    messages = _environment_failures(ended.failures)
    if exit_code == pytest.ExitCode.OK:
        if ended.customers_left:
            return Conclusion(pytest.ExitCode.TESTS_FAILED, finding)
        if finding or not ended.passed or ended.customers_left is None:
            return Conclusion(ExitCode.UNAVAILABLE, finding)
    if exit_code == pytest.ExitCode.TESTS_FAILED and messages:
        return Conclusion(ExitCode.UNAVAILABLE, finding, messages)
    return Conclusion(exit_code, finding, messages)


def _environment_failures(failures: Sequence[Judgement]) -> tuple[str, ...]:
    """Give the proof of every failure, each once with what was seen first; nothing where one failure has no proof.

    Each worker of a parallel run forgives its own blinks, so they are counted here once more.
    """
    blinks = [failure.blink for failure in failures if failure.blink]
    are_too_many = len(blinks) > MOST_BLINKS or len(set(blinks)) < len(blinks)
    if are_too_many or not all(failure.proof for failure in failures):
        return ()
    first: dict[str, str] = {}
    for failure in failures:
        first.setdefault(failure.proof, failure.explanation)
    return tuple(first.values())


def _in_the_way(diagnosis: Diagnosis, ended: Ended) -> Finding | None:
    """Give what kept scenarios of this run from being run, None where nothing did."""
    obstacle = diagnosis.obstacle
    if obstacle and (diagnosis.stop or any(obstacle.problem in reason for reason in ended.skipped)):
        return obstacle
    return None
