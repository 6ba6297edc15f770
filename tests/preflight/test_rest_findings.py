"""What is found of a shop over REST: each with the sentence that says what to do, what still runs, and the code."""

import socket
from collections.abc import Mapping
from typing import Any, NamedTuple, NoReturn

import pytest

from api.magento import Magento
from harness.preflight import examination
from harness.preflight.checks import CHECKS
from harness.secrets.scrubber import Scrubber
from harness.shop.connection import connect
from harness.shop.shop import Shop
from tests.preflight.examined import examine
from tests.preflight.served_shop import Answer, answering, diagnosed, served, shop_at
from tests.sandbox.profiles.certificates import Certificates, make_certificates
from tests.verdict.spoiled_shop import Spoil, ids_as_text, spoiled_shop, status, without_codes

KEY, SECRET, TOKEN, TOKEN_SECRET = "k" * 32, "s" * 32, "t" * 32, "u" * 32
INTEGRATION = {
    "oauth_consumer_key": KEY,
    "oauth_consumer_secret": SECRET,
    "oauth_access_token": TOKEN,
    "oauth_access_token_secret": TOKEN_SECRET,
}
TOTP = "JBSWY3DPEHPK3PXP"


class Case(NamedTuple):
    """What is found at a store in this profile, by a run with these settings."""

    finding: str
    exit_code: int
    sentence: str
    profile: tuple[str, ...] = ()
    settings: Mapping[str, Any] = {}


STOPS = (
    Case(
        "production",
        78,
        "is marked as production: nothing that writes may run there",
        settings={"production": True},
    ),
    Case(
        "redirected", 78, "Set STAGING_BASE_URL to https://a.example.", ("--redirect-to", "https://a.example")
    ),
    Case("maintenance", 69, "run `bin/magento maintenance:disable` there", ("--maintenance",)),
    Case("no-shop-behind", 69, "answers with 502 Bad Gateway in its stead.", ("--bad-gateway", "600")),
    Case(
        "rest-behind-basic-auth",
        69,
        "Let the shop exempt /rest from it",
        ("--rest-password", "jo:front-secret"),
    ),
    Case("firewall", 78, "as by a firewall. Set STAGING_HEADERS", ("--required-header", "X-Pass: yes")),
    Case(
        "admin-refused",
        78,
        "check STAGING_ADMIN_USERNAME and STAGING_ADMIN_PASSWORD",
        settings={"admin_password": "Not-The-Passw0rd"},
    ),
    Case("admin-refused", 78, "set STAGING_ADMIN_TOTP_SECRET to", ("--admin-totp-secret", TOTP)),
    Case("admin-refused", 78, "set STAGING_ADMIN_TOKEN anew", settings={"admin_token": "junk-token"}),
    Case(
        "admin-refused",
        78,
        "set STAGING_ADMIN_TOKEN anew",
        ("--set", "webapi/webapisecurity/allow_insecure=1"),
        {"admin_token": "junk-token"},
    ),
    Case(
        "admin-refused",
        78,
        "Check STAGING_OAUTH_CONSUMER_SECRET",
        ("--integration", ":".join(INTEGRATION.values())),
        {**INTEGRATION, "oauth_consumer_secret": "w" * 32},
    ),
    Case(
        "missing-right",
        78,
        "The admin admin lacks Magento_Customer::delete, to delete its customers. Tick it in the admin's role",
        ("--admin-role", "customers"),
    ),
    Case("missing-right", 78, "lacks Magento_Customer::customer, to find", ("--admin-role", "stores")),
    Case(
        "no-store-view",
        78,
        "has no store view fr, it has default, us, de. Set STAGING_STORE_CODE.",
        settings={"store_code": "fr"},
    ),
    Case("inactive-store-view", 69, "is not active. Enable it there", ("--inactive-store-view", "us")),
)
WARNINGS = (
    Case(
        "guest-access",
        0,
        "If that is wanted, write guests_read_stores = true under [staging] in shops.toml.",
        ("--set", "webapi/webapisecurity/allow_insecure=1"),
    ),
    Case("missing-manage", 0, "the scenarios that need it are skipped", ("--admin-role", "acceptance")),
)
OTHER_SERVERS = (
    ("no-rest", Answer(200, "<title>Welcome</title>"), 78, "There is no Magento REST API at"),
    (
        "sent-elsewhere",
        Answer(302, headers={"Location": "https://sso.example/login?next=secret"}),
        78,
        "are sent to https://sso.example/login, which is no REST call",
    ),
    (
        "rest-broken",
        Answer(500, '{"message": "Internal Error. Report ID: webapi-1"}', "application/json"),
        69,
        "500, Internal Error. Report ID: webapi-1. Look into var/log",
    ),
)


