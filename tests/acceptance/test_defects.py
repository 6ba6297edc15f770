"""A shop that is wrong in one place turns the scenarios red that speak of it, with a sentence that says why."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sandbox.defects import DEFECTS
from tests.acceptance.feature_run import FeatureRun, run_features
from tools.configured.rows import read_rows
from tools.coverage import scenario_titles

ONLY_THIS = "The rest of the shop answers; this alone does not."
WHOLE_STEP = "order_processing_step_6-01"

Defects = Mapping[str, tuple[str, str]]
"""Defects by name, each with the scenario that it turns red and the sentence that says why."""

PARTS = {
    "wrong-website-id": (
        "order_processing_step_6-02",
        "store view us, website_id: expected 2, seen 3",
    ),
    "no-default-flags": ("order_processing_step_6-03", "address, default_billing: expected true, seen false"),
    "foreign-customer-token": ("order_processing_step_6-04", "the token's customer: expected"),
    "swapped-addresses": (
        "order_processing_step_6-06",
        "default billing address, street: expected 123 Oak Ave, seen",
    ),
    "creation-dies": (
        "order_processing_step_6-03",
        f"customers: 500, text/html; charset=UTF-8 in place of JSON, and nothing in it. {ONLY_THIS}",
    ),
    "sign-in-dies": ("order_processing_step_6-05", f"{ONLY_THIS} Seen: POST /us/customer/account/loginPost"),
}
"""The four parts of the step: each defect turns its part and the whole step red."""

ACCEPTED = "accepted with 200, but should have been refused"

CREATION = {
    "scoped-list": ("store_views-04.1", "store views: expected"),
    "any-token": ("store_views-08", ACCEPTED),
    "customers-may-all": ("delete_customer-06", ACCEPTED),
    "swapped-default-flags": (
        "create_customer-31",
        "address in Purchase, default_billing: expected true, seen false",
    ),
    "lost-street-line": (
        "create_customer-47",
        "address in Purchase, street: expected 9 Elm St / Suite 4, seen 9 Elm",
    ),
    "lower-case-email": ("create_customer-04", "customer, email: expected Acceptance"),
    "code-for-name": ("order_processing_step_6-03", "created_in: expected ['US Store View'], seen us"),
    "local-time": ("create_customer-45", "created_at: expected about now"),
    "unasked-newsletter": ("create_customer-46", "is_subscribed: expected False, seen True"),
    "told-password": (
        "create_customer-08",
        "fields of the answer: expected nothing secret, seen ['password']",
    ),
    "scope-wins": ("create_customer-10", "customer, website_id: expected 2, seen 1"),
    "second-account": ("create_customer-16", ACCEPTED),
    "id-overwrites": ("create_customer-50", ACCEPTED),
    "weak-passwords": ("create_customer-25.2", ACCEPTED),
    "email-as-password": ("create_customer-28", ACCEPTED),
    "refused-customer-stays": ("create_customer-35.4", "customers with that e-mail: expected none"),
    "one-problem-at-a-time": (
        "create_customer-36",
        'because street, city and telephone are required, seen POST /rest/us/V1/customers: 400, "street" is required',
    ),
    "unknown-regions": ("create_customer-38.1", ACCEPTED),
    "refused-country": ("create_customer-43", '400, Invalid value of "XX" provided for the countryId field'),
}
TOKENS = {
    "sign-in-anywhere": ("customer_token-10", ACCEPTED),
    "telling-refusal": ("customer_token-24", "There is no account with this email address"),
    "no-throttle": ("customer_token-18", ACCEPTED),
    "lasting-tokens": ("customer_token-21", "lifetime: expected 3600 s, seen 86400 s"),
    "deaf-revocation": ("customer_token-22", "expected 401 and 401, seen 200 and 200"),
    "unsigned-tokens": ("customer_token-31.1", ACCEPTED),
    "id-in-query": ("customer_token-05", "account, id: expected"),
    "id-in-body": ("customer_token-30", "400, A customer with the same email address already exists"),
    "no-own-shipping": ("customer_token-01", "shippingAddress: the answer is not as promised"),
    "token-of-one-store-view": ("customer_token-29", "401, The consumer isn't authorized to access self"),
}
REST = {
    "token-anywhere": ("customer_token-12", ACCEPTED),
    "other-words": ("customer_token-13.1", "the sign-in is not correct, seen POST"),
    "lost-telephone": (
        "create_customer-32",
        "address in Albany, telephone: expected 512-555-1111, seen nothing",
    ),
    "json-for-xml": ("rest_basics-04", "expected XML, seen application/json"),
    "body-wins": ("rest_basics-11", ACCEPTED),
    "unknown-fields": ("rest_basics-06", ACCEPTED),
    "deaf-deletion": ("delete_customer-01", ACCEPTED),
}
ADDRESSES = {
    "wrong-summary": ("address_book-10", "My Account's default shipping address, city: expected Albany"),
    "kept-page": ("address_book-12", "default billing address, street: expected 1 Pine Rd, seen"),
    "raw-markup": ("address_book-09", "default billing address, company: expected <b>Bold & Co</b>, seen"),
    "open-addresses": ("address_book-14", "form for a new address, firstname: expected Jane, seen Ottilie"),
    "sign-out-everywhere": ("sign_in-14", "My Account does not open in the second browser"),
}
SIGN_IN = {
    "first-name-alone": ("sign_in-01", "the header does not greet Jane Doe"),
    "forgotten-email": ("sign_in-04", "the form has not kept the e-mail"),
    "unchecked-form-key": ("sign_in-09", "the form is not refused"),
    "lost-way": ("sign_in-11", "the Address Book is not shown"),
    "deaf-sign-out": ("sign_in-12", "nobody is asked to sign in"),
}
BOX = "default billing address"
NEAR_ADDRESSES = {
    "equal-values-once": ("address_book-16", f"{BOX}, region: expected New York, seen"),
    "longer-first-name": ("address_book-06", f"{BOX}, beside it: expected nothing, seen Mary"),
    "longer-last-name": ("address_book-06", f"{BOX}, last name: expected Doe, seen Doerr"),
    "longer-house-number": ("address_book-06", f"{BOX}, street: expected 9 Elm St, seen 19 Elm St"),
    "care-of": ("address_book-06", f"{BOX}, beside it: expected nothing, seen c/o Somebody Else"),
    "street-line-twice": ("address_book-07", f"{BOX}, beside it: expected nothing, seen 1123 Oak Ave"),
    "longer-company": ("address_book-06", f"{BOX}, beside it: expected nothing, seen & Sons"),
    "longer-city": ("address_book-06", f"{BOX}, beside it: expected nothing, seen West"),
    "region-with-code": ("address_book-06", f"{BOX}, beside it: expected nothing, seen (NY)"),
    "longer-postcode": ("address_book-06", f"{BOX}, postcode: expected 10755, seen 10755-9999"),
    "longer-country": ("address_book-06", f"{BOX}, beside it: expected nothing, seen Minor Outlying Islands"),
    "longer-telephone": ("address_book-06", f"{BOX}, telephone: expected 512-555-1111, seen 512-555-11112"),
    "unasked-vat": ("address_book-06", f"{BOX}, beside it: expected nothing, seen DE123"),
    "list-care-of": (
        "address_book-04",
        "other address, street: expected 123 Oak Ave, seen 123 Oak Ave, c/o Somebody Else",
    ),
    "list-longer-city": (
        "address_book-04",
        "other address, city: expected Purchase, seen Purchase Heights",
    ),
    "list-region-id": ("address_book-04", "other address, region: expected New York, seen 43"),
    "list-country-code": ("address_book-04", "other address, country: expected United States, seen US"),
    "list-longer-postcode": ("address_book-04", "other address, postcode: expected 10755, seen 10755-0001"),
    "list-longer-telephone": (
        "address_book-04",
        "other address, telephone: expected 512-555-1111, seen +1 512-555-1111",
    ),
}
"""They all stand in one box or one row, where each is told beside the others."""
NEAR_PAGES = {
    "longer-greeting": ("sign_in-01", "the header does not greet Jane Doe, seen Welcome, Mary Jane Doe!"),
    "escaped-greeting": ("sign_in-19", "seen Welcome, Mary Zoë &amp; Co D&#039;Artagnan!"),
    "longer-contact-name": (
        "order_processing_step_6-05",
        "My Account, name: expected Jane Doe, seen Jane Doe-Smith; My Account, e-mail: expected acceptance+",
    ),
    "longer-contact-email": ("order_processing_step_6-05", "@example.com.example"),
    "longer-heading": ("sign_in-18", "the page is not headed My Account, seen My Accounts"),
    "others-telephone": (
        "address_book-14",
        "form for a new address, telephone: expected nothing, seen 325-762-0144",
    ),
    "others-address-by-form": ("address_book-17", "no error message is shown"),
    "deaf-to-malformed": ("sign_in-08", "the form does not refuse the e-mail"),
    "session-for-scripts": ("sign_in-20", "expected HttpOnly; SameSite=Lax, seen SameSite=Lax"),
    "kept-session-id": ("sign_in-21", "the session has the same id as before signing in"),
    "living-sign-out": ("sign_in-22", "the known id opens My Account"),
    "stored-account": ("sign_in-23.1", "expected no-store, seen max-age=0, must-revalidate, no-cache"),
    "open-session": ("customer_token-37", ACCEPTED),
}
NEARER_PAGES = {
    "longer-title": ("sign_in-18", "the page is not titled My Account, seen My Account Dashboard"),
    "others-email": ("address_book-14", "shows of the other customer: acceptance+"),
    "marked-and-sent": ("sign_in-08", "the form is sent all the same, to http"),
    "session-for-other-sites": ("sign_in-20", "expected HttpOnly; SameSite=Lax, seen HttpOnly"),
    "guests-id-leads-on": ("sign_in-21", "the known id opens My Account"),
}
NEAR_ANSWERS = {
    "told-hash": (
        "create_customer-08",
        "expected nothing secret, seen ['extension_attributes.password_hash']",
    ),
    "created-as-201": ("create_customer-06", "accepted with 201, but 200 is promised"),
    "markup-in-names": ("create_customer-52.1", ACCEPTED),
    "wholesale-customers": ("create_customer-57", "group_id: expected 1 (General), seen 2"),
    "told-reset-token": (
        "customer_token-41",
        "expected nothing secret, seen ['custom_attributes.0.rp_token']",
    ),
    "later-look": (
        "customer_token-36",
        "the later token's default billing address, postcode: expected 10755, seen 10755-0001",
    ),
    "token-of-nobody": ("customer_token-09", "because not authorized for self, seen"),
    "otherwise-refused-admin": ("customer_token-28", "because not authorized for self, seen"),
    "others-address-over-rest": ("customer_token-39", ACCEPTED),
    "stored-answers": ("customer_token-40.1", "Cache-Control: expected no-store, seen 'no-cache'"),
    "breaks-over-fields": ("rest_basics-06", "because the field is not supported, seen"),
}
SHARED = {
    "token-of-one-website": ("customer_token-35", "401, The consumer isn't authorized to access self"),
    "open-store-views": ("store_views-07", ACCEPTED),
}
OLDER = {"no-lock": ("customer_token-19", ACCEPTED)}
BROKEN_RELEASE = {
    "address-book-is-lost": ("address_book-01", f"{ONLY_THIS} Seen: GET /us/customer/address"),
    "notice-before-websites": (
        "store_views-13",
        f"Notice: Undefined index: prefix in /app/code/Ours/Names/Plugin.php on line 41. {ONLY_THIS}",
    ),
    "own-address-as-page": (
        "customer_token-01",
        f"text/html; charset=UTF-8 in place of JSON, beginning with: Home page Home page. {ONLY_THIS}",
    ),
    "change-dies": (
        "customer_token-30",
        f"customers/me: 500, text/html; charset=UTF-8 in place of JSON, and nothing in it. {ONLY_THIS}",
    ),
}
BROKEN_GROUPS = {
    "groups-called-html": (
        "store_views-03",
        f"text/html; charset=UTF-8 in place of JSON, with data that is not shown here. {ONLY_THIS}",
    ),
}
ACCESSIBILITY = {"unlabelled-password"}
"""Found by tests/acceptance/test_accessibility.py: the shop's settings have to say that it fails."""

