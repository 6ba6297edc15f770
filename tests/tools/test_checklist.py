"""The checklist holds what a run did, in words that a tester can follow; it is whole, or there is none."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, expect

from harness.secrets.scrubber import Scrubber
from harness.shop.admin import sign_in
from harness.shop.connection import connect
from harness.shop.shop import PROJECT
from tests.interactive.conftest import environment_of, open_shop
from tools.checklist.__main__ import main

RUN = "20260102-030405-6170"
EMAIL = f"acceptance+{RUN}.6a99.gw1.7@example.com"
SHOP = "http://shop.example.com"
NEW = {"customer": {"email": EMAIL, "store_id": 24}, "password": "•••"}
CREATED = {"id": 24, "addresses": [{"id": 31}]}
OWN_PASSWORD = "<your own, by the shop's rules, or as a step says>"

Arguments = dict[str, Any]


class Folder:
    """Results as a run writes them, made by hand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.output = path.parent / "reports"
        self._numbers = count()
        path.mkdir()
        self.file("environment.properties", f"Shop = {SHOP}\nStore\\ view = us\nRun = {RUN}\n")

    def file(self, name: str, content: object) -> str:
        """Write a file, a text as it is and anything else as JSON, and give its name."""
        text = content if isinstance(content, str) else json.dumps(content)
        (self.path / name).write_text(text, encoding="utf-8")
        return name

    def attachment(self, name: str, kind: str, content: object) -> Arguments:
        """Write an attachment, and give what a step says of it."""
        return {"name": name, "type": kind, "source": self.file(f"{next(self._numbers)}-attachment", content)}

    def call(
        self, line: str, body: object = None, answer: object = None, *, status: int = 200, token: str = ""
    ) -> list[Arguments]:
        """Write an exchange and the command that repeats it; `token` is what stands behind Bearer there."""
        method, path = line.split(" ")
        headers = {"Accept": "application/json", **({"Authorization": "Bearer •••"} if token else {})}
        sent: Arguments = {"method": method, "url": SHOP + path}
        if body is not None:
            headers["Content-Type"] = "application/json"
            sent["body"] = {"value": json.dumps(body, ensure_ascii=False)}
        sent["headers"] = [{"name": name, "value": value} for name, value in headers.items()]
        answered = {"status": status, "body": {"value": json.dumps(answer)}}
        header = f'  --header "Authorization: Bearer {token}" \\\n' if token else ""
        return [
            self.attachment(
                f"{line} -> {status} (4 ms)",
                "application/vnd.allure.http+json",
                {"request": sent, "response": answered},
            ),
            self.attachment(f"curl: {line}", "text/plain", f"curl '{SHOP}{path}' \\\n{header}  --include\n"),
        ]

    def scenario(self, short_id: str, *steps: Arguments, **more: Any) -> None:
        """Write the result of a scenario, "passed" unless `more` says otherwise."""
        labels = {"framework": "pytest-bdd", "feature": "A feature", "story": "A rule", "id": short_id}
        result = {
            "name": f"Title of {short_id}",
            "status": "passed",
            "start": 1,
            "historyId": short_id,
            "labels": [{"name": name, "value": value} for name, value in labels.items()],
            "steps": steps,
            **more,
        }
        self.file(f"{next(self._numbers)}-result.json", result)

    def write(self) -> str:
        """Make the checklist and give its Markdown."""
        assert main([str(self.path), "--output", str(self.output)]) == 0
        return (self.output / "checklist.md").read_text(encoding="utf-8")


def step(name: str, *attachments: Arguments, status: str = "passed", **more: Any) -> Arguments:
    """Give a step of a result."""
    return {"name": name, "status": status, "attachments": attachments, **more}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give an empty folder of results."""
    return Folder(tmp_path / "results")


def test_step_shows_what_was_sent_and_answered(folder: Folder) -> None:
    """The request is whole; the token is named, the password and the e-mail are the tester's own."""
    folder.scenario(
        "a-01",
        step(
            "When the admin creates the customer",
            *folder.call("POST /rest/us/V1/customers", NEW, CREATED, token="$ADMIN_TOKEN"),
        ),
    )
    text = folder.write()
    assert f"Checklist of 1 scenarios, from the run {RUN} of {SHOP} (0 failed in it, 0 skipped)" in text
    assert "| Store view | us |" in text
    _, _, scenario = text.partition("#### a-01: Title of a-01\n")
    assert (
        f"""
- [ ] **When** the admin creates the customer

  Send:

  ```http
  POST {SHOP}/rest/us/V1/customers
  Authorization: Bearer <admin token>

  {{
    "customer": {{"email": "acceptance+<yours>.1@example.com", "store_id": 24}},
    "password": "{OWN_PASSWORD}"
  }}
  ```

  Answer: `200`
- [ ] **Passed**, or what was seen instead"""
        in scenario
    )


