"""The ids under which Magento would have written an internal error to its log."""

import secrets


def report_id() -> str:
    """Make an id of the usual form."""
    return f"webapi-{secrets.token_hex(7)[:13]}"
