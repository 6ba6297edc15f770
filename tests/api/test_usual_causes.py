"""An answer that says too little comes with what usually stands behind it."""

import pytest

from api.answer import Answer
from api.errors import NotRest, Refusal, UnexpectedAnswer, Unreachable
from api.reasons import Refusals

CREATE = "POST /rest/us/V1/customers"
ME = "GET /rest/us/V1/customers/me"
TOKEN = "POST /rest/us/V1/integration/customer/token"
INTERNAL = "Internal Error. Details are available in Magento log file. Report ID: webapi-5f0"
NOT_AUTHORIZED = "The consumer isn't authorized to access {}."


def test_refusal_has_its_usual_cause(subtests: pytest.Subtests) -> None:
    """Where Magento's words explain themselves there is none."""
    for call, status, message, hint in [
        (
            CREATE,
            500,
            INTERNAL,
            "took the same e-mail at the same moment, or store_id and website_id were left out",
        ),
        (f"{CREATE}/search", 500, INTERNAL, "a fault in the shop's code or configuration"),
        (ME, 401, NOT_AUTHORIZED.format("self"), "the token has run out or was revoked"),
        (ME, 401, NOT_AUTHORIZED.format("Magento_Customer::delete"), "the caller's role lacks this resource"),
        (TOKEN, 401, "The account sign-in was incorrect or your account is disabled.", "a wrong password"),
        (ME, 404, "Request does not match any route.", "this version of Magento does not have"),
        (ME, 400, "Specified request cannot be processed.", "a store code in the URL"),
        (CREATE, 400, "ReCaptcha validation failed, please try again", "reCAPTCHA being on"),
        (ME, 404, "No such entity with customerId = 7", ""),
        (CREATE, 400, '"First Name" is a required value.', ""),
    ]:
        with subtests.test(call=call, message=message):
            right = message.partition("access ")[2].rstrip(".")
            parameters = {"resources": right} if right else {}
            reported = Refusal(call, message, status=status, parameters=parameters).usual_cause
            assert (hint in reported) if hint else reported == ""
            assert reported == "" or (reported.startswith("The usual cause: ") and reported.endswith("."))


def test_answer_from_elsewhere_has_its_usual_cause(subtests: pytest.Subtests) -> None:
    """By its status: its body is some web server's page."""
    for status, hint in [
        (502, "PHP not running"),
        (503, "maintenance mode"),
        (504, "not answering within"),
        (403, "a firewall"),
        (404, "not of a Magento shop's"),
        (200, ""),
        (599, ""),
    ]:
        with subtests.test(status=status):
            reported = NotRest(ME, f"{status}, text/html in place of JSON", status=status).usual_cause
            assert (hint in reported) if hint else reported == ""


@pytest.mark.parametrize("error", [Unreachable(ME, "no answer"), UnexpectedAnswer(ME, "no id")])
def test_others_tell_it_themselves(error: Unreachable | UnexpectedAnswer) -> None:
    """Nothing is added to what says it all."""
    assert error.usual_cause == ""


def test_unexpected_refusal_is_reported_with_it() -> None:
    """Also where a scenario expected another one."""
    body = '{"message": "Internal Error. Report ID: webapi-5f0"}'
    answer = Answer(dict, CREATE, 500, "application/json", body)
    with pytest.raises(
        AssertionError, match=r"the e-mail is taken, seen .* 500, .* The usual cause: another call"
    ):
        Refusals({"us": "en_US"}).check(answer, "the e-mail is taken")
