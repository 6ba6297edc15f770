"""A secret that is known leaves a run nowhere, however it tries."""

import base64
import html
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from harness.secrets.scrubber import MASK
from tests.reporting.tiny_run import TinyRun, run, write_suite

SECRET = 'Aa1!p/s+w"d=é'

STEPS = f"""
import base64
import json
import logging
from urllib.parse import quote

import pytest
from pytest_bdd import given, then


SECRET = {SECRET!r}
BASIC = base64.b64encode(f"admin:{{SECRET}}".encode()).decode()


@pytest.fixture(autouse=True)
def hidden_secret(record_property, scrubber, events):
    scrubber.hide(SECRET)
    record_property("reported", SECRET)
    events.note(Reported=SECRET)


@pytest.fixture
def leaking_fixture():
    yield
    raise ValueError(f"left behind {{SECRET}}")


@given("a leaking fixture")
def a_leaking_fixture(leaking_fixture, events):
    events.attach_text(f"Name {{SECRET}}", f"text {{SECRET}} {{quote(SECRET)}} {{BASIC}}")
    value = json.dumps({{"password": SECRET, "nested": json.dumps(SECRET)}})
    events.attach("Value", value, "application/json", "json")


@then("it prints")
def it_prints():
    print("printed", SECRET, BASIC)
    logging.getLogger().warning("logged %s", quote(SECRET, safe=""))


@then("it fails")
def it_fails():
    shown = [SECRET]
    assert shown == ["something else"], f'call log: fill("{{SECRET}}")'


@then("it breaks")
def it_breaks():
    raise ValueError({{"authorization": f"Basic {{BASIC}}", "password": SECRET}})


@then("it is skipped")
def it_is_skipped():
    pytest.skip(f"because of {{SECRET}}")
"""

FEATURE = """
Feature: Leaks
  Scenario: A failure
    Given a leaking fixture
    Then it prints
    And it fails

  Scenario: A break
    Given a leaking fixture
    Then it breaks

  Scenario: A skip
    Then it is skipped
"""

SPELLINGS = {
    SECRET,
    json.dumps(SECRET)[1:-1],
    json.dumps(SECRET, ensure_ascii=False)[1:-1],
    html.escape(SECRET),
    quote(SECRET),
    quote(SECRET, safe=""),
    quote_plus(SECRET),
    base64.b64encode(SECRET.encode()).decode(),
    base64.b64encode(f"admin:{SECRET}".encode()).decode(),
}


@pytest.fixture(scope="module", params=[[], ["-n", "2"]], ids=["serial", "parallel"])
def leaking_run(
    processes: None, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> TinyRun:
    """Run a suite that shouts its secret from every roof."""
    suite = write_suite(tmp_path_factory.mktemp("leaks") / "suite", STEPS, leaks=FEATURE)
    junit = ["--junitxml", str(suite / "allure-results" / "junit.xml"), "-o", "junit_logging=all"]
    return run(suite, "-rA", "--showlocals", *junit, *request.param)


def test_no_file_and_no_line_holds_the_secret(leaking_run: TinyRun) -> None:
    """Results, attachments, JUnit's XML and the terminal."""
    places = dict(_written(leaking_run), terminal=leaking_run.output)
    assert len(places) > 10
    leaks = [
        (place, spelling) for place, text in places.items() for spelling in SPELLINGS if spelling in text
    ]
    assert leaks == []


def test_secret_had_been_reported_everywhere(leaking_run: TinyRun) -> None:
    """The dots stand where the secret would, so the test above looked at the right places."""
    failure = leaking_run.results["A failure"]
    step = failure["steps"][0]
    assert MASK in failure["statusDetails"]["message"]
    assert MASK in failure["statusDetails"]["trace"]
    assert f"Name {MASK}" in leaking_run.attached(step)
    assert leaking_run.attached(step)["Value"].count(MASK) == 2
    assert f"printed {MASK}" in leaking_run.attached(failure)["stdout"]
    assert f"logged {MASK}" in leaking_run.attached(failure)["log"]
    assert f"because of {MASK}" in leaking_run.results["A skip"]["statusDetails"]["message"]
    written = dict(_written(leaking_run))
    assert f"left behind {MASK}" in written["junit.xml"]
    assert f'name="reported" value="{MASK}"' in written["junit.xml"]
    assert f"Reported = {MASK}" in written["environment.properties"]
    assert f'fill("{MASK}")' in leaking_run.output


def _written(leaking_run: TinyRun) -> Iterator[tuple[str, str]]:
    for path in sorted(Path(leaking_run.results_folder).rglob("*")):
        yield path.name, path.read_text(encoding="utf-8")
