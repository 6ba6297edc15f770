"""Which addresses the storefront answers, how, and how fast."""

import re
import statistics
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
import requests
from flask import Flask

from tests.sandbox.rest_client import RestClient
from tests.sandbox.storefront.running_store import PASSWORD, RunningStore

PAGES = ("", "customer/account/", "customer/address/", "customer/address/new/", "customer/section/load/")


def test_found(subtests: pytest.Subtests, http: requests.Session, store: RunningStore) -> None:
    """Without a store code the default store view answers, and nowhere is there a redirect."""
    for path in [
        "/",
        "/us",
        "/us/",
        "/us/customer/account/login",
        "/customer/account/login/",
        "/us/customer/account/LOGIN/",
    ]:
        with subtests.test(path=path):
            answer = http.get(store.base_url + path, timeout=5, allow_redirects=False)
            assert answer.status_code == 200
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert "no-store" in answer.headers["Cache-Control"]
            assert http.head(store.base_url + path, timeout=5).status_code == 200


def test_headers_of_pages(http: requests.Session, store: RunningStore) -> None:
    """The usual ones everywhere; a page that is not cached says so, the home page is."""
    for path, tags in (("", None), ("customer/account/login", "FPC"), ("customer/section/load", "FPC")):
        headers = http.get(store.url(path), timeout=5).headers
        assert headers.get("X-Magento-Tags") == tags
        assert headers["X-Frame-Options"] == "SAMEORIGIN"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src" in headers["Content-Security-Policy-Report-Only"]
        assert headers["Cache-Control"] == "max-age=0, must-revalidate, no-cache, no-store"
        assert headers["Pragma"] == "no-cache"
        assert parsedate_to_datetime(headers["Expires"]) < datetime.now(UTC) - timedelta(days=364)
        assert headers["Server"] == "nginx"


def test_headers_of_a_lost_page(http: requests.Session, store: RunningStore, magento: str) -> None:
    """The later releases say that it may be kept, beside that it may not."""
    headers = http.get(store.url("no-such-page"), timeout=5).headers
    assert "no-store" in headers["Cache-Control"]
    may_be_kept = magento != "2.4.1"
    assert headers["Pragma"] == ("cache" if may_be_kept else "no-cache")
    assert (parsedate_to_datetime(headers["Expires"]) > datetime.now(UTC)) == may_be_kept


def test_the_door_of_the_admin_panel(http: requests.Session, store: RunningStore, magento: str) -> None:
    """2.4.1 leads to an address with a key, 2.4.8 shows the form at once."""
    answer = http.get(f"{store.base_url}/admin/", timeout=5, allow_redirects=False)
    assert answer.status_code == (302 if magento == "2.4.1" else 200)
    if magento == "2.4.1":
        key = r"/admin/admin/index/index/key/[0-9a-f]{64}/"
        assert re.fullmatch(re.escape(store.base_url) + key, answer.headers["Location"])
    assert "<title>Magento Admin</title>" in http.get(f"{store.base_url}/admin/", timeout=5).text


def test_lost(subtests: pytest.Subtests, http: requests.Session, store: RunningStore) -> None:
    """A page says so; what is POST-only is lost to GET."""
    for path in [
        "/xx/",
        "/US/",
        "/admin/nothing/here/",
        "/us/no-such-page",
        "/us/customer/account/loginPost/",
    ]:
        with subtests.test(path=path):
            answer = http.get(store.base_url + path, timeout=5)
            assert answer.status_code == 404
            assert "<title>404 Not Found</title>" in answer.text


def test_the_sign_in_page_tells_scripts_what_it_is(http: requests.Session, store: RunningStore) -> None:
    """By a header of its own."""
    assert http.get(store.url("customer/account/login"), timeout=5).headers["Login-Required"] == "true"


def test_an_answer_takes_less_than_ten_milliseconds(app: Flask, client: RestClient) -> None:
    """Signing in included; of the processor's time, so that a busy machine does not matter."""
    client.create()
    visitor = app.test_client()
    page = visitor.get("/us/customer/account/login/").text
    key = re.search('name="form_key" type="hidden" value="(.*?)"', page)
    assert key
    form = {"form_key": key[1], "login[username]": "jdoe@example.com", "login[password]": PASSWORD}
    begin = time.thread_time()
    visitor.post("/us/customer/account/loginPost/", data=form)
    assert time.thread_time() - begin < 0.010
    for path in PAGES:
        times = []
        for _ in range(9):
            begin = time.thread_time()
            assert visitor.get(f"/us/{path}").status_code == 200
            times.append(time.thread_time() - begin)
        assert statistics.median(times) < 0.010, path


def test_latency_is_a_handle(http: requests.Session, store: RunningStore) -> None:
    """Of pages, and of the section call apart from them."""
    store.shop.controls.page_latency = (120, 150)
    assert http.get(store.url(), timeout=5).elapsed.total_seconds() > 0.12
    assert http.get(store.url("customer/section/load"), timeout=5).elapsed.total_seconds() < 0.1
    store.shop.controls.section_latency = (120, 150)
    assert http.get(store.url("customer/section/load"), timeout=5).elapsed.total_seconds() > 0.12
