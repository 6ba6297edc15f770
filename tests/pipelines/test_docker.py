"""What the image's default command does, in a fresh checkout."""

import json
import re
import shlex

from tests.pipelines.checkout import Checkout


def test_default_command_is_the_smoke_run(checkout: Checkout) -> None:
    """It passes, writes below reports/ alone, which is all that its user may write to, and leaves a report."""
    (command,) = re.findall(r"^CMD (.*)$", checkout.text("Dockerfile"), re.MULTILINE)
    before = _files(checkout)
    run = checkout.carry_out(shlex.join(json.loads(command)), {"PYTHONDONTWRITEBYTECODE": "1"}, few="")
    assert run.returncode == 0, run.stdout
    assert "1 scenario passed" in run.stdout
    assert (checkout.folder / "reports" / "allure-report" / "index.html").is_file()
    assert {name for name in _files(checkout) - before if not name.startswith("reports/")} == set()


def _files(checkout: Checkout) -> set[str]:
    return {
        path.relative_to(checkout.folder).as_posix() for path in checkout.folder.rglob("*") if path.is_file()
    }
