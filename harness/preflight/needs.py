"""What not every shop has: scenarios tagged @needs-... are skipped, with the reason, where it is missing.

The shop is asked what it can, once a run and worker; its version number tells nothing.
"""

from http import HTTPStatus

import pytest
from pydantic import SecretStr

from api.admin_access import AdminAccess
from api.magento import Magento
from api.models import Credentials, StoreIds
from api.new_customer import NewCustomer
from api.token_claims import is_jwt
from harness.customers.own_customers import OwnCustomers
from harness.preflight.rest_checks import NOBODY
from harness.reporting import evidence
from harness.shop.shop import Shop

STOCK_PASSWORD_LENGTH = 8


@pytest.fixture(scope="session")
def all_store_ids(magento: Magento, admin_token: AdminAccess) -> tuple[StoreIds, ...]:
    """Give the ids of every store view but the admin's."""
    return tuple(StoreIds.of(config) for config in magento.store_configs(admin_token).value)


@pytest.fixture(scope="session")
def other_store_views(all_store_ids: tuple[StoreIds, ...], shop: Shop) -> tuple[StoreIds, ...]:
    """Give the store views of the website under test beside the one under test."""
    own = {one.website_id for one in all_store_ids if one.code == shop.store_code}
    return tuple(one for one in all_store_ids if one.website_id in own and one.code != shop.store_code)


@pytest.fixture
def other_store_view(other_store_views: tuple[StoreIds, ...]) -> StoreIds:
    """Give another store view of the website under test."""
    return other_store_views[0]


@pytest.fixture(scope="session")
def has_second_store_view(other_store_views: tuple[StoreIds, ...]) -> bool:
    """Tell whether the website under test has another store view."""
    return bool(other_store_views)


@pytest.fixture(scope="session")
def other_websites(all_store_ids: tuple[StoreIds, ...], shop: Shop) -> tuple[StoreIds, ...]:
    """Give the store views of other websites than that of the store view under test."""
    own = {one.website_id for one in all_store_ids if one.code == shop.store_code}
    return tuple(one for one in all_store_ids if one.website_id not in own)


@pytest.fixture
def other_website(other_websites: tuple[StoreIds, ...]) -> StoreIds:
    """Give a store view of another website."""
    return other_websites[0]


@pytest.fixture(scope="session")
def has_second_website(other_websites: tuple[StoreIds, ...]) -> bool:
    """Tell whether the shop has another website."""
    return bool(other_websites)


@pytest.fixture
def asked_for(
    magento: Magento,
    own_customers: OwnCustomers,
    new_customer: NewCustomer,
    admin_token: AdminAccess,
    store_ids: StoreIds,
) -> Credentials:
    """Create a customer by whom the shop is asked what only a customer can tell."""
    credentials = Credentials(username=own_customers.fresh_email(), password=own_customers.fresh_password())
    asking = new_customer.model_copy(update={"credentials": credentials})
    magento.create_customer(asking, scope=store_ids.code, token=admin_token)
    return credentials


@pytest.fixture
def has_jwt(magento: Magento, asked_for: Credentials, store_ids: StoreIds) -> bool:
    """Tell whether customers' tokens are JWTs, by one customer's: the merchant may be let in without any."""
    return is_jwt(SecretStr(magento.customer_token(asked_for, scope=store_ids.code).value))


@pytest.fixture
def has_shared_accounts(
    magento: Magento,
    asked_for: Credentials,
    new_customer: NewCustomer,
    other_websites: tuple[StoreIds, ...],
    admin_token: AdminAccess,
) -> bool:
    """Tell whether accounts are good on every website: a token is given elsewhere, and the e-mail taken there.

    One of the two without the other is no configuration but a fault, and for the scenarios to find.
    """
    if not other_websites:
        return False
    other = other_websites[0]
    ids = {"store_id": other.store_id, "website_id": other.website_id}
    namesake = new_customer.model_copy(update={"credentials": asked_for, **ids})
    return (
        magento.customer_token(asked_for, scope=other.code).accepted
        and not magento.create_customer(namesake, scope=other.code, token=admin_token).accepted
    )


