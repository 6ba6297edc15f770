"""The sentence about a run counts scenarios and calls no failure a success.

The sentences are in `__snapshots__`; `.venv/bin/pytest tests --snapshot-update -k test_snapshot_of` writes them anew.
"""

from types import SimpleNamespace

from syrupy.assertion import SnapshotAssertion

from harness.reporting.run_sentence import RunSentence


def _stats(**names: str) -> dict[str, list[SimpleNamespace]]:
    return {
        outcome: [SimpleNamespace(nodeid=nodeid) for nodeid in nodeids] for outcome, nodeids in names.items()
    }


RUNS: tuple[dict[str, str], ...] = (
    {"passed": "abc"},
    {"passed": "a"},
    {"passed": "ab", "skipped": "c"},
    {"passed": "ab", "failed": "c"},
    {"passed": "ab", "error": "b"},
    {"failed": "a", "error": "a"},
    {"skipped": "ab"},
    {"passed": "ab", "xfailed": "c", "skipped": "d"},
    {"xfailed": "a", "error": "a"},
    {"passed": "a", "xpassed": "b"},
    {},
)
INTERRUPTED: tuple[dict[str, str], ...] = (
    {},
    {"passed": "ab"},
    {"passed": "ab", "failed": "c", "skipped": "d"},
)


def test_snapshot_of_sentences(snapshot: SnapshotAssertion) -> None:
    """A scenario that passed and then failed to clean up has failed; True stands for a good run."""
    said = [
        (
            names,
            "interrupted" if interrupted else "ended",
            RunSentence(_stats(**names), interrupted=interrupted),
        )
        for interrupted, runs in ((False, RUNS), (True, INTERRUPTED))
        for names in runs
    ]
    assert "\n".join(f"{names} {end}\n  {one} {one.is_good}" for names, end, one in said) == snapshot
