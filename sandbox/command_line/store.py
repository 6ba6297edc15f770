"""The options of the store itself: where it answers, which release it is, and what tests want of it."""

import os
from argparse import ArgumentParser
from pathlib import Path

from sandbox.command_line import values
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD, NO_DELAY
from sandbox.defects import DEFECTS
from sandbox.versions import VERSIONS


def add_options(parser: ArgumentParser) -> None:
    """Add the options that most people need."""
    option = parser.add_argument
    option("--host", default="127.0.0.1")
    option("--port", type=int, default=8080, help="0 picks a free one")
    option("--magento", choices=list(VERSIONS), default="2.4.8", help="the release to be")
    option("--database", type=Path, metavar="FILE", help="keep customers in a file")
    option("--admin-username", default="admin")
    option(
        "--admin-password",
        default=os.environ.get("SANDBOX_ADMIN_PASSWORD") or BUILT_IN_ADMIN_PASSWORD,
        help="default: SANDBOX_ADMIN_PASSWORD, or the built-in one",
    )
    option("--sample-customer", action="store_true", help="make a customer to look around with")
    option("--second-us-store-view", action="store_true", help="give the US website a second one, us_outlet")
    option("--exit-with-parent", action="store_true", help="end when standard input ends")


def add_testing_options(parser: ArgumentParser) -> None:
    """Add the options by which tests make the store slow or wrong."""
    option = parser.add_argument_group("testing: how slow the store is, and what is wrong").add_argument
    option("--testing", action="store_true", help="add what a real shop lacks: controls for tests")
    option(
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
        option(name, type=values.milliseconds, default=NO_DELAY, metavar="LOW-HIGH", help=f"{what}, in ms")
