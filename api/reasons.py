"""Why Magento refuses, by name, and how such a refusal is recognised in any language.

A reason is known by its status and by the parameters of its message, which no language changes. Its wording is looked
at where the tables of wordings.py have it: in the language of the scope's locale, or in English for want of a pack.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api.answer import Answer
from api.errors import Refusal
from api.wordings import LANGUAGES, Language, Wordings

ANY = "*"
"""The value of a parameter that may have any."""

SIGN_IN = "the sign-in is not correct"
"""The one reason that stands for several, so that its message never says which."""

_SCOPE = re.compile(r"\S+ /rest/(\w+)/V1/")


@dataclass(frozen=True)
class Reason:
    """A refusal's meaning: its status and its parameters, None where nobody has seen what a shop sends.

    `required` are fields that the refusal names, each in parameters of its own; `reported_alone` says that it names
    no other. `wording` is the name in the tables of what several reasons share.
    """

    status: int
    parameters: Mapping[str, str] | None = None
    required: tuple[str, ...] = ()
    reported_alone: bool = True
    wording: str = ""

    def holds(self, refusal: Refusal) -> bool:
        """Tell whether a refusal is one for this reason, whatever its words."""
        if refusal.status != self.status:
            return False
        if self.required:
            named = [each.get("fieldName", "") for each in refusal.details or (refusal.parameters,)]
            missing = set(self.required)
            return missing == set(named) if self.reported_alone else missing <= set(named)
        if self.parameters is None:
            return True
        seen, expected = refusal.parameters, self.parameters
        return seen.keys() == expected.keys() and all(
            value in {ANY, seen[name]} for name, value in expected.items()
        )


def _required(*fields: str, reported_alone: bool = True) -> Reason:
    """Give the reason that fields are missing."""
    wording = "a field is required" if len(fields) == 1 else "several fields are required"
    return Reason(400, required=fields, reported_alone=reported_alone, wording=wording)


def _no_entity(*fields: str) -> Reason:
    """Give the reason that nothing has these values, in fields of these names."""
    names = dict(zip(("fieldName", "field2Name"), fields, strict=False))
    values = {name.replace("Name", "Value"): ANY for name in names}
    return Reason(404, {**names, **values})


REASONS: dict[str, Reason] = {
    SIGN_IN: Reason(401, {}),
    "the request cannot be processed": Reason(400, {}),
    "no such route": Reason(404, {}),
    "the JSON cannot be decoded": Reason(400),
    "the content type is missing": Reason(400, {}),
    "the content type is not understood": Reason(400),
    "the character set is not UTF-8": Reason(400),
    "the value has the wrong type": Reason(400, {}),
    "the e-mail is taken": Reason(400, {}),
    "the first name is missing": Reason(400, {}),
    "the last name is missing": Reason(400, {}),
    "both names are missing": Reason(400, {}),
    "the first name is not valid": Reason(400),
    "the city is not valid": Reason(400),
    "the telephone number is not valid": Reason(400),
    "the customer exists already": Reason(400),
    "nobody has the e-mail": _no_entity("email", "websiteId"),
    "the e-mail is missing": Reason(400, {}),
    "the e-mail is not an address": Reason(400, {}),
    "the e-mail's host is not valid": Reason(400),
    "the password is too short": Reason(400, {"1": ANY}),
    "the password is too long": Reason(400),
    "the password has too few classes of characters": Reason(400, {"1": ANY}),
    "the password begins or ends with a space": Reason(400),
    "the password is the e-mail": Reason(400, {}),
    "the store view is not in the website": Reason(400, {}),
    "the store view does not exist": Reason(404, {}),
    "the website does not exist": Reason(404, {}),
    "the customer group does not exist": Reason(400, {}),
    "the region does not exist": Reason(400, {"fieldName": "regionId", "value": ANY}),
    "the street has too many lines": Reason(400),
    "the customer does not exist": _no_entity("customerId"),
    "the address does not exist": _no_entity("addressId"),
    "username and password are required": _required("username", "password", reported_alone=False),
    "the field is not supported": Reason(400, {"fieldName": ANY}),
    "an internal error": Reason(500),
    "the address is not hers": Reason(400),
    "street, city and telephone are required": _required("street", "city", "telephone", reported_alone=False),
    "street and city are required": _required("street", "city"),
}

for _field in (
    *("customer", "username", "password", "customerId"),
    *("firstname", "lastname", "street", "city", "telephone", "postcode"),
):
    REASONS[f"{_field} is required"] = _required(_field)

for _resource in (
    "Magento_Backend::store",
    "Magento_Customer::customer",
    "Magento_Customer::delete",
    "Magento_Customer::manage",
    "self",
):
    REASONS[f"not authorized for {_resource}"] = Reason(
        401, {"resources": _resource}, wording="not authorized"
    )


class Refusals:
    """Judges the refusals of one shop, whose store views have these `locales` by their codes.

    `unread` is called with a reason and a locale where a message is in no table, so that nobody looked at its words.
    """

    def __init__(
        self,
        locales: Mapping[str, str],
        unread: Callable[[str, str], None] = lambda _reason, _locale: None,
        languages: Mapping[str, Language] = LANGUAGES,
    ) -> None:
        self._locales = locales
        self._unread = unread
        self._languages = languages

    def check(self, answer: Answer[Any], reason: str) -> bool:
        """Raise AssertionError unless the call was refused for this reason; tell whether its words were looked at."""
        refusal = answer.refusal
        is_worded: bool | None = False
        if REASONS[reason].holds(refusal):
            is_worded = self.is_worded(refusal.message, reason, scope_of(answer))
        if is_worded is False:
            reported = (
                f"{answer.call}: expected a refusal because {reason}, seen {refusal} {refusal.usual_cause}"
            )
            raise AssertionError(reported.rstrip())
        return is_worded is not None

    def check_accepted_or_refused(self, answer: Answer[Any], reason: str, *, refused: bool) -> None:
        """Raise AssertionError unless it was refused for the reason, or accepted where it is not to be `refused`."""
        if refused:
            self.check(answer, reason)
        elif not answer.accepted:
            raise AssertionError(
                f"{answer.call}: expected to be accepted by this version, seen {answer.refusal}"
            )

    def is_worded(self, message: str, reason: str, scope: str) -> bool | None:
        """Tell whether a message tells the reason in a scope's language, None where no table knows its words.

        A message that tells another reason is never right.
        """
        locales = self._locales_of(scope)
        wordings = Wordings(locales, self._languages)
        name = REASONS[reason].wording or reason
        reported = wordings.reasons_in(message)
        if reported or wordings.pattern(name):
            return name in reported
        self._unread(reason, ", ".join(locales))
        return None

    def sentence(self, reason: str, scope: str) -> re.Pattern[str] | None:
        """Give what a page says for the reason in a scope's language, None where no table knows it."""
        return Wordings(self._locales_of(scope), self._languages).pattern(REASONS[reason].wording or reason)

    def _locales_of(self, scope: str) -> list[str]:
        """Give a store view's locale; for a scope that is none, as "all", those of the shop: it has one of them."""
        return [self._locales[scope]] if scope in self._locales else sorted(set(self._locales.values()))


def scope_of(answer: Answer[Any]) -> str:
    """Give the scope in the URL of the call, "" without one."""
    found = _SCOPE.match(answer.call)
    return found[1] if found else ""
