"""After how many wrong passwords a shop locks whom out; no endpoint tells it, so the shop's settings do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Locks:
    """Two counts: `throttle` closes REST to an e-mail, `account` closes an account everywhere; 0 for never."""

    throttle: int = 6
    account: int = 10

    @property
    def over_rest(self) -> int:
        """How many wrong passwords over REST keep the right one from being good there."""
        return min(self.throttle, self.account) if self.account else self.throttle

    def by_doors(self, times: int) -> tuple[int, int]:
        """Split wrong passwords between REST and the form, which takes over where the throttle closes REST."""
        over_rest = min(times, self.throttle)
        return over_rest, times - over_rest

    def rounds(self) -> list[int]:
        """Split what locks an account into rounds that the throttle lets pass, each but the last with a right one."""
        most = max(min(self.throttle, self.account) - 1, 1)
        full, rest = divmod(self.account, most)
        return [*[most] * full, *([rest] if rest else [])]


TRIES_IN_THE_FORM = 2
"""Wrong passwords that the sign-in form takes before a stock shop asks for a captcha."""

STOCK = Locks()
