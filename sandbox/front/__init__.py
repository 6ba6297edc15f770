"""The fronts around the shop: what answers in its stead, so that a request never reaches Magento.

They stand in the order in which a real request meets them, each on request of whoever starts the store. The controls
for tests lie behind all of them: a test has to be able to end an outage.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.wrappers import Request, Response

from sandbox import testing
from sandbox.front import access, nginx, outages
from sandbox.front.slow_start import SlowStart
from sandbox.shop import Shop

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Front = Callable[[Request], Response | None]


def surround(app: Flask, shop: Shop) -> None:
    """Put the shop's fronts around the application."""
    app.wsgi_app = _Surrounded(app.wsgi_app, shop)  # type: ignore[method-assign]


class _Surrounded:
    """The application behind its fronts."""

    def __init__(self, application: "WSGIApplication", shop: Shop) -> None:
        self._application = application
        self._shop = shop
        configuration = shop.configuration
        self._front: list[Front] = [
            access.redirect(configuration),
            access.firewall(configuration),
            access.basic_auth(configuration),
            outages.outage(shop),
            SlowStart(configuration.first_page_latency),
        ]

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        request = Request(environ)
        response = None if self._is_behind_the_scenes(request) else self._stopped(request)
        if response is None:
            return self._application(environ, start_response)
        nginx.put_headers(response, self._shop.clock)
        return response(environ, start_response)

    def _stopped(self, request: Request) -> Response | None:
        answers = (front(request) for front in self._front)
        return next((answer for answer in answers if answer is not None), None)

    def _is_behind_the_scenes(self, request: Request) -> bool:
        return self._shop.configuration.testing and request.path.startswith(f"{testing.ADDRESS}/")
