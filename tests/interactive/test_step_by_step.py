"""What a tester sees who reruns a scenario by hand, and what she finds in the shop afterwards."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr

from api.magento import Magento
from api.models import Credentials
from harness.core.exit_codes import ExitCode
from harness.shop.shop import PROJECT, Shop

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a thing of Linux and macOS", allow_module_level=True)

from tests.forked_run import run_pytest
from tests.interactive.terminal_session import TerminalSession

pytestmark = pytest.mark.usefixtures("processes")

Start = Callable[..., TerminalSession]
Emails = Callable[[], list[str]]

KEYS = "Enter or n: next step   c: run through   i: Playwright's inspector   q: stop and clean up"
IN_A_BROWSER = "address_book-02"
OVER_REST = "customer_token-04"


@pytest.fixture
def start(command: list[str], variables: dict[str, str], log: Path) -> Iterator[Start]:
    """Give what starts scenarios at a terminal; nothing of it is left running."""
    with ExitStack() as sessions:

        def start(short_id: str, *options: str) -> TerminalSession:
            session = TerminalSession(
                [*command, "-m", short_id, *options], folder=PROJECT, variables=variables, log=log
            )
            return sessions.enter_context(session)

        yield start


@pytest.fixture
def emails(magento: Magento, admin_token: SecretStr) -> Emails:
    """Give what lists the e-mails of all the shop's customers."""

    def emails() -> list[str]:
        found = magento.customers_like("%", caller=admin_token).value
        return [customer.email for customer in found.items or ()]

    return emails


def test_tester_goes_through_a_scenario_and_keeps_its_customer(
    start: Start,
    tmp_path: Path,
    shop: Shop,
    run_id: str,
    variables: dict[str, str],
    magento: Magento,
    admin_token: SecretStr,
) -> None:
    """The whole session: reported steps, all answers, and a customer who is there afterwards, for her alone."""
    session = start(IN_A_BROWSER, "--step-by-step", "--keep", "--shop", shop.base_url, "-v")
    begin = session.wait_for("  > ")
    assert "address_book-02: One address for both leaves the list of others empty\n" in begin
    assert KEYS in begin
    assert begin.endswith("  Given the tutorial's customer Jane Doe of the store view under test\n  > ")
    session.type("what?")
    assert KEYS in session.wait_for("  > ")
    session.type("i")
    assert "the inspector" in session.wait_for("  > ").lower()
    session.type()
    assert session.wait_for("  > ").endswith("  And the customer is signed in to the storefront\n  > ")
    session.type("n")
    assert session.wait_for("  > ").endswith("  When the customer opens the Address Book\n  > ")
    session.type("c")
    end = session.wait_for("Press Enter")
    assert end.startswith("c\n  Then there is no other address\n")
    assert "\n  Jane Doe stays:\n" in end
    reported = dict(re.findall(r"^    (\w[\w -]*?) {2,}(.+)$", end, flags=re.MULTILINE))
    session.type()
    assert session.end() == 0, session.seen

    assert reported["storefront"] == f"{shop.base_url}/us"
    customer = magento.customer(int(reported["customer id"]), caller=admin_token).value
    assert customer.email == reported["e-mail"]
    credentials = Credentials(username=reported["e-mail"], password=SecretStr(reported["password"]))
    assert magento.customer_token(credentials, scope="us").accepted

    assert (
        reported["remove her"] == f"python -m harness.customers.sweep --shop {shop.base_url} --run {run_id}"
    )
    sweep = [sys.executable, *reported["remove her"].split()[1:], "--yes"]
    subprocess.run(sweep, cwd=PROJECT, env=variables, check=True, capture_output=True)
    assert magento.customer(customer.id, caller=admin_token).status == 404
    assert session.seen.count(reported["password"]) == 1
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"log.txt", "junit.xml"} < {path.name for path in written}
    assert [path for path in written if reported["password"].encode() in path.read_bytes()] == []


