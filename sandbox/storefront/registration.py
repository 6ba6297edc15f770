"""Registering: the page, which carries the rules for passwords, and the POST behind its form."""

from typing import Any

from flask import request
from werkzeug.wrappers import Response

from sandbox import messages, recaptcha
from sandbox.errors import ShopError
from sandbox.records import CustomerDraft, CustomerExtension
from sandbox.storefront.pages import show
from sandbox.storefront.routes import route
from sandbox.storefront.sign_in import let_in
from sandbox.storefront.visit import Visit

PATH = "customer/account/create"
THANKS = "Thank you for registering with {store}."
TAKEN = (
    "There is already an account with this email address. If you are sure that it is your email address, "
    "click here to get your password and access your account."
)
NOT_THE_SAME = "Please make sure your passwords match."
TEXTS = ("email", "prefix", "firstname", "middlename", "lastname", "suffix", "dob", "taxvat")


@route(PATH, methods=("GET",))
def registration_page(visit: Visit) -> Response:
    """Show the form with the fields of the website's settings, or My Account to who is signed in."""
    if visit.customer:
        return visit.redirect("customer/account")
    settings = visit.shop.settings
    return show(
        visit,
        "create_account",
        asks_recaptcha=recaptcha.is_on(settings, visit.store, recaptcha.CREATE),
        shortest=settings.number("customer/password/minimum_password_length"),
        classes=settings.number("customer/password/required_character_classes_number"),
    )


@route("customer/account/createpost", methods=("POST",))
def register(visit: Visit) -> Response:
    """Make the account and let its customer in; what is refused leads back to the form with a message."""
    if visit.customer:
        return visit.redirect("customer/account")
    if recaptcha.is_on(visit.shop.settings, visit.store, recaptcha.CREATE):
        return visit.redirect(PATH)
    entered: dict[str, Any] = {name: request.form.get(name) or None for name in TEXTS}
    draft = CustomerDraft(**entered, store_id=visit.store.id, website_id=visit.store.website_id)
    draft.gender = int(request.form.get("gender") or 0) or None
    draft.extension_attributes = CustomerExtension(is_subscribed="is_subscribed" in request.form)
    password = request.form.get("password", "")
    if password != request.form.get("password_confirmation"):
        return _refuse(visit, NOT_THE_SAME)
    try:
        made = visit.shop.customers.create(draft, password, visit.store)
    except ShopError as refusal:
        return _refuse(visit, TAKEN if refusal.message == messages.EMAIL_TAKEN else refusal.text)
    if made.confirmation:
        visit.add_message("success", "You must confirm your account.")
        return visit.redirect("customer/account/index")
    group = next(group for group in visit.shop.stores.groups if group.id == visit.store.group_id)
    visit.add_message("success", visit.translate(THANKS).format(store=group.name))
    return let_in(visit, made)


def _refuse(visit: Visit, text: str) -> Response:
    visit.add_message("error", text)
    return visit.redirect(PATH)
