"""The last look of a run: when all workers are gone, the shop is asked once for customers that they made.

A worker that was killed cannot delete what it made, nor can a clean-up that Ctrl-C broke off. Who is still
there is deleted, and always told: where every scenario had cleaned up after itself, a customer who is left is
a fault of the suite or of the shop, and the run is not green.
"""

import signal
import threading
from collections.abc import Generator

import pytest

from api.errors import ShopError
from harness.customers.leftovers import Leftovers, remedy
from harness.customers.own_emails import OwnEmails
from harness.interactive.kept_customers import kept_ids
from harness.run.machine import machine_key
from harness.run.run import SettledRun, report_renewal, settled_run
from harness.secrets.scrubber import scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect


def pytest_configure() -> None:
    """Let a pipeline's request to end (SIGTERM) be what Ctrl-C is: clean-ups run, the report is written."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Look when the workers have ended and before the terminal sums the run up."""
    try:
        yield
    except KeyboardInterrupt:  # the second one: it broke clean-ups off, so there is the more to look for
        session.exitstatus = pytest.ExitCode.INTERRUPTED
    run = settled_run(session.config)
    if run and not hasattr(session.config, "workerinput"):
        _look(run, session)


def _look(run: SettledRun, session: pytest.Session) -> None:
    magento = connect(run.shop, run.run_id)
    try:
        access = admin_access(run.shop, magento, run.admin_token, on_renewal=report_renewal)
        leftovers = Leftovers(magento, access)
        machine = session.config.stash[machine_key]
        found = leftovers.with_emails_of(OwnEmails(run.shop.email_domain, run.run_id, machine))
    except ShopError as error:
        _tell(
            session,
            f"Whether customers of this run are left is not known: {error} {remedy(run.shop, run.run_id)}",
        )
        return
    if left := [customer for customer in found if customer.id not in kept_ids]:
        _tell(session, f"Left behind by this run: {', '.join(customer.email for customer in left)}.")
        problems = leftovers.delete_all(left)
        _tell(
            session,
            " ".join(["Not deleted:", *problems, remedy(run.shop, run.run_id)])
            if problems
            else "Deleted now.",
        )
        if session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _tell(session: pytest.Session, sentence: str) -> None:
    if terminal := session.config.pluginmanager.get_plugin("terminalreporter"):
        terminal.ensure_newline()
        terminal.write_line(scrubber.scrub(sentence), red=True)
