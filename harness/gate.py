"""The gate of a run: before any scenario, the shop has to answer, know its merchant and have the store view.

What is wrong there would fail every scenario alike; it is told once, in one sentence, with an exit code of
its own. The merchant's token is got here, once for all workers of a run.
"""

from pydantic import SecretStr

from api.errors import Refusal, ShopError
from api.magento import Magento
from harness import exit_codes
from harness.browser import NO_BROWSER, find_browser, installed_browser
from harness.connection import connect
from harness.scrubbing import scrubber
from harness.settings import Shop


class NotTestableError(Exception):
    """The run cannot start; the message says what to do, `exit_code` tells the cause apart."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def admin_token(shop: Shop, run_id: str) -> SecretStr:
    """Sign the merchant in and see that the store view exists; raise NotTestableError when one fails."""
    magento = connect(shop, run_id)
    try:
        token = _sign_in(magento, shop)
        codes = [config.code for config in magento.store_configs(token).value]
    except Refusal as refusal:
        raise NotTestableError(
            f"{refusal} Check the role of {shop.admin.username}: it needs Magento_Backend::store, "
            "Magento_Customer::customer and Magento_Customer::delete.",
            exit_codes.CONFIGURATION,
        ) from None
    except ShopError as error:
        raise NotTestableError(str(error), exit_codes.UNAVAILABLE) from None
    if shop.store_code not in codes:
        raise NotTestableError(
            f"The shop at {shop.base_url} has no store view {shop.store_code}, it has {', '.join(codes)}. "
            "Set SHOP_STORE_CODE.",
            exit_codes.CONFIGURATION,
        )
    return token


def require_browser() -> None:
    """Raise NotTestableError when there is no browser to run the scenarios in."""
    if not (installed_browser() or find_browser()):
        raise NotTestableError(NO_BROWSER, exit_codes.CONFIGURATION)


def _sign_in(magento: Magento, shop: Shop) -> SecretStr:
    answer = magento.admin_token(shop.admin)
    try:
        token = answer.value
    except Refusal as refusal:
        raise NotTestableError(
            f"The admin {shop.admin.username} cannot sign in ({refusal}). Check SHOP_ADMIN_USERNAME and "
            "SHOP_ADMIN_PASSWORD; six wrong tries lock an admin for half an hour.",
            exit_codes.CONFIGURATION,
        ) from None
    scrubber.hide(token, "ADMIN_TOKEN")
    return SecretStr(token)
