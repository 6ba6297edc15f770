"""The sweep deletes what runs left behind, when it is old enough or asked for by its run, and nobody else."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from api.magento import SEARCH_PAGE
from harness.customers import sweep
from harness.shop.settings import read_shop
from tests.customers.watched_shop import WatchedShop

RUN = "20260504-093000-ab12"
OTHER_RUN = "20260504-093000-cd34"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the shop's customers where a test can make them older."""
    return tmp_path_factory.mktemp("shop") / "shop.sqlite"


@pytest.fixture(scope="module")
def shop(processes: None, database: Path) -> Iterator[WatchedShop]:
    """Serve one shop to all tests here."""
    shop = WatchedShop("--database", str(database))
    yield shop
    shop.stop()


class Sweep:
    """The command, as often as a test calls it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.said = ""

    def at(self, shop: WatchedShop, *arguments: str, answer: Callable[[], str] | None = None) -> int:
        """Sweep a shop, answering the question if there is to be one; give the exit code."""
        for name, value in shop.variables.items():
            self._monkeypatch.setenv(name, value)
        return self(*arguments, answer=answer)

    def __call__(self, *arguments: str, answer: Callable[[], str] | None = None) -> int:
        """Sweep the shop that the settings name; give the exit code, and keep what was said."""
        answered = answer or partial(pytest.fail, "nobody was to be asked")
        self._monkeypatch.setattr("builtins.input", lambda question: (print(question), answered())[1])  # noqa: T201
        exit_code = sweep.main(arguments)
        self.said = self._capsys.readouterr().out
        return exit_code


@pytest.fixture
def swept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Sweep:
    """Give the command, which finds no settings of this machine."""
    for name in ("SHOP_BASE_URL", "SHOP_ADMIN_USERNAME", "SHOP_ADMIN_PASSWORD", "SHOP_ADMIN_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sweep, "read_shop", partial(read_shop, folder=tmp_path))
    return Sweep(monkeypatch, capsys)


def make_older(database: Path, email: str, *, hours: float) -> None:
    """Move the time at which a customer was created."""
    created = datetime.now(UTC) - timedelta(hours=hours)
    with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        values = (f"{created:%Y-%m-%d %H:%M:%S}", email)
        connection.execute("UPDATE customer SET created_at = ? WHERE email = ?", values)


def test_nothing_to_sweep(shop: WatchedShop, swept: Sweep, others: list[str]) -> None:
    """Other people's customers are no reason to ask."""
    assert swept.at(shop, "--older-than", "0m") == 0
    assert swept.said == f"Nothing of the suite's to sweep at {shop.shop.base_url}.\n"
    assert shop.emails() == others


def test_only_the_old_are_swept(shop: WatchedShop, swept: Sweep, database: Path, others: list[str]) -> None:
    """Two hours unless set otherwise; each is listed with what a person needs to judge."""
    old, young = f"acceptance+{RUN}.ef56.gw1.7@example.com", f"acceptance+{OTHER_RUN}.ef56.1@example.com"
    old_id = shop.add(old, website_id=2, store_id=2)
    shop.add(young)
    make_older(database, old, hours=2.1)
    make_older(database, young, hours=1.9)
    for email in others:
        make_older(database, email, hours=9)
    assert swept.at(shop, "--yes") == 0
    assert "1 customer may belong to a run that is not over" in swept.said
    assert f"{old}, id {old_id}, website us_website, created 20" in swept.said
    assert "1 customer deleted." in swept.said
    assert shop.emails() == sorted([*others, young])
    assert swept.at(shop, "--older-than", "90m", "--yes") == 0
    assert "may belong" not in swept.said


@pytest.mark.usefixtures("others")
def test_run_is_swept_at_once(shop: WatchedShop, swept: Sweep) -> None:
    """On all its machines, whatever their age; and no other run's."""
    one = [f"acceptance+{RUN}.ef56.{number}@example.com" for number in (1, 2)]
    another = [f"acceptance+{OTHER_RUN}.ef56.gw0.1@Example.com", f"acceptance+{OTHER_RUN}.ef57.1@example.com"]
    for email in (*one, *another):
        shop.add(email)
    assert swept.at(shop, "--run", RUN, "--yes") == 0
    assert "2 customers deleted." in swept.said
    assert shop.emails(f"acceptance+{OTHER_RUN}%") == sorted(another)
    assert swept.at(shop, "--run", OTHER_RUN, "--yes") == 0
    assert "2 customers deleted." in swept.said


