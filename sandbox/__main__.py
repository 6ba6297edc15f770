"""`python -m sandbox`: starts the embedded store, says where it is, and ends quietly."""

import os
import signal
import sys
import threading
from types import FrameType

from werkzeug.serving import make_server

from sandbox import command_line, samples
from sandbox.application import create_app
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD, Configuration
from sandbox.server import QuietRequestHandler


def main(arguments: list[str] | None = None) -> None:
    """Serve the store until it is told to stop."""
    options = command_line.read_options(arguments)
    configuration = command_line.configuration(options)
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


if __name__ == "__main__":
    main()
