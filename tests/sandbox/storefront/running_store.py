"""An embedded store that a browser can reach, in this process, so that a test can set its controls."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from werkzeug.serving import make_server

from sandbox.application import create_app
from sandbox.configuration import Configuration
from sandbox.records import AddressDraft, Customer, CustomerDraft, RegionDraft
from sandbox.server import QuietRequestHandler
from sandbox.shop import Shop

HOST = "127.0.0.1"
PASSWORD = "Password1"
NEW_YORK = RegionDraft(region_id=43)


class RunningStore:
    """A shop together with the address at which it answers."""

    def __init__(self, shop: Shop, port: int) -> None:
        self.shop = shop
        self.base_url = f"http://{HOST}:{port}"

    def url(self, path: str = "", store_code: str = "us") -> str:
        """Make the address of a page; the home page has no path."""
        return f"{self.base_url}/{store_code}/{path}{'/' if path else ''}"

    def add_customer(
        self, email: str = "jane@example.com", *addresses: AddressDraft, store_code: str = "us"
    ) -> Customer:
        """Make the tutorial's customer, with her own address unless others are given."""
        store = self.shop.stores.by_code(store_code)
        assert store is not None
        draft = CustomerDraft(
            email=email, firstname="Jane", lastname="Doe", store_id=store.id, website_id=store.website_id
        )
        draft.addresses = list(addresses)
        return self.shop.customers.create(draft, PASSWORD)


def oak_avenue(*, default: bool = True, company: str | None = None) -> AddressDraft:
    """Give the tutorial's address."""
    return AddressDraft(
        firstname="Jane",
        lastname="Doe",
        company=company,
        street=["123 Oak Ave"],
        city="Purchase",
        region=NEW_YORK,
        postcode="10755",
        country_id="US",
        telephone="512-555-1111",
        default_billing=default,
        default_shipping=default,
    )


def elm_street() -> AddressDraft:
    """Give another address, which is no default."""
    return AddressDraft(
        firstname="Jane",
        lastname="Doe",
        company="Acme Inc",
        street=["9 Elm St", "Suite 4"],
        city="New York",
        region=NEW_YORK,
        postcode="10001",
        country_id="US",
        telephone="212-555-0199",
    )


@contextmanager
def serve(magento: str, database: Path | None = None, **profile: Any) -> Iterator[RunningStore]:
    """Serve a store of one release, in a profile if one is named, for as long as the block lasts."""
    app = create_app(Configuration(magento=magento, database=database, **profile))
    server = make_server(HOST, 0, app, threaded=True, request_handler=QuietRequestHandler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield RunningStore(app.extensions["shop"], server.port)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