def test_stopping_cleans_up(start: Start, emails: Emails, log: Path) -> None:
    """Who stops in the middle keeps nobody, --keep or not."""
    session = start(OVER_REST, "--step-by-step", "--keep")
    session.wait_for("  > ")
    session.type()
    session.wait_for("  > ")
    assert len(emails()) == 1
    session.type("q")
    assert session.end() == pytest.ExitCode.INTERRUPTED, session.seen + log.read_text()
    assert emails() == []


def test_interruption_cleans_up(start: Start, log: Path) -> None:
    """Ctrl-C reaches every program of the terminal; store and browser stay until the clean-up is through."""
    session = start(IN_A_BROWSER, "--step-by-step", "--shop", "embedded")
    session.wait_for("  > ")
    session.type()
    session.wait_for("  > ")
    session.type()
    session.wait_for("  > ")
    session.interrupt()
    assert session.end() == pytest.ExitCode.INTERRUPTED, session.seen + log.read_text()
    assert "Traceback" not in log.read_text()
    assert "left behind" not in log.read_text()


def test_without_keep_nobody_stays(start: Start, emails: Emails) -> None:
    """Running through to the end deletes the customer as ever."""
    session = start(OVER_REST, "--step-by-step")
    session.wait_for("  > ")
    session.type("c")
    assert session.end() == 0, session.seen
    assert emails() == []


def test_password_reported_is_the_one_sent(start: Start, magento: Magento) -> None:
    """A scenario that sends a password of its own tells that one."""
    session = start("create_customer-30", "--keep")
    end = session.wait_for("Press Enter")
    session.type()
    assert session.end() == 0, session.seen
    reported = dict(re.findall(r"^    (\w[\w -]*?) {2,}(.+)$", end, flags=re.MULTILINE))
    credentials = Credentials(username=reported["e-mail"], password=SecretStr(reported["password"]))
    assert magento.customer_token(credentials, scope="us").accepted


@pytest.mark.parametrize("short_id", ["store_views-07", "delete_customer-01"])
def test_scenario_that_leaves_nobody_says_so(start: Start, emails: Emails, short_id: str) -> None:
    """There is nothing to keep where nothing was made, or nothing is left."""
    session = start(short_id, "--keep")
    assert "No customer is left" in session.wait_for("Press Enter")
    session.type()
    assert session.end() == 0, session.seen
    assert emails() == []


def test_failed_step_is_reported_before_the_end(start: Start) -> None:
    """The tester sees the failure's sentence where she stands, and her customer stays all the same."""
    defect = ("--shop", "embedded", "--sandbox", "--defect foreign-customer-token")
    session = start(OVER_REST, "--step-by-step", "--keep", *defect)
    session.wait_for("  > ")
    session.type("c")
    end = session.wait_for("Press Enter")
    assert "Then the token opens the customer's own account\n  failed: the token's customer: expected" in end
    assert "remove her   nothing to do: she ends with the embedded store" in end
    session.type()
    assert session.end() == pytest.ExitCode.TESTS_FAILED


@pytest.mark.parametrize("option", ["--step-by-step", "--keep"])
@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("-n", "2"), "talks to one person about one browser: leave out -n"),
        ((), "asks at a terminal, and this process has none"),
    ],
    ids=["parallel", "no terminal"],
)
def test_nobody_answers(arguments: list[str], option: str, more: tuple[str, ...], sentence: str) -> None:
    """Where nobody can answer both options are refused before anything starts."""
    run = run_pytest(*arguments, option, *more, variables=os.environ)
    assert run.exit_code == pytest.ExitCode.USAGE_ERROR
    assert f"{option} {sentence}" in run.output
    assert "Traceback" not in run.output


@pytest.mark.skipif(sys.platform != "linux", reason="macOS always has a display")
def test_visible_browser_needs_a_display(arguments: list[str], variables: dict[str, str]) -> None:
    """78 and what to do, in place of what Playwright says of a missing X server."""
    blind = {name: value for name, value in variables.items() if "DISPLAY" not in name}
    run = run_pytest(*arguments, "--headed", variables=blind)
    assert run.exit_code == ExitCode.CONFIGURATION
    assert "this machine has no display" in run.output
    assert "Traceback" not in run.output
