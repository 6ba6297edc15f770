"""What a pipeline meets on staging: each obstacle is passed with its settings, and explained without them."""

import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import FeatureRun, run_features
from tests.sandbox.profiles.certificates import make_certificates

USER = {"SHOP_ADMIN_USERNAME": "admin", "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD}
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
CREDENTIALS = tuple(letter * 32 for letter in "kstu")
INTEGRATION = {
    "SHOP_OAUTH_CONSUMER_KEY": CREDENTIALS[0],
    "SHOP_OAUTH_CONSUMER_SECRET": CREDENTIALS[1],
    "SHOP_OAUTH_ACCESS_TOKEN": CREDENTIALS[2],
    "SHOP_OAUTH_ACCESS_TOKEN_SECRET": CREDENTIALS[3],
}


def smoke(folder: Path, url: str, variables: dict[str, str], *options: str) -> FeatureRun:
    """Run the whole step at a shop with these variables."""
    return run_features(folder, "-m", "smoke", *options, variables={"SHOP_BASE_URL": url, **variables})


def refused(folder: Path, url: str, variables: dict[str, str]) -> str:
    """Give what a run says that is stopped for its settings."""
    run = smoke(folder, url, variables)
    assert run.exit_code == 78, run.output
    return run.output


def assert_clean(run: FeatureRun, *secrets: str) -> None:
    """See that the run passed and left none of the secrets behind."""
    assert run.exit_code == 0, run.output
    written = "".join(path.read_text(errors="ignore") for path in run.folder.rglob("*") if path.is_file())
    assert [secret for secret in secrets if secret in written + run.output] == []


def test_two_factor(tmp_path: Path, serve: Serve) -> None:
    """One login with a code serves every worker; without the secret the run says what is missing."""
    url = serve("--admin-totp-secret", TOTP_SECRET)
    run = smoke(tmp_path, url, {**USER, "SHOP_ADMIN_TOTP_SECRET": TOTP_SECRET}, "-n", "2")
    assert_clean(run, TOTP_SECRET, ADMIN_PASSWORD)
    assert "set SHOP_ADMIN_TOTP_SECRET to the secret of the provider google" in refused(tmp_path, url, USER)


def test_integration(tmp_path: Path, serve: Serve) -> None:
    """Every call is signed; the access token alone is no longer good, and the run says why."""
    url = serve("--integration", ":".join(CREDENTIALS))
    assert_clean(smoke(tmp_path, url, INTEGRATION), *CREDENTIALS)
    said = refused(tmp_path, url, {"SHOP_ADMIN_TOKEN": CREDENTIALS[2]})
    assert "let the shop take integrations' tokens (oauth/consumer/enable_integration_as_bearer)" in said
    said = refused(tmp_path, url, {**INTEGRATION, "SHOP_OAUTH_ACCESS_TOKEN_SECRET": "x" * 32})
    assert "Check SHOP_OAUTH_CONSUMER_SECRET and SHOP_OAUTH_ACCESS_TOKEN_SECRET" in said


def test_ready_token(tmp_path: Path, serve: Serve) -> None:
    """A token that was made elsewhere is enough where the shop takes it."""
    url = serve("--integration", ":".join(CREDENTIALS), "--integration-as-bearer")
    assert_clean(smoke(tmp_path, url, {"SHOP_ADMIN_TOKEN": CREDENTIALS[2]}), CREDENTIALS[2])


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["serial", "parallel"])
def test_admin_token_that_runs_out(tmp_path: Path, serve: Serve, workers: tuple[str, ...]) -> None:
    """The run goes on with another token, and its report says so."""
    url = serve("--admin-token-lifetime", "2")
    assert_clean(smoke(tmp_path, url, USER, *workers), ADMIN_PASSWORD)
    facts = (tmp_path / "allure-results" / "environment.properties").read_text()
    assert "Admin\\ token = renewed at" in facts


