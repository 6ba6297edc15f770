"""The Flask application: the shop's REST, its storefront and, only on request, the controls for tests."""

from flask import Flask, Response

from sandbox import admin_panel, broken_release, front, identity, rest, testing
from sandbox.configuration import Configuration
from sandbox.front import nginx
from sandbox.samples import add_sample_customer
from sandbox.shop import Shop, current_shop
from sandbox.storefront import SCHEMA as STOREFRONT_SCHEMA
from sandbox.storefront import blueprint as storefront


def create_app(configuration: Configuration) -> Flask:
    """Build the application of one shop."""
    app = Flask("sandbox", static_folder=None)
    # Magento answers a doubled slash by its own rules, and never with a redirect.
    app.url_map.merge_slashes = False
    shop = Shop(configuration, STOREFRONT_SCHEMA)
    app.extensions["shop"] = shop
    if configuration.testing:  # before REST, whose answers end a request: it notes every one
        app.register_blueprint(testing.blueprint)
    app.register_blueprint(rest.blueprint)
    app.register_blueprint(identity.blueprint)
    app.register_blueprint(admin_panel.blueprint)
    app.register_blueprint(storefront)
    if configuration.sample_customer:
        add_sample_customer(shop)
    app.after_request(_put_headers)
    app.after_request(broken_release.spoil)
    front.surround(app, shop)
    return app


def _put_headers(response: Response) -> Response:
    nginx.put_headers(response, current_shop().clock)
    return response
