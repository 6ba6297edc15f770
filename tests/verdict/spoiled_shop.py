"""An embedded store behind a front that spoils what it is reported to, and a scenario's failures judged against it."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from pydantic import SecretStr
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from api.magento import Magento
from api.models import Credentials
from harness.core.causes import Judgement
from harness.customers.leftovers import Leftovers
from harness.customers.own_customers import OwnCustomers
from harness.customers.own_emails import fresh_emails
from harness.run.run import Run
from harness.run.run_id import fresh
from harness.run.scenario import scenario_of
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect
from harness.shop.shop import Shop
from harness.verdict.failures import Failures
from sandbox import command_line
from sandbox.application import create_app
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from sandbox.server import QuietRequestHandler

Spoil = Callable[[Response], Response]
"""What the front makes of the store's answer."""


@dataclass
class Front:
    """Spoils the answers to calls that a pattern matches ("POST /rest/us/V1/customers$"), `times` times or for good."""

    app: Any
    pattern: str = "nothing"
    spoil: Spoil = lambda response: response
    times: int | None = None
    calls: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Answer as the store does, or spoiled."""
        request = Request(environ)
        call = f"{request.method} {request.path}"
        self.calls.append(call)
        response = Response.from_app(self.app, environ)
        if self._is_spoiled(call):
            response = self.spoil(response)
        return response(environ, start)

    def break_for(self, times: int | None, pattern: str, spoil: Spoil) -> None:
        """Spoil from now on."""
        self.times, self.pattern, self.spoil = times, pattern, spoil

    def _is_spoiled(self, call: str) -> bool:
        with self._lock:
            if not re.search(self.pattern, call) or self.times == 0:
                return False
            self.times = None if self.times is None else self.times - 1
            return True


class Item:
    """A test as far as its failure is judged."""

    def __init__(self) -> None:
        self.stash = pytest.Stash()

    def get_closest_marker(self, _name: str) -> None:
        """Give no tag."""


class Heard:
    """What the report would hear."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def exchanged(self, *_: object, **__: object) -> None:
        """Hear of an exchange."""

    def attach_text(self, _name: str, text: str) -> None:
        """Hear of a text."""
        self.texts.append(text)


class ScenarioContext:
    """One scenario at a shop behind a front."""

    def __init__(self, front: Front, url: str) -> None:
        password = SecretStr(BUILT_IN_ADMIN_PASSWORD)
        self.front = front
        self.shop = Shop(base_url=url, admin_username="admin", admin_password=password, rest_time_limit=5)
        self.heard = Heard()
        self.failures = Failures(self.heard, Scrubber(), None)  # type: ignore[arg-type]
        run = Run(shop=self.shop, id=fresh(), machine="ab12")
        self.failures.run = run
        self.magento: Magento = connect(self.shop, run.id)
        self.admin = admin_access(self.shop, self.magento, Scrubber())
        emails = fresh_emails(run.id, run.machine, "", "example.com")
        leftovers = Leftovers(connect(self.shop, run.id), self.admin)
        self.customers = OwnCustomers(leftovers, emails, 8, "", Scrubber())
        self.item = cast(pytest.Item, Item())
        scenario_of(self.item).customers = self.customers
        self.magento.rest.session.hooks["response"].append(self._hear)

    def create(self) -> tuple[int, Credentials]:
        """Create a customer, and give her id with what she signs in with."""
        credentials = self.customers.fresh_credentials()
        ids = {"website_id": 1, "store_id": 1}
        customer = {"email": credentials.username, "firstname": "Jane", "lastname": "Doe", **ids}
        body = {"customer": customer, "password": credentials.password.get_secret_value()}
        created = self.magento.rest.send("POST", "customers", dict, scope="us", body=body, caller=self.admin)
        return created.value["id"], credentials

    def judged(self, act: Callable[[], object], phase: str = "call") -> Judgement:
        """Do what fails, and give the judgement."""
        with pytest.raises(Exception) as caught:  # noqa: PT011  whatever it is, it is judged
            act()
        return self.failures.judge(caught.value, self.item, phase)

    def _hear(self, response: Any, *_: object, **__: object) -> None:
        self.failures.watch.pytest_acceptance_exchanged(response)


@contextmanager
def spoiled_shop(*options: str) -> Iterator[ScenarioContext]:
    """Serve a store behind a front; what the scenario and its judge made is deleted, and nobody is left."""
    app = create_app(command_line.configuration(command_line.read_options(options)))
    front = Front(app)
    server = make_server("127.0.0.1", 0, front, threaded=True, request_handler=QuietRequestHandler)
    server.block_on_close = False  # type: ignore[attr-defined]  # a browser may keep connections open
    url = f"http://127.0.0.1:{server.port}"
    app.extensions["shop"].urls.base = url
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    context = ScenarioContext(front, url)
    try:
        yield context
        front.break_for(0, "nothing", lambda response: response)
        context.customers.delete()
        assert context.magento.customers_like("%", caller=context.admin).value.total_count == 0
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def status(code: int, text: str = "<h1>Sorry</h1>", content_type: str = "text/html") -> Spoil:
    """Answer with a page of this status in the store's stead."""
    return lambda _: Response(text, code, content_type=content_type)


def notice(response: Response) -> Response:
    """Put a notice of PHP before the answer."""
    response.set_data(b"Notice: Undefined index: x in /app/code on line 7\n" + response.get_data())
    return response


def called_html(response: Response) -> Response:
    """Call the answer something else than it is."""
    response.headers["Content-Type"] = "text/html; charset=UTF-8"
    return response


def ids_as_text(response: Response) -> Response:
    """Write the ids of the store views as text."""
    response.set_data(re.sub(rb'"id":\s*(\d+)', rb'"id":"\1"', response.get_data()))
    return response


def without_codes(response: Response) -> Response:
    """Lose a field of the store views."""
    response.set_data(re.sub(rb'"code":\s*"[^"]*",', b"", response.get_data()))
    return response
