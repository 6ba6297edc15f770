"""One REST exchange as a person reads it: a title that tells the story, and both sides in full below."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests

from harness.secrets import masking
from harness.secrets.scrubber import Scrubber

CONTENT_TYPE = "application/vnd.allure.http+json"
"""How Allure 3 calls a document that it shows as an exchange: the url, the headers, the bodies."""


class Exchange:
    """What was asked and what was answered, with the secrets masked."""

    def __init__(self, response: requests.Response, scrubber: Scrubber) -> None:
        self._response = response
        self._scrubber = scrubber
        self._request = response.request

    @property
    def call(self) -> str:
        """Tell method and path; a query is long and stands in the document."""
        return f"{self._request.method} {urlsplit(self._request.url or '').path}"

    @property
    def title(self) -> str:
        """Tell method, path, status and time in one line."""
        return f"{self.call} -> {self._response.status_code} ({self._milliseconds:.0f} ms)"

    @property
    def document(self) -> str:
        """Give the request and the answer, each with its headers and its indented body, as Allure shows them."""
        exchange = {
            "start": 0,
            "stop": round(self._milliseconds),
            "request": self._asked,
            "response": self._answered,
        }
        return json.dumps(exchange, indent=1, ensure_ascii=False)

    @property
    def _milliseconds(self) -> float:
        return self._response.elapsed.total_seconds() * 1000

    @property
    def _asked(self) -> dict[str, Any]:
        url = masking.url(self._request.url or "")
        body = self._request.body
        content_type = self._request.headers.get("Content-Type", "")
        shown = masking.body(body, content_type) if isinstance(body, bytes | str) else ""
        return {
            "method": self._request.method,
            "url": url,
            "query": _pairs(dict(parse_qsl(urlsplit(url).query))),
            "headers": _pairs(masking.headers(self._request.headers, self._scrubber)),
            **_body(shown, content_type),
        }

    @property
    def _answered(self) -> dict[str, Any]:
        content_type = self._response.headers.get("Content-Type", "")
        text = self._response.text
        token = masking.token_answer(self._request.url or "", text, self._scrubber)
        return {
            "status": self._response.status_code,
            "statusText": self._response.reason or "",
            "headers": _pairs(masking.headers(self._response.headers, self._scrubber)),
            **_body(token or masking.body(text, content_type), content_type),
        }


def _pairs(values: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in values.items()]


def _body(text: str, content_type: str) -> dict[str, Any]:
    return {"body": {"contentType": content_type, "value": text}} if text else {}