def test_ids_of_the_run_are_words(folder: Folder) -> None:
    """In URLs, bodies and answers, by what they are ids of; any other number stays."""
    other = {**CREATED, "id": 25, "addresses": [{"id": 24}, {"id": 33}]}
    body = {
        "customer": {"id": 25, "group_id": 24, "addresses": [{"id": 24, "customer_id": 24, "street": ["24"]}]}
    }
    gone = {"message": "No %fieldName", "parameters": {"fieldName": "customerId", "fieldValue": 24}}
    folder.scenario(
        "a-01",
        step("Given her", *folder.call("POST /rest/us/V1/customers", NEW, CREATED)),
        step("And another", *folder.call("POST /rest/us/V1/customers", NEW, other)),
        step("When they change", *folder.call("PUT /rest/us/V1/customers/25", body, token="$CUSTOMER_TOKEN")),
        step("Then one is gone", *folder.call("DELETE /rest/all/V1/customers/24", answer=gone, status=404)),
        step("And it is refused", *folder.call("GET /rest/all/V1/customers/addresses/31")),
        step("And who was never there", *folder.call("GET /rest/all/V1/customers/99")),
    )
    text = folder.write()
    for words in (
        f"PUT {SHOP}/rest/us/V1/customers/<the other customer's id>\n  Authorization: Bearer <customer token>",
        '"id": <the other customer\'s id>,',
        '"group_id": 24,',
        '"id": <the other customer\'s address 1 id>,',
        '"customer_id": <the customer\'s id>,',
        '"street": ["24"]',
        f"DELETE {SHOP}/rest/all/V1/customers/<the customer's id>",
        '"parameters": {"fieldName": "customerId", "fieldValue": <the customer\'s id>}',
        f"GET {SHOP}/rest/all/V1/customers/addresses/<the customer's address id>",
        f"GET {SHOP}/rest/all/V1/customers/99",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("variable", "words"),
    [
        ("${CUSTOMER_TOKEN}x", "<customer token>x"),
        (r"\"$ADMIN_TOKEN\"", '"<admin token>"'),
        ("$TOKEN", "<token that the step describes>"),
    ],
)
def test_token_is_named_as_it_was_sent(folder: Folder, variable: str, words: str) -> None:
    """Changed tokens are part of what a scenario is about."""
    folder.scenario(
        "a-01", step("When she asks", *folder.call("GET /rest/us/V1/customers/me", token=variable))
    )
    assert f"Authorization: Bearer {words}\n" in folder.write()


def test_emails_are_unique_over_the_list_and_keep_their_capitals(folder: Folder) -> None:
    """One customer has one e-mail, wherever it stands; two scenarios share none."""
    query = EMAIL.replace("+", "%2B").replace("@", "%40")
    folder.scenario(
        "a-01",
        step("Given her", *folder.call("POST /t", {"username": EMAIL})),
        step("When she shouts", *folder.call("POST /t", {"username": EMAIL.upper()})),
        step("Then she is found", *folder.call(f"GET /search?value={query}")),
    )
    folder.scenario(
        "a-02", step("Given her", *folder.call("POST /t", {"username": EMAIL.replace("gw1", "gw0")}))
    )
    text = folder.write()
    assert re.findall(r"acceptance\S*?<\w+>.*example.com", text, re.IGNORECASE) == [
        "acceptance+<yours>.1@example.com",
        "ACCEPTANCE+<YOURS>.1@EXAMPLE.COM",
        "acceptance%2B<yours>.1%40example.com",
        "acceptance+<yours>.2@example.com",
    ]


