"""Settings come from variables, .env and shops.toml, are checked together and named without their secrets."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from harness.shop.settings import WrongSettingsError, read_shop
from harness.shop.shop import PROJECT, SECRETS, SETTINGS, Shop

SHOP = {
    "SHOP_BASE_URL": "https://staging.example.com/",
    "SHOP_ADMIN_USERNAME": "admin",
    "SHOP_ADMIN_PASSWORD": "top-secret-1",
}
TOML = '[staging]\nbase_url = "https://staging.example.com"\nadmin_username = "admin"\n'
DOTENV = "STAGING_ADMIN_PASSWORD=top-secret-1\n"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine has set."""
    for name in os.environ:
        if name.startswith(("SHOP_", "STAGING_", "QA_")):
            monkeypatch.delenv(name)


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch, no_settings: None) -> None:
    """Set the variables of a shop."""
    for name, value in SHOP.items():
        monkeypatch.setenv(name, value)


def read(folder: Path, choice: str | None = "staging", *, toml: str = TOML, dotenv: str = "") -> Shop:
    """Read a shop, with these files in the folder."""
    (folder / "shops.toml").write_text(toml, encoding="utf-8")
    (folder / ".env").write_text(dotenv, encoding="utf-8")
    shop = read_shop(choice, folder)
    assert shop is not None
    return shop


def complaint(folder: Path, choice: str | None = "staging", **files: Any) -> str:
    """Give the one message about a shop whose settings are wrong."""
    with pytest.raises(WrongSettingsError) as raised:
        read(folder, choice, **files)
    return str(raised.value)


def test_nothing_set_means_the_embedded_store(tmp_path: Path) -> None:
    """A developer without any shop sets nothing."""
    assert read_shop(None, tmp_path) is None


@pytest.mark.usefixtures("variables")
def test_variables_name_a_shop(tmp_path: Path) -> None:
    """The address loses its slash, the store view is us unless set otherwise, secrets are not shown."""
    shop = read_shop(None, tmp_path)
    assert shop is not None
    assert (shop.base_url, shop.store_code) == ("https://staging.example.com", "us")
    assert shop.admin_username == "admin"
    assert "top-secret-1" not in repr(shop) + str(shop) + str(shop.model_dump())
    assert list(shop.secrets()) == ["top-secret-1"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTPS://x.example", "https://x.example"),
        ("https://x.example//", "https://x.example"),
        (" https://x.example ", "https://x.example"),
        ("https://x.example/rest", "https://x.example"),
        ("https://x.example/shop/rest/V1/", "https://x.example/shop"),
        ("https://x.example/rest/us/V1", "https://x.example"),
        ("https://x.example/restaurant", "https://x.example/restaurant"),
        ("https://x.example/index.php/rest", "https://x.example/index.php"),
    ],
)
def test_base_url_as_people_write_it(tmp_path: Path, written: str, meant: str) -> None:
    """A collection of REST calls names it with /rest or /rest/V1; calls begin with that themselves."""
    assert read(tmp_path, dotenv=f"{DOTENV}STAGING_BASE_URL='{written}'\n").base_url == meant


def test_proxy_with_half_of_its_credentials(tmp_path: Path) -> None:
    """All that is missing is named."""
    said = complaint(tmp_path, toml=f'{TOML}proxy_username = "jo"\n', dotenv=DOTENV)
    assert "STAGING_PROXY is missing" in said
    assert "STAGING_PROXY_PASSWORD is missing" in said


@pytest.mark.usefixtures("variables")
def test_embedded_wins_over_every_variable(tmp_path: Path) -> None:
    """The developer's command never reaches a real shop by accident."""
    assert read_shop("embedded", tmp_path) is None


@pytest.mark.usefixtures("variables")
def test_address_given_wins_over_the_variable(tmp_path: Path) -> None:
    """--shop takes an address too."""
    shop = read_shop("http://qa.example.com", tmp_path)
    assert shop is not None
    assert shop.base_url == "http://qa.example.com"


@pytest.mark.usefixtures("variables")
def test_named_shop_gets_no_other_shops_secrets(tmp_path: Path) -> None:
    """SHOP_ADMIN_PASSWORD and QA_ADMIN_PASSWORD are not staging's."""
    said = complaint(tmp_path, dotenv="QA_ADMIN_PASSWORD=top-secret-2")
    assert said.startswith("STAGING_ADMIN_PASSWORD is missing.")


