"""The shop's own clock, so that tests can let tokens, locks and throttles expire without waiting."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Real time, plus whatever the tests have moved it forward by."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Answer the shop's time in UTC."""
        return datetime.now(UTC) + self._ahead

    def timestamp(self) -> float:
        """Answer the shop's time as seconds since the epoch, the form in which rows keep it."""
        return self.now().timestamp()

    def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        self._ahead += timedelta(seconds=seconds)

    def reset(self) -> None:
        """Go back to real time."""
        self._ahead = timedelta()
