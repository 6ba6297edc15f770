"""What a merchant asks of a new customer beyond what Magento asks out of the box."""

from sandbox import messages
from sandbox.configuration import Configuration
from sandbox.records import CustomAttribute, CustomerDraft

FIELDS = {
    "prefix": "Name Prefix",
    "middlename": "Middle Name/Initial",
    "suffix": "Name Suffix",
    "dob": "Date of Birth",
    "taxvat": "Tax/VAT Number",
    "gender": "Gender",
}
"""The fields that a merchant may require, in the order in which they are asked for, and what the shop calls them."""


def missing_values(draft: CustomerDraft, configuration: Configuration) -> list[str]:
    """List what the shop says of required fields and attributes that a customer lacks."""
    labels = [
        label
        for name, label in FIELDS.items()
        if name in configuration.required_fields and getattr(draft, name) in (None, "")
    ]
    sent = {attribute.attribute_code for attribute in own_attributes(draft, configuration)}
    labels += [
        code.replace("_", " ").title() for code in configuration.required_attributes if code not in sent
    ]
    return [messages.REQUIRED_VALUE.format(label=label) for label in labels]


def own_attributes(draft: CustomerDraft, configuration: Configuration) -> list[CustomAttribute]:
    """List the custom attributes of a draft that the shop knows and that say something; it ignores others."""
    return [
        attribute
        for attribute in draft.custom_attributes or ()
        if attribute.attribute_code in configuration.required_attributes and attribute.value
    ]