def test_variables_come_before_the_file_env_before_shops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each source is looked into, the nearest wins."""
    toml = TOML + 'store_code = "a"\nemail_domain = "a.example"\npassword_length = 9\n'
    dotenv = "STAGING_ADMIN_PASSWORD=top-secret-1\nSTAGING_STORE_CODE=b\nSTAGING_EMAIL_DOMAIN=b.example"
    monkeypatch.setenv("STAGING_STORE_CODE", "c")
    shop = read(tmp_path, toml=toml, dotenv=dotenv)
    assert (shop.store_code, shop.email_domain, shop.password_length) == ("c", "b.example", 9)


def test_hyphens_become_underscores(tmp_path: Path) -> None:
    """A variable's name has no hyphen; the longer name's variables are not the shorter's."""
    toml = TOML.replace("staging]", "staging-eu]") + TOML
    dotenv = "STAGING_EU_ADMIN_PASSWORD=top-secret-1\nSTAGING_ADMIN_PASSWORD=top-secret-2"
    assert list(read(tmp_path, "staging-eu", toml=toml, dotenv=dotenv).secrets()) == ["top-secret-1"]
    assert list(read(tmp_path, "staging", toml=toml, dotenv=dotenv).secrets()) == ["top-secret-2"]


def test_variables_of_a_longer_name_are_no_settings_of_the_shorter(tmp_path: Path) -> None:
    """STAGING_ADMIN_... belongs to [staging-admin]; staging takes nothing of it."""
    toml = TOML + TOML.replace("staging]", "staging-admin]")
    said = complaint(tmp_path, toml=toml, dotenv="STAGING_ADMIN_PASSWORD=top-secret-1")
    assert said.startswith("STAGING_ADMIN_PASSWORD is missing.")


def test_empty_variable_sets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next source is looked into, and a name without a value is no mistake."""
    monkeypatch.setenv("STAGING_STORE_CODE", "")
    dotenv = "STAGING_ADMIN_PASSWORD=top-secret-1\nSTAGING_STORE_CODE=\nSTAGING_COLOUR\nSTAGING_LIGHTS="
    assert read(tmp_path, toml=TOML + 'store_code = "a"\n', dotenv=dotenv).store_code == "a"


def test_case_of_a_variable_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On some machines variables have none."""
    monkeypatch.setenv("staging_Store_Code", "c")
    assert read(tmp_path, dotenv="Staging_Admin_Password=top-secret-1").store_code == "c"


def test_shop_is_frozen(tmp_path: Path) -> None:
    """Nothing changes a shop once it is read."""
    shop = read(tmp_path, dotenv="STAGING_ADMIN_PASSWORD=top-secret-1")
    with pytest.raises(ValidationError, match="frozen"):
        shop.store_code = "de"


def test_unknown_name_is_answered_with_the_known(tmp_path: Path) -> None:
    """One sentence lists the shops there are."""
    said = complaint(tmp_path, "stagin", toml=TOML + "[qa]\n")
    assert said.startswith("There is no shop stagin in shops.toml: it names staging, qa.")


