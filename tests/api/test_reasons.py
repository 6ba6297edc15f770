"""Refusals are known by what no language changes, and by their words where a table has them."""

import json
from pathlib import Path

import pytest

from api.answer import Answer
from api.errors import UnexpectedAnswer
from api.reasons import REASONS, SIGN_IN, Refusals
from api.wordings import LANGUAGES

RECORDINGS = Path(__file__).parents[1] / "sandbox" / "recordings"

ENGLISH = Refusals({"us": "en_US"})
TRANSLATED = Refusals({"us": "en_US", "de": "de_DE", "fr": "fr_FR"})

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

REFUSED_BY_THE_EMAIL = "the address is not hers"
"""2.4.8 refuses somebody else's address with the words for an e-mail that is taken."""

GERMAN = (
    "Die Anmeldung des Kontos war falsch oder Ihr Konto ist vorübergehend deaktiviert. "
    "Bitte warten Sie und versuchen Sie es später noch einmal."
)


def _answer(magento: str, case: str) -> Answer[bool]:
    rows = json.loads((RECORDINGS / f"rest-{magento}.json").read_text(encoding="utf-8"))
    (row,) = (row for row in rows if row["id"] == case)
    call = f"{row['method']} {row['path']}"
    return Answer(bool, call, row["status"], row["content_type"], json.dumps(row["body"]))


def _refused(message: str, *, scope: str, status: int = 401, **parameters: str) -> Answer[bool]:
    body = json.dumps({"message": message, "parameters": parameters})
    return Answer(bool, f"POST /rest/{scope}/V1/customers", status, "application/json", body)


def _fits(refusals: Refusals, answer: Answer[bool], reason: str) -> bool:
    try:
        refusals.check(answer, reason)
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize("magento", ["2.4.1", "2.4.8"])
def test_reason_is_reported_from_all_others(magento: str, subtests: pytest.Subtests) -> None:
    """The recorded refusal has this meaning, in whatever words and language, and no other."""
    for case, reason in RECORDED.items():
        with subtests.test(case=case):
            answer = _answer(magento, case)
            assert TRANSLATED.check(answer, reason)
            fitting = [name for name in REASONS if _fits(TRANSLATED, answer, name)]
            assert [name for name in fitting if name != REFUSED_BY_THE_EMAIL] == [reason]


def test_every_reason_has_words() -> None:
    """In Magento's own language, and no table has words for a reason that nobody knows."""
    named = {reason.wording or name for name, reason in REASONS.items()}
    for_hints = {"the reCAPTCHA is not solved"}
    assert named | for_hints == set(LANGUAGES["en"].wordings)
    for language in LANGUAGES.values():
        assert set(language.wordings) <= named | for_hints
        assert language.source


def test_another_reason_is_an_error() -> None:
    """The sentence names the call, what was expected and what Magento said."""
    with pytest.raises(
        AssertionError, match=r"POST \S+: expected a refusal because the e-mail is taken, seen .*Email"
    ):
        ENGLISH.check(_answer("2.4.8", "CC-24"), "the e-mail is taken")


def test_what_versions_do_differently() -> None:
    """What a version does not do is an error, and so is a refusal for another reason."""
    reason = "the first name is not valid"
    ENGLISH.check_accepted_or_refused(_answer("2.4.1", "CC-81"), reason, refused=False)
    ENGLISH.check_accepted_or_refused(_answer("2.4.8", "CC-81"), reason, refused=True)
    with pytest.raises(UnexpectedAnswer, match="accepted with 200, but should have been refused"):
        ENGLISH.check_accepted_or_refused(_answer("2.4.1", "CC-81"), reason, refused=True)
    with pytest.raises(AssertionError, match="expected to be accepted by this version, seen"):
        ENGLISH.check_accepted_or_refused(_answer("2.4.8", "CC-81"), reason, refused=False)
    with pytest.raises(AssertionError, match="the first name is not valid"):
        ENGLISH.check_accepted_or_refused(_answer("2.4.8", "CC-24"), reason, refused=True)


