"""The schema of REST as Swagger 2.0: the routes that the caller may use, and the keys that modules add to a customer.

A real shop's is larger in every way; what stands here is what the store answers.
"""

import re
from typing import Any

from flask import Request

from sandbox.errors import AccessRefused
from sandbox.rest.callers import identify
from sandbox.rest.inputs import camel_case
from sandbox.rest.routes import ROUTES, Route
from sandbox.shop import Shop
from sandbox.stores import StoreView

SCHEMA = "schema"
PARAMETER = re.compile(r":(\w+)")
CUSTOMER_EXTENSION = {
    "customer-data-customer-extension-interface": {
        "type": "object",
        "description": "ExtensionInterface class for @see \\Magento\\Customer\\Api\\Data\\CustomerInterface",
        "properties": {"assistance_allowed": {"type": "integer"}, "is_subscribed": {"type": "boolean"}},
    }
}


def describe(request: Request, shop: Shop, store: StoreView) -> dict[str, Any]:
    """Describe what the caller may call in the scope of a store view."""
    caller = identify(request, shop, store)
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        if not route.exists_in(shop):
            continue
        try:
            caller.require(route.needs(shop))
        except AccessRefused:
            continue
        path = "/" + PARAMETER.sub(lambda found: f"{{{camel_case(found[1])}}}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = _operation(route)
    code = "all" if store is shop.stores.admin else store.code
    return {
        "swagger": "2.0",
        "info": {"version": "2.4", "title": "Magento Community"},
        "host": request.host,
        "basePath": f"/rest/{code}",
        "schemes": [request.scheme],
        "paths": paths,
        "definitions": CUSTOMER_EXTENSION,
    }


def _operation(route: Route) -> dict[str, Any]:
    names = [camel_case(name) for name in PARAMETER.findall(route.path)]
    parameters = [{"name": name, "in": "path", "type": "string", "required": True} for name in names]
    return {"operationId": f"{route.method}{route.path.replace('/', '')}", "parameters": parameters}