def test_everything_wrong_is_named_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One run tells all that is to be set, wherever it stands."""
    monkeypatch.setenv("STAGING_ADMIN_PASWORD", "top-secret-3")
    monkeypatch.setenv("STAGING_LIGHTS", "on")
    said = complaint(
        tmp_path,
        toml='[staging]\nadmin_username = "m"\nstore_codes = "us"\nadmin_totp_secret = "top-secret-1"\n'
        'email_domain = "bounces"\n',
        dotenv="STAGING_PASSWORD_LENGTH=long\nSTAGING_COLOUR=top-secret-2\nQA_ANYTHING=1",
    )
    assert "STAGING_BASE_URL is missing" in said
    assert "STAGING_ADMIN_PASSWORD is missing" in said
    assert "STAGING_ADMIN_PASWORD is unknown, is STAGING_ADMIN_PASSWORD meant?" in said
    assert "store_codes under [staging] in shops.toml is unknown, is store_code under [staging]" in said
    assert (
        "admin_totp_secret under [staging] in shops.toml is a secret: set STAGING_ADMIN_TOTP_SECRET" in said
    )
    assert "email_domain under [staging] in shops.toml is wrong" in said
    assert "STAGING_PASSWORD_LENGTH is wrong" in said
    assert "STAGING_COLOUR is unknown" in said
    assert said.index("STAGING_COLOUR") < said.index("store_codes") < said.index("STAGING_ADMIN_PASWORD")
    assert "top-secret" not in said
    assert "LIGHTS" not in said
    assert "QA" not in said


def test_no_secret_is_taken_from_shops(subtests: pytest.Subtests, tmp_path: Path) -> None:
    """shops.toml is tracked; the variable to use instead is named."""
    for field in sorted(SECRETS):
        with subtests.test(field=field):
            said = complaint(tmp_path, toml=f'{TOML}{field} = "top-secret-1"\n')
            assert (
                f"{field} under [staging] in shops.toml is a secret: set STAGING_{field.upper()} instead"
                in said
            )
            assert "top-secret" not in said


@pytest.mark.parametrize(
    ("dotenv", "sentence"),
    [
        ("", "no admin access is set: set STAGING_ADMIN_USERNAME and STAGING_ADMIN_PASSWORD, or "),
        ("STAGING_ADMIN_USERNAME=m", "STAGING_ADMIN_PASSWORD is missing"),
        (
            "STAGING_ADMIN_TOTP_SECRET=JBSWY3DPEHPK3PXP",
            "STAGING_ADMIN_USERNAME is missing; STAGING_ADMIN_PASSWORD is missing",
        ),
        (
            "STAGING_OAUTH_ACCESS_TOKEN=t",
            "STAGING_OAUTH_CONSUMER_KEY is missing; STAGING_OAUTH_CONSUMER_SECRET is missing; "
            "STAGING_OAUTH_ACCESS_TOKEN_SECRET is missing",
        ),
        (
            "STAGING_ADMIN_TOKEN=t\nSTAGING_ADMIN_USERNAME=m",
            "more than one admin access is set by STAGING_ADMIN_TOKEN, STAGING_ADMIN_USERNAME: keep one",
        ),
        ("STAGING_ADMIN_TOKEN=t\nSTAGING_BASIC_AUTH_USERNAME=u", "STAGING_BASIC_AUTH_PASSWORD is missing"),
    ],
)
def test_admin_access_is_one_and_whole(tmp_path: Path, dotenv: str, sentence: str) -> None:
    """None, half of one and two are named."""
    toml = '[staging]\nbase_url = "https://staging.example.com"\n'
    assert sentence in complaint(tmp_path, toml=toml, dotenv=dotenv)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("base_url", "staging.example.com", "must be a URL such as"),
        ("base_url", "https://x.example/?x=1", "must end before ? and #"),
        ("base_url", "https://x.example/#top", "must end before ? and #"),
        ("storefront_url", "https://x.example/us?x=1", "must end before ? and #"),
        ("base_url", "https://a:pass@x.example", "must not carry credentials"),
        ("base_url", "https://token@x.example", "must not carry credentials"),
        ("storefront_url", "https://a:pass@x.example", "must not carry credentials"),
        ("proxy", "http://a:pass@x.example:3128", "must not carry credentials"),
        ("store_code", "us/../all", "should match pattern"),
        ("headers", "X-Pass: pass@", "must be JSON"),
        ("dismiss", ".banner", "must be JSON"),
        ("admin_totp_secret", "123 pass@", "must be the provider's secret in base32"),
        ("ca_file", "no/such.pem", "must be a file, and there is none at"),
        ("ca_file", "README.md", "must be certificates as PEM"),
        ("own", "no/such", "must be a folder, and there is none at"),
        ("accessibility", "grave", "should be 'minor', 'moderate', 'serious' or 'critical'"),
        ("rest_time_limit", "0", "greater than 0"),
        ("workers", "many", "should be"),
    ],
)
@pytest.mark.usefixtures("variables")
def test_wrong_setting_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str, value: str, sentence: str
) -> None:
    """The sentence names the variable and what it should be, and repeats no secret."""
    monkeypatch.setenv(f"SHOP_{field.upper()}", value)
    said = complaint(tmp_path, None)
    assert f"SHOP_{field.upper()} is wrong: " in said
    assert sentence in said
    assert "pass@" not in said


def test_what_a_shop_asks_for_is_read_from_either_place(tmp_path: Path) -> None:
    """TOML has tables, lists and dates of its own; a variable holds JSON."""
    toml = TOML + 'dismiss = ["#btn-cookie-allow"]\nrequired_fields = {dob = 1990-01-01, gender = 1}\n'
    dotenv = (
        'STAGING_ADMIN_PASSWORD=x\nSTAGING_CUSTOM_ATTRIBUTES={"loyalty": "none"}\n'
        'STAGING_HEADERS={"X-Pass": "top-secret-1"}'
    )
    shop = read(tmp_path, toml=toml, dotenv=dotenv)
    assert shop.dismiss == ("#btn-cookie-allow",)
    assert shop.required_fields == {"dob": "1990-01-01", "gender": 1}
    assert shop.custom_attributes == {"loyalty": "none"}
    assert shop.headers["X-Pass"].get_secret_value() == "top-secret-1"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            'store_views = ["us", "us"]',
            "store_views under [staging] in shops.toml is wrong: must name each store view",
        ),
        (
            'store_views = ["us", "d-e"]',
            "store_views under [staging] in shops.toml is wrong: String should match",
        ),
        (
            'store_views = ["us", "de"]\nstore_code = "us"',
            "store_code under [staging] in shops.toml is one store view's, and store_views names several",
        ),
        (
            'store_views = ["us", "de"]\nstorefront_url = "https://x.example.com/us"',
            "storefront_url under [staging] in shops.toml is one store view's",
        ),
    ],
)
def test_store_views_at_odds(tmp_path: Path, line: str, sentence: str) -> None:
    """Several store views, and what only one can have."""
    assert sentence in complaint(tmp_path, toml=f"{TOML}{line}\n", dotenv=DOTENV)


def test_several_store_views(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the file, or as JSON from a variable, which wins."""
    toml = f'{TOML}store_views = ["us", "de"]\n'
    assert read(tmp_path, toml=toml, dotenv=DOTENV).store_views == ("us", "de")
    monkeypatch.setenv("STAGING_STORE_VIEWS", '["fr"]')
    assert read(tmp_path, toml=toml, dotenv=DOTENV).store_views == ("fr",)


