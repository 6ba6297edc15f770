"""What makes a customer acceptable: names, the e-mail address, and the website the account belongs to."""

from collections.abc import Sequence
from datetime import date, datetime

from sandbox import email_rules, messages
from sandbox.characters import NAME
from sandbox.customer_groups import GROUPS
from sandbox.defects import defective
from sandbox.errors import InputRefused, MaskedError, NoSuchEntity, RunFailedError, ShopFailedError
from sandbox.records import AddressDraft, CustomerDraft
from sandbox.stores import Stores, StoreView, website
from sandbox.versions import BREAKS_DOWN, REFUSED_FIRST, MagentoVersion

LONGEST_NAME = 255
GENDERS = (0, 1, 2, 3)
"""None, Male, Female, Not Specified."""
DATE_NOTATIONS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%m/%d/%Y", "%d.%m.%Y")

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
    if not draft.store_id and defective("ids-not-completed"):
        return stores.default
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


def check_missing_email(version: MagentoVersion, *, has_password: bool) -> None:
    """Refuse a creation without an e-mail as the release does, or break down; the oldest looks at it later."""
    if version.missing_email == REFUSED_FIRST:
        raise InputRefused(messages.EMAIL_REQUIRED)
    if version.missing_email == BREAKS_DOWN:
        raise MaskedError if has_password else RunFailedError


def check_attributes(
    draft: CustomerDraft, version: MagentoVersion, today: date, missing: Sequence[str] = ()
) -> None:
    """Refuse a customer whose attributes break rules, with all their texts in one message.

    `missing` is what the shop says of attributes that its admin requires.
    """
    texts = _missing_names(draft) + email_rules.problems(draft.email or "", version) + [*missing]
    if version.checks_names and not defective("markup-in-names"):
        texts += invalid_names(draft)
    texts += _unknown_options(draft, version)
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
    """Write a date of birth as the shop stores it, from the notations that PHP reads; refuse what is no date."""
    if not text:
        return None
    for notation in DATE_NOTATIONS:
        try:
            return datetime.strptime(text, notation).date().isoformat()
        except ValueError:
            continue
    raise InputRefused(messages.INVALID_DATE)


def cut_names(draft: CustomerDraft | AddressDraft, version: MagentoVersion) -> None:
    """Cut names to the length that the database holds, in the release that checks none."""
    if version.checks_names:
        return
    for attribute, _ in CHECKED_NAMES:
        value = getattr(draft, attribute)
        setattr(draft, attribute, value and value[:LONGEST_NAME])


def _missing_names(draft: CustomerDraft) -> list[str]:
    return [
        messages.REQUIRED_VALUE.format(label=label)
        for attribute, label in NAMES
        if not getattr(draft, attribute)
    ]


def _unknown_options(draft: CustomerDraft, version: MagentoVersion) -> list[str]:
    if not version.checks_options or draft.gender in (None, *GENDERS):
        return []
    return [messages.NO_SUCH_OPTION.format(code="gender", value=draft.gender)]
