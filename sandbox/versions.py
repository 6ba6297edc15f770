"""What differs between the Magento releases that the store can play, one row a release.

Rules ask for a property ("are names checked?"), never for a release's name, so that a third release is one more
row.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class MagentoVersion:
    """The ways in which one release differs from the other."""

    name: str
    static_version: str
    # REST
    jwt_tokens: bool
    admin_token_minutes: int
    customer_token_minutes: int
    signature_methods: tuple[str, ...]
    integration_token_as_bearer: bool
    has_revocation_route: bool
    names_unknown_property: bool
    group_id_needs_rights: bool
    tells_email_availability: bool
    asks_for_email_first: bool
    bad_hostname: str
    takes_any_letter_in_email: bool
    refuses_scripts: bool
    checks_confirmation_first: bool
    tells_missing_confirmation: bool
    checks_names: bool
    checks_birth_date: bool
    checks_city: bool
    checks_telephone: bool
    addresses_in_order: bool
    undeclared_method_status: int
    has_german_pack: bool
    encodes_error_page_address: bool
    same_site_cookies: bool
    admin_address_has_key: bool
    guards_addresses: bool
    """Whether a customer is refused who names an address of somebody else."""


MAGENTO_2_4_1 = MagentoVersion(
    name="2.4.1",
    static_version="1795444424",
    jwt_tokens=False,
    admin_token_minutes=240,
    customer_token_minutes=60,
    signature_methods=("HMAC-SHA1", "HMAC-SHA256"),
    integration_token_as_bearer=True,
    has_revocation_route=False,
    names_unknown_property=False,
    group_id_needs_rights=False,
    tells_email_availability=True,
    asks_for_email_first=False,
    bad_hostname="'{host}' does not match the expected structure for a DNS hostname",
    takes_any_letter_in_email=False,
    refuses_scripts=False,
    checks_confirmation_first=False,
    tells_missing_confirmation=False,
    checks_names=False,
    checks_birth_date=False,
    checks_city=False,
    checks_telephone=False,
    addresses_in_order=True,
    undeclared_method_status=400,
    has_german_pack=False,
    encodes_error_page_address=False,
    same_site_cookies=False,
    admin_address_has_key=True,
    guards_addresses=False,
)

MAGENTO_2_4_8 = MagentoVersion(
    name="2.4.8",
    static_version="1795446316",
    jwt_tokens=True,
    admin_token_minutes=60,
    customer_token_minutes=60,
    signature_methods=("HMAC-SHA256",),
    integration_token_as_bearer=False,
    has_revocation_route=True,
    names_unknown_property=True,
    group_id_needs_rights=True,
    tells_email_availability=False,
    asks_for_email_first=True,
    bad_hostname="The input does not match the expected structure for a DNS hostname",
    takes_any_letter_in_email=True,
    refuses_scripts=True,
    checks_confirmation_first=True,
    tells_missing_confirmation=True,
    checks_names=True,
    checks_birth_date=True,
    checks_city=True,
    checks_telephone=True,
    addresses_in_order=False,
    undeclared_method_status=405,
    has_german_pack=True,
    encodes_error_page_address=True,
    same_site_cookies=True,
    admin_address_has_key=False,
    guards_addresses=True,
)

VERSIONS = {version.name: version for version in (MAGENTO_2_4_8, MAGENTO_2_4_1)}
