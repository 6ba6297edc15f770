"""What the address template shows: declared in the settings, learnt by `--try`, and nobody is left behind."""

import json
from types import SimpleNamespace

import pytest
from werkzeug.wrappers import Response

from api.comparison import Difference, Different
from api.shop_profile import STOCK, Field, ShopProfile
from harness.core.failure_message import message_of
from harness.preflight import needs
from harness.preflight.checks import CHECKS, TEMPLATE, TRIED_TEMPLATE
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.rest_checks import NOBODY
from harness.run.run import RUN, Run
from harness.secrets.scrubber import Scrubber
from harness.shop.address_template import AddressTemplate
from harness.shop.shop import EMBEDDED
from tests.preflight.examined import examine
from tests.preflight.served_shop import shop_at
from tests.verdict.spoiled_shop import Spoil, spoiled_shop, status

TRYING = [
    TRIED_TEMPLATE if check is TEMPLATE else check
    for check in CHECKS
    if check.title != "browser"
]  # fmt: skip


def redirected_to_itself(response: Response) -> Response:
    """Lead to the very page that was asked for."""
    return Response(status=302, headers={"Location": ""})


def without_navigation(response: Response) -> Response:
    """Call the account's navigation otherwise."""
    response.set_data(response.get_data().replace(b"block-collapsible-nav", b"my-pages"))
    return response


NO_BOX = status(200, "<p>nothing</p>")


def tried(
    *options: str,
    spoiled: str = "nothing",
    spoil: Spoil = NO_BOX,
    times: int | None = None,
    **settings: object,
) -> Diagnosis:
    """Look at a store as the doctor does with --try; spoiled_shop sees that no customer is left."""
    with spoiled_shop(*options) as context:
        context.front.break_for(times, spoiled, spoil)
        shop = shop_at(context.shop.base_url, **settings)
        diagnosis, _ = examine(shop, "test", Scrubber(), wait=5, tell=print, thorough=True, checks=TRYING)
        return diagnosis


def said(diagnosis: Diagnosis) -> list[str]:
    """Give the lines about the template."""
    return [line.text for line in diagnosis.lines if line.title == "template"]


def test_stock_template() -> None:
    """It shows what it is said to show, without a word in the settings."""
    assert said(tried()) == ["the Address Book shows an address as the settings say"]


def test_template_of_its_own() -> None:
    """Both lines are printed, and once they are written nothing is to be said any more."""
    options = ("--set", "customer/address_templates/html@us=@german")
    assert said(tried(*options)) == [
        'to declare it, write address_shows = ["name", "street", "city", "region", "postcode", "country", "telephone", '
        '"company", "vat_id"] under [staging] in shops.toml',
        'to declare it, write address_labels = ["Tel.:", "USt-IdNr.:"] under [staging] in shops.toml',
    ]
    declared = said(tried(*options, address_labels=("Tel.:", "USt-IdNr.:")))
    assert declared == ["the Address Book shows an address as the settings say"]


def test_no_address_book() -> None:
    """A shop that leads round in circles is a warning."""
    diagnosis = tried(spoiled="customer/address/$", spoil=redirected_to_itself)
    assert [warning.id for warning in diagnosis.warnings] == ["no-address-box"]


def test_customers_parts() -> None:
    """What only a customer's pages hold is looked for as well; what is not there is named."""
    assert [line.text for line in tried().lines if line.title == "theme"][1].startswith(
        "Luma, with my account page, "
    )
    diagnosis = tried(spoiled="customer/account/$", spoil=without_navigation)
    assert diagnosis.obstacle is not None
    assert diagnosis.obstacle.id == "theme-parts"
    assert "lacks what the theme Luma has: account navigation, account navigation address book." in str(
        diagnosis.obstacle.text
    )


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("whom", ["nobody", "the customer"])
def test_deletion_for_which_the_shop_has_no_time(whom: str, code: int) -> None:
    """It is tried again: where a right is asked for by it the check is, otherwise as in a scenario's clean-up."""
    call = rf"^DELETE .*/customers/{NOBODY}$" if whom == "nobody" else rf"^DELETE .*/customers/(?!{NOBODY}$)"
    diagnosis = tried(spoiled=call, spoil=status(code), times=2)
    assert said(diagnosis) == ["the Address Book shows an address as the settings say"]


