"""The connection of a run to its shop's REST API."""

from api.magento import Magento
from api.rest_client import RestClient
from harness.settings import Shop

REST_TIME_LIMIT = 60.0
"""Seconds for one REST call; the first after a deployment may be slow."""


def connect(shop: Shop, run_id: str) -> Magento:
    """Give the shop's REST API; every call names the suite and the run, for the shop's own logs."""
    user_agent = f"magento-acceptance (run {run_id})"
    return Magento(RestClient(shop.base_url, time_limit=REST_TIME_LIMIT, user_agent=user_agent))
