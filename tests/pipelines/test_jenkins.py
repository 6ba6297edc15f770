"""What the Jenkinsfile's shell steps do, in a fresh checkout. Its Groovy is Jenkins' own business."""

import re

import pytest

from tests.pipelines.checkout import Checkout


@pytest.fixture(scope="module")
def scripts(checkout: Checkout) -> list[str]:
    """Give the texts that a step `sh` carries out, in their order."""
    return re.findall(r"(?:\bsh |script: )'([^']+)'", checkout.text("Jenkinsfile"))


def test_all_shell_steps(checkout: Checkout, scripts: list[str]) -> None:
    """Audit, install, name the run, run a part, sweep, and write one report of all parts."""
    variables = {"SHOP": "embedded", "TAGS": "", "PART": "1", "SHARD": "1/1"}
    assert len(scripts) == len(re.findall(r"\bsh[ (]", checkout.text("Jenkinsfile"))) == 6
    for script in scripts:
        run = checkout.carry_out(script, variables)
        assert run.returncode == 0, f"{script}\n{run.stdout}"
    assert (checkout.folder / "reports" / "allure-report" / "index.html").is_file()
    assert (checkout.folder / "reports" / "junit.xml").is_file()


def test_braces_and_quotes_are_even(checkout: Checkout) -> None:
    """The least that Groovy asks."""
    code = re.sub(r"//.*|'[^']*'|\"[^\"]*\"", "", checkout.text("Jenkinsfile"))
    assert [code.count(sign) for sign in "({["] == [code.count(sign) for sign in ")}]"]
    assert "'" not in code
    assert '"' not in code
