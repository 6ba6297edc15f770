"""Judges a failure: whose fault it is. A proof has to be proven.

| what was seen | the shop, asked again | whose fault |
|---|---|---|
| 429, a firewall's 403 or 406, reCAPTCHA | not asked: its own proof | the environment |
| anything else that is not Magento | all of it silent, or something else | the environment |
| the same | the call fails again, the rest answers | the shop |
| no answer, or 502, 503, 504 | it answers now | the environment: a blink, twice a run at most, once for a call |
| 500, or wrong content | it answers now | the shop |

Questions to the shop are handed in, so that a table of failures tests all of it without one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from harness.core.causes import Cause, Judgement
from harness.verdict.classify import cause_of
from harness.verdict.signs import Kind, Sign

MOST_BLINKS = 2
"""Blinks that a run forgives."""

ONLY_THIS = "The rest of the shop answers; this alone does not."
WELL_AGAIN = "It answered when it was asked again."


@dataclass(frozen=True)
class Asked:
    """What the shop said when it was asked again.

    `again` tells whether the same call, or its safe twin, is well now, None where it has none; `beside` whether
    anything else of the shop answers; `lines` are the questions and their answers; `away` says for how long nothing
    answered, where that is known.
    """

    again: bool | None
    beside: bool
    lines: tuple[str, ...] = ()
    away: str = ""


@dataclass(frozen=True)
class EnvironmentFailure:
    """The sentences in which an environment failure is explained, for one shop."""

    went_away: Callable[[], str]
    blinked: Callable[[], str]
    proven: Callable[[Kind], str]
    awaits_confirmation: Callable[[], str]


class FailureJudge:
    """Judges the failures of one process, one after the other."""

    def __init__(self) -> None:
        self._blinks: list[str] = []

    def judge(
        self,
        failure: BaseException,
        sign: Sign | None,
        proof: EnvironmentFailure,
        *,
        ask: Callable[[Sign], Asked],
        awaits_confirmation: Callable[[], bool],
    ) -> Judgement:
        """Judge an exception; `sign` is what looked like an outage, `ask` asks the shop again about it.

        `awaits_confirmation` tells whether the scenario's customers have yet to confirm their e-mail.
        """
        cause = cause_of(failure)
        if sign is None or cause is Cause.SUITE:
            if cause is not Cause.SUITE and awaits_confirmation():
                return Judgement(Cause.ENVIRONMENT, proof.awaits_confirmation())
            return Judgement(cause)
        if sign.kind.is_proof:
            return Judgement(Cause.ENVIRONMENT, proof.proven(sign.kind), _seen(sign))
        return self._judge_asked(sign, ask(sign), proof)

    def _judge_asked(self, sign: Sign, asked: Asked, proof: EnvironmentFailure) -> Judgement:
        if not asked.beside and not asked.again:
            seen = " ".join(filter(None, [_seen(sign), asked.away]))
            return Judgement(Cause.ENVIRONMENT, proof.went_away(), seen, asked.lines)
        if not asked.again:
            return Judgement(Cause.SHOP, ONLY_THIS, _seen(sign), asked.lines)
        if sign.kind.may_blink and self._forgives_blink(sign.call):
            return Judgement(Cause.ENVIRONMENT, proof.blinked(), _seen(sign), asked.lines, sign.call)
        return Judgement(Cause.SHOP, WELL_AGAIN, _seen(sign), asked.lines)

    def _forgives_blink(self, call: str) -> bool:
        if call in self._blinks or len(self._blinks) >= MOST_BLINKS:
            return False
        self._blinks.append(call)
        return True


def _seen(sign: Sign) -> str:
    return f"Seen: {sign}."