@pytest.mark.parametrize(
    ("magento", "reason"), [("2.4.1", "an internal error"), ("2.4.8", "the field is not supported")]
)
def test_field_that_magento_does_not_know(magento: str, reason: str) -> None:
    """2.4.1 breaks over it, 2.4.8 names it."""
    ENGLISH.check(_answer(magento, "E-12"), reason)


@pytest.mark.parametrize("scope", ["us", "de", "all"])
def test_text_without_a_language_pack(scope: str) -> None:
    """Magento answers in English whatever the locale, and that is sound."""
    english = _answer("2.4.8", "CT-07a").refusal.message
    assert TRANSLATED.check(_refused(english, scope=scope), SIGN_IN)


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        ("us", GERMAN),
        ("de", GERMAN.replace("später noch einmal", "später")),
        ("de", "Invalid login or password."),
        (
            "us",
            "The account sign-in was incorrect or your account is disabled. Please wait and try again later.",
        ),
        (
            "us",
            "x The account sign-in was incorrect or your account is disabled temporarily. Please wait and try "
            "again later.",
        ),
    ],
)
def test_near_miss(scope: str, message: str) -> None:
    """Where the language's table has the reason, other words are a fault; so is another language than the scope's."""
    with pytest.raises(AssertionError, match="expected a refusal because the sign-in is not correct"):
        TRANSLATED.check(_refused(message, scope=scope), SIGN_IN)


def test_words_that_no_table_has() -> None:
    """The refusal holds by its status and parameters, and it is reported whose words nobody looked at."""
    unread: list[tuple[str, str]] = []
    refusals = Refusals({"fr": "fr_FR", "de": "de_DE"}, lambda *seen: unread.append(seen))
    assert refusals.check(_refused("L'identifiant est incorrect.", scope="fr"), SIGN_IN) is False
    short = _refused("Das Passwort braucht %1 Zeichen.", scope="de", status=400, **{"1": "8"})
    assert refusals.check(short, "the password is too short") is False
    assert unread == [(SIGN_IN, "fr_FR"), ("the password is too short", "de_DE")]
    assert refusals.sentence(SIGN_IN, "fr") is None


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (_refused("L'identifiant est incorrect.", scope="fr", status=400), SIGN_IN),
        (_refused("Non autorisé.", scope="fr", resources="self"), SIGN_IN),
        (
            _refused("Non autorisé.", scope="fr", resources="self"),
            "not authorized for Magento_Backend::store",
        ),
        (_refused("%fieldName manque.", scope="fr", status=400, fieldName="city"), "street is required"),
        (
            _refused("The customer group does not exist.", scope="us", status=400),
            "the customer group does not exist",
        ),
        (
            _refused("The specified customer group id does not exist.", scope="fr", status=400),
            "the e-mail is taken",
        ),
    ],
)
def test_fault_without_a_table(answer: Answer[bool], reason: str) -> None:
    """Another status, other parameters, another field, and words that are known to tell something else."""
    with pytest.raises(AssertionError, match="expected a refusal because"):
        TRANSLATED.check(answer, reason)


def test_required_fields_by_name() -> None:
    """Each is reported in parameters of its own, in whatever words."""
    answer = _answer("2.4.8", "CC-62")
    assert _fits(ENGLISH, answer, "street, city and telephone are required")
    assert not _fits(ENGLISH, answer, "street and city are required")  # which tells no other


def test_sentence_of_a_page() -> None:
    """It fits Magento's own words and the language's, whatever white space stands around, and nothing else."""
    sentence = TRANSLATED.sentence(SIGN_IN, "de")
    assert sentence
    assert sentence.search(f"\n {GERMAN} ")
    assert sentence.search(_answer("2.4.8", "CT-07a").refusal.message)
    assert not sentence.search(f"{GERMAN} Oder?")
