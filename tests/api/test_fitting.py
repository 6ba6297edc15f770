"""Jane Doe is changed as little as a shop demands, by its own metadata, and every change is reported."""

from typing import Any

import pytest
from pydantic import SecretStr

from api.fitting import fitting
from api.models import Country, CountryRegion, Credentials, StoreIds
from api.new_customer import answered, custom_attributes, fitted_customer, placed_address
from api.shop_profile import STOCK, Field, ShopProfile
from api.sound_addresses import ALBANY, PLACES, PURCHASE

NOBODY = Credentials(username="jane@example.com", password=SecretStr("x"))


def required(code: str, **more: Any) -> Field:
    """Describe a field that a shop requires."""
    return Field(code=code, label=code.title(), required=True, **more)


def test_stock_shop() -> None:
    """She is the tutorial's, unchanged."""
    fits = fitting(STOCK, {}, {})
    assert (fits.customer, fits.address, fits.reasons, fits.unknown) == ({}, {}, (), ())
    assert (fits.country, fits.places) == ("US", (PURCHASE, ALBANY))


def test_field_goes_where_it_is_asked() -> None:
    """A prefix is asked of customer and address, a company of the address alone."""
    profile = ShopProfile(
        customer=(required("prefix"), required("website_id")),
        address=(required("prefix"), required("company"), required("city")),
    )
    fits = fitting(profile, {}, {})
    assert fits.customer == {"prefix": "Ms"}
    assert fits.address == {"prefix": "Ms", "company": "Acme Inc"}
    assert "company of the address is Acme Inc: the shop requires Company" in fits.sentence


def test_settings_win_over_a_guess() -> None:
    """What they give for an address goes to the address, though they name no entity."""
    profile = ShopProfile(address=(required("company"), Field(code="fax", label="Fax")))
    fits = fitting(profile, {"company": "Mine", "fax": "1"}, {})
    assert (fits.customer, fits.address) == ({}, {"company": "Mine", "fax": "1"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (required("loyalty", shortest=3, longest=10, text="alphanumeric"), "AAA"),
        (required("page", text="url"), "https://example.com/"),
        (required("hobby", kind="select", options=("4", "5")), "4"),
        (required("agreed", kind="boolean"), "1"),
        (required("since", kind="date"), "1990-02-03"),
    ],
)
def test_field_that_the_admin_made(field: Field, value: str) -> None:
    """It is filled by its type, and sent as a custom attribute."""
    fits = fitting(ShopProfile(customer=(field.model_copy(update={"own": True}),)), {}, {})
    assert (fits.customer, fits.own_customer) == ({}, {field.code: value})


def test_customer_of_two_websites() -> None:
    """What either asks she has, and what she has already stays as it is."""
    fits = fitting(
        ShopProfile(customer=(required("prefix"), required("loyalty", own=True))), {"prefix": "Dr"}, {}
    )
    hers = fitted_customer(
        NOBODY,
        StoreIds(code="us", store_id=2, website_id=2),
        Country(id="US", full_name_locale="United States"),
        fits,
    )
    other = ShopProfile(
        customer=(required("prefix"), required("taxvat"), required("tier", own=True)),
        address=(required("company"), required("door", own=True)),
    )
    asked = hers.fitted_elsewhere(fitting(other, {}, {}))
    assert asked.asked == {"prefix": "Dr", "taxvat": "US123", "loyalty": "A", "tier": "A"}
    (address,) = asked.addresses
    assert (address.company, address.own) == ("Acme Inc", {"door": "A"})


def test_what_a_shop_asked_is_found_in_its_answer() -> None:
    """Fields and the admin's own attributes, by their codes; a near miss shows, and what she was not sent does not."""
    asked = {
        "prefix": "Ms",
        "gender": 3,
        **custom_attributes({"loyalty": "AAA", "hobbies": [4, 5], "since": "1990-02-03"}),
    }
    wanted = {"prefix": "Ms", "gender": "3", "loyalty": "AAA", "hobbies": "4,5", "since": "1990-02-03"}
    assert answered(asked, asked) == wanted
    reported = {"loyalty": "AAA1", "hobbies": "4,5", "since": "1990-02-03 00:00:00", "theirs": "x"}
    answer = {"prefix": "Ms", "gender": 3, "suffix": "II", **custom_attributes(reported)}
    assert answered(answer, asked) == {**wanted, "loyalty": "AAA1"}
    assert answered({}, asked) == {}


def test_field_that_cannot_be_guessed() -> None:
    """It is reported, unless the settings give a value."""
    field = required("passport", kind="file", own=True)
    profile = ShopProfile(customer=(field,))
    assert fitting(profile, {}, {}).unknown == (field,)
    assert fitting(profile, {}, {"passport": "x"}).own_customer == {"passport": "x"}


def test_country_that_is_sold_to() -> None:
    """The first of the table; none where the suite knows no address."""
    fits = fitting(ShopProfile(countries=("AF", "DE")), {}, {})
    assert (fits.country, fits.places[0].city) == ("DE", "Berlin")
    assert fitting(ShopProfile(countries=("AF",)), {}, {}).place is None


@pytest.mark.parametrize(
    ("locale", "countries", "country"),
    [
        ("de_DE", (), "DE"),
        ("fr_FR", ("US", "FR"), "FR"),
        ("zh_Hans_CN", (), "CN"),
        ("de_DE", ("US", "AT"), "US"),  # which does not sell at home
        ("de_DE", ("AT", "CH"), "AT"),
        ("cy_GB", (), "GB"),
        ("is_IS", (), "US"),  # whose country the table does not know
    ],
)
def test_country_of_the_store_view(locale: str, countries: tuple[str, ...], country: str) -> None:
    """It is the locale's where addresses there are taken; a reader is reported why she moved."""
    fits = fitting(ShopProfile(locale=locale, countries=countries), {}, {})
    assert fits.country == country
    assert ("general/" in fits.sentence) == (country != "US")


def test_german_customer_lives_in_berlin() -> None:
    """Its region's id is looked up by its code, among the country's own."""
    place = fitting(ShopProfile(locale="de_DE"), {}, {}).places[0]
    berlin = CountryRegion(id="82", code="BER", name="Berlin")
    listed = Country(id="DE", full_name_locale="Deutschland", available_regions=(berlin,))
    address = placed_address(place, listed)
    assert (address.street, address.postcode, address.city) == (("Invalidenstraße 43",), "10115", "Berlin")
    assert address.region.region_id == 82


def test_region_is_the_shop_s_own() -> None:
    """By its list; another of the list where the shop has not the place's; as text where it has no list."""
    place = PLACES["DE"][0]
    bavaria = CountryRegion(id="81", code="BAY", name="Bayern")
    listed = Country(id="DE", full_name_locale="Germany", available_regions=(bavaria,))
    assert placed_address(place, listed).region.region_id == 81
    without = Country(id="DE", full_name_locale="Germany")
    region = placed_address(place, without).region
    assert (region.region, region.region_id) == ("Berlin", 0)


def test_places_of_a_country_differ() -> None:
    """At least twenty countries, two places in each with nothing but the country in common."""
    assert len(PLACES) >= 20
    for country, (one, other) in PLACES.items():
        shared = {*one} & {*other} - {""}
        assert country == "US" or not shared, f"{country}: {shared}"
