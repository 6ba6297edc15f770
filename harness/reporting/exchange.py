"""One REST exchange as a person reads it: a title that tells the story, and both sides in full below."""

from urllib.parse import urlsplit

import requests

from harness.reporting import masking


class Exchange:
    """What was asked and what was answered, with the secrets masked."""

    def __init__(self, response: requests.Response) -> None:
        self._response = response
        self._request = response.request

    @property
    def title(self) -> str:
        """Tell method, path, status and time in one line; a query is long and stands in the text."""
        path = urlsplit(self._request.url or "").path
        milliseconds = self._response.elapsed.total_seconds() * 1000
        return f"{self._request.method} {path} -> {self._response.status_code} ({milliseconds:.0f} ms)"

    @property
    def text(self) -> str:
        """Show the request and the answer, each with its headers and its indented body."""
        url = masking.url(self._request.url or "")
        asked = (f"{self._request.method} {url}", self._request_headers, self._request_body)
        status = f"{self._response.status_code} {self._response.reason or ''}".strip()
        answered = (status, masking.headers(self._response.headers), self._answer_body)
        return "\n\n\n".join(_side(*side) for side in (asked, answered)) + "\n"

    @property
    def _request_headers(self) -> dict[str, str]:
        return masking.headers(self._request.headers)

    @property
    def _request_body(self) -> str:
        body = self._request.body
        if not isinstance(body, bytes | str):
            return "(a stream)" if body else ""
        return masking.body(body, self._request.headers.get("Content-Type", ""))

    @property
    def _answer_body(self) -> str:
        text = self._response.text
        token = masking.token_answer(self._request.url or "", text)
        return token or masking.body(text, self._response.headers.get("Content-Type", ""))


def _side(line: str, headers: dict[str, str], body: str) -> str:
    lines = [line, *(f"{name}: {value}" for name, value in headers.items())]
    return "\n".join([*lines, "", body] if body else lines)
