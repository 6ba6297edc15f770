"""The customer's own data, which scripts fetch after a page has loaded: Magento calls it sections."""

from typing import Any

from flask import jsonify, request
from werkzeug.wrappers import Response

from sandbox.characters import as_html
from sandbox.defects import defective
from sandbox.storefront import captcha
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit

EMPTY: dict[str, dict[str, Any]] = {
    "messages": {"messages": []},
    "compare-products": {"count": 0, "countCaption": "", "listUrl": "", "items": []},
    "last-ordered-items": {"items": []},
    "cart": {"summary_count": 0, "subtotalAmount": None, "items": [], "possible_onepage_checkout": True},
    "directory-data": {},
    "review": {"nickname": "", "title": "", "detail": ""},
    "instant-purchase": {"available": False},
    "wishlist": {"counter": None, "items": []},
    "persistent": {},
}
NAMES = ("customer", "captcha", *EMPTY)


@route("customer/section/load", methods=("GET",))
def load(visit: Visit) -> Response:
    """Answer the sections that are named, or all of them."""
    asked = request.args.get("sections", "")
    names = asked.split(",") if asked else list(NAMES)
    for name in names:
        if name not in NAMES:
            refusal = jsonify(message=f'The "{name}" section source isn\'t supported.')
            refusal.status_code = 400
            return refusal
    data_id = int(visit.shop.clock.now().timestamp())
    return jsonify({name: {**_section(visit, name), "data_id": data_id} for name in names})


def _section(visit: Visit, name: str) -> dict[str, Any]:
    if name == "customer":
        return _customer(visit)
    if name == "captcha":
        return {"user_login": {"isRequired": captcha.is_shown(visit), "timestamp": 0}}
    if name == "messages":
        return {"messages": visit.session.take_messages()}
    return EMPTY[name]


def _customer(visit: Visit) -> dict[str, Any]:
    customer = visit.customer
    if customer is None:
        return {}
    fullname = customer.firstname if defective("first-name-alone") else visit.name_of(customer)
    if defective("longer-greeting"):
        fullname = f"Mary {fullname}"
    is_escaped = visit.shop.version.escapes_fullname or defective("escaped-greeting")
    section = {
        "fullname": as_html(fullname) if is_escaped else fullname,
        "firstname": customer.firstname,
        "websiteId": str(visit.store.website_id),
    }
    if visit.luma.section_carries_token:
        section["signin_token"] = visit.shop.tokens.customer_token(customer)
    return section
