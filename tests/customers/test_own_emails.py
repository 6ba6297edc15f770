"""The suite's e-mails are recognised, and nobody else's are."""

from itertools import islice

import pytest

from harness.customers.own_emails import OwnEmails, fresh_emails, is_run_id
from harness.run.run_id import fresh
from tests.customers.watched_shop import FOREIGN

DOMAIN = "example.com"


@pytest.mark.parametrize("worker", ["", "gw0", "gw12"])
def test_own_emails_are_recognised(worker: str) -> None:
    """As of any run, of this very run and of this machine's part in it, in capitals or not."""
    run_id = fresh()
    for email in islice(fresh_emails(run_id, "ab12", worker, DOMAIN), 12):
        assert OwnEmails(DOMAIN).hold(email)
        assert OwnEmails(DOMAIN, run_id).hold(email.title())
        assert OwnEmails(DOMAIN, run_id, "ab12").hold(email.upper())
        assert not OwnEmails(DOMAIN, run_id, "ab13").hold(email)
        assert not OwnEmails(DOMAIN, "20260504-093000-ab12").hold(email)
        assert not OwnEmails("example.org").hold(email)


def test_other_peoples_emails_are_not(subtests: pytest.Subtests) -> None:
    """However much they look like it."""
    for email in FOREIGN:
        with subtests.test(email=email):
            assert not OwnEmails(DOMAIN).hold(email)
            assert not OwnEmails(DOMAIN, "20260504-093000-ab12").hold(email)
            assert not OwnEmails(DOMAIN, "20260504-093000-ab12", "cd34").hold(email)


def test_dot_of_the_domain_stands_for_itself() -> None:
    """It is no wildcard here, whatever it is to a regular expression."""
    email = "acceptance+20260504-093000-ab12.cd34.1@example.com"
    assert OwnEmails(DOMAIN).hold(email)
    assert not OwnEmails(DOMAIN).hold(email.replace("example.com", "exampleXcom"))


def test_longest_email_is_an_email() -> None:
    """The part before the @ stays within 64 characters."""
    email = next(fresh_emails(fresh(), "ab12", "gw100", DOMAIN)).replace(".1@", ".1000@")
    assert len(email.partition("@")[0]) <= 64


def test_what_is_no_runs_id(subtests: pytest.Subtests) -> None:
    """Wildcards of a search above all."""
    for text in ["", "4711", "2026%", "20260504-093000-ab1_", "20260504-093000-ab12.cd34"]:
        with subtests.test(text=text):
            assert is_run_id(fresh())
            assert not is_run_id(text)