def test_pages_tables_and_repeated_requests(folder: Folder) -> None:
    """What the browser opened, what the step's table says, and how often the same is sent."""
    wrong = [part for _ in range(3) for part in folder.call("POST /t", {}, "no", status=401)]
    pages = f"# opened\r\n{SHOP}/us/customer/account/login/\r\n{SHOP}/us/customer/address/edit/id/31/\r\n"
    folder.scenario(
        "a-01",
        step("Given her", *folder.call("POST /rest/us/V1/customers", NEW, CREATED)),
        step("And fields", folder.attachment("Data table", "text/csv", 'field,value\nname,"A|B, C"\n')),
        step("And wrong passwords", *wrong),
        step("When she opens it", folder.attachment("Pages opened", "text/uri-list", pages)),
        step("Then it is seen", steps=[step("within", *folder.call("GET /within"))]),
    )
    text = folder.write()
    assert "  | field | value |\n  |---|---|\n  | name | A\\|B, C |\n" in text
    assert f"Send 3 times:\n\n  ```http\n  POST {SHOP}/t\n" in text
    assert 'Answer: `401 "no"`' in text
    assert f"  Page: <{SHOP}/us/customer/account/login/>\n" in text
    assert f"  Page: `{SHOP}/us/customer/address/edit/id/<the customer's address id>/`\n" in text
    assert "opened" not in text.partition("#### ")[2]
    assert f"GET {SHOP}/within\n" in text


def test_failed_scenario_is_marked_and_a_skipped_one_stands_at_the_end(folder: Folder) -> None:
    """Just what failed is to be tried by hand; what was skipped has its reason."""
    folder.scenario("a-01", status="skipped", statusDetails={"message": "Skipped: no second website"})
    folder.scenario(
        "a-02",
        step("When she looks", status="failed"),
        step("Then she sees", status="skipped"),
        status="failed",
        statusDetails={"message": f"The box of {EMAIL}\nis empty."},
    )
    folder.scenario("a-10", status="broken")
    text = folder.write()
    assert "Checklist of 2 scenarios" in text
    assert "(2 failed in it, 1 skipped)" in text
    assert "**Failed in this run:** The box of acceptance+\\<yours\\>.1@example.com is empty.\n" in text
    assert "**When** she looks **(failed here)**\n" in text
    assert "**Then** she sees _(not reached in this run)_\n" in text
    assert "#### a-10: " in text.partition("#### a-02: ")[2]
    assert text.endswith("## Skipped in this run\n\n- a-01: Title of a-01 — no second website\n")


def test_run_that_was_not_whole_says_so(folder: Folder) -> None:
    """What the preflight found and what no scenario stands for are on top."""
    folder.scenario("a-01")
    folder.scenario("preflight", labels=[], status="broken", statusDetails={"message": "No browser."})
    folder.file("1-globals.json", {"errors": [{"message": "A worker crashed."}]})
    text = folder.write()
    assert "Checklist of 1 scenarios" in text
    assert "**The run was not whole.** Title of preflight: No browser." in text
    assert "**The run was not whole.** A worker crashed." in text


def test_last_result_of_a_scenario_counts(folder: Folder) -> None:
    """A folder may hold several runs."""
    folder.scenario("a-01", status="failed", start=2)
    folder.scenario("a-01", start=3)
    folder.scenario("a-01", status="failed", start=1)
    assert "Checklist of 1 scenarios, " in folder.write()
    assert "Failed" not in folder.write()


def _spoil_result(folder: Folder) -> None:
    folder.file("9-result.json", '{"name": ')


def _spoil_shape(folder: Folder) -> None:
    folder.file("9-result.json", [])


def _spoil_attachment(folder: Folder) -> None:
    folder.scenario("a-02", step("When it is sent", *folder.call("GET /lost")))
    exchange, _ = sorted(folder.path.glob("*-attachment"))
    exchange.unlink()


def _spoil_table(folder: Folder) -> None:
    lost = {"name": "Data table", "type": "text/csv", "source": "lost-attachment"}
    folder.scenario("a-02", step("When it is sent", lost))


def _leave_no_scenario(folder: Folder) -> None:
    for path in folder.path.glob("*-result.json"):
        path.unlink()
    folder.scenario("preflight", labels=[], status="broken")


def _leave_nothing(folder: Folder) -> None:
    for path in folder.path.iterdir():
        path.unlink()


def _leave_no_folder(folder: Folder) -> None:
    _leave_nothing(folder)
    folder.path.rmdir()


@pytest.mark.parametrize(
    ("spoil", "exit_code", "sentence"),
    [
        (_leave_no_folder, 78, r"There are no results at .*results: make acceptance writes them .*"),
        (_leave_nothing, 78, r"There are no results at .*results: make acceptance writes them .*"),
        (_leave_no_scenario, 1, r"The run has no result of a scenario: see what its report says."),
        (_spoil_result, 1, r".*9-result.json is missing or cannot be read: run the scenarios anew."),
        (_spoil_shape, 1, r".*9-result.json is missing or cannot be read: run the scenarios anew."),
        (_spoil_table, 1, r".*lost-attachment is missing or cannot be read: run the scenarios anew."),
        (_spoil_attachment, 1, r".*-attachment is missing or cannot be read: run the scenarios anew."),
    ],
)
def test_no_checklist_is_made_of_a_part(
    folder: Folder,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Folder], None],
    exit_code: int,
    sentence: str,
) -> None:
    """One sentence tells why, and no older checklist is left to be taken for this one."""
    folder.scenario("a-01")
    folder.write()
    capsys.readouterr()
    spoil(folder)
    assert main([str(folder.path), "--output", str(folder.output)]) == exit_code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.fullmatch(sentence + "\n", printed.err)
    assert list(folder.output.iterdir()) == []


