"""Maps the errors of requests, urllib3 and ssl to those of `api.errors`, by type, the most specific first.

requests hides what happened behind few types of its own, and keeps the lower errors as its causes
(requests.adapters.HTTPAdapter.send); what counts is the most specific type anywhere in that chain.
"""

import ssl
from collections.abc import Iterator

import requests
from urllib3 import exceptions as urllib3_errors

from api.errors import (
    ConnectionBroken,
    NameNotResolved,
    NoConnection,
    NoTls,
    ProxyFailed,
    TimedOut,
    TlsError,
    Unreachable,
    UntrustedCertificate,
    WrongCertificate,
)

_UNKNOWN_AUTHORITY = {2, 18, 19, 20}
"""OpenSSL's X509_V_ERR_...: an issuer that is not known (2, 20), a certificate that signs itself (18, 19)."""

_NO_TLS = {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"}
"""OpenSSL's reasons when what answers is plain HTTP; which one depends on its version."""

_PHASES: tuple[tuple[type[BaseException], type[Unreachable]], ...] = (
    (urllib3_errors.ProxyError, ProxyFailed),  # holds the proxy's own name error, refusal or timeout
    (requests.exceptions.ProxyError, ProxyFailed),
    (requests.exceptions.InvalidProxyURL, ProxyFailed),
    (ssl.SSLError, TlsError),
    (urllib3_errors.SSLError, TlsError),
    (urllib3_errors.NameResolutionError, NameNotResolved),  # is a NewConnectionError
    (urllib3_errors.NewConnectionError, NoConnection),  # is a ConnectTimeoutError
    (requests.Timeout, TimedOut),
    (urllib3_errors.TimeoutError, TimedOut),
    (requests.ConnectionError, ConnectionBroken),
    (requests.exceptions.ChunkedEncodingError, ConnectionBroken),
    (requests.exceptions.ContentDecodingError, ConnectionBroken),
)


def unreachable(
    call: str,
    base_url: str,
    error: requests.RequestException,
    *,
    time_limit: float,
    request: requests.PreparedRequest | None = None,
) -> Unreachable:
    """Give the error that a call ends with for an error of requests'; `time_limit` is in seconds.

    The lower errors lose their frames, for tracebacks show what functions were called with: headers, bodies.
    """
    chain = tuple(_chain(error))
    for each in chain:
        each.__traceback__ = None
    phase = next(
        (phase for kind, phase in _PHASES if any(isinstance(each, kind) for each in chain)), Unreachable
    )
    if phase is TimedOut:
        problem = f"no answer from {base_url} within {time_limit:g} s"
    else:
        problem = f"{base_url} cannot be reached ({innermost_cause(error)})"
    if phase is not TlsError:
        return phase(call, problem, request=request)
    lower = next((each for each in chain if isinstance(each, ssl.SSLError)), None)
    if not isinstance(lower, ssl.SSLCertVerificationError):
        kind = NoTls if lower and lower.reason in _NO_TLS else TlsError
        return kind(call, problem, request=request)
    judged = UntrustedCertificate if lower.verify_code in _UNKNOWN_AUTHORITY else WrongCertificate
    return judged(call, problem, reason=lower.verify_message.rstrip("."), request=request)


def innermost_cause(error: BaseException) -> str:
    """Name the innermost cause, the only readable part of a wrapped connection error."""
    *_, cause = _chain(error)
    return str(cause) or type(cause).__name__


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give an error and its causes, the innermost last."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
