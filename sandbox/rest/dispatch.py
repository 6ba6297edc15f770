"""The way of a REST call through the shop: scope, route, authorization, parameters, endpoint, answer."""

import inspect
import random
import time
from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints

from flask import Request, Response, request

from sandbox.defects import defective
from sandbox.errors import InputRefused, MethodRefused, ShopError, ShopFailedError
from sandbox.rest import answers, bodies, callers, inputs, partial, routes, scopes
from sandbox.rest.calls import Call
from sandbox.shop import Shop, current_shop

METHODS = frozenset({"GET", "POST", "PUT", "DELETE"})
METHODS_WITH_BODY = frozenset({"POST", "PUT"})


def answer_rest_calls() -> Response | None:
    """Answer the current request if its path is one of REST's."""
    part = scopes.rest_part(request.path)
    if part is None:
        return None
    shop = current_shop()
    body = request.get_data()  # read in any case: what is left unread would garble a kept-alive connection
    low, high = shop.handles.rest_latency
    time.sleep(random.uniform(low, high) / 1000)  # noqa: S311 - a delay, not a secret
    answer_format = answers.choose_format(request.headers.get("Accept", ""))
    if answer_format is None:
        return answers.breakdown()  # Magento cannot even build its response object
    return _answer(part, body, answer_format, shop)


def _answer(part: str, body: bytes, answer_format: str, shop: Shop) -> Response:
    locale = shop.stores.default.locale
    try:
        path = scopes.resolve(part, shop.stores, shop.addresses.default_store(request.host))
        locale = path.store.locale
        value = _run(path, body, shop)
    except ShopFailedError:
        return answers.breakdown()
    except ShopError as error:
        response = answers.refusal(error, answer_format, locale)
        if error.status == 401 and "PHPSESSID" not in request.cookies:  # noqa: PLR2004 - Unauthorized
            answers.start_session(response, same_site="Lax" if shop.version.same_site_cookies else None)
        return response
    fields = request.args.get("fields")
    response = answers.answer(partial.cut(value, fields) if fields else value, answer_format)
    if path.segments[-1] == "me" and defective("stored-answers"):
        response.headers["Cache-Control"] = "no-cache"
    by_guest = request.method == "POST" and "Authorization" not in request.headers
    if by_guest and path.segments[-1] == "customers" and defective("created-as-201"):
        response.status_code = 201
    return response


def _run(path: scopes.ScopedPath, body: bytes, shop: Shop) -> Any:
    method = request.method
    if method not in METHODS:
        raise MethodRefused(method, shop.version.undeclared_method_status)
    route, path_parameters = routes.find_route(method, path.segments, shop)
    call = Call(shop, path.store, request)
    resource = route.needs(shop)
    if resource != callers.ANONYMOUS:
        call.caller.require(resource)
    # What stands in the path wins over the query, and that over the body, however a caller spells the name.
    in_path = {inputs.camel_case(name): value for name, value in path_parameters.items()}
    sent = _sent(request, body) | in_path
    arguments = _arguments(route.endpoint, sent, shop)
    return route.endpoint(call, **arguments)


def _sent(current: Request, body: bytes) -> dict[str, Any]:
    from_body = {}
    if current.method in METHODS_WITH_BODY:
        from_body = bodies.read_body(body, current.headers.get("Content-Type", ""))
    from_query = bodies.read_query(list(current.args.items(multi=True)))
    return from_query | from_body if defective("body-wins") else from_body | from_query


def _arguments(endpoint: Callable[..., Any], sent: dict[str, Any], shop: Shop) -> dict[str, Any]:
    arguments, missing = {}, []
    for name, expected, is_required in _parameters(endpoint):
        camel = inputs.camel_case(name)
        value = sent.get(camel) if sent.get(camel) is not None else sent.get(name)
        if value is None:
            if is_required:
                missing.append(InputRefused.required(camel))
            continue
        try:
            arguments[name] = inputs.convert(value, expected, shop.version)
        except inputs.WrongTypeError as problem:
            raise InputRefused(str(problem)) from None
    if missing:
        raise InputRefused.several(missing)
    return arguments


@cache
def _parameters(endpoint: Callable[..., Any]) -> list[tuple[str, Any, bool]]:
    hints = get_type_hints(endpoint)
    _, *parameters = inspect.signature(endpoint).parameters.values()
    return [
        (parameter.name, hints[parameter.name], parameter.default is inspect.Parameter.empty)
        for parameter in parameters
    ]
