"""The suite's e-mails are recognised, and nobody else's are."""

from itertools import islice

import pytest

from harness.own_emails import OwnEmails, fresh_emails, is_run, is_run_name, new_run_id
from tests.cleanliness.watched_shop import FOREIGN

DOMAIN = "example.com"


@pytest.mark.parametrize("name", [None, "4711", "build-7", "x" * 30])
@pytest.mark.parametrize("worker", ["", "gw0", "gw12"])
def test_own_emails_are_recognised(name: str | None, worker: str) -> None:
    """As of any run, of this very run, and of the runs of this name, in capitals or not."""
    run_id = new_run_id(name)
    for email in islice(fresh_emails(run_id, worker, DOMAIN), 12):
        assert OwnEmails(DOMAIN).hold(email)
        assert OwnEmails(DOMAIN, run_id).hold(email.upper())
        assert name is None or OwnEmails(DOMAIN, name).hold(email.title())
        assert not OwnEmails(DOMAIN, new_run_id(name)).hold(email)
        assert not OwnEmails("example.org").hold(email)


@pytest.mark.parametrize("email", FOREIGN)
def test_other_peoples_emails_are_not(email: str) -> None:
    """However much they look like it."""
    assert not OwnEmails(DOMAIN).hold(email)
    assert not OwnEmails(DOMAIN, "20260504-093000-ab12").hold(email)
    assert not OwnEmails(DOMAIN, "20260504-093000").hold(email)


def test_run_does_not_take_another_whose_id_begins_alike() -> None:
    """`4711` is neither 47110 nor the second try 4711-2."""
    own = OwnEmails(DOMAIN, "4711")
    assert own.hold("acceptance+4711-ab12.1@example.com")
    assert not own.hold("acceptance+47110-ab12.1@example.com")
    assert not own.hold("acceptance+4711-2-ab12.1@example.com")


def test_dot_of_the_domain_stands_for_itself() -> None:
    """It is no wildcard here, whatever it is to a regular expression."""
    assert not OwnEmails(DOMAIN).hold("acceptance+4711-ab12.1@exampleXcom")


def test_no_two_runs_share_an_email() -> None:
    """Not even under one name, as the machines of one pipeline have it."""
    first, second = (next(fresh_emails(new_run_id("4711"), "", DOMAIN)) for _ in range(2))
    assert first != second


def test_longest_email_is_an_email() -> None:
    """The part before the @ stays within 64 characters."""
    email = next(fresh_emails(new_run_id("x" * 30), "gw100", DOMAIN)).replace(".1@", ".1000@")
    assert len(email.partition("@")[0]) <= 64


@pytest.mark.parametrize("text", ["", "-", "a-", "a_b", "a b", "a.b", "%", "ä", "x" * 31])
def test_what_no_run_can_be_called(text: str) -> None:
    """Wildcards of a search above all."""
    assert not is_run_name(text)
    assert not is_run(text)
