"""What the shop says of itself over REST: modules and routes, by which its release shows, and customer groups."""

import pytest

from tests.sandbox.profiles.answers import unauthorized
from tests.sandbox.rest_client import RestClient

MODULES = "all/V1/modules?searchCriteria[pageSize]=500"
REVOCATION = "/V1/integration/customer/revoke-customer-token"
GROUPS = "us/V1/customerGroups"


def test_the_modules_tell_the_release(client: RestClient, admin: RestClient, magento: str) -> None:
    """To who may do everything in the admin."""
    answer = client.get(MODULES)
    assert (answer.status_code, answer.json) == unauthorized("Magento_Backend::admin")
    modules = set(admin.get(MODULES).json)
    since_2_4_7 = {"Magento_JwtUserToken", "Magento_ReCaptchaWebapiRest", "Magento_OpenSearch"}
    since_2_4_8 = {
        "Magento_ReCaptchaResendConfirmationEmail",
        "Magento_InventoryCatalogRule",
        "Magento_Elasticsearch8",
    }
    assert modules >= {"Magento_Customer", "Magento_LoginAsCustomerAssistance"}
    assert "Magento_TwoFactorAuth" not in modules
    assert modules & since_2_4_7 == (set() if magento == "2.4.1" else since_2_4_7)
    assert modules & since_2_4_8 == (since_2_4_8 if magento == "2.4.8" else set())


def test_the_schema_tells_the_release(client: RestClient, admin: RestClient, magento: str) -> None:
    """By the route that revokes tokens; a guest is shown open routes alone."""
    guests = client.get("schema").json
    assert guests["info"]["version"] == "2.4"
    assert "/V1/directory/countries/{countryId}" in guests["paths"]
    assert REVOCATION not in guests["paths"]
    assert guests["paths"].keys().isdisjoint({"/V1/store/storeViews", "/V1/customers/{customerId}"})
    admins = admin.get("us/schema?services=all").json
    assert admins["basePath"] == "/rest/us"
    assert (REVOCATION in admins["paths"]) == (magento != "2.4.1")
    assert admins["paths"]["/V1/customers/{customerId}"].keys() == {"get", "put", "delete"}
    extension = admins["definitions"]["customer-data-customer-extension-interface"]["properties"]
    assert extension.keys() == {"assistance_allowed", "is_subscribed"}


def test_groups_are_not_for_guests(client: RestClient, subtests: pytest.Subtests) -> None:
    """They need a right of their own."""
    rows: tuple[str, ...] = (
        "default",
        "default/2",
        "1",
        "search",
    )
    for path in rows:
        with subtests.test(path=path):
            answer = client.get(f"{GROUPS}/{path}")
            assert (answer.status_code, answer.json) == unauthorized("Magento_Customer::group")


def test_customer_groups(admin: RestClient) -> None:
    """New customers are in General; those who are not signed in have a group too."""
    general = {"id": 1, "code": "General", "tax_class_id": 3, "tax_class_name": "Retail Customer"}
    for path in ("default", "default/2", "1"):
        assert admin.get(f"{GROUPS}/{path}").json == general
    found = admin.get(f"{GROUPS}/search?searchCriteria=").json
    assert [group["code"] for group in found["items"]] == [
        "NOT LOGGED IN",
        "General",
        "Wholesale",
        "Retailer",
    ]
    assert admin.get(f"{GROUPS}/9").json["parameters"] == {"fieldName": "id", "fieldValue": 9}


def test_the_currency(client: RestClient) -> None:
    """It is open to guests, and the same as in the settings of the store views."""
    currency = client.get("us/V1/directory/currency").json
    assert (currency["base_currency_code"], currency["default_display_currency_code"]) == ("USD", "USD")
