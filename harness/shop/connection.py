"""The connection of a run to its shop's REST API."""

from api.magento import Magento
from api.rest_client import RestClient
from harness.shop.shop import Shop


def connect(shop: Shop, run_id: str) -> Magento:
    """Give the shop's REST API; every call names the suite and the run, for the shop's own logs."""
    proxy = shop.proxy_to(shop.base_url)
    return Magento(
        RestClient(
            shop.base_url,
            time_limit=shop.rest_time_limit,
            user_agent=f"magento-acceptance (run {run_id})",
            headers={name: value.get_secret_value() for name, value in shop.headers.items()},
            proxy=proxy.url_with_credentials if proxy else None,
            ca_file=shop.ca_file,
        )
    )
