"""Says what a shop can that not every shop can: scenarios that need it are skipped elsewhere (@needs-...)."""

from collections.abc import Iterator
from http import HTTPStatus

from api.token_claims import is_jwt
from harness.preflight.examination import Examination, Line


def abilities(examination: Examination) -> Iterator[Line]:
    """Name what is there and what is not, as far as a shop tells without a customer."""
    abilities = {
        "a second website": _has_second_website(examination),
        "customers' tokens that can be revoked": _has_revocation(examination),
        "an admin token": bool(examination.access and examination.access.token),
        "tokens that are JWTs": _has_jwt(examination),
    }
    there = [name for name, is_there in abilities.items() if is_there]
    missing = [name for name, is_there in abilities.items() if is_there is False]
    yield Line("abilities", "; ".join(filter(None, [_list("has", there), _list("lacks", missing)])))


def _list(verb: str, names: list[str]) -> str:
    return f"{verb} {', '.join(names)}" if names else ""


def _has_second_website(examination: Examination) -> bool:
    return len({view.website_id for view in examination.store_views if view.id}) > 1


def _has_revocation(examination: Examination) -> bool:
    answer = examination.magento.revoke_customer_token(None, scope=examination.shop.store_code)
    return answer.status != HTTPStatus.NOT_FOUND


def _has_jwt(examination: Examination) -> bool | None:
    """Tell by the admin's token; where there is none, only a customer's would tell."""
    token = examination.access and examination.access.token
    return is_jwt(token) if token else None
