"""The audit passes only where the index was asked of every package, and knows nothing against it."""

import sys
from pathlib import Path

import pytest

from tools import audit

pytestmark = pytest.mark.usefixtures("processes")

REQUIREMENT = f"requests==2.34.0 --hash=sha256:{'0' * 64}\n"


def _command(kind: str, requirements: Path) -> list[str]:
    requirements.write_text(REQUIREMENT, encoding="utf-8")
    _, _, _, *options, _ = audit.COMMAND
    return [sys.executable, "-m", "tests.tools.answering_index", kind, *options, str(requirements)]


@pytest.mark.parametrize(
    ("kind", "exit_code", "says"),
    [
        ("clean", 0, "No known vulnerabilities found"),
        ("advisory", 1, "TEST-1"),
        ("unknown", 1, "could not be audited"),
    ],
)
def test_index_answers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str, exit_code: int, says: str
) -> None:
    """A package that the index does not know is no package without advisories."""
    assert audit.main(_command(kind, tmp_path / "requirements.txt")) == exit_code
    assert says in "".join(capfd.readouterr())


def test_index_cannot_be_asked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It fails, soon or when the time is over."""
    assert audit.main(_command("away", tmp_path / "requirements.txt"), time_limit=10) == 1


def test_time_is_over(capfd: pytest.CaptureFixture[str]) -> None:
    """It says so."""
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert audit.main(command, time_limit=0.2) == 1
    assert "did not answer within 0.2 s" in capfd.readouterr().err


def test_locked_file_is_audited() -> None:
    """As it stands, strictly."""
    assert "--strict" in audit.COMMAND
    assert audit.COMMAND[-1] == str(audit.REQUIREMENTS)
    assert audit.REQUIREMENTS.is_file()
