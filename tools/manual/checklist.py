"""What stands on the checklist: the shop's facts, and for each scenario its customers, its steps and what to send."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import requests

from api.admin_access import AdminAccess
from api.reasons import REASONS
from harness.core.scenario_identity import ScenarioIdentity
from tools.manual import compact_json, wording
from tools.manual.notebook import ADDRESS_IDS, CUSTOMER_IDS, CUSTOMER_TOKEN, decoded
from tools.manual.rehearsal import RehearsedStep

ADMIN_TOKEN = "<admin token>"  # noqa: S105  what stands for one
NONE = "(none)"


@dataclass(frozen=True)
class ShopFacts:
    """Where the shop is, which store view is tested, and under which run its customers are swept."""

    rest: str
    storefront: str
    store_code: str
    store_id: int
    website_id: int
    run_id: str


@dataclass(frozen=True)
class Call:
    """One request as a tester sends it: a line, the headers that matter, the body, and how often."""

    line: str
    headers: Mapping[str, str]
    body: str
    times: int = 1


@dataclass(frozen=True)
class CheckStep:
    """One step to tick: the sentence, what it means, its table, what to send and open, what Magento says."""

    keyword: str
    sentence: str
    summary: str
    table: list[list[object]]
    calls: list[Call]
    addresses: list[str]
    expected: list[str]


@dataclass(frozen=True)
class CheckScenario:
    """One scenario to go through; `people` are the customers that it sends, in the words of a form."""

    identity: ScenarioIdentity
    people: list[dict[str, str]]
    steps: list[CheckStep]


def check_scenario(
    identity: ScenarioIdentity, rehearsed: Sequence[RehearsedStep], admin: AdminAccess
) -> CheckScenario:
    """Put a rehearsal into words."""
    bodies = [decoded(request) for each in rehearsed for request in each.sent]
    people = [dict(_person(body)) for body in bodies if isinstance(body, dict) and "password" in body]
    different = {person["e-mail"]: person for person in people if "e-mail" in person}
    return CheckScenario(identity, list(different.values()), [_check_step(each, admin) for each in rehearsed])


def _check_step(rehearsed: RehearsedStep, admin: AdminAccess) -> CheckStep:
    step = rehearsed.step
    calls = [_call(request, admin) for request in rehearsed.sent]
    return CheckStep(
        keyword=step.keyword.strip(),
        sentence=step.name,
        summary=rehearsed.summary,
        table=[list(row) for row in step.datatable.raw()] if step.datatable else [],
        calls=[replace(call, times=len(list(same))) for call, same in groupby(calls)],
        addresses=[_readable(address) for address in rehearsed.opened],
        expected=[
            wording.refusal(REASONS[name])
            for name in rehearsed.arguments.values()
            if isinstance(name, str) and name in REASONS
        ],
    )


def _call(request: requests.PreparedRequest, admin: AdminAccess) -> Call:
    body = decoded(request)
    text = body if isinstance(body, str) else compact_json.written(body)
    return Call(
        line=_readable(f"{request.method} {request.url}").replace("%5B", "[").replace("%5D", "]"),
        headers=dict(_headers(request, admin)),
        body="" if body is None else _readable(text),
    )


def _headers(request: requests.PreparedRequest, admin: AdminAccess) -> Iterator[tuple[str, str]]:
    """Give who asks, and the headers that are not as ever."""
    yield "Authorization", _authorization(request.headers.get("Authorization", NONE), admin)
    content_type = request.headers.get("Content-Type", NONE)
    if request.body and content_type != "application/json":
        yield "Content-Type", content_type
    if request.headers["Accept"] != "application/json":
        yield "Accept", request.headers["Accept"]


def _authorization(header: str, admin: AdminAccess) -> str:
    """Put words in the tokens' place; a signature is good once, where a token does the same."""
    if "<her" in header and CUSTOMER_TOKEN not in header:
        return f"Bearer {CUSTOMER_TOKEN}, changed as the step says"
    if header.startswith("OAuth "):
        return f"Bearer {ADMIN_TOKEN}"
    return header.replace(admin.token.get_secret_value(), ADMIN_TOKEN) if admin.token else header


def _person(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what a customer signs in with, her name and her addresses; nothing for a body without a customer."""
    customer = body.get("customer")
    if not isinstance(customer, dict):
        return
    yield "e-mail", customer.get("email", NONE)
    yield "password", body["password"]
    yield "name", f"{customer.get('firstname', NONE)} {customer.get('lastname', NONE)}"
    for number, address in enumerate(customer.get("addresses", ()), start=1):
        yield f"address {number}" if len(customer["addresses"]) > 1 else "address", "; ".join(_lines(address))


def _lines(address: Mapping[str, Any]) -> Iterator[str]:
    """Give an address as a form asks for it; keys are in camel case, or in snake case where a scenario wants so."""
    uses = [
        use
        for use in ("billing", "shipping")
        if address.get(f"default{use.title()}", address.get(f"default_{use}"))
    ]
    region = address.get("region") or {}
    yield from filter(
        None,
        (
            f"{address.get('firstname', '')} {address.get('lastname', '')}".strip(),
            address.get("company"),
            ", ".join(address.get("street", ())),
            " ".join(filter(None, (address.get("city"), region.get("region"), address.get("postcode")))),
            address.get("countryId", address.get("country_id")),
            address.get("telephone"),
        ),
    )
    yield f"default {' and '.join(uses)} address" if uses else "no default address"


def _readable(text: str) -> str:
    """Put words in place of the numbers that stand for ids."""
    for number, words in {**CUSTOMER_IDS, **ADDRESS_IDS}.items():
        text = text.replace(str(number), words)
    return text
