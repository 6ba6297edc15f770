"""What the address template shows: declared in the settings, learnt by `--try`, and nobody is left behind."""

from werkzeug.wrappers import Response

from api.shop_profile import Field, ShopProfile
from harness.preflight.checks import CHECKS, TEMPLATE, TRIED_TEMPLATE
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import examine
from harness.secrets.scrubber import Scrubber
from harness.shop.address_template import AddressTemplate
from tests.preflight.served_shop import shop_at
from tests.verdict.spoiled_shop import Spoil, spoiled_shop

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


def unspoiled(response: Response) -> Response:
    """Answer as the store does."""
    return response


def tried(*options: str, spoiled: str = "nothing", spoil: Spoil = unspoiled, **settings: object) -> Diagnosis:
    """Look at a store as the doctor does with --try; spoiled_shop sees that no customer is left."""
    with spoiled_shop(*options) as context:
        context.front.break_for(None, spoiled, spoil)
        shop = shop_at(context.shop.base_url, **settings)
        diagnosis, _ = examine(shop, "test", Scrubber(), wait=0, tell=print, thorough=True, checks=TRYING)
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


def test_what_is_hidden_is_not_expected() -> None:
    """Whatever the settings say of the template, a field that the shop hides is in no box."""
    hidden = ShopProfile(address=(Field(code="telephone", label="Phone Number", visible=False),))
    template = AddressTemplate.of(shop_at("http://127.0.0.1:9"), hidden)
    assert "telephone" not in template.shows
    assert "VAT number" in template.shows
