"""What makes a customer acceptable: names, the e-mail address, and the website the account belongs to."""

import re
from collections.abc import Sequence
from datetime import date

from sandbox import messages
from sandbox.characters import NAME
from sandbox.errors import InputRefused, NoSuchEntity, ShopFailedError
from sandbox.records import AddressDraft, CustomerDraft
from sandbox.stores import Stores, StoreView, website
from sandbox.versions import MagentoVersion

LONGEST_NAME = 255
GROUPS = frozenset({0, 1, 2, 3})
"""NOT LOGGED IN, General, Wholesale, Retailer: the groups of a fresh shop."""

NAMES = (("firstname", "First Name"), ("lastname", "Last Name"))
CHECKED_NAMES = (*NAMES, ("middlename", "Middle Name"))

LOCAL_PART = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
HOST_LABEL = re.compile(r"[^\W_]((?:[^\W_]|-){0,61}[^\W_])?")
LOCAL_NAME = re.compile(r"([a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}", re.IGNORECASE)
RESERVED_TOP_LEVEL_DOMAINS = frozenset(
    {"test", "example", "invalid", "localhost", "local", "internal", "lan", "home", "corp"}
)
"""Names that no registry gives out: Magento, which knows all top-level domains, does not take them."""


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
    texts = _name_problems(draft, version) + _email_problems(draft.email or "", version) + [*missing]
    if version.checks_names:
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


def _email_problems(email: str, version: MagentoVersion) -> list[str]:
    local, at, host = email.rpartition("@")
    if not at or not local or not host or re.search(r"\s|\.\.", email):
        return [messages.EMAIL_MALFORMED]
    problem = _hostname_problem(host, version)
    if problem:
        local_name = (
            messages.LOCAL_NAME_REFUSED if LOCAL_NAME.fullmatch(host) else messages.LOCAL_NAME_INVALID
        )
        return [messages.HOSTNAME_INVALID, problem.format(host=host), local_name.format(host=host)]
    if not LOCAL_PART.fullmatch(local):
        return [messages.EMAIL_MALFORMED]
    return []


def _hostname_problem(host: str, version: MagentoVersion) -> str | None:
    *names, top_level_domain = host.split(".")
    if not names or not all(map(HOST_LABEL.fullmatch, names)):
        return version.bad_hostname
    if top_level_domain.lower() in RESERVED_TOP_LEVEL_DOMAINS or not HOST_LABEL.fullmatch(top_level_domain):
        return messages.TOP_LEVEL_DOMAIN_UNKNOWN
    return None
