"""Settings are read from variables, checked together, and name what is wrong without showing secrets."""

import pytest

from harness import settings
from harness.settings import WrongSettingsError, real_shop

SHOP = {
    "SHOP_BASE_URL": "https://staging.example.com/",
    "SHOP_ADMIN_USERNAME": "merchant",
    "SHOP_ADMIN_PASSWORD": "top-secret-1",
}


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine has set, variables and .env file alike."""
    for name in (*SHOP, "SHOP_STORE_CODE"):
        monkeypatch.delenv(name, raising=False)
    for model in (settings._ShopSettings, settings._Choice):  # noqa: SLF001  the file is theirs alone
        monkeypatch.setitem(model.model_config, "env_file", None)


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch, no_settings: None) -> None:  # noqa: ARG001  order
    """Set the variables of a shop."""
    for name, value in SHOP.items():
        monkeypatch.setenv(name, value)


def test_nothing_set_means_the_embedded_store() -> None:
    """A developer without any shop sets nothing."""
    assert real_shop(None) is None


@pytest.mark.usefixtures("variables")
def test_variables_name_a_shop() -> None:
    """The address loses its slash, the store view is us unless told otherwise."""
    shop = real_shop(None)
    assert shop is not None
    assert (shop.base_url, shop.store_code) == ("https://staging.example.com", "us")
    assert shop.admin.username == "merchant"
    assert "top-secret-1" not in repr(shop)
    assert "top-secret-1" not in repr(shop.admin)


@pytest.mark.usefixtures("variables")
def test_embedded_wins_over_every_variable() -> None:
    """The developer's command never reaches a real shop by accident."""
    assert real_shop("embedded") is None


@pytest.mark.usefixtures("variables")
def test_address_given_wins_over_the_variable() -> None:
    """--shop takes an address too."""
    shop = real_shop("http://qa.example.com")
    assert shop is not None
    assert shop.base_url == "http://qa.example.com"


def test_every_missing_setting_is_named_at_once() -> None:
    """One run tells all that is to be set."""
    with pytest.raises(WrongSettingsError) as raised:
        real_shop("https://qa.example.com")
    assert "SHOP_ADMIN_USERNAME is missing" in str(raised.value)
    assert "SHOP_ADMIN_PASSWORD is missing" in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SHOP_BASE_URL", "staging.example.com", "SHOP_BASE_URL is wrong: must be an address such as"),
        ("SHOP_BASE_URL", "https://a:pass@x.example", "SHOP_BASE_URL is wrong: must not carry credentials"),
        ("SHOP_STORE_CODE", "us/../all", "SHOP_STORE_CODE is wrong"),
    ],
)
@pytest.mark.usefixtures("variables")
def test_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    """The sentence names the variable and what it should be, and repeats no secret."""
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettingsError) as raised:
        real_shop(None)
    assert sentence in str(raised.value)
    assert "pass@" not in str(raised.value)
