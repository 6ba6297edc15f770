"""One answer of the REST API, read with care: its status and content type before its body."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import requests
from pydantic import TypeAdapter, ValidationError

from api.errors import NotRest, Refusal, UnexpectedAnswer

Model = TypeVar("Model")

_SUCCESS = range(200, 300)
_PROMISED = 200
"""The status of every call that Magento's REST API accepts, a creation's too."""
_REDIRECT = range(300, 400)
_MARKUP = re.compile(r"<(script|style).*?</\1>|<[^>]*>", re.DOTALL)
_LONGEST_BEGINNING = 80
"""Characters of a body that is not as promised which an error shows."""


@dataclass(frozen=True)
class Answer(Generic[Model]):
    """What came back from a call that promises a `Model` when it is accepted.

    `call` is its method and path, `text` the undecoded body, `location` where a redirect leads, `advice` what
    to do when the caller lacks a right, `response` requests' own object, which holds the request as well.
    """

    model: type[Model]
    call: str
    status: int
    content_type: str
    text: str
    location: str = ""
    advice: str = ""
    cache_control: str = ""
    response: requests.Response | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(
        cls, response: requests.Response, call: str, model: type[Model], advice: str = ""
    ) -> "Answer[Model]":
        """Take what is needed from a response."""
        return cls(
            model=model,
            call=call,
            status=response.status_code,
            content_type=response.headers.get("Content-Type", ""),
            text=response.text,
            location=response.headers.get("Location", ""),
            advice=advice,
            cache_control=response.headers.get("Cache-Control", ""),
            response=response,
        )

    def __repr__(self) -> str:
        """Leave the body out: it may carry a token."""
        return f"<Answer {self.status} to {self.call}>"

    @property
    def accepted(self) -> bool:
        """Whether Magento carried the call out."""
        return self.status in _SUCCESS

    @property
    def json(self) -> Any:
        """The decoded body of an accepted call; raises Refusal or NotRest for any other."""
        return self._accepted_body()

    @property
    def value(self) -> Model:
        """What an accepted call promises; raises UnexpectedAnswer when the body has another shape."""
        self._accepted_body()
        try:
            return TypeAdapter(self.model).validate_json(self.text)
        except ValidationError as error:
            fields = "; ".join(
                f"{'.'.join(map(str, e['loc'])) or 'the body'}: {e['msg']}" for e in error.errors()
            )
            raise UnexpectedAnswer(
                self.call,
                f"the answer is not as promised: {fields}",
                status=self.status,
                answer=self.response,
            ) from None  # pydantic's own message repeats the body

    @property
    def refusal(self) -> Refusal:
        """Magento's refusal; raises UnexpectedAnswer when the call was accepted after all."""
        body = self._body()
        if self.accepted:
            raise UnexpectedAnswer(
                self.call,
                f"accepted with {self.status}, but should have been refused",
                status=self.status,
                answer=self.response,
            )
        return self._refusal(body)

    @property
    def missing_right(self) -> str | None:
        """The admin's right that the caller lacks, or seems to lack since the token ran out; else None."""
        try:
            return None if self.accepted else self.refusal.missing_right
        except NotRest:
            return None

    def _accepted_body(self) -> Any:
        body = self._body()
        if not self.accepted:
            raise self._refusal(body)
        if self.status != _PROMISED:
            raise UnexpectedAnswer(self.call, f"accepted with {self.status}, but {_PROMISED} is promised")
        return body

    def _body(self) -> Any:
        if self.status in _REDIRECT:
            raise self._not_rest(
                f"a redirect to {self.location or 'nowhere'}. Set the shop's base URL to where it leads."
            )
        if "json" not in self.content_type:
            seen = f"{self.content_type or 'no content type'} in place of JSON"
            raise self._not_rest(f"{seen}, {self._beginning()}")
        try:
            return json.loads(self.text)
        except ValueError:
            seen = f"JSON that cannot be read, {self._beginning()}"
            raise self._not_rest(seen) from None  # its cause holds the body

    def _refusal(self, body: Any) -> Refusal:
        """Read Magento's envelope; any other JSON beside success is somebody else's, whatever its status."""
        envelope = _envelope(body)
        if envelope is None:
            raise self._not_rest("JSON that is no refusal of Magento's")
        parameters = _by_name(envelope.get("parameters"))
        reported = envelope.get("errors", [])
        details = tuple(_by_name(error.get("parameters")) for error in reported)
        errors = tuple(
            filled(str(error.get("message", "")), filling)
            for error, filling in zip(reported, details, strict=True)
        )
        message = filled(envelope["message"], parameters)
        return Refusal(
            self.call,
            " ".join((message, *errors)),
            status=self.status,
            parameters=parameters,
            errors=errors,
            details=details,
            advice=self.advice,
            answer=self.response,
        )

    def _beginning(self) -> str:
        """Say how a body begins that is not as promised: its first words, up to where data begins.

        Data may be a secret, and what answers a call for a token is one.
        """
        words = re.sub(r"\s+(?=[:,.;])", "", " ".join(_MARKUP.sub(" ", self.text).split()))
        beginning = "" if "token" in self.call else re.split(r'["{\[]', words)[0].strip()
        if beginning:
            return f"beginning with: {beginning[:_LONGEST_BEGINNING]}"
        return "with data that is not shown here" if words else "and nothing in it"

    def _not_rest(self, seen: str) -> NotRest:
        return NotRest(self.call, f"{self.status}, {seen}", status=self.status, answer=self.response)


def require_true(answer: Answer[bool]) -> None:
    """Raise what `value` raises, and UnexpectedAnswer unless an accepted call says true: it was carried out."""
    if answer.value is not True:
        problem = f"accepted with {answer.status} and false, but true is promised"
        raise UnexpectedAnswer(answer.call, problem, status=answer.status, answer=answer.response)


def _envelope(body: Any) -> dict[str, Any] | None:
    """Give Magento's error envelope, None for what is none.

    A PHP fatal error has a shape of its own, `{"messages": {"error": [{"code": 500, "message": "..."}]}}`
    (the framework's Webapi/ErrorProcessor.php, renderErrorMessage).
    """
    if not isinstance(body, dict):
        return None
    if isinstance(body.get("message"), str):
        return body
    match body:
        case {"messages": {"error": [{"message": str() as message}, *_]}}:
            return {"message": message}
    return None


def filled(message: str, parameters: Mapping[str, str]) -> str:
    """Fill the placeholders that Magento leaves in its messages (%fieldName, %1)."""
    for name in sorted(parameters, key=len, reverse=True):
        message = message.replace(f"%{name}", parameters[name])
    return message


def _by_name(parameters: Any) -> dict[str, str]:
    """Bring both shapes of `parameters`, an object or a list for %1, %2, to one."""
    if isinstance(parameters, dict):
        return {str(name): str(value) for name, value in parameters.items()}
    return {str(place): str(value) for place, value in enumerate(parameters or [], start=1)}
