"""Asks the shop again after a failure that looks like an outage: the same call, or its safe twin, and something beside.

What it asks is the harness's own, and stands in the report as such. Nothing is asked of the scenario's own customer.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import requests
from playwright.sync_api import BrowserContext, Error

from api.magento import Magento
from api.models import Credentials
from api.polling import ask_until
from harness.preflight.storefront_visit import REGISTRATION_PAGE, SIGN_IN_PAGE, StorefrontVisit
from harness.run.run import Run
from harness.verdict.judge import Asked
from harness.verdict.signs import Sign
from harness.verdict.twins import Twins
from harness.verdict.watch import sign_of_answer

PATIENCE = 10.0
"""Seconds for one answer; a shop that takes longer to say that it is there is as good as away."""

RETURN = 10.0
"""Seconds in which a shop that went away is watched for its return."""

_SENDS_SIGN_IN = "/customer/account/loginPost"


class ShopAsker:
    """Asks one run's shop. `on_answer` hears of each REST answer, for the report."""

    def __init__(self, run: Run, magento: Magento, on_answer: Callable[..., None]) -> None:
        self._run = run
        self._magento = magento
        self._on_answer = on_answer
        magento.rest.session.hooks["response"].append(self._show)
        self._is_away = False
        self._is_watching = False

    def ask(
        self,
        sign: Sign,
        creation: requests.PreparedRequest | None,
        fresh: Callable[[], Credentials] | None,
        contexts: list[BrowserContext],
    ) -> Asked:
        """Ask about a sign. `creation` and `fresh` make customers for it, where the scenario can still delete them.

        A shop that does not answer at all is watched for its return, once a run, to know how long it was away.
        """
        lines: list[str] = []
        beside = self._beside(sign, lines)
        again = None
        if beside or fresh:
            twins = Twins(creation, fresh, self._send) if fresh else None
            again = self._again(sign, twins, contexts, lines)
        away = ""
        if beside or again:
            self._is_away = False
        elif not self._is_away:
            away = self._watch_for_return(sign)
        return Asked(again, beside, tuple(lines), away)

    def _beside(self, sign: Sign, lines: list[str]) -> bool:
        """Ask something cheap that is not what failed: another route of REST, and another page of the storefront."""
        answers = [self._rest_answers(sign, lines), self._storefront_answers(sign, lines)]
        return any(answers)

    def _rest_answers(self, sign: Sign, lines: list[str]) -> bool:
        path = "store/storeConfigs" if "/directory/" in sign.url else "directory/countries/US"
        url = f"{self._run.shop.base_url}/rest/{self._run.shop.store_code}/V1/{path}"
        request = self._magento.rest.session.prepare_request(
            requests.Request("GET", url, headers={"Accept": "application/json"})
        )
        return self._is_well(request, lines)

    def _storefront_answers(self, sign: Sign, lines: list[str]) -> bool:
        shop = self._run.shop
        page = REGISTRATION_PAGE if SIGN_IN_PAGE in sign.url or _SENDS_SIGN_IN in sign.url else SIGN_IN_PAGE
        url = f"{shop.storefront_url or shop.base_url}{page}"
        try:
            with StorefrontVisit(shop, url, time_limit=PATIENCE) as visit:
                status = visit.get(url).status_code
        except (requests.RequestException, ValueError) as error:
            lines.append(f"GET {page}: {type(error).__name__}")
            return False
        lines.append(f"GET {page}: {status}")
        return status < HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.TOO_MANY_REQUESTS

    def _again(
        self, sign: Sign, twins: Twins | None, contexts: list[BrowserContext], lines: list[str]
    ) -> bool | None:
        """Tell whether the same is well now, None where there is no safe way to ask."""
        try:
            if sign.request is not None:
                twin = twins.of(sign.request) if twins else _repeatable(sign.request)
                return None if twin is None else self._is_well(twin, lines)
            if sign.method == "GET":
                return self._page_is_well(sign, contexts, lines)
            return self._sign_in_is_well(sign, twins, lines) if twins else None
        except (requests.RequestException, ValueError) as error:
            lines.append(f"{sign.call}, again: {type(error).__name__}")
            return False

    def _page_is_well(self, sign: Sign, contexts: list[BrowserContext], lines: list[str]) -> bool | None:
        """Ask for the page once more as the same customer, by her cookies: closing a tab knows no time limit.

        A redirect proves nothing, for it may be that of a session that is over.
        """
        cookies = _cookies(contexts, sign.url)
        if cookies is None:
            return None
        with StorefrontVisit(self._run.shop, sign.url, time_limit=PATIENCE, cookies=cookies) as visit:
            status = visit.answer("GET", sign.url).status_code
        lines.append(f"{sign.call}, again: {status}")
        return status < HTTPStatus.MULTIPLE_CHOICES

    def _sign_in_is_well(self, sign: Sign, twins: Twins, lines: list[str]) -> bool | None:
        """Post the sign-in form for a customer made for it; any other form has no twin."""
        customer = twins.new_customer() if _SENDS_SIGN_IN in sign.url else None
        if customer is None:
            return None
        page_url = sign.url.partition(_SENDS_SIGN_IN)[0] + SIGN_IN_PAGE
        with StorefrontVisit(self._run.shop, page_url, time_limit=PATIENCE) as visit:
            status = visit.sign_in(page_url, customer.credentials, send_to=sign.url).status_code
        lines.append(f"{sign.call}, again, for another customer: {status}")
        return status < HTTPStatus.BAD_REQUEST

    def _is_well(self, request: requests.PreparedRequest, lines: list[str]) -> bool:
        call = f"{request.method} {urlsplit(str(request.url)).path}"
        try:
            answer = self._send(request)
        except requests.RequestException as error:
            lines.append(f"{call}: {type(error).__name__}")
            return False
        lines.append(f"{call}: {answer.status_code}")
        return sign_of_answer(call, answer) is None

    def _send(self, request: requests.PreparedRequest) -> requests.Response:
        return self._magento.rest.send_prepared(
            request, time_limit=min(PATIENCE, self._run.shop.rest_time_limit)
        )

    def _show(self, *arguments: Any, **more: Any) -> None:
        """Let the report hear of an answer, but for the twenty that say no more than that the shop is still away."""
        if not self._is_watching:
            self._on_answer(*arguments, **more)

    def _watch_for_return(self, sign: Sign) -> str:
        """Wait until anything of the shop answers, and say how long it was away."""
        self._is_watching = True
        try:
            return self._watched(sign)
        finally:
            self._is_watching = False

    def _watched(self, sign: Sign) -> str:
        since = time.strftime("%H:%M:%S UTC", time.gmtime(sign.at))
        if ask_until(lambda: self._beside(sign, []), bool, within=RETURN):
            return f"The shop was away from {since} for {time.time() - sign.at:.1f} s."
        self._is_away = True
        return f"The shop has been away since {since}, and was {time.time() - sign.at:.1f} s later."


def _repeatable(request: requests.PreparedRequest) -> requests.PreparedRequest | None:
    """Give a call that can be sent again when the scenario's customers are gone: a question, or a deletion by id."""
    return request if request.method in {"GET", "HEAD", "DELETE"} else None


def _cookies(contexts: list[BrowserContext], url: str) -> dict[str, str] | None:
    """Give what the newest browser would send to a URL; None without one."""
    for context in reversed(contexts):
        with suppress(Error):  # it may be closed already
            return {str(cookie.get("name")): str(cookie.get("value")) for cookie in context.cookies(url)}
    return None
