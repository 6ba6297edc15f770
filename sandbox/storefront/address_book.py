"""The Address Book, and the form behind its links."""

from dataclasses import replace

from flask import current_app, request
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.errors import ShopError
from sandbox.records import Address, AddressDraft, Customer, CustomerDraft, RegionDraft
from sandbox.storefront import address_form
from sandbox.storefront.pager import Pager
from sandbox.storefront.pages import account_page, show
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit

NOT_SAVED = "We can't save the address."
NOT_DELETED = "We can't delete the address right now."
EDIT_ADDRESS = account_page("customer-address-form", "Edit Address", "Address Book")


@route("customer/address/index", for_customers=True)
def address_book(visit: Visit) -> Response:
    """Show the default addresses and the others; without any address there is only the form."""
    customer = _customer(visit)
    if not customer.addresses:
        return visit.redirect("customer/account" if defective("no-way-to-form") else "customer/address/new")
    billing = customer.address(customer.default_billing)
    shipping = customer.address(customer.default_shipping)
    others = [address for address in customer.addresses if address not in (billing, shipping)]
    if defective("defaults-among-others"):
        others = [*customer.addresses]
    if defective("no-others"):
        others = []
    if defective("swapped-addresses"):
        billing, shipping = _swap(billing, shipping)
    others.sort(key=lambda address: address.id, reverse=True)
    pager = Pager.of(others, request.args)
    page = show(visit, "address_book", billing=billing, shipping=shipping, pager=pager)
    if defective("kept-page"):
        page.data = visit.state.setdefault("kept_page", page.get_data(as_text=True))
    if defective("page-for-all"):
        kept = current_app.extensions.setdefault("address_book_for_all", [])
        kept.append(page.get_data(as_text=True))
        page.data = kept[-2] if len(kept) > 1 else kept[-1]
    return page


@route("customer/address/new", methods=("GET",), for_customers=True)
def new_address(visit: Visit) -> Response:
    """Show the empty form."""
    return _show_form(visit, None)


@route("customer/address/edit", methods=("GET",), for_customers=True)
def edit_address(visit: Visit) -> Response:
    """Show the form for one of the customer's own addresses; anybody else's opens it empty."""
    return _show_form(visit, _own_address(visit))


@route("customer/address/formpost", methods=("POST",), for_customers=True)
def save_address(visit: Visit) -> Response:
    """Save the form; a customer's first address becomes both defaults."""
    customer = _customer(visit)
    own = _own_address(visit)
    if own is None and _asked_id(visit) and not defective("others-address-by-form"):
        visit.add_message("error", NOT_SAVED)
        return visit.redirect("customer/address/index")
    draft = address_form.entered_address(own)
    draft.default_billing = not customer.addresses or "default_billing" in request.form
    draft.default_shipping = not customer.addresses or "default_shipping" in request.form
    kept = [_as_draft(one) for one in customer.addresses if one != own]
    try:
        _save(visit, customer, [*kept, draft])
    except ShopError as refusal:
        visit.add_message("error", refusal.text)
        return visit.redirect(f"customer/address/edit/id/{own.id}" if own else "customer/address/edit")
    visit.add_message("success", "You saved the address.")
    return visit.redirect("customer/address")


@route("customer/address/delete", for_customers=True)
def delete_address(visit: Visit) -> Response:
    """Delete one of the customer's own addresses, if the link carries the right form key."""
    own = _own_address(visit)
    key = visit.parameters.get("form_key") or request.form.get("form_key")
    if key != visit.session.form_key:
        return visit.redirect("customer/address/index")
    if own is None:
        visit.add_message("error", NOT_DELETED)
        return visit.redirect("customer/address/index")
    visit.shop.customers.delete_address(own.id)
    visit.add_message("success", "You deleted the address.")
    return visit.redirect("customer/address/index")


def _customer(visit: Visit) -> Customer:
    customer = visit.customer
    assert customer is not None  # guests have been sent away
    return customer


def _asked_id(visit: Visit) -> str:
    return visit.parameters.get("id") or request.values.get("id", "")


def _own_address(visit: Visit) -> Address | None:
    asked = _asked_id(visit)
    owner = _customer(visit)
    if defective("open-addresses") and asked.isdecimal():
        owner = visit.shop.customers.with_address(int(asked))
    return owner.address(int(asked)) if asked.isdecimal() else None


def _show_form(visit: Visit, address: Address | None) -> Response:
    page = EDIT_ADDRESS if address else None
    return address_form.show_form(visit, address, _customer(visit), page, _stranger(visit))


def _stranger(visit: Visit) -> tuple[Customer, Address] | None:
    """Give whose address a wrong store tells of, and the address."""
    asked = _asked_id(visit)
    if not asked.isdecimal() or not (defective("others-telephone") or defective("others-email")):
        return None
    owner = visit.shop.customers.with_address(int(asked))
    address = owner.address(int(asked))
    return (owner, address) if address and owner.id != _customer(visit).id else None


def _as_draft(address: Address) -> AddressDraft:
    """Spell out an address that stays as it is: the shop replaces the whole list."""
    plain = {name: value for name, value in vars(address).items() if name not in ("region", "region_code")}
    region = RegionDraft(address.region_code, address.region, address.region_id) if address.region else None
    return AddressDraft(**plain, region=region)


def _save(visit: Visit, customer: Customer, addresses: list[AddressDraft]) -> None:
    draft = CustomerDraft(
        email=customer.email, firstname=customer.firstname, lastname=customer.lastname, addresses=addresses
    )
    visit.shop.customers.update(customer.id, draft, visit.store)


def _swap(billing: Address | None, shipping: Address | None) -> tuple[Address | None, Address | None]:
    """Put each default address into the other's box; a single one gets another street and postcode."""
    if billing and billing == shipping:
        wrong = replace(billing, street=["1 Elsewhere Rd"], postcode="99999")
        return wrong, wrong
    return shipping, billing
