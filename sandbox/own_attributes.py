"""The user-defined attributes of customers: required, and kept with a value."""

from sandbox import messages
from sandbox.defects import defective
from sandbox.fields import CUSTOMER_LABELS, Fields
from sandbox.records import CustomAttribute, CustomerDraft
from sandbox.versions import MagentoVersion


def missing_values(
    draft: CustomerDraft, fields: Fields, attributes: tuple[str, ...], version: MagentoVersion
) -> list[str]:
    """List what the shop says of required fields and attributes that a customer lacks."""
    labels = [
        title
        for name, title in CUSTOMER_LABELS.items()
        if fields.is_required(name) and getattr(draft, name) in (None, "")
        if name != "dob" or version.requires_birth_date
        if name == "dob" or not defective(f"without-{name}")
    ]
    sent = {attribute.attribute_code for attribute in known_attributes(draft, attributes)}
    if not defective("without-own-attributes"):
        labels += [label(code) for code in attributes if code not in sent]
    return [messages.REQUIRED_VALUE.format(label=title) for title in labels]


def known_attributes(draft: CustomerDraft, attributes: tuple[str, ...]) -> list[CustomAttribute]:
    """List the custom attributes of a draft that the shop knows and that say something; it ignores others."""
    return [
        attribute
        for attribute in draft.custom_attributes or ()
        if attribute.attribute_code in attributes and attribute.value
    ]


def label(code: str) -> str:
    """Write an attribute's label, made from its code."""
    return code.replace("_", " ").title()
