"""Why Magento refuses, by name: the one table of its messages that the features speak of.

A reason holds the HTTP status and every wording that the supported versions have for the same meaning, as
patterns of the message with its placeholders filled. Where the scope of a call translates the wording, the
message's parameters tell the meaning.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from api.answer import Answer


@dataclass(frozen=True)
class Reason:
    """A refusal's meaning: its status, and its wordings or the parameters that tell it in any language."""

    status: int
    wordings: tuple[str, ...] = ()
    parameters: dict[str, str] = field(default_factory=dict)

    def fits(self, answer: Answer[Any]) -> bool:
        """Tell whether this is why the call was refused."""
        refusal = answer.refusal
        if refusal.status != self.status:
            return False
        if self.parameters:
            return refusal.parameters == self.parameters
        return self.pattern().search(refusal.message) is not None

    def pattern(self) -> re.Pattern[str]:
        """Give one pattern that any of the wordings, and nothing around it, fits."""
        wordings = "|".join(self.wordings)
        return re.compile(rf"^\s*(?:{wordings})\s*$", flags=re.DOTALL)


_REQUIRED = r'"{0}" is required\. Enter and try again\.'
_SEVERAL = r"One or more input exceptions have occurred\."


def _required(*fields: str, told_alone: bool = False) -> Reason:
    """Give the reason that fields are missing; among several, those `told_alone` are all that is told."""
    if len(fields) == 1:
        return Reason(400, (_REQUIRED.format(fields[0]),))
    each = "".join(rf"(?=.*{_REQUIRED.format(name)})" for name in fields)
    nothing_more = rf"(?!(.*is required\.){{{len(fields) + 1}}})" if told_alone else ""
    return Reason(400, (rf"{_SEVERAL}{nothing_more}{each}.*",))


_SIGN_IN = (
    r"The account sign-in was incorrect or your account is disabled temporarily\. "
    r"Please wait and try again later\.",
    r"Die Anmeldung des Kontos war falsch oder Ihr Konto ist vorübergehend deaktiviert\. .*",
)

REASONS: dict[str, Reason] = {
    "the sign-in is not correct": Reason(401, _SIGN_IN),
    "the request cannot be processed": Reason(400, (r"Specified request cannot be processed\.",)),
    "no such route": Reason(404, (r"Request does not match any route\.",)),
    "the JSON cannot be decoded": Reason(400, (r"Decoding error\..*",)),
    "the content type is missing": Reason(400, (r"Content-Type header is empty\.",)),
    "the content type is not understood": Reason(
        400, (r"Server cannot understand Content-Type HTTP header .*",)
    ),
    "the character set is not UTF-8": Reason(400, (r"UTF-8 is the only supported charset\.",)),
    "the value has the wrong type": Reason(400, (r"Error occurred during \"store_id\" processing\. .*",)),
    "the e-mail is taken": Reason(
        400, (r"A customer with the same email address already exists in an associated website\.",)
    ),
    "the first name is missing": Reason(400, (r'"First Name" is a required value\.',)),
    "the last name is missing": Reason(400, (r'"Last Name" is a required value\.',)),
    "both names are missing": Reason(
        400, (r'"First Name" is a required value\.\s+"Last Name" is a required value\.',)
    ),
    "the first name is not valid": Reason(400, (r"First Name is not valid!", r'"?First Name"? .*255.*')),
    "the city is not valid": Reason(400, (r"Invalid City\. .*",)),
    "the telephone number is not valid": Reason(400, (r"Invalid Phone Number\. .*",)),
    "the customer exists already": Reason(400, (r"This customer already exists in this store\.",)),
    "nobody has the e-mail": Reason(404, (r"No such entity with email = \S+, websiteId = \d+",)),
    "the e-mail is missing": Reason(
        400,
        (
            r"The customer email is missing\. Enter and try again\.",
            r"The email address is required to create a customer account\.",
        ),
    ),
    "the e-mail is not an address": Reason(400, (r'"Email" is not a valid email address\.',)),
    "the e-mail's host is not valid": Reason(400, (r'"Email" is not a valid hostname\..*',)),
    "the password is too short": Reason(
        400, (r"The password needs at least \d+ characters\. Create a new password and try again\.",)
    ),
    "the password is too long": Reason(400, (r"Please enter a password with at most \d+ characters\.",)),
    "the password has too few classes of characters": Reason(
        400, (r"Minimum of different classes of characters in password is \d\. Classes of characters: .*",)
    ),
    "the password begins or ends with a space": Reason(
        400, (r"The password can't begin or end with a space\. Verify the password and try again\.",)
    ),
    "the password is the e-mail": Reason(
        400,
        (r"The password can't be the same as the email address\. Create a new password and try again\.",),
    ),
    "the store view is not in the website": Reason(
        400, (r"The store view is not in the associated website\.",)
    ),
    "the store view does not exist": Reason(
        404, (r"The store that was requested wasn't found\. Verify the store and try again\.",)
    ),
    "the website does not exist": Reason(
        404,
        (r"The website with id \d+ that was requested wasn't found\. Verify the website and try again\.",),
    ),
    "the customer group does not exist": Reason(400, (r"The specified customer group id does not exist\.",)),
    "the region does not exist": Reason(400, (r'Invalid value of "\d+" provided for the regionId field\.',)),
    "the street has too many lines": Reason(400, (r'"Street Address" cannot contain more than \d lines\.',)),
    "the customer does not exist": Reason(404, (r"No such entity with customerId = -?\d+",)),
    "the address does not exist": Reason(404, (r"No such entity with addressId = \d+",)),
    "customer is required": _required("customer"),
    "username is required": _required("username"),
    "password is required": _required("password"),
    "username and password are required": _required("username", "password"),
    "customerId is required": _required("customerId"),
    "the field is not supported": Reason(
        400, (r'".*" is not supported\. Correct the field name and try again\.',)
    ),
    "an internal error": Reason(
        500, (r"Internal Error\. Details are available in Magento log file\. Report ID: .+",)
    ),
    "the address is not hers": Reason(
        400,
        (
            r'Provided customer ID ".*" isn\'t related to current customer address\.',
            r"A customer with the same email address already exists in an associated website\.",
        ),
    ),
    "street, city and telephone are required": _required("street", "city", "telephone"),
    "street and city are required": _required("street", "city", told_alone=True),
}

for _field in ("firstname", "lastname", "street", "city", "telephone", "postcode"):
    REASONS[f"{_field} is required"] = _required(_field)

for _resource in (
    "Magento_Backend::store",
    "Magento_Customer::customer",
    "Magento_Customer::delete",
    "Magento_Customer::manage",
    "self",
):
    REASONS[f"not authorized for {_resource}"] = Reason(401, parameters={"resources": _resource})


def check_refused(answer: Answer[Any], reason: str) -> None:
    """Raise AssertionError unless the call was refused for the reason of this name."""
    if not REASONS[reason].fits(answer):
        seen = answer.refusal
        told = f"{answer.call}: expected a refusal because {reason}, seen {seen} {seen.usual_cause}"
        raise AssertionError(told.rstrip())


def check_accepted_or_refused(answer: Answer[Any], reason: str, *, refused: bool) -> None:
    """Raise AssertionError unless the call was refused for the reason, or accepted where it is not to be `refused`."""
    if refused:
        check_refused(answer, reason)
    elif not answer.accepted:
        raise AssertionError(f"{answer.call}: expected to be accepted by this version, seen {answer.refusal}")