def test_shipped_file_of_shops_names_every_setting() -> None:
    """What it says in comments is all there is but secrets, and right once the comments are taken away."""
    text = (PROJECT / "shops.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}, "a fresh clone tests the embedded store"
    shops = tomllib.loads(re.sub(r"^# (?=\[|\w+ = )", "", text, flags=re.MULTILINE))
    assert {key for shop in shops.values() for key in shop} == set(SETTINGS) - SECRETS


def test_shipped_example_of_variables_names_every_secret() -> None:
    """A secret can stand nowhere else."""
    text = (PROJECT / ".env.example").read_text(encoding="utf-8")
    assert {name.lower() for name in re.findall(r"^#?SHOP_(\w+)=", text, flags=re.MULTILINE)} >= SECRETS


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("[staging\n", "shops.toml or .env cannot be read"),
        ('base_url = "https://x.example"\n', "base_url is none"),
        ("[embedded]\n", "embedded is none"),
        ("[qa-eu]\n[qa_eu]\n", "would share the variables QA_EU_"),
    ],
)
def test_unusable_file_is_reported(tmp_path: Path, toml: str, sentence: str) -> None:
    """The file's own mistakes come first, in one sentence."""
    assert sentence in complaint(tmp_path, toml=toml)


def test_workers_are_reported_everything(tmp_path: Path) -> None:
    """A shop survives its way to a worker of a parallel run, secrets and all."""
    toml = TOML + 'dismiss = ["#btn"]\nworkers = 3\n'
    dotenv = 'STAGING_ADMIN_PASSWORD=top-secret-1\nSTAGING_HEADERS={"X-Pass": "top-secret-2"}'
    shop = read(tmp_path, toml=toml, dotenv=dotenv)
    reported = Shop(**shop.revealed())
    assert reported.model_dump() == shop.model_dump()
    assert sorted(reported.secrets()) == ["top-secret-1", "top-secret-2"]
