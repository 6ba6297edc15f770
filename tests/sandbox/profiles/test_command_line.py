"""The options of the profiles: what they come to, what the environment may hold, and how mistakes are reported."""

import pytest

from sandbox.command_line import configuration, read_options
from sandbox.configuration import Configuration
from tests.sandbox.profiles.signing import INTEGRATION
from tests.sandbox.program import complaint

SECRETS = ":".join(
    [
        INTEGRATION.consumer_key,
        INTEGRATION.consumer_secret,
        INTEGRATION.access_token,
        INTEGRATION.access_token_secret,
    ]
)
TOTP = "JBSWY3DPEHPK3PXP"
EVERY_SECRET = (
    "--admin-password=hidden",
    f"--admin-totp-secret={TOTP}",
    f"--integration={SECRETS}",
    "--storefront-password=staging:hidden",
    "--rest-password=staging:hidden",
    "--required-header=X-Bypass:hidden",
)


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start from an environment that says nothing about the store."""
    for name in ("ADMIN_PASSWORD", "ADMIN_TOTP_SECRET", "INTEGRATION"):
        monkeypatch.delenv(f"SANDBOX_{name}", raising=False)


def read(*options: str) -> Configuration:
    """Read options as the program does."""
    return configuration(read_options(options))


def test_without_options_the_store_wears_nothing() -> None:
    """It is what a test makes of it by default."""
    assert read() == Configuration()


def test_what_the_options_come_to() -> None:
    """One by one."""
    made = read(
        *("--integration", SECRETS, "--integration-as-bearer", "--two-factor", "unconfigured"),
        *("--admin-role", "stores", "--admin-token-lifetime", "90", "--customer-token-lifetime", "60"),
        *("--storefront-password", "staging:let:me in", "--rest-password", "api:", "--bad-gateway", "5"),
        *("--required-header", "CF-Access: a:b", "--redirect-to", "https://shop.example/"),
        *("--first-page-latency", "30000", "--maintenance"),
        *("--website-hosts", "us=127.0.0.2,de=localhost", "--without-store-codes"),
        *("--inactive-store-view", "us", "--inactive-store-view", "de"),
        *("--set", "customer/address/dob_show@us_website=req", "--set", "general/country/allow=DE,US"),
        *("--required-attributes", "loyalty_number,shoe_size", "--demo-notice"),
        *("--theme", "unknown", "--theme", "us=hyva", "--locale", "us=fr_FR", "--language-pack", "fr"),
    )
    assert made == Configuration(
        integration=INTEGRATION,
        integration_as_bearer=True,
        two_factor="unconfigured",
        admin_role="stores",
        admin_token_lifetime=90,
        customer_token_lifetime=60,
        storefront_password=("staging", "let:me in"),
        rest_password=("api", ""),
        bad_gateway=5,
        required_header=("CF-Access", "a:b"),
        redirect_to="https://shop.example",
        first_page_latency=30_000,
        outage="maintenance",
        website_hosts=(("us", "127.0.0.2"), ("de", "localhost")),
        without_store_codes=True,
        inactive_store_views=frozenset({"us", "de"}),
        settings={"customer/address/dob_show@us_website": "req", "general/country/allow": "DE,US"},
        required_attributes=("loyalty_number", "shoe_size"),
        demo_notice=True,
        themes={"": "unknown", "us": "hyva"},
        locales={"us": "fr_FR"},
        language_packs=frozenset({"fr"}),
    )


def test_secrets_out_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no list of processes shows them; an option wins, an empty variable is none."""
    monkeypatch.setenv("SANDBOX_ADMIN_TOTP_SECRET", TOTP)
    monkeypatch.setenv("SANDBOX_INTEGRATION", SECRETS)
    assert (read().admin_totp_secret, read().integration) == (TOTP, INTEGRATION)
    assert read("--admin-totp-secret", "MFRGGZDF").admin_totp_secret == "MFRGGZDF"
    monkeypatch.setenv("SANDBOX_ADMIN_TOTP_SECRET", "")
    assert read().admin_totp_secret is None


def test_no_secret_shows_in_the_configuration() -> None:
    """It may stand in a traceback."""
    shown = repr(read(*EVERY_SECRET))
    for secret in ("hidden", TOTP, INTEGRATION.consumer_secret, INTEGRATION.access_token):
        assert secret not in shown


def test_a_wrong_value(subtests: pytest.Subtests, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence names the option and what it wants, and repeats no secret."""
    for option, value, reported in [
        ("--integration", "secret:x:y:z", "not four secrets of 32 characters"),
        ("--admin-totp-secret", "secret-1", "the key is not in Base32, such as JBSWY3DPEHPK3PXP"),
        ("--admin-token-lifetime", "0", "'0' is not a whole number above zero"),
        ("--storefront-password", "secret", "a user and a password are written with a colon between them"),
        ("--required-header", "secret", "a header is written as NAME:VALUE"),
        ("--redirect-to", "shop.example", "'shop.example' is no address such as https://shop.example"),
        ("--required-attributes", "a,B", "'B' is no attribute's code, such as loyalty_number"),
        ("--theme", "us=hyvae", "the store has no theme 'hyvae'; the nearest one is hyva"),
        ("--theme", "un=hyva", "the store has no store view 'un'; the nearest one is us"),
        ("--locale", "de=de_AT", "the store has no locale 'de_AT'; the nearest one is de_DE"),
        ("--language-pack", "fr_FR", "the store has no language pack 'fr_FR'; the nearest one is fr"),
        (
            "--set",
            "customer/adress/telefone_show=opt",
            "the store follows no 'customer/adress/telefone_show'; the nearest path is "
            "customer/address/telephone_show",
        ),
        (
            "--set",
            "customer/address/telephone_show",
            "'customer/address/telephone_show' is no setting such as customer/address/telephone_show=opt",
        ),
        (
            "--set",
            "customer/address/telephone_show=yes",
            "customer/address/telephone_show takes '', 'opt', 'req', not 'yes'",
        ),
        (
            "--set",
            "customer/address/telephone_show@us=opt",
            "customer/address/telephone_show is said for a website at most: one of base, us_website, de_website",
        ),
        (
            "--set",
            "general/country/allow@fr=DE",
            "'fr' is no store view and no website: default, us, de, base, us_website, de_website",
        ),
        (
            "--set",
            "customer/address/street_lines=two",
            "customer/address/street_lines takes a number, not 'two'",
        ),
        (
            "--set",
            "customer/address_templates/html@us=@french",
            "'french' is no file, and no template of the store: german, last-name-first, paragraphs, short, stock",
        ),
        ("--rest-latency", "9-1", "'9-1' is not a range such as 0-800"),
    ]:
        with subtests.test(option=option, value=value):
            with pytest.raises(SystemExit):
                read(option, value)
            error = capsys.readouterr().err
            assert error.strip().endswith(f"error: argument {option}: {reported}")
            assert "secret-1" not in error
            assert "secret:x" not in error


@pytest.mark.usefixtures("processes")
def test_the_program_tells_a_wrong_secret_of_the_environment() -> None:
    """By the name of the option."""
    said = complaint(SANDBOX_INTEGRATION="secret")
    assert said == "python -m sandbox: error: argument --integration: not four secrets of 32 characters"
