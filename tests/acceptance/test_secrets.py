"""A run leaves no secret behind: not in its report, its traces, its output or JUnit's file, passed or failed.

The secrets are known here: the admin's password, those of two fronts, how every customer's password begins,
and what tokens look like. The search goes into archives and into what the report's page holds encoded.
"""

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from werkzeug.wrappers import Response

from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import FeatureRun, run_features
from tests.verdict.spoiled_shop import spoiled_shop

PASSWORD_BEGINS = "Aa1!"
"""How every generated customer's password begins (harness/customers/own_customers.py)."""

FRONT_PASSWORD = "Storefront/front+4711"
FRONT_HEADER = "rest&front=0815/token"

TOKENS = {
    "a JWT": re.compile(rb"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"),
    "an opaque token": re.compile(rb"(?<![\w/+-])(?=[a-z0-9]*[g-z])(?=[a-z]*\d)[a-z0-9]{32}(?![\w/+-])"),
}

_CACHE_VERSION = re.compile(rb"private_content_version[^a-z0-9]+(?:value[^a-z0-9]+)?([a-z0-9]{32})")
"""A cookie that looks like an opaque token, and tells browsers what of their cache is still good."""

_EMBEDDED = re.compile(r'd\("([^"]+)","([^"]*)"\)')
"""How the report's page holds each of its files: its name and its content in base64."""

SOUND = ["--required-header", f"X-Front:{FRONT_HEADER}", "--storefront-password", f"front:{FRONT_PASSWORD}"]
BROKEN = [
    option
    for defect in ("leaked-password", "foreign-customer-token", "swapped-addresses", "first-name-alone")
    for option in ("--defect", defect)
]
BROKEN_2_4_1 = ["--magento", "2.4.1", "--defect", "revealing-refusal", "--defect", "token-anywhere"]

BROWSER = "smoke or order_processing_step_6-06 or sign_in-01 or sign_in-04 or create_customer-01"


def _everything(run: FeatureRun) -> Iterator[tuple[str, bytes]]:
    yield "the terminal", run.output.encode()
    for path in run.folder.rglob("*"):
        if path.is_file():
            yield from _within(str(path.relative_to(run.folder)), path.read_bytes())