TOGETHER = {
    "broken_release": BROKEN_RELEASE,
    "broken_groups": BROKEN_GROUPS,
    "creation": CREATION,
    "tokens": TOKENS,
    "rest": REST,
    "shared": SHARED,
    "older": OLDER,
    "addresses": ADDRESSES,
    "sign_in": SIGN_IN,
    "near_addresses": NEAR_ADDRESSES,
    "near_pages": NEAR_PAGES,
    "nearer_pages": NEARER_PAGES,
    "near_answers": NEAR_ANSWERS,
}
"""Defects that do not meet in one another's scenarios are tried in one run."""

STORES = {"shared": "--set customer/account_share/scope=0", "older": "--magento 2.4.1"}
"""What a group's store is started with; the others have a second store view in the US website."""
WAITING = {"sign_in", "near_pages"}
"""Groups of which most scenarios wait for what never comes."""
OTHER_STORE = "--second-us-store-view"

HYVA = "--theme us=hyva"
NOT_ON_HYVA = {
    *("first-name-alone", "longer-greeting", "escaped-greeting"),
    *("list-region-id", "list-longer-postcode", "list-longer-telephone"),
}
"""Its header greets nobody, and its list of other addresses shows neither region nor postcode nor telephone number."""
ON_HYVA = {
    group: {name: told for name, told in defects.items() if name not in NOT_ON_HYVA}
    for group, defects in {
        "swapped": {"swapped-addresses": PARTS["swapped-addresses"]},
        "lost": {"address-book-is-lost": BROKEN_RELEASE["address-book-is-lost"]},
        "addresses": ADDRESSES,
        "sign_in": SIGN_IN,
        "near_addresses": NEAR_ADDRESSES,
        "near_pages": NEAR_PAGES,
        "nearer_pages": NEARER_PAGES,
    }.items()
}
"""The browser's defects once more, in the groups of above, on a store view with Hyvä."""

