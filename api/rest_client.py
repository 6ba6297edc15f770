"""The way to a shop's REST API: one session without memory, strict about where answers come from.

It keeps no cookies (a refusal of Magento's REST sets a session cookie), never takes credentials from a
.netrc file (they would silently replace the token), never follows a redirect (a POST would become a GET) and
always has a time limit. Only a GET whose connection broke is tried a second time, and any call whose admin
token had run out: a refusal for lack of authority has done nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import requests

from api.admin_access import Caller, authorization
from api.answer import Answer, Model
from api.connection_errors import unreachable
from api.errors import ProxyFailed, TimedOut, Unreachable


@dataclass(frozen=True)
class RawBody:
    """A body that is sent as it stands, under this content type or none."""

    content_type: str | None
    text: str


class RestClient:
    """Sends calls to the REST API of the shop at `base_url` (no trailing slash).

    `headers` go with every call. `proxy` is the URL of one, with its credentials; without it calls go directly,
    whatever the machine's HTTP_PROXY says, which is for the caller to read. `ca_file` holds the certificates that
    vouch for the shop in place of the public ones. `session` is open to whoever wants to watch the exchanges: requests'
    response hooks fire for each.
    """

    def __init__(
        self,
        base_url: str,
        *,
        time_limit: float,
        user_agent: str,
        headers: Mapping[str, str] | None = None,
        proxy: str | None = None,
        ca_file: Path | None = None,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.time_limit = time_limit
        self.session = requests.Session()
        self.session.headers.update({"User-Agent": user_agent, **(headers or {})})
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._proxies: Any = dict.fromkeys(("http", "https", "all"), proxy)
        self._ca_file = str(ca_file) if ca_file else None

    def __repr__(self) -> str:
        """Show the URL alone."""
        return f"<RestClient of {self.base_url}>"

    def send(
        self,
        method: str,
        path: str,
        model: type[Model],
        *,
        scope: str = "all",
        caller: Caller = None,
        body: Any = None,
        query: dict[str, str] | None = None,
        accept: str = "application/json",
    ) -> Answer[Model]:
        """Call `/rest/<scope>/V1/<path>` as the `caller`; an empty scope is left out.

        `body` is sent as JSON unless it is a RawBody. Whatever comes back is an Answer, a refusal too; it
        holds a `model` when the call was accepted. Raises the Unreachable of the phase in which it failed, with
        requests' own error as its cause, when nothing comes back.
        """
        route = f"/rest/{scope}/V1/{path}" if scope else f"/rest/V1/{path}"
        call = f"{method} {route}"
        access = authorization(caller)
        request = requests.Request(
            method,
            self.base_url + route,
            params=urlencode(query or {}, quote_via=quote),  # a + for a space would break a signature
            headers={"Accept": accept, **_content_type(body)},
            data=_encoded(body),
            auth=access,
        )
        answer = Answer.of(self._exchange(request, call), call, model, access.advice)
        if answer.missing_right and access.renew():
            answer = Answer.of(self._exchange(request, call), call, model, access.advice)
        return answer

    def send_prepared(self, request: requests.PreparedRequest, *, time_limit: float) -> requests.Response:
        """Send a request once more as it stands, within `time_limit` seconds.

        Raises requests' RequestException where no answer comes.
        """
        return self.session.send(
            request, timeout=time_limit, allow_redirects=False, **self._surroundings(request)
        )

    def _surroundings(self, request: requests.PreparedRequest) -> Any:
        return self.session.merge_environment_settings(
            request.url, dict(self._proxies), None, self._ca_file, None
        )

    def _exchange(self, request: requests.Request, call: str) -> requests.Response:
        tries = 2 if request.method == "GET" else 1
        for remaining in reversed(range(tries)):
            try:
                return self._sent(request, call)
            except Unreachable as error:
                if not remaining or isinstance(error, TimedOut):
                    raise
        raise AssertionError("unreachable: the last try returns or raises")

    def _sent(self, request: requests.Request, call: str) -> requests.Response:
        prepared: requests.PreparedRequest | None = None
        try:
            prepared = self.session.prepare_request(request)
            response = self.send_prepared(prepared, time_limit=self.time_limit)
        except requests.RequestException as error:
            raise unreachable(
                call, self.base_url, error, time_limit=self.time_limit, request=prepared
            ) from error
        if response.status_code == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            problem = f"{self.base_url} cannot be reached (the proxy answers 407: it asks for credentials)"
            raise ProxyFailed(call, problem, answer=response)
        return response


def _content_type(body: Any) -> dict[str, str]:
    if isinstance(body, RawBody):
        return {"Content-Type": body.content_type} if body.content_type else {}
    return {} if body is None else {"Content-Type": "application/json"}


def _encoded(body: Any) -> bytes | None:
    if isinstance(body, RawBody):
        return body.text.encode()
    return None if body is None else json.dumps(body).encode()