def test_broken_store_views(subtests: pytest.Subtests) -> None:
    """The first promise of the step is broken while other routes are well: 1, and no outage."""
    rows: tuple[tuple[Spoil, str], ...] = (
        (status(500), "500, text/html"),
        (status(200), "200, text/html"),
        (ids_as_text, "0.id: Input should be a valid integer"),
        (without_codes, "0.code: Field required"),
    )
    for case, (spoil, said) in zip(["dies", "a page", "ids as text", "a field is lost"], rows, strict=True):
        with subtests.test(case), spoiled_shop() as context:
            context.front.break_for(None, "GET .*/storeViews", spoil)
            diagnosis = diagnosed(context.shop)
            assert diagnosis.stop is not None
            assert (diagnosis.stop.id, diagnosis.exit_code) == ("broken-store-views", 1)
            assert said in diagnosis.stop.problem


@pytest.fixture(scope="module")
def certificates(processes: None, tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Give an authority and what it signed."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def test_nothing_can_be_run(subtests: pytest.Subtests) -> None:
    """The shop is not testable, or not with these settings: the sentence says what to do, without a secret."""
    for case in STOPS:
        with subtests.test(case=case):
            with served(*case.profile) as url:
                shop = shop_at(url, **case.settings)
                diagnosis = diagnosed(shop)
            assert diagnosis.stop is not None
            assert diagnosis.stop.id == case.finding
            assert case.sentence in " ".join(finding.text for finding in diagnosis.findings)
            assert diagnosis.exit_code == case.exit_code
            assert [secret for secret in shop.secrets() if secret in str(diagnosis)] == []


def test_everything_can_be_run(subtests: pytest.Subtests) -> None:
    """A warning keeps nothing from running."""
    for case in WARNINGS:
        with subtests.test(case=case):
            with served(*case.profile) as url:
                diagnosis = diagnosed(shop_at(url))
            assert [finding.id for finding in diagnosis.warnings] == [case.finding]
            assert case.sentence in diagnosis.warnings[0].text
            assert (diagnosis.obstacle, diagnosis.exit_code) == (None, 0)


def test_something_else_answers(subtests: pytest.Subtests) -> None:
    """What answers is no shop, or no longer one."""
    for finding, answer, exit_code, sentence in OTHER_SERVERS:
        with subtests.test(finding=finding):
            with answering(answer) as url:
                diagnosis = diagnosed(shop_at(url))
            assert diagnosis.stop is not None
            assert diagnosis.stop.id == finding
            assert sentence in diagnosis.stop.text
            assert diagnosis.exit_code == exit_code


def test_unreachable() -> None:
    """Nobody listens."""
    diagnosis = diagnosed(shop_at("http://127.0.0.1:9"))
    assert diagnosis.stop is not None
    assert diagnosis.stop.id == "unreachable"
    assert "http://127.0.0.1:9 cannot be reached" in diagnosis.stop.text
    assert "Is STAGING_BASE_URL right, is the shop up" in diagnosis.stop.text
    assert diagnosis.exit_code == 69


def test_nothing_is_written_to_the_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signing in apart, no call but of reading, of deleting nobody, and of what a guest is refused."""
    calls: list[str] = []

    def watched(shop: Shop, run_id: str) -> Magento:
        magento = connect(shop, run_id)
        magento.rest.session.hooks["response"].append(
            lambda answer, **_: calls.append(f"{answer.request.method} {answer.request.path_url}")
        )
        return magento

    monkeypatch.setattr(examination, "connect", watched)
    of_the_shop = [check for check in CHECKS if check.title != "browser"]
    with served() as url:
        diagnosis, token = examine(
            shop_at(url), "test", Scrubber(), wait=0, tell=print, thorough=True, checks=of_the_shop
        )
    assert diagnosis.findings == ()
    assert token is not None
    assert [call for call in calls if not call.startswith("GET ")] == [
        "POST /rest/all/V1/integration/admin/token",
        "DELETE /rest/all/V1/customers/-1",
        "POST /rest/us/V1/integration/customer/revoke-customer-token",
    ]


def test_name_that_cannot_be_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is mistyped, or known in another network; no waiting helps."""

    def unknown(*_: object, **__: object) -> NoReturn:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    diagnosis = diagnosed(shop_at("https://stagin.example.com"), wait=600)
    assert diagnosis.stop is not None
    assert diagnosis.stop.id == "unknown-host"
    assert diagnosis.stop.text.startswith(
        "This machine cannot look up the name stagin.example.com. Is STAGING_"
    )
    assert diagnosis.exit_code == 69


def test_shop_that_comes_up_is_waited_for() -> None:
    """After a deployment there are 502s for a while."""
    with served("--bad-gateway", "1") as url:
        assert diagnosed(shop_at(url), wait=60).findings == ()


@pytest.mark.parametrize(("seconds", "direction"), [(120, "behind"), (-120, "ahead of")])
def test_clock(seconds: int, direction: str) -> None:
    """A clock that is wrong by minutes spoils two-factor codes and signatures."""
    with served(clock_ahead=seconds) as url:
        diagnosis = diagnosed(shop_at(url))
    assert [finding.id for finding in diagnosis.warnings] == ["clock"]
    assert f" s {direction} the shop's" in diagnosis.warnings[0].text
    assert diagnosis.exit_code == 0


def test_certificate_of_an_unknown_authority(certificates: Certificates) -> None:
    """A company's own authority has to be named."""
    with served("--tls", certificates.option) as url:
        diagnosis = diagnosed(shop_at(url))
    assert diagnosis.stop is not None
    assert diagnosis.stop.id == "untrusted-certificate"
    assert "Set STAGING_CA_FILE to a file with the certificate" in diagnosis.stop.text
    assert diagnosis.exit_code == 78


def test_certificate_of_a_known_authority(certificates: Certificates) -> None:
    """Until when it is good is nobody's business here."""
    with served("--tls", certificates.option) as url:
        assert diagnosed(shop_at(url, ca_file=certificates.authority)).findings == ()


def test_certificate_of_another_name(certificates: Certificates) -> None:
    """It is trusted, and made out to somebody else: the authority itself, which has no URL."""
    authority_itself = f"{certificates.authority}:{certificates.authority.with_suffix('.key')}"
    with served("--tls", authority_itself) as url:
        diagnosis = diagnosed(shop_at(url, ca_file=certificates.authority))
    assert diagnosis.stop is not None
    assert diagnosis.stop.id == "bad-certificate"
    assert "certificate is not valid for '127.0.0.1'" in diagnosis.stop.text
    assert diagnosis.exit_code == 69


def test_https_where_none_is_spoken() -> None:
    """The scheme is wrong, or the port."""
    with served() as url:
        diagnosis = diagnosed(shop_at(url.replace("http:", "https:")))
    assert diagnosis.stop is not None
    assert diagnosis.stop.id == "not-https"
    assert diagnosis.exit_code == 78
