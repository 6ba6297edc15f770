"""The scrubber finds a secret however it is spelt, and leaves everything else alone."""

import base64
import html
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from harness.secrets.files import FileScrubber
from harness.secrets.scrubber import MASK, Scrubber

SECRET = 'p"ä/s s+w\\o&rd?'

JWT = "eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ.eyJ1aWQiOjcsInV0eXBpZCI6M30.c2lnbmF0dXJl-_9"

SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "json": lambda text: json.dumps(text)[1:-1],
    "json with letters": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "json in json": lambda text: json.dumps(json.dumps(text))[3:-3],
    "python": lambda text: repr(text)[1:-1],
    "html": html.escape,
    "html text": lambda text: html.escape(text, quote=False),
    "path": quote,
    "query": lambda text: quote(text, safe=""),
    "small digits": lambda text: re.sub("%..", lambda code: code.group().lower(), quote(text, safe="")),
    "form": quote_plus,
    "form in a query": lambda text: quote(quote_plus(text)),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
}


@pytest.fixture
def scrubber() -> Scrubber:
    """Give a scrubber that knows one secret."""
    scrubber = Scrubber()
    scrubber.hide(SECRET)
    return scrubber


@pytest.fixture
def files(scrubber: Scrubber) -> FileScrubber:
    """Give what scrubs files of that secret."""
    return FileScrubber(scrubber)


SESSION = "q1w2e3r4t5y6u7i8o9p0a1s2d3"


@pytest.mark.parametrize(
    "recorded",
    [
        f'"Cookie","value":"x=1; PHPSESSID={SESSION}; y=2"',
        f'{{"name":"PHPSESSID","value":"{SESSION}","path":"/"}}',
        f'<input name="form_key" type="hidden" value="{SESSION}">',
        f'\\"<input name=\\"form_key\\" type=\\"hidden\\" value=\\"{SESSION}\\" />',
        f'["INPUT",{{"name":"form_key","type":"hidden","value":"{SESSION}"}}]',
    ],
)
def test_session_is_learnt_from_a_recording(tmp_path: Path, recorded: str) -> None:
    """From wherever it is named; then it is masked in every member, one that comes before it too."""
    trace = tmp_path / "trace.zip"
    with zipfile.ZipFile(trace, "w") as archive:
        archive.writestr("0-first", f"seen alone: {SESSION}")
        archive.writestr("1-trace.network", recorded)
        archive.writestr("2-other", 'name="telephone" value="512-555-1111"')
    FileScrubber(Scrubber()).scrub_file(trace)
    with zipfile.ZipFile(trace) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    assert members["0-first"] == f"seen alone: {MASK}"
    assert SESSION not in members["1-trace.network"]
    assert members["2-other"] == 'name="telephone" value="512-555-1111"'


def test_spelling_is_found(subtests: pytest.Subtests, scrubber: Scrubber) -> None:
    """In the middle of a text, and in the bytes of one."""
    for name, spell in SPELLINGS.items():
        with subtests.test(spelling=name):
            text = f"before {spell(SECRET)} after"
            assert scrubber.scrub(text) == f"before {MASK} after"
            assert scrubber.scrub_bytes(text.encode()) == f"before {MASK} after".encode()


def test_secret_within_base64_is_found(subtests: pytest.Subtests, scrubber: Scrubber) -> None:
    """As in basic authentication; what is left of it tells at most a letter's half at each end."""
    for before in ["", "a", "ad", "admin:"]:
        for after in ["", "x", "yy", ":zzz"]:
            with subtests.test(before=before, after=after):
                encoded = base64.b64encode(f"{before}{SECRET}{after}".encode()).decode()
                scrubbed = scrubber.scrub(encoded)
                assert MASK in scrubbed
                remains = scrubbed.split(MASK)
                assert len("".join(remains)) <= len(encoded) - len(SECRET.encode()) * 8 // 6 + 2


def test_longer_secret_wins() -> None:
    """A secret that is part of another leaves nothing of it behind."""
    scrubber = Scrubber()
    scrubber.hide("token")
    scrubber.hide("token-and-more")
    assert scrubber.scrub("the token-and-more, the token") == f"the {MASK}, the {MASK}"


