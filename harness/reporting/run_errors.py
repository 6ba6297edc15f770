"""What went wrong around the scenarios: an interruption, a crashed worker, a feature that cannot be read.

None of these has a scenario's result to stand in; Allure shows them as the run's own errors.
"""

from harness.secrets.scrubber import scrubber

_troubles: list[str] = []


def note(trouble: str) -> None:
    """Add one, told in a sentence."""
    told = scrubber.scrub(trouble)
    if told not in _troubles:
        _troubles.append(told)


def noted() -> list[str]:
    """Give what this process knows of."""
    return list(_troubles)
