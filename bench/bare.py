"""The whole step with requests and Playwright and nothing else: what has to be done each time, and no report.

`python -m bench.bare --times 6` does it in a browser, `--api 1000` creates and deletes customers over REST alone.
"""

import argparse
import os
import secrets
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import requests
from playwright.sync_api import Browser, Page, expect, sync_playwright

from harness.browser.launch import on_this_machine

LIMIT = 60
STORE = "us"


@dataclass
class Shop:
    """The shop's REST API with the admin's token."""

    url: str
    session: requests.Session = field(default_factory=requests.Session)
    token: str = ""

    @classmethod
    def of_the_environment(cls) -> "Shop":
        """Sign the admin in, once."""
        shop = cls(os.environ["SHOP_BASE_URL"])
        given = {"username": os.environ["SHOP_ADMIN_USERNAME"], "password": os.environ["SHOP_ADMIN_PASSWORD"]}
        shop.token = shop.call("POST", f"{STORE}/V1/integration/admin/token", json=given)
        return shop

    def call(self, method: str, path: str, token: str = "", **sent: Any) -> Any:
        """Call REST and give what the answer holds; a refusal is a requests.HTTPError."""
        token = token or self.token
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = self.session.request(
            method, f"{self.url}/rest/{path}", headers=headers, timeout=LIMIT, **sent
        )
        answer.raise_for_status()
        return answer.json()


def body(ids: dict[str, Any], email: str, password: str) -> dict[str, Any]:
    """Give the tutorial's customer as REST takes her."""
    address = {
        "defaultShipping": True,
        "defaultBilling": True,
        "firstname": "Jane",
        "lastname": "Doe",
        "region": {"regionCode": "NY", "region": "New York", "regionId": 43},
        "postcode": "10755",
        "street": ["123 Oak Ave"],
        "city": "Purchase",
        "telephone": "512-555-1111",
        "countryId": "US",
    }
    person = {"email": email, "firstname": "Jane", "lastname": "Doe", "addresses": [address]}
    return {
        "customer": {**person, "storeId": ids["id"], "websiteId": ids["website_id"]},
        "password": password,
    }


def customer(shop: Shop, ids: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Create her, and give the answer and her password."""
    password = f"Aa1-{secrets.token_hex(8)}"
    email = f"bare+{secrets.token_hex(6)}@example.com"
    made = shop.call("POST", f"{STORE}/V1/customers", json=body(ids, email, password))
    assert made["email"] == email
    assert made["addresses"][0]["default_billing"]
    return made, password


def store_view(shop: Shop) -> dict[str, Any]:
    """Find the ids of the store view, and see that its config agrees."""
    views = shop.call("GET", f"{STORE}/V1/store/storeViews")
    [view] = [one for one in views if one["code"] == STORE]
    [config] = [
        one
        for one in shop.call("GET", f"{STORE}/V1/store/storeConfigs?storeCodes[]={STORE}")
        if one["code"] == STORE
    ]
    assert (config["id"], config["website_id"]) == (view["id"], view["website_id"])
    found: dict[str, Any] = view
    return found


def sign_in(page: Page, url: str, email: str, password: str) -> None:
    """Sign in by the form, open My Account in the account menu, and the Address Book in the sidebar."""
    page.goto(f"{url}/{STORE}/customer/account/login/")
    form = page.locator('form[novalidate]:has(input[name="login[username]"])')
    expect(page.locator(".greet.welcome .not-logged-in:not(:empty)").first).to_be_visible()
    form.locator('input[name="login[username]"]').fill(email)
    form.locator('input[name="login[password]"]').fill(password)
    form.locator('input[name="login[password]"]').press("Enter")
    expect(page.locator("body.customer-account-login")).to_have_count(0)
    page.goto(f"{url}/{STORE}/customer/account/")
    menu = page.locator(".page-header .panel.header .customer-welcome .customer-name")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.click()
    page.locator('.panel.header .customer-menu a[href$="/customer/account/"]').click()
    expect(page.locator("body.customer-account-index")).to_be_visible()
    page.locator('.sidebar-main a[href*="/customer/address"]').click()


def expect_addresses(page: Page) -> None:
    """See both default addresses in the Address Book."""
    for box in ("billing", "shipping"):
        shown = page.locator(f".block-addresses-default .box-address-{box} address")
        for text in ("Jane Doe", "123 Oak Ave", "Purchase, New York, 10755", "512-555-1111"):
            expect(shown).to_contain_text(text)


def whole_step(shop: Shop, browser: Browser) -> None:
    """Do the step once, and delete the customer."""
    made, password = customer(shop, store_view(shop))
    try:
        given = {"username": made["email"], "password": password}
        token = shop.call("POST", f"{STORE}/V1/integration/customer/token", json=given)
        assert shop.call("GET", f"{STORE}/V1/customers/me", token)["id"] == made["id"]
        with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
            page = context.new_page()
            sign_in(page, shop.url, made["email"], password)
            expect_addresses(page)
    finally:
        shop.call("DELETE", f"{STORE}/V1/customers/{made['id']}")


def main() -> None:
    """Do as often as asked, and say how long each time took, a line each."""
    parser = argparse.ArgumentParser(prog="python -m bench.bare", description=__doc__)
    parser.add_argument("--times", type=int, default=0, help="the whole step, in a browser")
    parser.add_argument("--api", type=int, default=0, help="a creation and a deletion over REST")
    options = parser.parse_args()
    shop = Shop.of_the_environment()
    if options.times:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**on_this_machine(playwright, {}))
            for _ in range(options.times):
                _timed(lambda: whole_step(shop, browser))
            browser.close()
    ids = store_view(shop) if options.api else {}
    for _ in range(options.api):
        _timed(lambda: shop.call("DELETE", f"{STORE}/V1/customers/{customer(shop, ids)[0]['id']}"))


def _timed(do: Any) -> None:
    began = time.monotonic()
    do()
    sys.stdout.write(f"{time.monotonic() - began:.4f}\n")


if __name__ == "__main__":
    main()
