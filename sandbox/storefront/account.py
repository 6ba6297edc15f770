"""My Account and the simpler pages around it."""

from functools import partial

from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.storefront.pages import account_page, show
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit

BARE_PAGES = {
    "sales/order/history": ("My Orders", "You have placed no orders."),
    "downloadable/customer/products": (
        "My Downloadable Products",
        "You have not purchased any downloadable products yet.",
    ),
    "wishlist/index/index": ("My Wish List", "You have no items in your wish list."),
    "vault/cards/listaction": ("Stored Payment Methods", "You have no stored payment methods."),
    "review/customer/index": ("My Product Reviews", "You have submitted no reviews."),
    "newsletter/manage/index": ("Newsletter Subscriptions", "You aren't subscribed to our newsletter."),
}


@route("customer/account/index", for_customers=True)
def my_account(visit: Visit) -> Response:
    """Show who is signed in, and the two default addresses."""
    customer = visit.customer
    assert customer is not None  # guests have been sent away
    return show(
        visit,
        "my_account",
        customer=customer,
        billing=customer.address(customer.default_billing),
        shipping=customer.address(
            customer.default_billing if defective("wrong-summary") else customer.default_shipping
        ),
    )


@route("customer/account/edit", methods=("GET",), for_customers=True)
def account_information(visit: Visit) -> Response:
    """Show name and e-mail; they are changed over REST."""
    return show(visit, "account_information", customer=visit.customer)


@route("customer/account/forgotpassword", methods=("GET",))
def forgot_password(visit: Visit) -> Response:
    """Show where a customer would ask for a new password."""
    return visit.redirect("customer/account") if visit.customer else show(visit, "forgot_password")


def _bare_page(heading: str, text: str, action: str, visit: Visit) -> Response:
    return show(visit, "bare", account_page(action, heading), text=text)


for _path, (_heading, _text) in BARE_PAGES.items():
    _action = _path.replace("/", "-")
    route(_path, methods=("GET",), for_customers=True)(partial(_bare_page, _heading, _text, _action))
