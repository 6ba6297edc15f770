"""The refusals of the shop: a message with its placeholders, their values, and the status REST gives it."""

import secrets
from typing import Any

from sandbox import messages
from sandbox.defects import defective

Parameters = dict[str, Any] | list[Any]


class ShopFailedError(Exception):
    """The shop breaks down and answers an empty page."""


class RunFailedError(Exception):
    """PHP dies in the middle of a call, and Magento says so in plain text."""


class ShopError(Exception):
    """The shop does not do what it was asked; the message is a template as Magento's REST sends it."""

    status = 400

    def __init__(self, message: str, parameters: Parameters | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.parameters = parameters
        self.errors: list[InputRefused] = []

    @property
    def text(self) -> str:
        """The message with its values, as a page says it."""
        values = self.parameters or {}
        named = values if isinstance(values, dict) else {str(at): value for at, value in enumerate(values, 1)}
        text = self.message
        for name, value in named.items():
            text = text.replace(f"%{name}", str(value))
        return text


class InputRefused(ShopError):
    """What was sent breaks a rule."""

    @classmethod
    def required(cls, field: str) -> "InputRefused":
        """Make the refusal of a field that is missing."""
        return cls(messages.REQUIRED, {"fieldName": field})

    @classmethod
    def several(cls, errors: list["InputRefused"]) -> "InputRefused":
        """Gather refusals as Magento does: a single one stands for itself."""
        if len(errors) == 1 or defective("one-problem-at-a-time"):
            return errors[0]
        gathered = cls(messages.SEVERAL_ERRORS)
        gathered.errors = errors
        return gathered


class AccessRefused(ShopError):
    """The caller may not do this."""

    status = 401

    @classmethod
    def to(cls, resource: str) -> "AccessRefused":
        """Make the refusal that names the access-control resource."""
        return cls(messages.NOT_AUTHORIZED, {"resources": resource})


class SignInRefused(ShopError):
    """Unknown, wrong, locked or throttled: the shop never says which."""

    status = 401

    def __init__(self, message: str = messages.SIGN_IN_REFUSED) -> None:
        super().__init__(messages.SIGN_IN_REFUSED_OTHERWISE if defective("other-words") else message)


class NotConfirmed(SignInRefused):
    """The account waits for its confirmation."""

    def __init__(self) -> None:
        super().__init__(messages.ACCOUNT_NOT_CONFIRMED)


class NoSuchEntity(ShopError):
    """What was asked for does not exist."""

    status = 404

    @classmethod
    def with_field(cls, field: str, value: object) -> "NoSuchEntity":
        """Make the refusal that names the field and the value looked for."""
        return cls(messages.NO_SUCH_ENTITY, {"fieldName": field, "fieldValue": value})

    @classmethod
    def with_two_fields(cls, field: str, value: object, field2: str, value2: object) -> "NoSuchEntity":
        """Make the refusal that names two fields and the values looked for."""
        parameters = {"fieldName": field, "fieldValue": value, "field2Name": field2, "field2Value": value2}
        return cls(messages.NO_SUCH_ENTITY_TWO_FIELDS, parameters)


class MethodRefused(ShopError):
    """An HTTP method that REST does not know; the releases differ in how they say so."""

    def __init__(self, method: str, status: int) -> None:
        unsupported = messages.UNSUPPORTED_METHOD.format(method=method)
        super().__init__(messages.INVALID_METHOD if status == ShopError.status else unsupported)
        self.status = status


class MaskedError(ShopError):
    """A failure of Magento itself, masked as production mode masks it: its id would stand in the log."""

    status = 500

    def __init__(self) -> None:
        super().__init__(messages.INTERNAL_ERROR.format(report=f"webapi-{secrets.token_hex(7)[:13]}"))
