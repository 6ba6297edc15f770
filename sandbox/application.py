"""The Flask application: the shop's REST, its storefront and, only on request, the handles for tests."""

from flask import Flask, Response

from sandbox import admin_panel, identity, rest, testing
from sandbox.configuration import Configuration
from sandbox.samples import add_sample_customer
from sandbox.shop import Shop
from sandbox.storefront import SCHEMA as STOREFRONT_SCHEMA
from sandbox.storefront import blueprint as storefront


def create_app(configuration: Configuration) -> Flask:
    """Build the application of one shop."""
    app = Flask("sandbox", static_folder=None)
    # Magento answers a doubled slash by its own rules, and never with a redirect.
    app.url_map.merge_slashes = False
    shop = Shop(configuration, STOREFRONT_SCHEMA)
    app.extensions["shop"] = shop
    app.register_blueprint(rest.blueprint)
    app.register_blueprint(identity.blueprint)
    app.register_blueprint(admin_panel.blueprint)
    app.register_blueprint(storefront)
    if configuration.testing:
        app.register_blueprint(testing.blueprint)
    if configuration.sample_customer:
        add_sample_customer(shop)
    app.after_request(_say_nginx)
    return app


def _say_nginx(response: Response) -> Response:
    response.headers["Server"] = "nginx"
    return response