def _within(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a file, what an archive holds, and what the report's page holds."""
    yield name, content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield f"{name}, {member}", archive.read(member)
    if name.endswith("index.html"):
        for held, encoded in _EMBEDDED.findall(content.decode()):
            yield from _within(f"{name}, {held}", base64.b64decode(encoded))


def _spellings(secret: str) -> set[bytes]:
    """Give a secret as it stands, in addresses, in JSON, and in base64 behind zero, one or two other bytes."""
    plain = {secret, quote(secret), quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1]}
    encoded = {
        base64.b64encode(bytes(before) + secret.encode()).rstrip(b"=")[-(-before * 4 // 3) + before % 2 : -1]
        for before in range(3)
    }
    return {text.encode() for text in plain} | encoded


def _found(run: FeatureRun) -> list[str]:
    known = (ADMIN_PASSWORD, FRONT_PASSWORD, FRONT_HEADER)
    spellings = {spelling for secret in known for spelling in _spellings(secret)}
    spellings |= {PASSWORD_BEGINS.encode(), quote(PASSWORD_BEGINS).encode()}
    places = list(_everything(run))
    versions = {version for _, content in places for version in _CACHE_VERSION.findall(content)}
    found = [
        f"{place}: {spelling!r}" for place, content in places for spelling in spellings if spelling in content
    ]
    return found + [
        f"{place}: {kind} {token!r}"
        for place, content in places
        for kind, pattern in TOKENS.items()
        for token in set(pattern.findall(content)) - versions
    ]


@pytest.mark.parametrize(
    ("shop", "choice", "options", "is_red"),
    [
        (SOUND, "smoke or sign_in-04", ("--tracing", "on", "--screenshot", "on"), False),
        (BROKEN, BROWSER, ("--tracing", "retain-on-failure", "-n", "2"), True),
        (BROKEN, BROWSER, ("-rA", "--showlocals"), True),
        (BROKEN_2_4_1, "api or order_processing_step_6-06", ("-n", "2"), True),
    ],
    ids=["fronts, all recorded", "failures filmed", "failures talkative", "opaque tokens"],
)
def test_no_secret_is_left_behind(
    tmp_path: Path, serve: Serve, shop: list[str], choice: str, options: tuple[str, ...], is_red: bool
) -> None:
    """Search everything that the run wrote for passwords and tokens."""
    variables = {
        "SHOP_BASE_URL": serve(*shop),
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
        "SHOP_HEADERS": json.dumps({"X-Front": FRONT_HEADER}),
        "SHOP_BASIC_AUTH_USERNAME": "front",
        "SHOP_BASIC_AUTH_PASSWORD": FRONT_PASSWORD,
    }
    report = ("--allure-report", str(tmp_path / "report"), "--junitxml", str(tmp_path / "junit.xml"))
    run = run_features(tmp_path, "-m", choice, *options, *report, "--play-again", "1", variables=variables)
    assert run.exit_code == is_red, run.output
    assert (tmp_path / "report" / "index.html").exists()
    assert (tmp_path / "junit.xml").exists()
    assert any(path.suffix == ".zip" for path in (tmp_path / "test-results").rglob("*")) or choice.startswith(
        "api"
    )
    found = _found(run)
    assert found == [], "\n".join(found[:10])


@pytest.mark.parametrize("is_control", [False, True], ids=["learning", "control"])
def test_no_session_is_left_behind(tmp_path: Path, is_control: bool) -> None:
    """Neither the one from before sign-in nor a later one; the store's front knows every value that a cookie had.

    Without the look into the recordings the id from before sign-in stands in the trace, which the control shows.
    """
    values: set[str] = set()

    def listen(response: Response) -> Response:
        for header in response.headers.getlist("Set-Cookie"):
            values.update(re.findall(r"^(?:PHPSESSID|form_key)=(\w{8,})", header))
        return response

    with spoiled_shop("--defect", "swapped-addresses") as context:
        context.front.break_for(None, "", listen)
        variables = {
            "SHOP_BASE_URL": context.shop.base_url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": BUILT_IN_ADMIN_PASSWORD,
        }
        report = ("--allure-report", str(tmp_path / "report"))
        control = ("-p", "tests.acceptance.without_learning") if is_control else ()
        run = run_features(tmp_path, "-m", "smoke", "--showlocals", *control, *report, variables=variables)
    assert run.exit_code == 1, run.output
    assert len(values) > 1
    places = list(_everything(run))
    assert any(b"PHPSESSID" in content for place, content in places if "trace" in place)
    found = [place for place, content in places for value in values if value.encode() in content]
    assert bool(found) is is_control, found


def test_search_finds_what_is_there(tmp_path: Path) -> None:
    """The search above is worth something: each kind of secret is found where it is planted."""
    jwt = "eyJraWQiOiIxIn0.eyJ1aWQiOjF9Cg.c2lnbmF0dXJl"
    opaque = "fl0o0yr1xota4w88negpwfsle38807yb"
    basic = base64.b64encode(f"front:{FRONT_PASSWORD}".encode()).decode()
    form = f"login[password]={quote_plus(FRONT_HEADER)}"
    planted = [ADMIN_PASSWORD, f"x{PASSWORD_BEGINS}y", jwt, f'"{opaque}"', f"Basic {basic}", form]
    for number, secret in enumerate(planted):
        (tmp_path / f"{number}.txt").write_text(secret)
    with zipfile.ZipFile(tmp_path / "trace.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("trace.network", " ".join(planted))
    held = base64.b64encode((tmp_path / "trace.zip").read_bytes()).decode()
    (tmp_path / "index.html").write_text(f'd("data/attachments/trace.zip","{held}")')
    found = "\n".join(_found(FeatureRun(0, "", tmp_path)))
    for place in (*(f"{number}.txt" for number in range(len(planted))), "trace.zip, trace.network"):
        assert f"{place}: " in found
    assert "index.html, data/attachments/trace.zip, trace.network: a JWT" in found