TRUE_OF_MAGENTO = {"dead-sign-in-form", "cached-home-page"}
"""Faults of a real 2.4.8, which the suite has to live with."""

EMBEDDED = ("--shop", "embedded")
IMPATIENT = ("-p", "tests.acceptance.impatient")


def _failed(run: FeatureRun) -> dict[str, str]:
    """Give the failed scenarios by their ids, each with its sentence."""
    ids = {title: scenario_id for scenario_id, title in scenario_titles().items()}
    return {ids[title]: sentence for title, sentence in run.failed().items()}


def _ids(group: str, groups: Mapping[str, Defects] = TOGETHER) -> str:
    return " or ".join(sorted({scenario_id for scenario_id, _ in groups[group].values()}))


@pytest.mark.parametrize("defect", PARTS)
def test_part_of_the_step_fails(tmp_path: Path, defect: str) -> None:
    """The part and the whole step are red for the defect's reason."""
    part, sentence = PARTS[defect]
    run = run_features(tmp_path, "-m", "tutorial", *EMBEDDED, f"--sandbox=--defect {defect}", *IMPATIENT)
    failed = _failed(run)
    assert run.exit_code == 1, run.output
    assert sentence in failed[part]
    assert sentence in failed[WHOLE_STEP]


@pytest.mark.parametrize("group", TOGETHER)
def test_scenario_fails(tmp_path: Path, group: str) -> None:
    """Each defect turns its scenario red, for its own reason."""
    _expect_failures(tmp_path, group, TOGETHER, STORES.get(group, OTHER_STORE))