def test_search_that_finds_nobody() -> None:
    """The customer is deleted by the id that the answer to her creation reported."""
    found = json.dumps({"items": [], "total_count": 0})
    diagnosis = tried(spoiled="customers/search", spoil=status(200, found, "application/json"))
    assert said(diagnosis) == ["the Address Book shows an address as the settings say"]


def test_what_is_hidden_is_not_expected() -> None:
    """Whatever the settings say of the template, a field that the shop hides is in no box."""
    hidden = ShopProfile(address=(Field(code="telephone", label="Phone Number", visible=False),))
    template = AddressTemplate.of(shop_at("http://127.0.0.1:9"), hidden)
    assert "telephone" not in template.shows
    assert "VAT number" in template.shows


NOTHING = "nothing"
LACKING = Difference("default billing address", "telephone", "512-555-1111", NOTHING)
BESIDE = Difference("My Account's default shipping address", "beside it", NOTHING, "Tel.:")
WRONG = Difference("default billing address", "telephone", "512-555-1111", "512-555-111")
OVER_REST = Difference("address", "telephone", "512-555-1111", NOTHING)


@pytest.mark.parametrize(
    ("found", "is_asked"),
    [([LACKING], True), ([WRONG, BESIDE], True), ([WRONG], False), ([OVER_REST], False)],
)
def test_box_that_is_not_as_declared_asks_for_the_template(
    found: list[Difference], *, is_asked: bool
) -> None:
    """It fails all the same; a value that is wrong, or lacking over REST, is no template's."""
    question = AddressTemplate.of(shop_at("http://127.0.0.1:9"), STOCK).question(found)
    assert (
        "Is the address template set otherwise than said (customer/address_templates/html" in question
    ) is is_asked
    assert ("python -m harness.preflight --shop staging --try" in question) is is_asked


def test_sentence_of_a_failed_scenario_asks_for_the_template() -> None:
    """Whoever reads one of many red boxes is led to the cause."""
    run = Run(shop_at("http://127.0.0.1:9"), "x", "1")
    stash = pytest.Stash()
    stash[RUN] = run
    node = SimpleNamespace(iter_markers=lambda: (), config=SimpleNamespace(stash=stash))
    request = SimpleNamespace(config=node.config, node=node)
    failure = Different([LACKING])
    needs.pytest_bdd_step_error(request, failure)  # type: ignore[arg-type]
    assert "expected 512-555-1111, seen nothing. Is the address template set otherwise" in message_of(failure)


def test_embedded_store_is_reported_of_no_section() -> None:
    """It has none in shops.toml; who sets it otherwise may name it there."""
    embedded = AddressTemplate.of(shop_at("http://127.0.0.1:9", name=EMBEDDED), STOCK)
    advice = embedded.advice(("first name", "last name"), ("Tel.:",))
    assert "[embedded]" not in advice
    assert 'name it in shops.toml as a shop of your own, with address_labels = ["Tel.:"]' in advice


def test_what_a_run_asks_to_know_how_the_shop_is_set() -> None:
    """At most six requests, whatever it finds; no scenario asks for more."""
    with spoiled_shop() as context:
        calls = {}
        for checks in ([check for check in TRYING[:-1] if check.id != "profile"], TRYING[:-1]):
            context.front.calls.clear()
            examine(shop_at(context.shop.base_url), "test", Scrubber(), wait=0, tell=print, checks=checks)
            calls[len(checks)] = len(context.front.calls)
        without, with_profile = calls.values()
        asked_by_itself = [call for call in context.front.calls if "customer/account/create" in call]
    assert 0 < with_profile - without + len(asked_by_itself) <= 6
