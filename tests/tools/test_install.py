"""The set-up of a machine waits for apt-get's lock, says what takes long, and quotes a command that fails."""

from pathlib import Path

import pytest

from harness.browser.launch import NO_BROWSER
from tools import install

pytestmark = pytest.mark.usefixtures("processes")

APT_GET = """#!/bin/sh
echo "$@" >> "{log}"
case "$*" in
    *install*) echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 812 (unattended-upgr)" >&2
        exit 100 ;;
esac
"""


@pytest.fixture
def fresh_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be root on a Debian without any browser, whose apt-get fails; give what apt-get was called with."""
    log = tmp_path / "calls"
    command = tmp_path / "apt-get"
    command.write_text(APT_GET.format(log=log))
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    monkeypatch.setattr(install, "find_browser", lambda: None)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    return log


def test_commands_that_fail_are_quoted(fresh_machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """78 with the last lines of each, and then what can be done."""
    with pytest.raises(SystemExit) as stopped:
        install.install_browser()
    said = capsys.readouterr().err
    assert stopped.value.code == 78
    assert "`python -m playwright install chromium` failed:\n" in said
    assert "ECONNREFUSED" in said
    assert "held by process 812 (unattended-upgr)" in said
    assert said.rstrip().endswith(NO_BROWSER)
    assert all("DPkg::Lock::Timeout=300" in call for call in fresh_machine.read_text().splitlines())


def test_command_that_takes_long_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """While it is at work; one that is quick is not."""
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 0.5\n")
    slow.chmod(0o755)
    monkeypatch.setattr(install, "_SOON", 0.0)
    assert install._run([str(slow)]) == []  # noqa: SLF001  what the two commands share
    assert f"Still at work: {slow}" in capfd.readouterr().err
    monkeypatch.setattr(install, "_SOON", 60.0)
    install._run([str(slow)])  # noqa: SLF001
    assert capfd.readouterr().err == ""


def test_what_is_there_is_not_brought_again(monkeypatch: pytest.MonkeyPatch, fresh_machine: Path) -> None:
    """A second call ends where a browser is found: apt-get is not asked."""
    monkeypatch.setattr(install, "find_browser", lambda: "/usr/bin/chromium")
    assert install.install_browser() == "/usr/bin/chromium"
    assert not fresh_machine.exists()
