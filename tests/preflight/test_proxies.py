"""REST calls, pages and the browser go the same way: through the shop's proxy, the machine's own, or directly."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright
from pydantic import SecretStr

from harness.browser import access
from harness.browser.launch import on_this_machine
from harness.preflight.findings import FINDINGS, finding
from harness.preflight.storefront_visit import visited
from harness.shop.proxy import machines_proxy
from harness.shop.shop import EMBEDDED, Shop
from tests.preflight.forwarding_proxy import proxy
from tests.preflight.served_shop import diagnosed, served, shop_at
from tests.preflight.test_findings_table import seen

USER, PASSWORD = "jo", "p@ss:word/1"
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give the way to set the machine's variables; it begins without any."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)

    def set_variables(**variables: str) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_variables


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """Serve a stock shop, and give its URL."""
    with served() as url:
        yield url


def title(playwright: Playwright, shop: Shop, url: str) -> str:
    """Open a page in a browser that is started as a run starts it, and give its title."""
    browser = playwright.chromium.launch(**on_this_machine(playwright, access.launch_arguments(shop, url)))
    try:
        page = browser.new_page(**access.context_arguments(shop, url))
        page.goto(f"{url}/customer/account/login/")
        return page.title()
    finally:
        browser.close()


def with_password(url: str) -> str:
    """Write user and password into a proxy's URL as a variable of the machine holds them."""
    return url.replace("://", f"://{USER}:p%40ss%3Aword%2F1@")


def test_embedded_store_is_reached_directly(
    store: str, machine: Callable[..., None], playwright: Playwright
) -> None:
    """Whatever the machine's variables say, REST and pages alike."""
    machine(HTTP_PROXY="http://127.0.0.1:9", ALL_PROXY="http://127.0.0.1:9")
    shop = shop_at(store, name=EMBEDDED)
    assert diagnosed(shop).stop is None
    assert visited(shop, f"{store}/customer/account/login/").status_code == 200
    assert access.context_arguments(shop, store) == {}
    assert title(playwright, shop, store) == "Customer Login"


def test_machines_proxy_is_used_for_another_shop(store: str, machine: Callable[..., None]) -> None:
    """The control of the test above: a shop with the same URL and another name goes through it."""
    with proxy() as server:
        machine(HTTP_PROXY=server.url)
        shop = shop_at(store)
        assert diagnosed(shop).stop is None
        assert f"{store}/us/customer/account/login/" in server.forwarded
        assert access.context_arguments(shop, store) == {"proxy": {"server": server.url}}


def test_no_proxy_counts_for_rest_pages_and_browser(store: str, machine: Callable[..., None]) -> None:
    """A host that it names is reached directly; the browser gets it for whatever the page loads besides."""
    machine(HTTP_PROXY="http://127.0.0.1:9", NO_PROXY="127.0.0.1")
    assert diagnosed(shop_at(store)).stop is None
    assert "proxy" not in access.context_arguments(shop_at(store), store)
    machine(NO_PROXY="intranet.example, .cdn.example,10.0.0.0/8")
    given = access.context_arguments(shop_at(store), store)["proxy"]
    assert given["bypass"] == "intranet.example,*.intranet.example,cdn.example,*.cdn.example,10.0.0.0/8"


@pytest.mark.parametrize("place", ["settings", "machine"])
def test_proxy_with_user_and_password(
    store: str, machine: Callable[..., None], playwright: Playwright, place: str
) -> None:
    """By settings or in the machine's variable: REST, pages and the browser are let through with them."""
    with proxy(f"{USER}:{PASSWORD}") as server:
        settings: dict[str, object] = {}
        if place == "machine":
            machine(HTTP_PROXY=with_password(server.url))
        else:
            settings = {"proxy": server.url, "proxy_username": USER, "proxy_password": SecretStr(PASSWORD)}
        shop = shop_at(store, **settings)
        assert diagnosed(shop).stop is None
        assert server.forwarded
        assert PASSWORD in shop.secrets()
        credentials = {"username": USER, "password": PASSWORD}
        assert access.context_arguments(shop, store)["proxy"] == {"server": server.url, **credentials}
        server.forwarded.clear()
        assert title(playwright, shop, store) == "Customer Login"
        assert f"{store}/customer/account/login/" in server.forwarded


def test_proxy_that_asks_for_credentials(store: str) -> None:
    """407 is the proxy's, and is said so with the settings that mend it."""
    with proxy("jo:other") as server:
        diagnosis = diagnosed(shop_at(store, proxy=server.url))
    assert diagnosis.stop
    assert diagnosis.stop.id == "proxy-refuses"
    assert f"The proxy {server.url} (STAGING_PROXY) lets nobody through" in diagnosis.stop.text
    assert "Set STAGING_PROXY_USERNAME and STAGING_PROXY_PASSWORD" in diagnosis.stop.text
    assert diagnosis.exit_code == 78


def test_proxy_that_asks_for_credentials_on_the_way_to_https(machine: Callable[..., None]) -> None:
    """There it refuses the tunnel, which requests tells as an error; a machine's proxy is named by its variable."""
    with proxy("jo:other") as server:
        machine(HTTPS_PROXY=server.url)
        diagnosis = diagnosed(shop_at("https://shop.example"))
    assert diagnosis.stop
    assert diagnosis.stop.id == "proxy-refuses"
    assert f"{server.url} (HTTPS_PROXY)" in diagnosis.stop.text


def test_proxy_that_is_not_there() -> None:
    """It is the proxy that is named, not the shop."""
    diagnosis = diagnosed(shop_at("https://shop.example", proxy="http://127.0.0.1:9"))
    assert diagnosis.stop
    assert diagnosis.stop.id == "proxy-fails"
    assert "No way leads through the proxy http://127.0.0.1:9 (STAGING_PROXY)" in diagnosis.stop.text
    assert diagnosis.exit_code == 69


def test_proxy_that_answers_in_the_shops_stead(store: str) -> None:
    """Nobody can tell it from a firewall of the shop's, so the proxy is named beside it."""
    with proxy(status=403) as server:
        diagnosis = diagnosed(shop_at(store, proxy=server.url))
    assert diagnosis.stop
    assert diagnosis.stop.id == "firewall"
    assert f"and an HTML page through the proxy {server.url} (STAGING_PROXY)" in diagnosis.stop.text


def test_password_stands_in_no_representation(machine: Callable[..., None]) -> None:
    """Neither in a sentence nor where an object is shown."""
    machine(HTTPS_PROXY=with_password("http://proxy.example:3128"))
    found = machines_proxy("https://shop.example")
    assert found
    assert urlsplit(found.url_with_credentials).username == USER
    for text in (str(found), repr(found)):
        assert "p%40ss" not in text
        assert PASSWORD not in text


def test_embedded_store_is_reported_of_no_setting(subtests: pytest.Subtests) -> None:
    """It has none, so a sentence that names one leads nowhere."""
    for id_ in FINDINGS:
        with subtests.test(id_=id_):
            given = {
                **seen(id_),
                "advice": "Check EMBEDDED_ADMIN_PASSWORD.",
                "line": "write x under [embedded]",
            }
            found = finding(id_, shop_at("http://127.0.0.1:9", name=EMBEDDED), **given)
            assert "EMBEDDED_" not in found.text
            assert "[embedded]" not in found.text
