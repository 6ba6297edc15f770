"""The way of a REST call through the shop: scope, route, authorization, parameters, endpoint, answer."""

import inspect
import random
import re
import time
from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints

from flask import Request, Response, request

from sandbox.defects import defective
from sandbox.errors import InputRefused, MethodRefused, RunFailedError, ShopError, ShopFailedError
from sandbox.rest import answers, bodies, callers, inputs, partial, routes, schema, scopes
from sandbox.rest.calls import Call
from sandbox.shop import Shop, current_shop

METHODS = frozenset({"GET", "POST", "PUT", "DELETE"})
OPENS_SESSION = re.compile(r"/(customer/token|customers|customers/me(/.*)?)/?$")
"""The paths of calls that open a session: a customer's token, her creation, her own account."""
CALLED_OK = frozenset({400, 404, 405})
METHODS_WITH_BODY = frozenset({"POST", "PUT"})


def answer_rest_calls() -> Response | None:
    """Answer the current request if its path is one of REST's."""
    part = scopes.rest_part(request.path)
    if part is None or (part.endswith("/") and defective("slash-matters")):
        return None
    shop = current_shop()
    body = request.get_data()  # read in any case: what is left unread would garble a kept-alive connection
    low, high = shop.controls.rest_latency
    time.sleep(random.uniform(low, high) / 1000)  # noqa: S311 - a delay, not a secret
    answer_format = answers.choose_format(request.headers.get("Accept", ""))
    if answer_format is None:
        return answers.breakdown()  # Magento cannot even build its response object
    return _answer(part, body, answer_format, shop)


def _answer(part: str, body: bytes, answer_format: str, shop: Shop) -> Response:
    language = shop.stores.default.language
    try:
        path = scopes.resolve(part, shop.stores, shop.urls.default_store(request.host))
        language = path.store.language
        value = _run(path, body, shop)
    except ShopFailedError:
        return answers.breakdown()
    except RunFailedError:
        return answers.failed_run()
    except ShopError as error:
        response = answers.refusal(error, answer_format, language)
        if error.status in CALLED_OK and defective("refusals-called-ok"):
            response.status_code = 200
        if error.status == 401:  # noqa: PLR2004 - Unauthorized
            _open_session(response, shop)
        return response
    fields = "" if defective("whole-answers") else request.args.get("fields")
    response = answers.answer(partial.cut(value, fields) if fields else value, answer_format)
    if OPENS_SESSION.search(part):
        _open_session(response, shop)
    _spoil(response, path.segments[-1])
    return response


def _spoil(response: Response, last_segment: str) -> None:
    """Answer as a store with faults does."""
    if last_segment == "me" and defective("stored-answers"):
        response.headers["Cache-Control"] = "no-cache"
    if request.path.endswith("/customer/token") and defective("stored-tokens"):
        response.headers["Cache-Control"] = "no-cache"
    by_guest = request.method == "POST" and "Authorization" not in request.headers
    if by_guest and last_segment == "customers" and defective("created-as-201"):
        response.status_code = 201


def _open_session(response: Response, shop: Shop) -> None:
    if "PHPSESSID" not in request.cookies:
        same_site = "Lax" if shop.version.same_site_cookies else None
        answers.start_session(response, same_site, secure=request.is_secure)


def _run(path: scopes.ScopedPath, body: bytes, shop: Shop) -> Any:
    method = request.method
    if method == "GET" and path.segments == (schema.SCHEMA,):
        return schema.describe(request, shop, path.store)
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
    # Other calls need no body; one that comes with a type is read all the same, and refused if it is broken.
    if current.method in METHODS_WITH_BODY or (body and current.headers.get("Content-Type")):
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
