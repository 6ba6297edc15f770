"""The command line of `python -m sandbox`: what may be asked of the embedded store, and how it is read."""

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from sandbox import two_factor
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD, NO_DELAY, Configuration, Milliseconds
from sandbox.defects import DEFECTS
from sandbox.integration import Integration, read_integration
from sandbox.roles import ROLES
from sandbox.versions import VERSIONS


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line; a wrong option ends the program with a sentence that names it."""
    parser = argparse.ArgumentParser(
        prog="python -m sandbox", description="A small Magento to test against.", allow_abbrev=False
    )
    _add_store(parser)
    _add_testing(parser.add_argument_group("testing: how slow the store is, and what is wrong with it"))
    _add_costumes(parser.add_argument_group("costumes: what stands between a suite and a real shop"))
    options = parser.parse_args(arguments)
    options.defects = frozenset(options.defects)
    return options


def configuration(options: argparse.Namespace) -> Configuration:
    """Turn options into the store's configuration; their names are the same."""
    names = {field.name for field in fields(Configuration)}
    return Configuration(**{name: value for name, value in vars(options).items() if name in names})


def _add_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080, help="0 picks a free one")
    parser.add_argument("--magento", choices=list(VERSIONS), default="2.4.8", help="the release to be")
    parser.add_argument("--database", type=Path, metavar="FILE", help="keep customers in a file")
    parser.add_argument("--admin-username", default="admin")
    parser.add_argument(
        "--admin-password",
        default=os.environ.get("SANDBOX_ADMIN_PASSWORD") or BUILT_IN_ADMIN_PASSWORD,
        help="default: SANDBOX_ADMIN_PASSWORD, or the built-in one",
    )
    parser.add_argument("--sample-customer", action="store_true", help="make a customer to look around with")
    parser.add_argument("--exit-with-parent", action="store_true", help="end when standard input ends")


def _add_testing(group: Any) -> None:
    group.add_argument("--testing", action="store_true", help="add what a real shop lacks: handles for tests")
    group.add_argument(
        "--defect",
        action="append",
        default=[],
        choices=list(DEFECTS),
        dest="defects",
        help="may be given several times",
    )
    for name, what in (
        ("--rest-latency", "how slow REST is"),
        ("--page-latency", "how slow pages are"),
        ("--section-latency", "how slow the call for the customer's data is"),
        ("--script-delay", "how late scripts bring pages to life"),
    ):
        group.add_argument(name, type=_range, default=NO_DELAY, metavar="LOW-HIGH", help=f"{what}, in ms")


def _add_costumes(group: Any) -> None:
    group.add_argument(
        "--admin-totp-secret",
        type=_totp_secret,
        default=os.environ.get("SANDBOX_ADMIN_TOTP_SECRET") or None,
        metavar="BASE32",
        help="the admin has a second factor, Google's (default: SANDBOX_ADMIN_TOTP_SECRET)",
    )
    group.add_argument(
        "--admin-role",
        choices=list(ROLES),
        default="full",
        help="what the admin and the integration may do: everything, or what its name says",
    )
    group.add_argument(
        "--integration",
        type=_integration,
        default=os.environ.get("SANDBOX_INTEGRATION") or None,
        metavar="KEY:SECRET:TOKEN:TOKENSECRET",
        help="an integration that signs by OAuth 1.0a, four times 32 characters (default: SANDBOX_INTEGRATION)",
    )
    group.add_argument(
        "--integration-as-bearer",
        action="store_true",
        help="the integration's token is good as a Bearer, as it always is on 2.4.1",
    )
    for name in ("--admin-token-lifetime", "--customer-token-lifetime"):
        group.add_argument(name, type=_seconds, metavar="SECONDS", help="by default the release's own")
    group.add_argument(
        "--two-factor",
        choices=[two_factor.State.UNCONFIGURED, two_factor.State.NOT_FORCED],
        default=two_factor.State.OFF,
        help="a second factor is asked for, and the admin or the whole shop has not set it up",
    )


def _range(text: str) -> Milliseconds:
    found = re.fullmatch(r"(\d+)(?:-(\d+))?", text)
    limits = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if limits[0] > limits[1]:
        raise argparse.ArgumentTypeError(f"{text!r} is not a range such as 0-800")
    return limits


def _seconds(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return int(text)


def _integration(text: str) -> Integration:
    try:
        return read_integration(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def _totp_secret(text: str) -> str:
    try:
        two_factor.read_secret(text)
    except ValueError:
        raise argparse.ArgumentTypeError("the key is not in Base32, such as JBSWY3DPEHPK3PXP") from None
    return text
