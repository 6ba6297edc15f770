"""The checklist holds the values of a run, and making it leaves the shop as it was."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect
from pydantic import SecretStr

from api.magento import Magento
from api.reasons import REASONS, Reason
from harness.shop.shop import PROJECT, Shop
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.rerun.conftest import environment_of, open_shop
from tools.manual import compact_json, wording

Sheet = Callable[[str], str]


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    """Give a shop that the checklist is for."""
    with open_shop() as shop:
        yield shop


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, shop: Shop) -> Path:
    """Make a checklist for the shop and give its folder."""
    folder = tmp_path_factory.mktemp("manual")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "features", "-p", "no:cacheprovider"),
            *("--manual", str(folder)),
        ],
        cwd=PROJECT,
        env=environment_of(shop),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^Checklist of \d+ scenarios for http", run.stdout, re.MULTILINE)
    assert "passed" not in run.stdout
    return folder


@pytest.fixture
def sheet(folder: Path) -> Sheet:
    """Give what finds the part of the Markdown that is about one scenario."""
    text = (folder / "checklist.md").read_text(encoding="utf-8")

    def sheet(short_id: str) -> str:
        return text.partition(f"#### {short_id}: ")[2].partition("\n#### ")[0]

    return sheet


def _send(request: str, admin_token: SecretStr) -> requests.Response:
    """Send a request as it stands on the sheet, with the token in its place."""
    head, _, body = request.strip().partition("\n\n")
    line, *headers = [line.strip() for line in head.splitlines()]
    method, address = line.split(" ", 1)
    sent = {"Content-Type": "application/json", **dict(header.split(": ", 1) for header in headers)}
    sent["Authorization"] = sent["Authorization"].replace("<admin token>", admin_token.get_secret_value())
    return requests.request(method, address, headers=sent, data=body.encode(), timeout=30)


def test_requests_on_the_sheet_do_what_it_says(
    sheet: Sheet, magento: Magento, admin_token: SecretStr
) -> None:
    """Nobody was made while it was written; what a tester then sends as it stands is accepted, or refused as told."""
    assert magento.customers_like("%", token=admin_token).value.total_count == 0
    (creation,) = re.findall(r"```http\n(.*?)```", sheet("create_customer-31"), re.DOTALL)
    created = _send(creation, admin_token)
    assert created.ok, created.text
    assert created.json()["id"] == 1, "a customer was made before"
    assert {address["city"] for address in created.json()["addresses"]} == {"Purchase", "Albany"}

    refused = _send(
        re.findall(r"```http\n(.*?)```", sheet("create_customer-19.1"), re.DOTALL)[0], admin_token
    )
    told = re.search(r"Magento says: (\d+), “(.*)”", sheet("create_customer-19.1"))
    assert told
    assert [str(refused.status_code), refused.json()["message"]] == list(told.groups())


def test_sheet_tells_each_step_with_its_values(sheet: Sheet, shop: Shop) -> None:
    """Steps to tick, who signs in, which page is opened, what is sent over and over, ids in words."""
    whole = sheet("order_processing_step_6-01")
    assert "- [ ] **When** the merchant asks for the store views\n" in whole
    assert f"GET {shop.base_url}/rest/all/V1/store/storeViews\n" in whole
    assert (
        "| address | `Jane Doe; 123 Oak Ave; Purchase New York 10755; US; 512-555-1111; default billing and"
        in whole
    )
    assert f"Open {shop.base_url}/us/customer/account/login/\n" in whole
    assert "Authorization: Bearer <her customer token>" in whole
    assert re.search(r"\| password \| `Aa1![\w-]+` \|", whole)
    assert "6 times:\n\n  ```http\n  POST" in sheet("customer_token-18")
    assert "/us/customer/address/edit/id/<the other address's id>/" in sheet("address_book-14")


def test_nothing_secret_is_on_the_sheet(folder: Path) -> None:
    """The merchant's password and token are the tester's own business."""
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("checklist.*"))
    assert "<admin token>" in text
    assert BUILT_IN_ADMIN_PASSWORD not in text
    assert re.findall(r"eyJ[\w-]{8,}", text) == []


def test_page_remembers_what_was_ticked(folder: Path, page: Page) -> None:
    """It counts, keeps the ticks over a reload, hides the requests on demand and asks nobody for anything."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "checklist.html").as_uri())
    scenario = page.locator("[id='create_customer-31']")
    expect(scenario.get_by_role("checkbox")).to_have_count(9)
    scenario.get_by_label("Passed").check()
    scenario.get_by_label("When the merchant creates her").check()
    expect(page.locator("nav")).to_contain_text(re.compile(r"^\s*1 of \d+ scenarios passed"))
    page.reload()
    expect(page.locator("nav")).to_contain_text(re.compile(r"^\s*1 of \d+ scenarios passed"))
    expect(scenario.get_by_label("When the merchant creates her")).to_be_checked()
    expect(scenario.locator("pre")).to_be_visible()
    page.get_by_label("without the requests").check()
    expect(scenario.locator("pre")).to_be_hidden()
    assert set(asked) == {page.url}


def test_scenario_that_the_shop_cannot_play_is_named(tmp_path: Path) -> None:
    """An older shop: what is left out, and why."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "features",
        "-p",
        "no:cacheprovider",
        "--manual",
        str(tmp_path),
    ]
    old = [
        "--shop",
        "embedded",
        "--sandbox",
        "--magento 2.4.1",
        "-m",
        "customer_token-22 or customer_token-01",
    ]
    subprocess.run([*command, *old], cwd=PROJECT, capture_output=True, check=True)
    text = (tmp_path / "checklist.md").read_text(encoding="utf-8")
    assert "#### customer_token-01" in text
    assert re.search(r"## Left out on this shop\n\n- customer_token-22: .*: the shop has no route", text)


def test_one_checklist_is_written_by_one_process(tmp_path: Path) -> None:
    """A parallel run would write several."""
    command = [sys.executable, "-m", "pytest", "features", "--manual", str(tmp_path), "-n", "2"]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "--manual writes one checklist: leave out -n" in run.stderr


@pytest.mark.parametrize("reason", [one for one in REASONS.values() if one.wordings], ids=repr)
def test_message_told_is_one_that_the_features_accept(reason: Reason) -> None:
    """Each wording as a tester reads it fits its own pattern, whatever number or word is filled in."""
    for words in map(wording.sentence, reason.wordings):
        assert reason.pattern().search(words.replace(wording.ANYTHING, "7")), words


@pytest.mark.parametrize(
    "value", [{}, [], {"a": "x" * 100, "b": [1, {"c": "y" * 90}], "ü": None}, ["z" * 50, "z" * 50], "text", 1]
)
def test_compact_json_is_json(value: object) -> None:
    """Only its lines are its own."""
    assert json.loads(compact_json.written(value)) == value
