"""The table of Magento's messages fits what running shops said: the refusals recorded from two of them."""

import json
from pathlib import Path

import pytest

from api.answer import Answer
from api.errors import UnexpectedAnswer
from api.reasons import REASONS, check_accepted_or_refused, check_refused

RECORDINGS = Path(__file__).parents[1] / "sandbox" / "recordings"

RECORDED = {
    "E-01": "no such route",
    "E-02": "the request cannot be processed",
    "E-06": "the JSON cannot be decoded",
    "E-07": "the content type is missing",
    "E-10": "no such route",
    "E-11": "customer is required",
    "E-13": "the value has the wrong type",
    "SV-05": "not authorized for Magento_Backend::store",
    "CC-20": "the first name is missing",
    "CC-22": "both names are missing",
    "CC-23": "the e-mail is missing",
    "CC-24": "the e-mail is not an address",
    "CC-26": "the e-mail is taken",
    "CC-30": "the password is too short",
    "CC-32": "the password has too few classes of characters",
    "CC-34": "the password is the e-mail",
    "CC-40": "the store view is not in the website",
    "CC-42": "the store view does not exist",
    "CC-43": "the website does not exist",
    "CC-46": "the customer group does not exist",
    "CC-60": "firstname is required",
    "CC-61a": "city is required",
    "CC-62": "street, city and telephone are required",
    "CC-65": "the region does not exist",
    "CT-04a": "the sign-in is not correct",
    "CT-05": "username and password are required",
    "CT-06": "password is required",
    "CT-07a": "the sign-in is not correct",
    "ME-02": "not authorized for self",
    "ME-03": "customerId is required",
    "DEL-06": "not authorized for self",
    "ME-05": "not authorized for self",
    "ME-09": "not authorized for Magento_Customer::customer",
    "ME-14": "the customer does not exist",
    "DEL-03": "the customer does not exist",
    "DEL-04": "not authorized for Magento_Customer::delete",
}

TOLD_AS_AN_EMAIL = "the address is not hers"
"""2.4.8 refuses somebody else's address with the words for an e-mail that is taken."""


def _answer(magento: str, case: str) -> Answer[bool]:
    rows = json.loads((RECORDINGS / f"rest-{magento}.json").read_text(encoding="utf-8"))
    (row,) = (row for row in rows if row["id"] == case)
    call = f"{row['method']} {row['path']}"
    return Answer(bool, call, row["status"], row["content_type"], json.dumps(row["body"]))


@pytest.mark.parametrize("magento", ["2.4.1", "2.4.8"])
def test_reason_is_told_from_all_others(subtests: pytest.Subtests, magento: str) -> None:
    """The recorded refusal has this meaning, in whatever words and language, and no other."""
    for case, reason in RECORDED.items():
        with subtests.test(case=case):
            answer = _answer(magento, case)
            fitting = [name for name, known in REASONS.items() if known.fits(answer)]
            assert [name for name in fitting if name != TOLD_AS_AN_EMAIL] == [reason]


def test_another_reason_is_an_error() -> None:
    """The sentence names the call, what was expected and what Magento said."""
    with pytest.raises(
        AssertionError, match=r"POST \S+: expected a refusal because the e-mail is taken, seen .*Email"
    ):
        check_refused(_answer("2.4.8", "CC-24"), "the e-mail is taken")


def test_what_versions_do_differently() -> None:
    """What a version does not do is an error, and so is a refusal for another reason."""
    reason = "the first name is not valid"
    check_accepted_or_refused(_answer("2.4.1", "CC-81"), reason, refused=False)
    check_accepted_or_refused(_answer("2.4.8", "CC-81"), reason, refused=True)
    with pytest.raises(UnexpectedAnswer, match="accepted with 200, but should have been refused"):
        check_accepted_or_refused(_answer("2.4.1", "CC-81"), reason, refused=True)
    with pytest.raises(AssertionError, match="expected to be accepted by this version, seen"):
        check_accepted_or_refused(_answer("2.4.8", "CC-81"), reason, refused=False)
    with pytest.raises(AssertionError, match="the first name is not valid"):
        check_accepted_or_refused(_answer("2.4.8", "CC-24"), reason, refused=True)


@pytest.mark.parametrize(
    ("magento", "reason"), [("2.4.1", "an internal error"), ("2.4.8", "the field is not supported")]
)
def test_field_that_magento_does_not_know(magento: str, reason: str) -> None:
    """2.4.1 breaks over it, 2.4.8 names it."""
    check_refused(_answer(magento, "E-12"), reason)
