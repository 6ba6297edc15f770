"""`python -m harness.preflight`: one line a check, and an exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from harness.core.exit_codes import ExitCode
from harness.preflight import command
from harness.preflight.diagnosis import diagnosis_of
from harness.run.embedded_store import EmbeddedStoreError
from harness.secrets.scrubber import Scrubber
from harness.shop.settings import WrongSettingsError
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.preflight.served_shop import served

PROJECT = Path(__file__).resolve().parents[2]


def doctor(*options: str, **variables: str) -> tuple[int, list[str]]:
    """Call the doctor, and give the exit code with the lines that were printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SHOP_")}
    finished = subprocess.run(
        [sys.executable, "-m", "harness.preflight", *options],
        cwd=PROJECT,
        env={**clean, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in finished.stdout
    return finished.returncode, finished.stdout.splitlines()


@pytest.fixture
def variables() -> Iterator[dict[str, str]]:
    """Serve a shop and give the variables that point at it."""
    with served() as url:
        yield {
            "SHOP_BASE_URL": url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": BUILT_IN_ADMIN_PASSWORD,
        }


@pytest.mark.usefixtures("processes")
def test_shop_that_can_be_tested(variables: dict[str, str]) -> None:
    """Every check has its line, and the browser was started."""
    code, lines = doctor(**variables)
    assert code == 0
    assert lines[-1] == "This shop can be tested."
    marks = {line.split()[0] for line in lines[:-1]}
    assert marks == {"ok"}
    for said in (
        "answers as Magento's REST API does",
        "the admin admin is authenticated",
        "Luma, with sign in page, sign in form",
        "starts (",
    ):
        assert sum(said in line for line in lines) == 1
    abilities = next(line for line in lines if "abilities" in line)
    assert (
        "has second-website, other-countries, jwt, admin-token, manage, group, revocation; lacks" in abilities
    )
    assert any(line.startswith("ok       version       Magento 2.4.8, by its modules") for line in lines)


@pytest.mark.usefixtures("processes")
def test_embedded_store_can_be_looked_at() -> None:
    """Without a shop it is the embedded store's turn, and one that does not start says why."""
    finding = diagnosis_of(EmbeddedStoreError("The embedded store did not start.")).stop
    assert finding
    assert finding.id == "no-embedded-store"
    code, lines = doctor("--shop", "embedded", "--sandbox", "--magento 1.9")
    assert code == 78
    assert lines[0].startswith(
        "stop     settings      [no-embedded-store] The embedded store did not start: "
    )
    assert lines[-1] == "Nothing can be run at this shop."


@pytest.mark.usefixtures("processes")
def test_wrong_settings() -> None:
    """Each is named with its variable."""
    finding = diagnosis_of(WrongSettingsError("STAGING_ADMIN_PASSWORD is missing.")).stop
    assert finding
    assert (finding.id, finding.text) == ("wrong-settings", "STAGING_ADMIN_PASSWORD is missing.")
    code, lines = doctor("--shop", "http://127.0.0.1:9")
    assert code == 78
    assert lines[0].startswith(
        "stop     settings      [wrong-settings] No admin access is set: set SHOP_ADMIN_USERNAME and "
    )


@pytest.mark.usefixtures("processes")
def test_shop_is_waited_for(variables: dict[str, str]) -> None:
    """What it waits for is said once; the wrong password of a shop that is down is not found yet."""
    code, lines = doctor("--wait", "1", **{**variables, "SHOP_BASE_URL": "http://127.0.0.1:9"})
    assert code == 69
    assert lines[0].startswith("Waiting up to 1 s for the shop. The shop does not answer: http://127.0.0.1:9")
    assert lines[1].startswith("stop     base URL      [unreachable] The shop does not answer: ")
    assert lines[1].endswith(" (docs/findings.md#unreachable)")
    assert BUILT_IN_ADMIN_PASSWORD not in "".join(lines)


@pytest.mark.usefixtures("processes")
def test_json_says_what_the_lines_say() -> None:
    """Mark, title, id, problem and hint of each line, the sentence and the exit code; what it waits for is no JSON."""
    with served("--set", "customer/captcha/mode=always", "--admin-role", "acceptance") as url:
        variables = {
            "SHOP_BASE_URL": url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": BUILT_IN_ADMIN_PASSWORD,
        }
        code, lines = doctor(**variables)
        json_code, printed = doctor("--json", **variables)
    data = json.loads("\n".join(printed))
    assert code == json_code == data["exit_code"] == 69
    assert [*map(line_of, data["lines"]), data["sentence"]] == lines
    assert {line["mark"] for line in data["lines"]} == {"ok", "warning", "stop"}
    assert {line["leaves"] for line in data["lines"]} == {None, "everything", "rest"}
    assert BUILT_IN_ADMIN_PASSWORD not in "".join(printed)


def line_of(data: dict[str, Any]) -> str:
    """Write a line of the JSON as the command does without --json."""
    said = (
        f"[{data['id']}] {data['problem']} {data['hint']} ({data['place']})" if data["id"] else data["text"]
    )
    return f"{data['mark']:8} {data['title']:13} {said}"


@pytest.mark.parametrize("options", [(), ("--json",)], ids=["lines", "json"])
def test_fault_of_the_suite(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    """Outside of any check as well it is one sentence to report, without a traceback or a secret: 70."""
    scrubber = Scrubber()
    scrubber.hide("s3cret-of-a-file")
    monkeypatch.setattr(command, "Scrubber", lambda: scrubber)

    def breaks(*_: object) -> NoReturn:
        raise RuntimeError('cannot read "s3cret-of-a-file"')

    monkeypatch.setattr(command, "read_choice", breaks)
    assert command.main(options) == ExitCode.SOFTWARE
    out, err = capsys.readouterr()
    assert "broke while it looked at the shop's settings: RuntimeError in harness/preflight/command.py" in out
    assert "[crashed-check]" in out or '"id": "crashed-check"' in out
    assert "report this sentence" in out
    assert "Traceback" not in out + err
    assert "s3cret-of-a-file" not in out


def test_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends it with the code that shells have for it."""

    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "read_choice", interrupted)
    assert command.main([]) == ExitCode.INTERRUPTED
