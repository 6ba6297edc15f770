"""How the values of options are written; a text that is none gets a sentence that never repeats a secret."""

import re
import socket
from argparse import ArgumentTypeError
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from sandbox import integration, two_factor
from sandbox.configuration import Login, Milliseconds
from sandbox.integration import Integration
from sandbox.languages import LANGUAGES
from sandbox.server import read_certificate
from sandbox.settings import SettingRefusedError, read_setting
from sandbox.stores import EVERYWHERE, LOCALES, OUTLET, STORE_CODES
from sandbox.themes import FOLDERS


def milliseconds(text: str) -> Milliseconds:
    """Read a range of times, or a single one."""
    found = re.fullmatch(r"(\d+)(?:-(\d+))?", text)
    limits = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if limits[0] > limits[1]:
        raise ArgumentTypeError(f"{text!r} is not a range such as 0-800")
    return limits


def number(text: str) -> int:
    """Read a number of seconds, milliseconds or characters."""
    if not re.fullmatch(r"[1-9]\d*", text):
        raise ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return int(text)


def login(text: str) -> Login:
    """Read a user and a password."""
    user, colon, password = text.partition(":")
    if not (user and colon):
        raise ArgumentTypeError("a user and a password are written with a colon between them")
    return user, password


def header(text: str) -> tuple[str, str]:
    """Read a header's name and value."""
    name, colon, value = text.partition(":")
    if not (name and colon):
        raise ArgumentTypeError("a header is written as NAME:VALUE")
    return name.strip(), value.strip()


def address(text: str) -> str:
    """Read a web address, to which paths are added."""
    if not re.fullmatch(r"https?://\S+", text):
        raise ArgumentTypeError(f"{text!r} is no address such as https://shop.example")
    return text.rstrip("/")


def certificate(text: str) -> tuple[Path, Path]:
    """Read the files of a certificate and of its key; a path may hold colons itself, as on Windows."""
    parts = text.split(":")
    splits = [(":".join(parts[:at]), ":".join(parts[at:])) for at in range(1, len(parts))]
    found = [
        (Path(one), Path(other)) for one, other in splits if Path(one).is_file() and Path(other).is_file()
    ]
    if not found:
        raise ArgumentTypeError(f"{text!r} does not name two files, a certificate and its key")
    try:
        read_certificate(*found[0])
    except OSError as problem:
        raise ArgumentTypeError(f"{text!r} is no certificate with its key: {problem.strerror}") from None
    return found[0]


def website_hosts(text: str) -> tuple[tuple[str, str], ...]:
    """Read the hosts of websites, each named by its store view."""
    pairs = []
    for part in text.split(","):
        code, _, host = part.partition("=")
        if code not in STORE_CODES or not host:
            raise ArgumentTypeError(f"{part!r} is no store view with its host, such as us=127.0.0.2")
        try:
            socket.gethostbyname(host)
        except OSError:
            raise ArgumentTypeError(f"the host {host!r} is not known to this machine") from None
        pairs.append((code, host))
    return tuple(pairs)


def codes(text: str) -> tuple[str, ...]:
    """Read the codes of attributes."""
    found = tuple(text.split(","))
    wrong = [code for code in found if not re.fullmatch(r"[a-z][a-z0-9_]*", code)]
    if wrong:
        raise ArgumentTypeError(f"{wrong[0]!r} is no attribute's code, such as loyalty_number")
    return found


def setting(text: str) -> tuple[str, str]:
    """Read a setting into its key and its value."""
    try:
        return read_setting(text)
    except SettingRefusedError as problem:
        raise ArgumentTypeError(str(problem)) from None


def theme(text: str) -> tuple[str, str]:
    """Read a store view's theme, such as us=hyva, or that of all."""
    return _for_store_view(text, "theme", FOLDERS)


def locale(text: str) -> tuple[str, str]:
    """Read a store view's locale, such as us=fr_FR, or that of all."""
    return _for_store_view(text, "locale", LOCALES)


def language(text: str) -> str:
    """Read the language of a pack."""
    _check_known(text, "language pack", LANGUAGES)
    return text


def _for_store_view(text: str, what: str, known: Collection[str]) -> tuple[str, str]:
    code, equals, value = text.rpartition("=")
    if equals:
        _check_known(code, "store view", (*STORE_CODES, OUTLET))
    _check_known(value, what, known)
    return code if equals else EVERYWHERE, value


def _check_known(said: str, what: str, known: Collection[str]) -> None:
    if said not in known:
        nearest = get_close_matches(said, known, 1, 0)[0]
        raise ArgumentTypeError(f"the store has no {what} {said!r}; the nearest one is {nearest}")


def oauth_secrets(text: str) -> Integration:
    """Read the four secrets of an integration."""
    try:
        return integration.read_integration(text)
    except ValueError as problem:
        raise ArgumentTypeError(str(problem)) from None


def totp_secret(text: str) -> str:
    """Check the key of an authenticator app."""
    try:
        two_factor.read_secret(text)
    except ValueError:
        raise ArgumentTypeError("the key is not in Base32, such as JBSWY3DPEHPK3PXP") from None
    return text