def test_basic_auth(tmp_path: Path, serve: Serve) -> None:
    """The browser gives the credentials to the storefront's front; REST, which has none, is not bothered."""
    url = serve("--storefront-password", "preview:Let-me/in 42")
    front = {"SHOP_BASIC_AUTH_USERNAME": "preview", "SHOP_BASIC_AUTH_PASSWORD": "Let-me/in 42"}
    assert_clean(smoke(tmp_path, url, {**USER, **front}), "Let-me/in 42")


def test_header_wall(tmp_path: Path, serve: Serve) -> None:
    """REST and browser send the header that a firewall asks for."""
    url = serve("--required-header", "X-Pass:Let-me-in-43")
    front = {"SHOP_HEADERS": '{"X-Pass": "Let-me-in-43"}'}
    assert_clean(smoke(tmp_path, url, {**USER, **front}), "Let-me-in-43")


def test_own_authority(tmp_path: Path, serve: Serve) -> None:
    """With the authority's certificate both trust the shop; without it the run says what to set."""
    made = make_certificates(tmp_path)
    url = serve("--tls", made.option)
    assert_clean(smoke(tmp_path / "run", url, {**USER, "SHOP_CA_FILE": str(made.authority)}))
    said = refused(tmp_path / "refused", url, USER)
    assert "Set SHOP_CA_FILE to a file with the certificate of the shop's authority, as PEM." in said


def test_session_over_https(tmp_path: Path, serve: Serve) -> None:
    """Its cookie is Secure, which the scenario asks for there alone."""
    made = make_certificates(tmp_path)
    variables = {"SHOP_BASE_URL": serve("--tls", made.option), "SHOP_CA_FILE": str(made.authority), **USER}
    run = run_features(tmp_path / "run", "-m", "sign_in-20 or customer_token-38", variables=variables)
    assert (run.exit_code, run.failed()) == (0, {}), run.output


def test_admin_of_few_rights(tmp_path: Path, serve: Serve) -> None:
    """Without the right to customer groups one scenario is skipped with its name; she opens no customer's account."""
    variables = {"SHOP_BASE_URL": serve("--admin-role", "acceptance"), **USER}
    run = run_features(tmp_path, "-m", "create_customer-57 or customer_token-28", "-rs", variables=variables)
    assert run.exit_code == 0, run.output
    assert "the admin lacks Magento_Customer::group" in run.output
    assert "1 passed, 1 skipped" in run.output


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS answers at 127.0.0.1 alone")
def test_host_per_website(tmp_path: Path, serve: Serve) -> None:
    """The storefront is where the shop says, on another host than REST and without its code in the path."""
    url = serve("--website-hosts", "us=127.0.0.2,de=127.0.0.3", "--storefront-password", "preview:Passw0rd 4")
    front = {"SHOP_BASIC_AUTH_USERNAME": "preview", "SHOP_BASIC_AUTH_PASSWORD": "Passw0rd 4"}
    run = smoke(tmp_path, url, {**USER, **front})
    assert_clean(run, "Passw0rd 4")
    facts = (tmp_path / "allure-results" / "environment.properties").read_text()
    assert f"Storefront = {url.replace('127.0.0.1', '127.0.0.2')}\n" in facts


def test_more_than_stock_is_asked_for(tmp_path: Path, serve: Serve) -> None:
    """Fields, attributes and a long password go with every customer, without a word in the settings."""
    settings = (
        "customer/address/dob_show=req",
        "customer/address/taxvat_show=req",
        "customer/password/minimum_password_length=24",
    )
    asked = (option for setting in settings for option in ("--set", setting))
    url = serve(*asked, "--required-attributes", "loyalty")
    assert_clean(smoke(tmp_path / "without", url, USER), ADMIN_PASSWORD)
    given = {
        "SHOP_REQUIRED_FIELDS": '{"taxvat": "DE129273398"}',
        "SHOP_CUSTOM_ATTRIBUTES": '{"loyalty": "A-17"}',
    }
    said = smoke(tmp_path / "with", url, {**USER, **given})
    assert_clean(said, ADMIN_PASSWORD)
    facts = (tmp_path / "with" / "allure-results" / "environment.properties").read_text(encoding="utf-8")
    assert "taxvat of the customer is DE129273398" in facts
    assert "loyalty of the customer is A-17" in facts
