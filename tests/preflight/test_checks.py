"""The checks as a whole: their order, what they need, and what becomes of the others when one breaks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from api.errors import NotRest
from harness.core.exit_codes import ExitCode
from harness.core.finding import Leaves
from harness.preflight.check import Check, Fine, Line, Look, Result
from harness.preflight.checks import CHECKS
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import examine_each
from harness.preflight.findings import finding
from harness.reporting.report_check import REPORT
from harness.secrets.scrubber import Scrubber
from tests.preflight.examined import examine
from tests.preflight.served_shop import served, shop_at

ALL = (*CHECKS, REPORT)
SECRET = "s3cret-of-the-shop"


class Provided:
    """What a check gives here."""


def diagnosed(*checks: Check, lines: list[Line] | None = None, scrubber: Scrubber | None = None) -> Diagnosis:
    """Look at a shop that nobody asks."""
    on_line = lines.append if lines is not None else None
    shop = shop_at("http://127.0.0.1:9")
    diagnosis, _ = examine(
        shop, "test", scrubber or Scrubber(), wait=0, tell=print, on_line=on_line, checks=checks
    )
    return diagnosis


def check(id_: str, look: Callable[[Look], Result], *needs: str) -> Check:
    """Make a check."""
    return Check(id_, id_, needs, False, look)


def fine(id_: str, *needs: str) -> Check:
    """Make a check that says its id."""
    return check(id_, lambda _: Fine((Line(id_, "fine"),), Provided()), *needs)


def broken(_: Look) -> Result:
    """Break, with a secret in the words and more than one line of them."""
    raise KeyError(f"no {SECRET}\nhere")


def test_ids_are_unique() -> None:
    """One result a check."""
    ids = [each.id for each in ALL]
    assert len(set(ids)) == len(ids)


def test_needs_point_backwards_only(subtests: pytest.Subtests) -> None:
    """What a check needs stands before it, and is looked at whenever it is."""
    for each in ALL:
        with subtests.test(check=each.id):
            before = {other.id: other for other in ALL[: ALL.index(each)]}
            assert set(each.needs) <= set(before)
            assert each.thorough or not any(before[id_].thorough for id_ in each.needs)


def test_every_check_takes_only_what_it_needs() -> None:
    """Each is fine at a sound shop, where taking what no needed check gives would be a fault."""
    with served() as url:
        diagnosis, token = examine(shop_at(url), "test", Scrubber(), wait=0, tell=print, checks=CHECKS)
    assert diagnosis.findings == ()
    assert token is not None


def test_check_that_breaks_leaves_the_others_running() -> None:
    """Only what needs it is left out; the finding names the error by type and place, without a secret."""
    scrubber = Scrubber()
    scrubber.hide(SECRET)
    checks = (fine("a"), check("b", broken), fine("c", "b"), fine("d", "c"), fine("e", "a"))
    diagnosis = diagnosed(*checks, scrubber=scrubber)
    assert [line.title for line in diagnosis.lines] == ["a", "b", "e"]
    (found,) = diagnosis.findings
    assert (found.id, found.leaves, found.exit_code) == ("crashed-check", Leaves.NOTHING, ExitCode.SOFTWARE)
    assert "while it looked at the b: KeyError in harness/preflight/examination.py, line " in found.problem
    assert "report this sentence" in found.hint
    assert SECRET not in found.text
    assert "\n" not in found.text
    assert diagnosis.exit_code == ExitCode.SOFTWARE


def test_finding_leaves_out_what_needs_the_check() -> None:
    """There is nothing to look at for it."""
    diagnosis = diagnosed(
        check("a", lambda look: look.found("production")), fine("b", "a"), fine("c", "b"), fine("d")
    )
    assert [line.title for line in diagnosis.lines] == ["settings", "d"]


def test_error_of_the_shop_is_a_finding() -> None:
    """Wherever it is raised."""

    def refused(_: Look) -> Result:
        raise NotRest("GET /rest/V1/x", "JSON that cannot be read")

    assert [found.id for found in diagnosed(check("a", refused)).findings] == ["rest-broken"]


def test_check_gets_what_those_that_it_needs_gave() -> None:
    """And nothing of others: that is a fault, which shows here and at no shop."""

    def takes(look: Look) -> Result:
        return Fine((Line("taker", type(look.given(Provided)).__name__),))

    diagnosis = diagnosed(fine("giver"), check("taker", takes, "giver"))
    assert diagnosis.lines[-1] == Line("taker", "Provided")
    diagnosis = diagnosed(fine("giver"), check("taker", takes))
    assert "LookupError" in diagnosis.findings[0].problem


def test_thorough_check_is_left_to_the_doctor() -> None:
    """A run does without."""
    assert diagnosed(Check("a", "a", (), True, broken)).lines == ()


def test_lines_come_one_by_one() -> None:
    """Whoever looks on sees each as soon as it is there."""
    lines: list[Line] = []
    assert diagnosed(fine("a"), fine("b"), lines=lines).lines == tuple(lines)


def test_gravest_code_counts() -> None:
    """Wrong settings come before a shop that may yet come up; the first that stops a run is named."""
    shop = shop_at("http://127.0.0.1:9")
    lines = [
        Line.of(finding(id_, shop, problem="x", line="x"))
        for id_ in ("guest-access", "unreachable", "no-browser")
    ]
    diagnosis = Diagnosis(tuple(lines))
    assert [line.mark for line in lines] == ["warning", "stop", "stop"]
    assert diagnosis.stop
    assert (diagnosis.stop.id, diagnosis.exit_code) == ("unreachable", ExitCode.CONFIGURATION)
    assert [found.id for found in diagnosis.warnings] == ["guest-access"]


def test_what_store_views_share_is_looked_at_once() -> None:
    """Every other check is carried out at each, and its lines say where."""
    looked: list[tuple[str, str]] = []

    def noting(id_: str) -> Callable[[Look], Result]:
        def look(look: Look) -> Result:
            looked.append((id_, look.shop.store_code))
            return Fine((Line(id_, "fine"),), Provided())

        return look

    shared = replace(check("admin", noting("admin")), once=True)
    own = check("form", noting("form"), "admin")
    shops = shop_at("http://127.0.0.1:9").at_store_views(("us", "de"))
    lines: list[Line] = []
    examine_each(shops, "test", Scrubber(), wait=0, tell=print, on_line=lines.append, checks=(shared, own))
    assert looked == [("admin", "us"), ("form", "us"), ("form", "de")]
    assert [line.title for line in lines] == ["admin", "form (us)", "form (de)"]


def test_finding_at_one_of_several_store_views() -> None:
    """It stops the run, and says where it was found."""

    def at_de(look: Look) -> Result:
        return look.found("no-store-view", codes="us") if look.shop.store_code == "de" else Fine()

    shops = shop_at("http://127.0.0.1:9").at_store_views(("us", "de"))
    looks = examine_each(shops, "test", Scrubber(), wait=0, tell=print, checks=(check("view", at_de),))
    diagnosis = Diagnosis.of_all(each for each, _ in looks)
    assert diagnosis.stop
    assert diagnosis.stop.problem.startswith("Store view de: The shop at")
    assert diagnosis.exit_code == ExitCode.CONFIGURATION
    assert looks[0][0].stop is None
