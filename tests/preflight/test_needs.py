"""What a scenario needs: where the shop is otherwise it is skipped, or failed where the shop must not be so."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from pydantic import SecretStr

from api.shop_profile import Field, ShopProfile
from harness.preflight.needs import NEEDS
from harness.run.run import Run
from harness.shop.magento_version import UNKNOWN, version_by_settings, version_by_sign
from harness.shop.shop import Shop

JWT = version_by_sign(is_new=True, by="its tokens")
PASSED = "carried out"
OPTIONAL = (Field(code="telephone", label="Phone Number"),)


def outcome(tag: str, *, shown: bool = True, settings: dict[str, Any] | None = None, **found: Any) -> str:
    """Say what becomes of a scenario with this tag; `shown` is what a customer would show."""
    shop = Shop(name="staging", base_url="https://a.example", admin_token=SecretStr("t"), **(settings or {}))
    request = cast(pytest.FixtureRequest, SimpleNamespace(getfixturevalue=lambda _: shown))
    try:
        NEEDS[tag].check(Run(shop, "x", "1", **found), request)
    except (pytest.skip.Exception, pytest.fail.Exception) as ended:
        return f"{type(ended).__name__}: {ended}"
    return PASSED


def test_ability() -> None:
    """What is to be kept and is not there is red, and no skip."""
    assert outcome("needs-second-website", abilities={"second-website": True}) == PASSED
    lost = {"second-website": False}
    assert outcome("needs-second-website", abilities=lost) == "Skipped: the shop has no second website"
    assert outcome("needs-second-website", settings={"abilities": ("second-website",)}, abilities=lost) == (
        "Failed: The shop has lost second-website: the shop has no second website. If it is to do without, take "
        "second-website out of the settings (abilities under [staging] in shops.toml)."
    )


def test_ability_that_only_a_customer_shows() -> None:
    """She is asked where nothing else reported it."""
    assert outcome("needs-jwt", shown=True) == PASSED
    assert outcome("needs-jwt", shown=False).startswith("Skipped: the shop's tokens are opaque")
    assert outcome("needs-jwt", shown=False, settings={"abilities": ("jwt",)}).startswith("Failed: ")
    assert outcome("needs-jwt", shown=False, abilities={"jwt": True}) == PASSED


@pytest.mark.parametrize(
    ("stock", "other", "field"),
    [
        ("needs-closed-store-endpoints", "needs-guest-access", "guests_read_stores"),
        ("needs-accounts-per-website", "needs-shared-accounts", "shared_accounts"),
    ],
)
def test_setting(stock: str, other: str, field: str) -> None:
    """The settings alone say it: either the scenario or its counterpart is carried out, and nobody is asked."""
    assert outcome(stock) == PASSED
    assert outcome(other).startswith("Skipped: ")
    assert outcome(stock, settings={field: True}).startswith("Skipped: ")
    assert outcome(other, settings={field: True}) == PASSED


@pytest.mark.parametrize(
    ("magento", "before", "since"),
    [
        (version_by_settings("2.4.7-p6"), PASSED, "Skipped: the shop is older than Magento 2.4.8"),
        (version_by_settings("2.4.8"), "Skipped: the shop is not older than Magento 2.4.8", PASSED),
        *((unknown, *["Skipped: nothing tells whether the shop is older"] * 2) for unknown in (UNKNOWN, JWT)),
    ],
)
def test_version(magento: Any, before: str, since: str) -> None:
    """What is right is not known where nothing tells the version; the reason says what to write."""
    assert outcome("needs-before-2.4.8", magento=magento).startswith(before)
    assert outcome("needs-2.4.8", magento=magento).startswith(since)


@pytest.mark.parametrize(
    ("tag", "profile", "path"),
    [
        ("needs-password-classes", ShopProfile(password_classes=1), "required_character_classes_number"),
        ("needs-second-street-line", ShopProfile(street_lines=1), "customer/address/street_lines"),
        ("needs-telephone-required", ShopProfile(address=OPTIONAL), "customer/address/telephone_show"),
    ],
)
def test_how_the_shop_is_set(tag: str, profile: ShopProfile, path: str) -> None:
    """What the shop says of itself decides; a skip names the setting."""
    assert outcome(tag) == PASSED
    skipped = outcome(tag, profile=profile)
    assert skipped.startswith("Skipped: ")
    assert path in skipped


def test_counterparts_of_how_the_shop_is_set() -> None:
    """They are carried out where the other is skipped."""
    assert outcome("needs-one-street-line").startswith("Skipped: ")
    assert outcome("needs-one-street-line", profile=ShopProfile(street_lines=1)) == PASSED
    assert outcome("needs-telephone-optional").startswith("Skipped: ")
    assert outcome("needs-telephone-optional", profile=ShopProfile(address=OPTIONAL)) == PASSED
    assert outcome("needs-more-fields").startswith("Skipped: ")
    more = ShopProfile(customer=(Field(code="taxvat", label="Tax/VAT Number", required=True),))
    assert outcome("needs-more-fields", profile=more) == PASSED


def test_postcode() -> None:
    """The settings alone tell it."""
    assert outcome("needs-postcode-required") == PASSED
    assert outcome("needs-postcode-optional").startswith("Skipped: an address in US needs one")
    assert outcome("needs-postcode-optional", settings={"optional_postcodes": ("US",)}) == PASSED


def test_locks() -> None:
    """The settings alone tell them."""
    assert outcome("needs-account-lock") == PASSED
    assert outcome("needs-account-lock", settings={"lockout_failures": 0}) == (
        "Skipped: the shop locks no account (customer/password/lockout_failures)"
    )
    assert outcome("needs-later-account-lock") == PASSED
    assert outcome("needs-later-account-lock", settings={"lockout_failures": 3}).startswith("Skipped: ")
    for failures, reported in (
        (0, "Skipped: "),
        (8, PASSED),
        (9, "Skipped: the sign-in form asks for a captcha"),
    ):
        assert outcome("needs-lock-before-captcha", settings={"lockout_failures": failures}).startswith(
            reported
        )
