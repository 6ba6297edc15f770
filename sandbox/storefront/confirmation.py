"""What a customer meets who has not confirmed the e-mail address: a message, and a page to ask for the mail again."""

from urllib.parse import urlencode

from flask import request
from markupsafe import Markup
from werkzeug.wrappers import Response

from sandbox.storefront.pages import show
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit

NOT_CONFIRMED = 'This account is not confirmed. <a href="{}">Click here</a> to resend confirmation email.'
MAIL_SENT = "Please check your email for confirmation key."
NOTHING_TO_CONFIRM = "This email does not require confirmation."


def message(visit: Visit, email: str) -> Markup:
    """Write what the sign-in page says, with the link to the page below."""
    address = f"{visit.url('customer/account/confirmation')}?{urlencode({'email': email})}"
    return Markup(visit.translate(NOT_CONFIRMED)).format(address)  # noqa: S704 - a text of the shop's own


@route("customer/account/confirmation")
def ask_again(visit: Visit) -> Response:
    """Show the form that asks for the mail again, and answer it; mail goes nowhere here."""
    if request.method != "POST":
        return show(visit, "confirmation", email=request.args.get("email", ""))
    customer = visit.shop.customers.find_by_email(request.form.get("email", ""), visit.store.website_id)
    waits = customer is not None and customer.confirmation
    visit.add_message("success", MAIL_SENT if waits else NOTHING_TO_CONFIRM)
    return visit.redirect("customer/account/login")