def test_later_secret_counts_too(scrubber: Scrubber) -> None:
    """Secrets come up during a run."""
    assert scrubber.scrub("customer-token") == "customer-token"
    scrubber.hide("customer-token")
    assert scrubber.scrub("customer-token") == MASK


@pytest.mark.parametrize("value", ["", "us", "abc"])
def test_too_short_a_value_hides_nothing(value: str) -> None:
    """An empty password must not turn a report into dots."""
    scrubber = Scrubber()
    scrubber.hide(value)
    assert scrubber.scrub("the us store view, abc") == "the us store view, abc"


def test_picture_keeps_its_bytes(scrubber: Scrubber) -> None:
    """Bytes that are no text pass as they are."""
    content = bytes(range(256)) * 4
    assert scrubber.scrub_bytes(content) == content


@pytest.mark.parametrize("token", [JWT, JWT.rpartition(".")[0] + "."], ids=["signed", "unsigned"])
def test_jwt_is_hidden_though_nobody_named_it(token: str) -> None:
    """As Magento 2.4.8 writes a customer's into her browser's storage."""
    stored = json.dumps({"signin_token": token, "data_id": 1})
    assert Scrubber().scrub(stored) == json.dumps({"signin_token": "x", "data_id": 1}).replace("x", MASK)
    assert token.encode() not in Scrubber().scrub_bytes(stored.encode())


@pytest.mark.parametrize("text", ["eyJ is how they begin", "www.eyJhbGci.example.com", "keyJournal.eyJ.eyJ"])
def test_what_only_begins_like_a_jwt_stays(text: str) -> None:
    """Three parts of base64 are what it takes."""
    assert Scrubber().scrub(text) == text


def test_members_of_an_archive_are_scrubbed(tmp_path: Path, files: FileScrubber) -> None:
    """As in a trace: every member, and those without a secret keep their bytes."""
    picture = b"\xff\xd8\xff" + bytes(range(256))
    with zipfile.ZipFile(tmp_path / "trace.zip", "w") as archive:
        archive.writestr("trace.network", f'{{"name": "X-Front", "value": {json.dumps(SECRET)}}}')
        archive.writestr("resources/form", f"password={quote_plus(SECRET)}")
        archive.writestr("resources/film.jpeg", picture)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "console.txt").write_text(f"typed {SECRET}", encoding="utf-8")
    (tmp_path / "video.webm").write_bytes(SECRET.encode())
    files.scrub_folder(tmp_path)
    with zipfile.ZipFile(tmp_path / "trace.zip") as archive:
        assert archive.read("trace.network").decode() == f'{{"name": "X-Front", "value": "{MASK}"}}'
        assert archive.read("resources/form").decode() == f"password={MASK}"
        assert archive.read("resources/film.jpeg") == picture
    assert (tmp_path / "below" / "console.txt").read_text(encoding="utf-8") == f"typed {MASK}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["below", "trace.zip", "video.webm"]


def test_archive_without_a_secret_is_not_written_again(tmp_path: Path, files: FileScrubber) -> None:
    """Nothing to hide, nothing to do."""
    with zipfile.ZipFile(tmp_path / "trace.zip", "w") as archive:
        archive.writestr("trace.trace", "nothing")
    before = (tmp_path / "trace.zip").stat()
    files.scrub_folder(tmp_path)
    after = (tmp_path / "trace.zip").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_later_secret_is_found_in_a_later_archive(
    scrubber: Scrubber, files: FileScrubber, tmp_path: Path
) -> None:
    """What is remembered as clean is the content, not the name."""
    for secret in ("customer-token", "another-token"):
        with zipfile.ZipFile(tmp_path / "trace.zip", "w") as archive:
            archive.writestr("trace.trace", f"nothing but {secret}")
            archive.writestr("resources/page.css", "body {}")
        scrubber.hide(secret)
        files.scrub_folder(tmp_path)
        with zipfile.ZipFile(tmp_path / "trace.zip") as archive:
            assert archive.read("trace.trace").decode() == f"nothing but {MASK}"


def test_scrubber_shows_no_secret(scrubber: Scrubber) -> None:
    """Not even to a debugger's repr."""
    assert repr(scrubber) == "<Scrubber of 1 secrets>"
