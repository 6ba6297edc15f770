"""Says what a shop can that not every shop can: scenarios that need it are skipped elsewhere (@needs-...)."""

from http import HTTPStatus

from api.token_claims import is_jwt
from harness.preflight.check import Fine, Line, Look, Result
from harness.preflight.rest_checks import SignedInAdmin


def look_at_abilities(look: Look) -> Result:
    """Name what is there and what is not, as far as a shop tells without a customer."""
    token = look.given(SignedInAdmin).access.token
    abilities = {
        "a second website": _has_second_website(look),
        "customers' tokens that can be revoked": _has_revocation(look),
        "an admin token": token is not None,
        "tokens that are JWTs": is_jwt(token) if token else None,  # else only a customer's would tell
    }
    there = [name for name, is_there in abilities.items() if is_there]
    missing = [name for name, is_there in abilities.items() if is_there is False]
    text = "; ".join(filter(None, [_list("has", there), _list("lacks", missing)]))
    return Fine((Line("abilities", text),))


def _list(verb: str, names: list[str]) -> str:
    return f"{verb} {', '.join(names)}" if names else ""


def _has_second_website(look: Look) -> bool:
    return len({view.website_id for view in look.given(SignedInAdmin).store_views if view.id}) > 1


def _has_revocation(look: Look) -> bool:
    answer = look.magento.revoke_customer_token(None, scope=look.shop.store_code)
    return answer.status != HTTPStatus.NOT_FOUND
