"""The gate of a run: before any scenario, the shop has to answer, let its merchant in and have the store view.

What is wrong there would fail every scenario alike; it is told once, in one sentence, with an exit code of
its own. Where the merchant signs in, it is done here, once for all workers of a run.
"""

import re

from api.admin_access import AdminAccess
from api.errors import Refusal, ShopError
from harness import exit_codes
from harness.admin import admin_access, explained
from harness.browser import NO_BROWSER, find_browser, installed_browser
from harness.connection import connect
from harness.shop import Shop


class NotTestableError(Exception):
    """The run cannot start; the message says what to do, `exit_code` tells the cause apart."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def admitted(shop: Shop, run_id: str) -> AdminAccess:
    """Let the merchant in and see that the store view exists; raise NotTestableError when one fails."""
    if shop.production:
        raise NotTestableError(
            f"The shop at {shop.base_url} is marked as production: nothing that writes may run there, and the "
            "scenarios create customers.",
            exit_codes.CONFIGURATION,
        )
    magento = connect(shop, run_id)
    try:
        access = admin_access(shop, magento)
        codes = [config.code for config in magento.store_configs(access).value]
    except Refusal as refusal:
        sentence = f"{_capitalized(shop.merchant)} is refused. {explained(refusal, shop)}"
        raise NotTestableError(sentence, exit_codes.CONFIGURATION) from None
    except ShopError as error:
        raise _unreachable(error, shop) from None
    if shop.store_code not in codes:
        raise NotTestableError(
            f"The shop at {shop.base_url} has no store view {shop.store_code}, it has {', '.join(codes)}. "
            f"Set {shop.variable('store_code')}.",
            exit_codes.CONFIGURATION,
        )
    return access


def require_browser() -> None:
    """Raise NotTestableError when there is no browser to run the scenarios in."""
    if not (installed_browser() or find_browser()):
        raise NotTestableError(NO_BROWSER, exit_codes.CONFIGURATION)


def _unreachable(error: ShopError, shop: Shop) -> NotTestableError:
    if re.search(r"self-signed certificate|unable to get local issuer", error.problem):
        advice = f"Set {shop.variable('ca_file')} to a file with the certificate of the shop's authority."
        return NotTestableError(f"{error}. {advice}", exit_codes.CONFIGURATION)
    return NotTestableError(str(error), exit_codes.UNAVAILABLE)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
