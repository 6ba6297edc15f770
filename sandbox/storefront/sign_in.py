"""Signing in: the page, the POST behind its form, and where a customer lands afterwards."""

from flask import redirect, request
from werkzeug.wrappers import Response

from sandbox import recaptcha
from sandbox.defects import defective
from sandbox.errors import NotConfirmed, SignInRefused
from sandbox.records import Customer
from sandbox.storefront import captcha, confirmation, cookies
from sandbox.storefront.pages import show
from sandbox.storefront.routes import route
from sandbox.storefront.script_delays import form_stays_dead
from sandbox.storefront.visit import Visit, decode_address
from sandbox.tokens import UserType

NOTHING_ENTERED = "A login and a password are required."


@route("customer/account/login", methods=("GET",))
def sign_in_page(visit: Visit) -> Response:
    """Show the form, or My Account to who is signed in already."""
    if visit.customer is not None and not defective("form-for-everybody"):
        return visit.redirect("customer/account")
    referer = visit.parameters.get("referer")
    post_path = f"customer/account/loginpost/referer/{referer}" if referer else "customer/account/loginpost"
    response = show(
        visit,
        "sign_in",
        email=visit.state.pop("username", ""),
        post_url=visit.url(post_path),
        asks_captcha=captcha.is_shown(visit),
        asks_recaptcha=recaptcha.is_on(visit.shop.settings, visit.store, recaptcha.SIGN_IN),
        form_stays_dead=form_stays_dead(visit.shop),
    )
    response.headers["Login-Required"] = "true"
    return response


@route("customer/account/loginpost", methods=("POST",))
def sign_in(visit: Visit) -> Response:
    """Check what was entered; every refusal leads back to the form."""
    if visit.customer is not None:
        return visit.redirect("customer/account")
    email = request.form.get("login[username]", "")
    if defective("throttle-closes-all"):
        try:
            visit.shop.throttle.check(email, UserType.CUSTOMER)
        except SignInRefused as refusal:
            visit.session.add_message("error", visit.translate(refusal.message))
            return redirect(_address_after_refusal(visit))
    password = request.form.get("login[password]", "")
    if _is_stopped(visit, email, password):
        return redirect(_address_after_refusal(visit))
    try:
        customer = visit.shop.credentials.authenticate(email, password, visit.store.website_id)
    except NotConfirmed:
        visit.add_message("error", confirmation.message(visit, email))
        visit.state["username"] = email
        return redirect(_address_after_refusal(visit))
    except SignInRefused as refusal:
        visit.add_message("error", refusal.message)
        visit.state["username"] = "" if defective("forgotten-email") else email
        return redirect(_address_after_refusal(visit))
    return let_in(visit, customer)


def _is_stopped(visit: Visit, email: str, password: str) -> bool:
    """Tell whether the form is refused before anybody is looked for; a missing reCAPTCHA leaves no message."""
    if recaptcha.is_on(visit.shop.settings, visit.store, recaptcha.SIGN_IN):
        return True
    if captcha.refuses(visit, email):
        visit.add_message("error", captcha.INCORRECT)
        return True
    if not email or not password:
        visit.add_message("error", NOTHING_ENTERED)
        return True
    return False


def let_in(visit: Visit, customer: Customer) -> Response:
    """Sign a customer in and lead to the page that was wanted."""
    visit.shop.credentials.clear_failures(customer.id)
    captcha.forget_attempts(visit.shop, customer.email)
    landing = redirect(_landing_address(visit))
    visit.state["customer_id"] = customer.id
    visit.state["signed_in_at"] = visit.shop.clock.timestamp()
    if not defective("kept-session-id"):
        visit.session.regenerate_id()
    visit.session.renew_form_key()
    cookies.forget_browser_state(landing)
    landing.delete_cookie(cookies.PERSISTENT_CART)
    if cookies.LOGIN_REDIRECT in request.cookies:
        landing.delete_cookie(cookies.LOGIN_REDIRECT)
    return landing


def _landing_address(visit: Visit) -> str:
    """Answer the address that the customer wanted: a cookie's, a remembered one, the link's, My Account."""
    remembered = visit.state.pop("before_auth_url", None)
    if defective("lost-way"):
        return visit.url("customer/account")
    wanted = request.cookies.get(cookies.LOGIN_REDIRECT)
    if wanted:
        return wanted if visit.is_own(wanted) else visit.base_url
    if remembered:
        return visit.url("customer/account") if remembered == _sign_out_address(visit) else str(remembered)
    if visit.shop.settings.is_on("customer/startup/redirect_dashboard", visit.store):
        return visit.url("customer/account")
    referer = decode_address(visit.parameters.get("referer", "")).replace("logoutSuccess/", "")
    return referer if visit.is_own(referer) else visit.url("customer/account")


def _address_after_refusal(visit: Visit) -> str:
    remembered = visit.state.pop("before_auth_url", None)
    if remembered:
        return visit.url("customer/account") if remembered == _sign_out_address(visit) else str(remembered)
    return visit.sign_in_url()


def _sign_out_address(visit: Visit) -> str:
    return visit.url("customer/account/logout")
