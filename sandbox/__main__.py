"""`python -m sandbox`: starts the embedded store, says where it is, and ends quietly."""

import os
import signal
import sys
import threading
from types import FrameType

from sandbox import command_line, samples
from sandbox.application import create_app
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from sandbox.server import EVERYWHERE, Server
from sandbox.shop import Shop


def main(arguments: list[str] | None = None) -> None:
    """Serve the store until it is stopped."""
    options = command_line.read_options(arguments)
    configuration = command_line.configuration(options)
    app = create_app(configuration)
    server = Server(app, configuration)
    shop: Shop = app.extensions["shop"]
    shop.urls.base = None if configuration.host in EVERYWHERE else server.url
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    if options.exit_with_parent:
        threading.Thread(target=_stop_at_end_of_input, daemon=True).start()
    _announce(shop, server.url)
    server.serve_forever()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    # Nothing has to be put away: what was answered is in the database.
    os._exit(0)


def _stop_at_end_of_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def _announce(shop: Shop, url: str) -> None:
    configuration, home = shop.configuration, shop.urls.home
    hosts = dict(configuration.website_hosts)
    stores = {view.code: view for view in shop.stores.views}
    start = f"{url}/" if hosts else home(stores["us"], url)
    lines = [f"Embedded store (Magento {configuration.magento}) at {start} (Ctrl-C stops it)"]
    lines += [f"Store view {code}: {home(stores[code], url)}" for code in hosts]
    if configuration.admin_password == BUILT_IN_ADMIN_PASSWORD:
        lines.append(f"Admin: {configuration.admin_username} / {BUILT_IN_ADMIN_PASSWORD}")
    if configuration.sample_customer:
        lines.append(f"Sample customer: {samples.EMAIL} / {samples.password(shop.settings)}")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
