"""What a shop tells of itself without being tested: for the report, so nothing depends on it."""

from http import HTTPStatus

import requests

from api.magento import Magento

_PATIENCE = 10.0
"""Seconds; whoever waits longer wants to test, not to read a version."""


def shop_version(magento: Magento) -> str:
    """Give what /magento_version says: "Magento/2.4 (Community)"; it never has the patch level."""
    try:
        answer = magento.rest.session.get(
            f"{magento.rest.base_url}/magento_version", timeout=_PATIENCE, allow_redirects=False
        )
    except requests.RequestException:
        return "unknown"
    text = answer.text.strip()
    return text if answer.status_code == HTTPStatus.OK and text.startswith("Magento/") else "unknown"
