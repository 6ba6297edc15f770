"""The sentence about a run counts scenarios and calls no failure a success."""

from types import SimpleNamespace

import pytest

from harness.reporting.run_sentence import RunSentence


def _stats(**names: str) -> dict[str, list[SimpleNamespace]]:
    return {
        outcome: [SimpleNamespace(nodeid=nodeid) for nodeid in nodeids] for outcome, nodeids in names.items()
    }


@pytest.mark.parametrize(
    ("names", "interrupted", "sentence", "is_good"),
    [
        ({"passed": "abc"}, False, "All 3 scenarios passed.", True),
        ({"passed": "a"}, False, "1 scenario passed.", True),
        ({"passed": "ab", "skipped": "c"}, False, "All 2 scenarios passed. 1 skipped.", True),
        ({"passed": "ab", "failed": "c"}, False, "1 of 3 scenarios failed.", False),
        ({"passed": "ab", "error": "b"}, False, "1 of 2 scenarios failed.", False),
        ({"failed": "a", "error": "a"}, False, "1 of 1 scenario failed.", False),
        ({"skipped": "ab"}, False, "No scenario passed. 2 skipped.", False),
        (
            {"passed": "ab", "xfailed": "c", "skipped": "d"},
            False,
            "2 scenarios passed. 1 skipped. 1 met a known defect of the Magento version.",
            True,
        ),
        ({"xfailed": "a", "error": "a"}, False, "1 of 1 scenario failed.", False),
        ({"passed": "a", "xpassed": "b"}, False, "All 2 scenarios passed.", True),
        ({}, False, "No scenario ran.", False),
        ({}, True, "Interrupted before any scenario ended.", False),
        ({"passed": "ab"}, True, "Interrupted: 2 scenarios passed before.", False),
        (
            {"passed": "ab", "failed": "c", "skipped": "d"},
            True,
            "Interrupted: 1 of 4 scenarios failed before. 1 skipped.",
            False,
        ),
    ],
)
def test_sentence(names: dict[str, str], interrupted: bool, sentence: str, is_good: bool) -> None:
    """A scenario that passed and then failed to clean up has failed."""
    verdict = RunSentence(_stats(**names), interrupted=interrupted)
    assert (str(verdict), verdict.is_good) == (sentence, is_good)
