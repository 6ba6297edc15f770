"""A run leaves no secret behind: not in its report, its output or JUnit's file, passed or failed."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from tests.acceptance.conftest import ADMIN_PASSWORD
from tests.acceptance.feature_run import FeatureRun, run_features

PASSWORD_BEGINS = "Aa1!"
"""How every generated customer's password begins (harness/customers.py)."""

JWT = re.compile(rb"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}")


def _everything(run: FeatureRun) -> Iterator[tuple[str, bytes]]:
    yield "the terminal", run.output.encode()
    for path in run.folder.rglob("*"):
        if path.is_file():
            yield str(path.relative_to(run.folder)), path.read_bytes()


def _spellings(secret: str) -> set[bytes]:
    encoded = base64.b64encode(secret.encode()).rstrip(b"=")[:-1]
    return {
        encoded,
        *(text.encode() for text in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret))),
    }


def _found(run: FeatureRun) -> list[str]:
    spellings = _spellings(ADMIN_PASSWORD) | _spellings(f"{PASSWORD_BEGINS}x")
    spellings |= {PASSWORD_BEGINS.encode(), quote(PASSWORD_BEGINS).encode()}
    places = list(_everything(run))
    found = [
        f"{place}: {spelling!r}" for place, content in places for spelling in spellings if spelling in content
    ]
    return found + [f"{place}: {token!r}" for place, content in places for token in JWT.findall(content)]


@pytest.mark.parametrize("defect", ["", "foreign-customer-token", "swapped-addresses"])
def test_no_secret_is_left_behind(tmp_path: Path, shop_variables: dict[str, str], defect: str) -> None:
    """Search everything that the run wrote for passwords and tokens."""
    shop = ("--shop", "embedded", "--sandbox", f"--defect {defect}") if defect else ()
    report = ("--allure-report", str(tmp_path / "report"), "--junitxml", str(tmp_path / "junit.xml"))
    run = run_features(tmp_path, "-m", "tutorial", "-v", *shop, *report, variables=shop_variables)
    assert run.exit_code == bool(defect), run.output
    assert (tmp_path / "report" / "index.html").exists()
    assert _found(run) == []


def test_search_finds_what_is_there(tmp_path: Path) -> None:
    """The search above is worth something: each kind of secret is found where it is planted."""
    token = "eyJraWQiOiIxIn0.eyJ1aWQiOjF9Cg.c2lnbmF0dXJl"
    for name, content in {"a.txt": ADMIN_PASSWORD, "b.txt": f"x{PASSWORD_BEGINS}y", "c.txt": token}.items():
        (tmp_path / name).write_text(content)
    assert len(_found(FeatureRun(0, "", tmp_path))) >= 3
