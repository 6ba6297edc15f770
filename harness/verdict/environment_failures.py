"""Why a failure is not the shop's doing: it went away, or its new customers have yet to confirm their e-mail.

An excuse is looked for when something has failed, never before, and told once for a run that has no other failures.
"""

import pytest

from api.errors import ShopError
from harness.core.causes import Cause, blame_environment, cause_of
from harness.core.finding import Finding
from harness.customers.scene import Scene, scene_key
from harness.preflight.findings import finding
from harness.verdict.outage_watch import outage_watch

NEEDS_CONFIRMATION = "account_confirmation_required"
"""What Magento says of an account that cannot be used yet."""

_TOKEN = "integration/customer/token"  # noqa: S105  a route, no token
_EXCUSE = "excuse"


def excuse(item: pytest.Item, failure: BaseException) -> str:
    """Give the sentence that excuses the shop, "" where none does; the failure is blamed on the environment then."""
    told: str | None = getattr(failure, _EXCUSE, None)
    if told is not None:
        return told
    found = _found(item, failure)
    if found:
        blame_environment(failure)
    text = found.text_with_place if found else ""
    setattr(failure, _EXCUSE, text)
    return text


def _found(item: pytest.Item, failure: BaseException) -> Finding | None:
    scene = item.stash.get(scene_key, None)
    if outage_watch.is_seen or cause_of(failure) is Cause.ENVIRONMENT:
        outage_watch.is_seen = (
            True  # what fails after it in this scenario, such as the deletion, fails for it
        )
        return finding("went-away")
    if scene and _is_about_signing_in(item, failure) and _needs_confirmation(scene):
        return finding("confirmation", scene.shop)
    return None


def _is_about_signing_in(item: pytest.Item, failure: BaseException) -> bool:
    """Tell whether the customer tried to get in: by a token, or in the browser, whose pages are closed to others."""
    return _TOKEN in str(failure) or item.get_closest_marker("browser") is not None


def _needs_confirmation(scene: Scene) -> bool:
    """Ask the shop about the scenario's customers; who may not ask (Magento_Customer::manage) learns nothing."""
    try:
        answers = [
            scene.magento.confirmation(customer.id, token=scene.admin) for customer in scene.customers.found()
        ]
        return any(answer.accepted and answer.value == NEEDS_CONFIRMATION for answer in answers)
    except ShopError:
        return False