def test_page_keeps_ticks_and_fills_in_emails(folder: Folder, page: Page) -> None:
    """It needs nothing but itself, counts what passed, and remembers both when it is opened again."""
    new = {**NEW, "customer": {"email": EMAIL, "firstname": "<b>&"}}
    folder.scenario(
        "a-01", step("When she is created", *folder.call("POST /rest/us/V1/customers", new, CREATED))
    )
    folder.scenario("a-02", status="failed", statusDetails={"message": "It is <i>empty</i>."})
    folder.write()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder.output / "checklist.html").as_uri())
    expect(page.get_by_text('"firstname": "<b>&"')).to_be_visible()
    expect(page.get_by_text("Failed in this run. It is <i>empty</i>.")).to_be_visible()
    article = page.get_by_role("article").filter(has_text="Title of a-01")
    article.get_by_label("When she is created").check()
    article.get_by_label("Passed").check()
    page.get_by_label("Your word for e-mails").fill("jd0930")
    page.reload()
    expect(article.get_by_label("When she is created")).to_be_checked()
    expect(article.get_by_label("Passed")).to_be_checked()
    expect(page.get_by_role("navigation")).to_contain_text("1 of 2 scenarios passed")
    expect(article).to_contain_text("acceptance+jd0930.1@example.com")
    page.get_by_label("without the requests").check()
    expect(article.get_by_text("acceptance+jd0930.1@example.com")).to_be_hidden()
    assert set(asked) == {page.url}


def _send_all(scenario: str, admin_token: str) -> list[tuple[str, str]]:
    """Send a scenario's requests as they stand there; give the status that it tells and that of the answer."""
    words = {"<yours>": "jd0930", OWN_PASSWORD: "Passw0rd!", "<admin token>": admin_token}
    whose = iter(("<the customer's id>", "<the other customer's id>"))
    statuses = []
    for request, status in re.findall(r"```http\n(.*?)```\n\n  Answer: `(\d+)", scenario, re.DOTALL):
        filled = request
        for word, value in words.items():
            filled = filled.replace(word, value)
        head, _, body = filled.strip().partition("\n\n")
        line, *headers = [line.strip() for line in head.splitlines()]
        method, url = line.split(" ", 1)
        sent = {"Content-Type": "application/json", **dict(header.split(": ", 1) for header in headers)}
        answer = requests.request(method, url, headers=sent, data=body.encode() or None, timeout=30)
        statuses.append((status, str(answer.status_code)))
        if url.endswith("/customers") and answer.ok:
            words[next(whose)] = str(answer.json()["id"])
        if url.endswith("/token"):
            words["<customer token>"] = answer.json()
    return statuses


@pytest.mark.usefixtures("processes")
def test_requests_of_a_real_run_can_be_sent_by_hand(tmp_path: Path) -> None:
    """With a token, a word, a password and the ids of the answers in place, the shop answers as in the run."""
    with open_shop() as shop:
        run = [
            *(sys.executable, "-m", "pytest", "features", "-p", "no:cacheprovider"),
            *("-m", "create_customer-09 or customer_token-30", "--alluredir", str(tmp_path / "results")),
        ]
        subprocess.run(run, cwd=PROJECT, env=environment_of(shop), check=True, capture_output=True)
        assert main([str(tmp_path / "results"), "--output", str(tmp_path)]) == 0
        top, *scenarios = (tmp_path / "checklist.md").read_text(encoding="utf-8").split("\n#### ")
        assert re.search(rf"Checklist of 2 scenarios, from the run \S+ of {shop.base_url} ", top)
        for own_to_the_run in (r"\d{8}-\d{6}", "•", "<hidden", "DELETE"):
            assert not re.search(own_to_the_run, "".join(scenarios))
        token = sign_in(shop, connect(shop, "by-hand"), Scrubber()).get_secret_value()
        first, second = (_send_all(scenario, token) for scenario in scenarios)
    assert len(first) >= 3
    assert len(second) >= 5
    assert all(status == answered == "200" for status, answered in [*first, *second]), [*first, *second]
