"""What makes a customer acceptable: names, the e-mail address, and the website the account belongs to."""

from collections.abc import Sequence
from datetime import date

from sandbox import email_rules, messages
from sandbox.characters import NAME
from sandbox.defects import defective
from sandbox.errors import InputRefused, NoSuchEntity, ShopFailedError
from sandbox.records import AddressDraft, CustomerDraft
from sandbox.stores import Stores, StoreView, website
from sandbox.versions import MagentoVersion

LONGEST_NAME = 255
GROUPS = frozenset({0, 1, 2, 3})
"""NOT LOGGED IN, General, Wholesale, Retailer: the groups of a fresh shop."""

NAMES = (("firstname", "First Name"), ("lastname", "Last Name"))
CHECKED_NAMES = (*NAMES, ("middlename", "Middle Name"))


def resolve_store(draft: CustomerDraft, stores: Stores, *, shared: bool = False) -> StoreView:
    """Answer the store view that a new account belongs to, as far as its ids say so.

    Where accounts are `shared` over all websites, one of another website does as well.
    """
    if draft.website_id and website(draft.website_id) is None:
        text = messages.WEBSITE_NOT_FOUND.format(website_id=draft.website_id)
        raise NoSuchEntity(text)
    if not draft.store_id and not draft.website_id:
        # A shop with store codes in its addresses breaks down over this.
        raise ShopFailedError
    if not draft.store_id:
        return stores.default_of(draft.website_id or 0)
    store = stores.by_id(draft.store_id)
    fits = store is not None and (shared or store.website_id == draft.website_id)
    if draft.website_id and not fits:
        raise InputRefused(messages.STORE_NOT_IN_WEBSITE)
    if store is None:
        raise NoSuchEntity(messages.STORE_NOT_FOUND)
    return store


def check_group(group_id: int | None) -> None:
    """Refuse a customer group that does not exist."""
    if group_id is not None and group_id not in GROUPS:
        raise InputRefused(messages.NO_SUCH_GROUP)


def check_attributes(
    draft: CustomerDraft, version: MagentoVersion, today: date, missing: Sequence[str] = ()
) -> None:
    """Refuse a customer whose attributes break rules, with all their texts in one message.

    `missing` is what the shop says of attributes that its merchant requires.
    """
    texts = _name_problems(draft, version) + email_rules.problems(draft.email or "", version) + [*missing]
    if version.checks_names and not defective("markup-in-names"):
        texts += invalid_names(draft)
    if version.checks_birth_date and (normal_date(draft.dob) or "") > today.isoformat():
        texts.append(messages.BIRTH_DATE_IN_FUTURE)
    if texts:
        raise InputRefused("\n".join(texts))


def invalid_names(draft: CustomerDraft | AddressDraft) -> list[str]:
    """List what the later releases say of names with characters that they do not take."""
    return [
        messages.NAME_NOT_VALID.format(label=label)
        for attribute, label in CHECKED_NAMES
        if not NAME.accept(getattr(draft, attribute) or "")
    ]


def empty_attributes(draft: CustomerDraft) -> list[str]:
    """List what the endpoint that only validates says of what is empty."""
    return [
        messages.EMPTY_ATTRIBUTE.format(label=f'"{label}"')
        for attribute, label in (*NAMES, ("email", "Email"))
        if not (getattr(draft, attribute) or "").strip()
    ]


def normal_date(text: str | None) -> str | None:
    """Write a date of birth as the shop stores it; what is no date is not kept."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _name_problems(draft: CustomerDraft, version: MagentoVersion) -> list[str]:
    texts = []
    for attribute, label in NAMES:
        value = getattr(draft, attribute) or ""
        if not value:
            texts.append(messages.REQUIRED_VALUE.format(label=label))
        elif len(value) > LONGEST_NAME and not version.checks_names:
            texts.append(messages.VALUE_TOO_LONG.format(label=label, length=LONGEST_NAME))
    return texts
