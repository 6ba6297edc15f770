"""What differs between the Magento releases that the store can play, one row a release.

Rules ask for a property ("are names checked?"), never for a release's name, so that another release is one more
row. What holds on two releases alike was measured on 2.4.1, 2.4.7-p6 and 2.4.8-p1.
"""

from dataclasses import dataclass, replace

from sandbox import messages

REFUSED_LATE, REFUSED_FIRST, BREAKS_DOWN = "refused late", "refused first", "breaks down"
STATES_2_4_1 = "AU,BG,BR,CA,CH,CN,CO,EE,ES,HR,IN,IT,LT,LV,MX,PL,RO,US"
STATES_2_4_7 = (
    "AL,AR,AU,BG,BO,BR,BY,CA,CH,CL,CN,CO,CR,CZ,DK,EC,EE,ES,GR,GY,"
    "HR,IN,IS,IT,LT,LV,MX,PE,PL,PT,PY,RO,SE,SR,UA,US,UY,VE"
)
STATES_2_4_8 = f"{STATES_2_4_7},BE"
SINCE_2_4_7 = frozenset({"Magento_JwtUserToken", "Magento_OpenSearch", "Magento_ReCaptchaWebapiRest"})
SINCE_2_4_8 = frozenset(
    {
        "Magento_Elasticsearch8",
        "Magento_InventoryCatalogRule",
        "Magento_ReCaptchaResendConfirmationEmail",
    }
)


@dataclass(frozen=True)
class MagentoVersion:
    """The ways in which one release differs from the others."""

    name: str
    static_version: str
    countries: str
    """The recording of the directory's countries that holds for it."""
    germany: str
    """How the recorded shop named its German website and store."""
    state_required: str
    """The countries that ask for a region, out of the box."""
    modules: frozenset[str]
    """The modules that others of the three releases lack."""
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
    missing_email: str
    """What happens to a creation without an e-mail: it is refused late, refused first, or breaks down."""
    bad_hostname: str
    takes_any_letter_in_email: bool
    refuses_scripts: bool
    checks_confirmation_first: bool
    tells_missing_confirmation: bool
    checks_names: bool
    """Names are checked letter by letter; otherwise a long one is cut without a word."""
    checks_birth_date: bool
    requires_birth_date: bool
    """A date of birth that the configuration requires is asked for."""
    checks_options: bool
    checks_city: bool
    checks_telephone: bool
    foreign_address: str | None
    """What is said to a change that names another customer's address; None overwrites it."""
    required_goes_by_website: bool
    """An address's missing field is named by REST only where the customer's own website requires it."""
    addresses_in_order: bool
    token_clears_failures: bool
    ends_first_posted_sign_out: bool
    password_change_leads_home: bool
    escapes_fullname: bool
    undeclared_method_status: int
    has_german_pack: bool
    encodes_error_page_address: bool
    same_site_cookies: bool
    """The very first session cookie says SameSite, and that of messages is strict."""
    public_not_found: bool
    """The page for a wrong address says that it may be cached."""
    admin_address_has_key: bool


MAGENTO_2_4_1 = MagentoVersion(
    name="2.4.1",
    static_version="1795444424",
    countries="2.4.1",
    germany="Germany",
    state_required=STATES_2_4_1,
    modules=frozenset(),
    jwt_tokens=False,
    admin_token_minutes=240,
    customer_token_minutes=60,
    signature_methods=("HMAC-SHA1", "HMAC-SHA256"),
    integration_token_as_bearer=True,
    has_revocation_route=False,
    names_unknown_property=False,
    group_id_needs_rights=False,
    tells_email_availability=True,
    missing_email=REFUSED_LATE,
    bad_hostname="'{host}' does not match the expected structure for a DNS hostname",
    takes_any_letter_in_email=False,
    refuses_scripts=False,
    checks_confirmation_first=False,
    tells_missing_confirmation=False,
    checks_names=False,
    checks_birth_date=False,
    requires_birth_date=True,
    checks_options=False,
    checks_city=False,
    checks_telephone=False,
    foreign_address=None,
    required_goes_by_website=True,
    addresses_in_order=True,
    token_clears_failures=False,
    ends_first_posted_sign_out=False,
    password_change_leads_home=False,
    escapes_fullname=False,
    undeclared_method_status=400,
    has_german_pack=False,
    encodes_error_page_address=False,
    same_site_cookies=False,
    public_not_found=False,
    admin_address_has_key=True,
)

MAGENTO_2_4_8 = MagentoVersion(
    name="2.4.8",
    static_version="1795446316",
    countries="2.4.8",
    germany="Germany",
    state_required=STATES_2_4_8,
    modules=SINCE_2_4_7 | SINCE_2_4_8,
    jwt_tokens=True,
    admin_token_minutes=60,
    customer_token_minutes=60,
    signature_methods=("HMAC-SHA256",),
    integration_token_as_bearer=False,
    has_revocation_route=True,
    names_unknown_property=True,
    group_id_needs_rights=True,
    tells_email_availability=False,
    missing_email=REFUSED_FIRST,
    bad_hostname="The input does not match the expected structure for a DNS hostname",
    takes_any_letter_in_email=True,
    refuses_scripts=True,
    checks_confirmation_first=True,
    tells_missing_confirmation=True,
    checks_names=True,
    checks_birth_date=True,
    requires_birth_date=False,
    checks_options=True,
    checks_city=True,
    checks_telephone=True,
    foreign_address=messages.EMAIL_TAKEN,
    required_goes_by_website=False,
    addresses_in_order=False,
    token_clears_failures=True,
    ends_first_posted_sign_out=True,
    password_change_leads_home=True,
    escapes_fullname=False,
    undeclared_method_status=405,
    has_german_pack=True,
    encodes_error_page_address=True,
    same_site_cookies=True,
    public_not_found=True,
    admin_address_has_key=False,
)

MAGENTO_2_4_7 = replace(
    MAGENTO_2_4_8,
    name="2.4.7",
    static_version="1795914612",
    germany="DE",
    state_required=STATES_2_4_7,
    modules=SINCE_2_4_7,
    missing_email=BREAKS_DOWN,
    tells_missing_confirmation=False,
    checks_confirmation_first=False,
    checks_birth_date=False,
    checks_city=False,
    checks_telephone=False,
    foreign_address=messages.FOREIGN_ADDRESS,
    addresses_in_order=True,
    token_clears_failures=False,
    has_german_pack=False,
    escapes_fullname=True,
)

VERSIONS = {version.name: version for version in (MAGENTO_2_4_8, MAGENTO_2_4_7, MAGENTO_2_4_1)}
