"""`python -m sandbox`: starts the embedded store, says where it is, and ends quietly."""

import argparse
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from werkzeug.serving import make_server

from sandbox import samples
from sandbox.application import create_app
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD, NO_DELAY, Configuration, Milliseconds
from sandbox.defects import DEFECTS
from sandbox.server import QuietRequestHandler
from sandbox.versions import VERSIONS


def main(arguments: list[str] | None = None) -> None:
    """Serve the store until it is told to stop."""
    options = _parser().parse_args(arguments)
    configuration = _configuration(options)
    server = make_server(
        configuration.host,
        configuration.port,
        create_app(configuration),
        threaded=True,
        request_handler=QuietRequestHandler,
    )
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    if options.exit_with_parent:
        threading.Thread(target=_stop_at_end_of_input, daemon=True).start()
    _announce(configuration, server.port)
    server.serve_forever()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    # Nothing has to be put away: what was answered is in the database.
    os._exit(0)


def _stop_at_end_of_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def _announce(configuration: Configuration, port: int) -> None:
    url = f"http://{configuration.host}:{port}/us/"
    lines = [f"Embedded store (Magento {configuration.magento}) at {url} (Ctrl-C stops it)"]
    if configuration.admin_password == BUILT_IN_ADMIN_PASSWORD:
        lines.append(f"Admin: {configuration.admin_username} / {BUILT_IN_ADMIN_PASSWORD}")
    if configuration.sample_customer:
        lines.append(f"Sample customer: {samples.EMAIL} / {samples.PASSWORD}")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _configuration(options: argparse.Namespace) -> Configuration:
    return Configuration(
        host=options.host,
        port=options.port,
        magento=options.magento,
        database=options.database,
        admin_username=options.admin_username,
        admin_password=options.admin_password
        or os.environ.get("SANDBOX_ADMIN_PASSWORD")
        or BUILT_IN_ADMIN_PASSWORD,
        defects=frozenset(options.defect),
        testing=options.testing,
        rest_latency=options.rest_latency,
        page_latency=options.page_latency,
        section_latency=options.section_latency,
        script_delay=options.script_delay,
        sample_customer=options.sample_customer,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A small Magento to test against.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080, help="0 picks a free one")
    parser.add_argument("--magento", choices=list(VERSIONS), default="2.4.8", help="the release to be")
    parser.add_argument("--database", type=Path, metavar="FILE", help="keep customers in a file")
    parser.add_argument("--admin-username", default="admin")
    parser.add_argument("--admin-password", help="default: SANDBOX_ADMIN_PASSWORD, or the built-in one")
    parser.add_argument(
        "--defect", action="append", default=[], choices=list(DEFECTS), help="may be given several times"
    )
    parser.add_argument(
        "--testing", action="store_true", help="add what a real shop lacks: handles for tests"
    )
    for name, what in (
        ("--rest-latency", "how slow REST is"),
        ("--page-latency", "how slow pages are"),
        ("--section-latency", "how slow the call for the customer's data is"),
        ("--script-delay", "how late scripts bring pages to life"),
    ):
        parser.add_argument(name, type=_range, default=NO_DELAY, metavar="LOW-HIGH", help=f"{what}, in ms")
    parser.add_argument("--sample-customer", action="store_true", help="make a customer to look around with")
    parser.add_argument("--exit-with-parent", action="store_true", help="end when standard input ends")
    return parser


def _range(text: str) -> Milliseconds:
    low, _, high = text.partition("-")
    limits = (int(low), int(high or low))
    if not 0 <= limits[0] <= limits[1]:
        raise argparse.ArgumentTypeError(f"{text!r} is not a range such as 0-800")
    return limits


if __name__ == "__main__":
    main()