@pytest.mark.usefixtures("others")
def test_more_than_a_page_is_swept(shop: WatchedShop, swept: Sweep) -> None:
    """All of them."""
    for number in range(SEARCH_PAGE + 1):
        shop.add(f"acceptance+{RUN}.ef56.{number}@example.com")
    assert swept.at(shop, "--run", RUN, "--yes") == 0
    assert f"{SEARCH_PAGE + 1} customers deleted." in swept.said


def nobody() -> str:
    """Answer as a pipeline does."""
    raise EOFError


@pytest.mark.usefixtures("others")
def test_question_decides(shop: WatchedShop, swept: Sweep) -> None:
    """No is the answer unless somebody says yes."""
    email = f"acceptance+{RUN}.ef56.1@example.com"
    shop.add(email)
    for answer in ("", "n", "sure?"):
        assert swept.at(shop, "--run", RUN, answer=partial(str, answer)) == 0
        assert f"Delete 1 customer at {shop.shop.base_url}? [y/N]" in swept.said
        assert "Nothing was deleted." in swept.said
    assert swept.at(shop, "--run", RUN, answer=nobody) == 1
    assert "give --yes where nobody can" in swept.said
    assert email in shop.emails()
    assert swept.at(shop, "--run", RUN, answer=lambda: "y") == 0


@pytest.mark.usefixtures("others")
def test_who_is_gone_meanwhile_is_no_problem(shop: WatchedShop, swept: Sweep) -> None:
    """The run was not dead after all, and cleaned up while the question was asked."""
    customer_id = shop.add(f"acceptance+{RUN}.ef56.1@example.com")

    def late() -> str:
        assert shop.magento.delete_customer(customer_id, caller=shop.admin).value
        return "y"

    assert swept.at(shop, "--run", RUN, answer=late) == 0


@pytest.mark.usefixtures("processes")
def test_admin_without_the_right_to_delete(swept: Sweep) -> None:
    """Reported at the first customer, with the right that is missing: 78."""
    shop = WatchedShop("--admin-role", "customers")
    for number in (1, 2):
        shop.add(f"acceptance+{RUN}.ef56.{number}@example.com")
    assert swept.at(shop, "--run", RUN, "--yes") == 78
    assert "0 customers deleted." in swept.said
    assert "DELETE /rest/all/V1/customers/" in swept.said
    assert "isn't authorized to access Magento_Customer::delete" in swept.said
    assert "website 1," in swept.said
    shop.stop()


@pytest.mark.parametrize(
    ("variables", "exit_code", "sentence"),
    [
        ({}, 0, "The embedded store is gone with its run."),
        ({"SHOP_BASE_URL": "http://127.0.0.1:9"}, 78, "no admin access is set"),
        ({"SHOP_BASE_URL": "http://127.0.0.1:9", "SHOP_ADMIN_TOKEN": "token-1"}, 69, "cannot be reached"),
        (
            {"SHOP_BASE_URL": "https://x.example", "SHOP_ADMIN_TOKEN": "token-1", "SHOP_PRODUCTION": "true"},
            78,
            "is marked as production",
        ),
    ],
)
def test_shop_that_cannot_be_swept(
    swept: Sweep, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], exit_code: int, sentence: str
) -> None:
    """One sentence and a code of its own."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert swept("--yes") == exit_code
    assert sentence in swept.said


def test_refused_admin(shop: WatchedShop, swept: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that the shop does not take: 78, with what to do."""
    monkeypatch.setenv("SHOP_BASE_URL", shop.shop.base_url)
    monkeypatch.setenv("SHOP_ADMIN_TOKEN", "no-such-token")
    assert swept("--yes") == 78
    assert "set SHOP_ADMIN_TOKEN anew" in swept.said
    assert "no-such-token" not in swept.said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--run", "a%"), "'a%' is no run's id"),
        (("--older-than", "2"), "'2' is no age: write 90m, 2h or 1d"),
        (("--older-than", "2h", "--run", RUN), "not allowed with"),
    ],
)
def test_wrong_command_line(
    arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reported before any shop is asked."""
    with pytest.raises(SystemExit) as stopped:
        sweep.main(arguments)
    assert stopped.value.code == 2
    assert sentence in capsys.readouterr().err
