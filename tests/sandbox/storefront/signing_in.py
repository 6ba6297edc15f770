"""Signing in without a browser, for the rules that the server alone decides."""

import re

import requests

from tests.sandbox.storefront.running_store import PASSWORD, RunningStore


def session_key(http: requests.Session, store: RunningStore, path: str = "customer/account/login") -> str:
    """Read the key that the server put into the form."""
    page = http.get(store.url(path), timeout=5).text
    found = re.search('name="form_key" type="hidden" value="(.*?)"', page)
    assert found
    return found[1]


def post(
    http: requests.Session,
    store: RunningStore,
    key: str | None,
    email: str = "jane@example.com",
    password: str = PASSWORD,
    **more: str,
) -> requests.Response:
    """Send the sign-in form with some form key, and follow no redirect."""
    form = {"login[username]": email, "login[password]": password, **more}
    if key is not None:
        form["form_key"] = key
    return http.post(store.url("customer/account/loginPost"), data=form, timeout=5, allow_redirects=False)


def is_signed_in(http: requests.Session, store: RunningStore) -> bool:
    """Ask the shop who this is."""
    answer = http.get(store.url("customer/section/load") + "?sections=customer", timeout=5)
    return "fullname" in answer.json()["customer"]
