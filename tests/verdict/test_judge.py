"""A proof has to be proven: what was seen, what the shop said when it was asked again, and whose fault it is."""

import pytest

from api.errors import NotRest, Refusal, UnexpectedAnswer, Unreachable
from harness.core.causes import Cause
from harness.verdict.judge import Asked, EnvironmentFailure, FailureJudge
from harness.verdict.signs import Kind, Sign

CALL = "GET /rest/us/V1/customers/me"
URL = "https://shop.example.com/rest/us/V1/customers/me"
ENVIRONMENT_FAILURE = EnvironmentFailure(
    went_away=lambda: "It went away.",
    blinked=lambda: "It blinked.",
    proven=lambda kind: f"Proven: {kind}.",
    awaits_confirmation=lambda: "It asks to confirm.",
)
AWAY = Asked(again=None, beside=False)
STILL_AWAY = Asked(again=False, beside=False)
ONLY_THIS = Asked(again=False, beside=True)
WELL_AGAIN = Asked(again=True, beside=True)
NO_TWIN = Asked(again=None, beside=True)
ONLY_AGAIN = Asked(again=True, beside=False)

TABLE = [
    # what was seen, what came when the shop was asked again, whose fault, and the sentence's beginning
    (Kind.NO_ANSWER, AWAY, Cause.ENVIRONMENT, "It went away."),
    (Kind.NO_ANSWER, STILL_AWAY, Cause.ENVIRONMENT, "It went away."),
    (Kind.NO_ANSWER, ONLY_THIS, Cause.SHOP, "The rest of the shop answers"),
    (Kind.NO_ANSWER, NO_TWIN, Cause.SHOP, "The rest of the shop answers"),
    (Kind.NO_ANSWER, WELL_AGAIN, Cause.ENVIRONMENT, "It blinked."),
    (Kind.NO_ANSWER, ONLY_AGAIN, Cause.ENVIRONMENT, "It blinked."),
    (Kind.GATEWAY, STILL_AWAY, Cause.ENVIRONMENT, "It went away."),
    (Kind.GATEWAY, ONLY_THIS, Cause.SHOP, "The rest of the shop answers"),
    (Kind.GATEWAY, WELL_AGAIN, Cause.ENVIRONMENT, "It blinked."),
    (Kind.FAULT, STILL_AWAY, Cause.ENVIRONMENT, "It went away."),
    (Kind.FAULT, ONLY_THIS, Cause.SHOP, "The rest of the shop answers"),
    (Kind.FAULT, NO_TWIN, Cause.SHOP, "The rest of the shop answers"),
    (Kind.FAULT, WELL_AGAIN, Cause.SHOP, "It answered when it was asked again."),
    (Kind.NOT_MAGENTO, STILL_AWAY, Cause.ENVIRONMENT, "It went away."),
    (Kind.NOT_MAGENTO, ONLY_THIS, Cause.SHOP, "The rest of the shop answers"),
    (Kind.NOT_MAGENTO, WELL_AGAIN, Cause.SHOP, "It answered when it was asked again."),
]

FAILURES = {
    Kind.NO_ANSWER: Unreachable(CALL, "no answer"),
    Kind.GATEWAY: NotRest(CALL, "502", status=502),
    Kind.FAULT: NotRest(CALL, "500", status=500),
    Kind.NOT_MAGENTO: NotRest(CALL, "200, HTML", status=200),
}


def sign(kind: Kind, call: str = CALL) -> Sign:
    """Give a sign of this kind."""
    return Sign(kind, call, "seen so", URL)


def never(*_: object) -> Asked:
    """Fail where nobody is to be asked."""
    raise AssertionError("the shop was asked")


@pytest.mark.parametrize(("kind", "asked", "cause", "message"), TABLE)
def test_judgement(kind: Kind, asked: Asked, cause: Cause, message: str) -> None:
    """By what was seen and what came of asking again, over REST and for an assertion in the browser alike."""
    for failure in (FAILURES[kind], AssertionError("the Address Book is missing")):
        judgement = FailureJudge().judge(
            failure, sign(kind), ENVIRONMENT_FAILURE, ask=lambda _: asked, awaits_confirmation=lambda: False
        )
        assert judgement.cause is cause
        assert judgement.message.startswith(message)


@pytest.mark.parametrize("kind", [Kind.LIMITED, Kind.KEPT_OUT, Kind.ROBOT_TEST])
def test_own_proof_is_not_asked_again(kind: Kind) -> None:
    """The sentence names the status and the page."""
    judgement = FailureJudge().judge(
        AssertionError("x"), sign(kind), ENVIRONMENT_FAILURE, ask=never, awaits_confirmation=lambda: False
    )
    assert judgement.cause is Cause.ENVIRONMENT
    assert judgement.explanation == f"Proven: {kind}. Seen: {CALL}: seen so."


@pytest.mark.parametrize(
    "failure",
    [
        AssertionError("postcode: expected 10755, seen 10001"),
        Refusal(CALL, "no", status=401),
        UnexpectedAnswer(CALL, "no id"),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_what_shows_no_sign_is_the_shops(failure: Exception) -> None:
    """Nobody is asked."""
    judgement = FailureJudge().judge(
        failure, None, ENVIRONMENT_FAILURE, ask=never, awaits_confirmation=lambda: False
    )
    assert (judgement.cause, judgement.message) == (Cause.SHOP, "")


def test_fault_of_the_suite_is_no_outage() -> None:
    """Whatever the shop answered before."""
    judgement = FailureJudge().judge(
        KeyError("x"), sign(Kind.GATEWAY), ENVIRONMENT_FAILURE, ask=never, awaits_confirmation=lambda: True
    )
    assert judgement.cause is Cause.SUITE


def test_awaited_confirmation_is_a_proof() -> None:
    """Where nothing looks like an outage, and the shop says so of the scenario's customers."""
    judgement = FailureJudge().judge(
        Refusal(CALL, "no", status=401),
        None,
        ENVIRONMENT_FAILURE,
        ask=never,
        awaits_confirmation=lambda: True,
    )
    assert (judgement.cause, judgement.message) == (Cause.ENVIRONMENT, "It asks to confirm.")


def test_blinks_are_forgiven_twice_and_never_for_one_call() -> None:
    """The third is the shop's, and so is the second of the same call."""
    judge = FailureJudge()

    def blink(call: str) -> Cause:
        return judge.judge(
            AssertionError("x"),
            sign(Kind.GATEWAY, call),
            ENVIRONMENT_FAILURE,
            ask=lambda _: WELL_AGAIN,
            awaits_confirmation=lambda: False,
        ).cause

    calls = ["GET /a", "GET /a", "GET /b", "GET /c"]
    assert [blink(call) for call in calls] == [Cause.ENVIRONMENT, Cause.SHOP, Cause.ENVIRONMENT, Cause.SHOP]
