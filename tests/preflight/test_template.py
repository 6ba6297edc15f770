"""What the address template shows: declared in the settings, learnt by `--try`, and nobody is left behind."""

from api.shop_profile import Field, ShopProfile
from harness.preflight.checks import CHECKS, TEMPLATE, TRIED_TEMPLATE
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import examine
from harness.secrets.scrubber import Scrubber
from harness.shop.address_template import AddressTemplate
from tests.preflight.served_shop import shop_at
from tests.verdict.spoiled_shop import spoiled_shop, status

TRYING = [
    TRIED_TEMPLATE if check is TEMPLATE else check
    for check in CHECKS
    if check.title != "browser"
]  # fmt: skip


def tried(*options: str, spoiled: str = "nothing", **settings: object) -> Diagnosis:
    """Look at a store as the doctor does with --try; spoiled_shop sees that no customer is left."""
    with spoiled_shop(*options) as context:
        context.front.break_for(None, spoiled, status(200, "<p>nothing</p>"))
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


def test_no_box() -> None:
    """A page without an address is a warning."""
    diagnosis = tried(spoiled="customer/address/$")
    assert [warning.id for warning in diagnosis.warnings] == ["no-address-box"]


def test_what_is_hidden_is_not_expected() -> None:
    """Whatever the settings say of the template, a field that the shop hides is in no box."""
    hidden = ShopProfile(address=(Field(code="telephone", label="Phone Number", visible=False),))
    template = AddressTemplate.of(shop_at("http://127.0.0.1:9"), hidden)
    assert "telephone" not in template.shows
    assert "VAT number" in template.shows
