"""What can go wrong between the suite and a shop's REST API, as one tree.

    ShopError                        names the call; keeps request, answer and cause
    ├── Unreachable                  no answer came
    │   ├── NameNotResolved          the shop's name has no address
    │   ├── NoConnection             nobody takes connections there, or no way leads there
    │   ├── TlsError                 the encrypted connection failed
    │   │   ├── NoTls                something answers there, and not in TLS
    │   │   └── BadCertificate       the shop's certificate does not pass, OpenSSL says why
    │   │       ├── UntrustedCertificate  this machine does not know its authority
    │   │       └── WrongCertificate      it is trusted, but of another name, or has ended
    │   ├── ProxyFailed              the proxy is not there, or refuses (407)
    │   ├── TimedOut                 the time limit ran out
    │   └── ConnectionBroken         the connection was closed before the answer was whole
    ├── NotRest                      an answer that is not from Magento's REST API: a redirect, a page
    ├── Refusal                      Magento refused the call
    └── UnexpectedAnswer             Magento accepted the call, and promised something else

The type tells the phase that failed. The message is one line: what was asked, where, what came back and, where
it is known, what to do next. `__cause__` is the lower error where there is one.
"""

import requests

from api import usual_causes


class ShopError(Exception):
    """A REST call did not give what it was made for.

    `call` is the method and path ("POST /rest/us/V1/customers"), `status` the HTTP status, or None when no
    answer came. `request` and `answer` are requests' own objects, or None: they hold tokens and bodies, so
    they stand in no message and no repr.
    """

    def __init__(
        self,
        call: str,
        problem: str,
        *,
        status: int | None = None,
        request: requests.PreparedRequest | None = None,
        answer: requests.Response | None = None,
    ) -> None:
        super().__init__(f"{call}: {problem}")
        self.call = call
        self.problem = problem
        self.answer = answer
        self.status = answer.status_code if answer is not None else status
        self.request = answer.request if answer is not None else request

    @property
    def usual_cause(self) -> str:
        """Give what usually stands behind it as a sentence, "" where nothing is known."""
        return ""


class Unreachable(ShopError):
    """No answer came: the connection could not be made, broke, or the time limit ran out."""


class NameNotResolved(Unreachable):
    """The name in the shop's URL cannot be looked up on this machine."""


class NoConnection(Unreachable):
    """Nobody takes connections at the shop's URL, or no way leads there."""


class TlsError(Unreachable):
    """The encrypted connection failed in its handshake."""


class NoTls(TlsError):
    """Something answers at a URL with https, and does not speak TLS."""


class BadCertificate(TlsError):
    """The shop's certificate does not pass; `reason` is OpenSSL's ("self-signed certificate")."""

    def __init__(
        self, call: str, problem: str, *, reason: str, request: requests.PreparedRequest | None = None
    ) -> None:
        super().__init__(call, problem, request=request)
        self.reason = reason


class UntrustedCertificate(BadCertificate):
    """Nobody whom this machine trusts vouches for the shop's certificate."""


class WrongCertificate(BadCertificate):
    """The certificate's authority is trusted, but it is made out to another name, or has ended."""


class ProxyFailed(Unreachable):
    """The proxy cannot be reached, cannot reach the shop, or refuses to (407)."""


class TimedOut(Unreachable):
    """No answer, or no whole one, came within the time limit."""


class ConnectionBroken(Unreachable):
    """The connection was closed before the answer was whole."""


class NotRest(ShopError):
    """An answer came, but not from Magento's REST API: a redirect, an HTML page, unreadable JSON."""

    @property
    def usual_cause(self) -> str:
        """Give what usually answers in the shop's place."""
        return usual_causes.of_no_rest(self.status) if self.status else ""


class UnexpectedAnswer(ShopError):
    """Magento answered with success, but the answer lacks what it promises or has another shape."""


class Refusal(ShopError):
    """Magento refused the call.

    `message` is Magento's own sentence with its placeholders filled, `parameters` what filled them. `errors` are the
    single refusals' sentences when there were several, `details` their parameters. `advice` is added where a right is
    missing.
    """

    def __init__(
        self,
        call: str,
        message: str,
        *,
        status: int,
        parameters: dict[str, str] | None = None,
        errors: tuple[str, ...] = (),
        details: tuple[dict[str, str], ...] = (),
        advice: str = "",
        answer: requests.Response | None = None,
    ) -> None:
        self.message = message
        self.parameters = parameters or {}
        self.errors = errors
        self.details = details
        advised = f"{message} {advice}" if advice and self.missing_right else message
        super().__init__(call, f"{status}, {advised}", status=status, answer=answer)

    @property
    def usual_cause(self) -> str:
        """Give why Magento usually refuses in these words."""
        return usual_causes.of_refusal(
            self.call, self.status or 0, self.message, self.parameters.get("resources", "")
        )

    @property
    def missing_right(self) -> str | None:
        """The right that the caller lacks, None for any other reason; "self" is a customer's, no admin has it."""
        right = self.parameters.get("resources")
        return None if right == "self" else right