@pytest.fixture
def has_accounts_per_website(has_shared_accounts: bool) -> bool:
    """Tell whether an account is good on its own website alone."""
    return not has_shared_accounts


@pytest.fixture(scope="session")
def has_admin_token(admin_token: AdminAccess) -> bool:
    """Tell whether the merchant is let in with a token, and not by signing each call."""
    return admin_token.token is not None


@pytest.fixture(scope="session")
def has_manage(magento: Magento, admin_token: AdminAccess) -> bool:
    """Tell whether the merchant may manage customers, by a call about nobody that needs the right."""
    # A token by itself: an access would renew it, for want of a right looks like a token that ran out.
    return magento.confirmation(NOBODY, token=admin_token.token or admin_token).missing_right is None


@pytest.fixture(scope="session")
def has_group(magento: Magento, admin_token: AdminAccess) -> bool:
    """Tell whether the merchant may read customer groups, by the default one of some store view."""
    # A token by itself, as for Magento_Customer::manage above.
    return magento.default_group(0, admin_token.token or admin_token).missing_right is None


@pytest.fixture(scope="session")
def has_revocation(magento: Magento, shop: Shop) -> bool:
    """Tell whether the route exists: then a guest is refused, else the route is unknown."""
    answer = magento.revoke_customer_token(None, scope=shop.store_code)
    return answer.status != HTTPStatus.NOT_FOUND


@pytest.fixture(scope="session")
def has_other_countries(magento: Magento, shop: Shop) -> bool:
    """Tell whether the shop takes addresses in the other countries that scenarios speak of."""
    return all(magento.country(code, scope=shop.store_code).accepted for code in ("CA", "GB"))


@pytest.fixture(scope="session")
def has_closed_store_endpoints(magento: Magento) -> bool:
    """Tell whether the store endpoints are closed to guests, as they are on a stock shop.

    The configuration opens all of them; one that is open by itself is a fault, and for the scenarios to find.
    """
    endpoints = (magento.websites, magento.store_groups, magento.store_configs, magento.store_views)
    return not all(ask(None).accepted for ask in endpoints)


@pytest.fixture(scope="session")
def has_stock_passwords(shop: Shop) -> bool:
    """Tell whether eight characters are enough for a password, as they are on a stock shop."""
    return shop.password_length <= STOCK_PASSWORD_LENGTH


NEEDS = {
    "needs-second-website": (has_second_website, "the shop has no second website"),
    "needs-accounts-per-website": (
        has_accounts_per_website,
        "the shop's websites share their customers' accounts (customer/account_share/scope)",
    ),
    "needs-shared-accounts": (
        has_shared_accounts,
        "the shop keeps its customers' accounts by website (customer/account_share/scope)",
    ),
    "needs-second-store-view": (has_second_store_view, "the website has no second store view"),
    "needs-other-countries": (
        has_other_countries,
        "the shop takes no addresses in Canada and the United Kingdom (general/country/allow)",
    ),
    "needs-jwt": (has_jwt, "the shop's tokens are opaque: they do not say how long they are good for"),
    "needs-admin-token": (has_admin_token, "the merchant is an integration, which has no admin token"),
    "needs-manage": (has_manage, "the merchant lacks Magento_Customer::manage"),
    "needs-group": (has_group, "the merchant lacks Magento_Customer::group"),
    "needs-revocation": (
        has_revocation,
        "the shop has no route to revoke a customer's tokens (before 2.4.6)",
    ),
    "needs-stock-passwords": (has_stock_passwords, "the shop asks for more than eight characters"),
    "needs-closed-store-endpoints": (
        has_closed_store_endpoints,
        "the shop lets guests read its store endpoints (webapi/webapisecurity/allow_insecure)",
    ),
}


@pytest.fixture(autouse=True)
def needs(request: pytest.FixtureRequest) -> None:
    """Skip a scenario whose tag names what this shop lacks."""
    for marker in request.node.iter_markers():
        if marker.name in NEEDS:
            fixture, reason = NEEDS[marker.name]
            has_it = request.getfixturevalue(fixture.__name__)
            evidence.note_capability(marker.name.removeprefix("needs-"), has_it=has_it)
            if not has_it:
                pytest.skip(reason)