@pytest.mark.parametrize("group", ON_HYVA)
def test_scenario_fails_on_hyva(tmp_path: Path, group: str) -> None:
    """As on Luma, in the same words."""
    _expect_failures(tmp_path, group, ON_HYVA, f"{OTHER_STORE} {HYVA}")


def _expect_failures(tmp_path: Path, group: str, groups: Mapping[str, Defects], store: str) -> None:
    defects = groups[group]
    options = " ".join([store, *(f"--defect {name}" for name in defects)])
    workers = ("-n", "3") if group in WAITING else ()
    ids = _ids(group, groups)
    run = run_features(tmp_path, "-m", ids, *EMBEDDED, f"--sandbox={options}", *IMPATIENT, *workers)
    failed = _failed(run)
    assert run.exit_code == 1, run.output
    seen = {name: failed.get(scenario_id, "passed") for name, (scenario_id, _) in defects.items()}
    assert {name: seen[name] for name, (_, sentence) in defects.items() if sentence not in seen[name]} == {}


@pytest.mark.parametrize(
    ("store", "groups"),
    [(OTHER_STORE, TOGETHER.keys() - STORES.keys()), *((store, {group}) for group, store in STORES.items())],
    ids=["stock", *STORES],
)
def test_sound_store_passes(tmp_path: Path, store: str, groups: set[str]) -> None:
    """Without a defect none of these scenarios is red or left out, so the reds are the defects' own."""
    ids = " or ".join(_ids(group) for group in groups)
    run = run_features(tmp_path, "-m", ids, *EMBEDDED, f"--sandbox={store}", "-n", "2")
    assert (run.exit_code, run.failed()) == (0, {}), run.output


def test_sound_hyva_passes(tmp_path: Path) -> None:
    """On Hyvä neither, so its reds are the defects' own as well."""
    ids = " or ".join(_ids(group, ON_HYVA) for group in ON_HYVA)
    run = run_features(tmp_path, "-m", ids, *EMBEDDED, f"--sandbox={OTHER_STORE} {HYVA}", "-n", "2")
    assert (run.exit_code, run.failed()) == (0, {}), run.output


def test_every_defect_is_noticed() -> None:
    """The embedded store has no fault that the suite is blind to, on a stock shop or on one that is set otherwise."""
    tried = {name for defects in (PARTS, ACCESSIBILITY, *TOGETHER.values()) for name in defects}
    assert tried | {row.defect for row in read_rows()} == DEFECTS.keys() - TRUE_OF_MAGENTO
