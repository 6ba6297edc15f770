"""The storefront of the embedded store: pages in Luma's structure that become alive the way Luma's do.

Everything a browser sees of the shop is here; the rules about customers and addresses are the shop's own.
"""

from sandbox import sessions
from sandbox.storefront import (
    account,
    address_book,
    captcha,
    confirmation,
    home,
    page_cache,
    registration,
    script_delays,
    sections,
    sign_in,
    sign_out,
)
from sandbox.storefront.dispatch import blueprint

SCHEMA = [*sessions.SCHEMA, *captcha.SCHEMA, *page_cache.SCHEMA, *script_delays.SCHEMA, *sign_out.SCHEMA]

CONTROLLERS = (
    account,
    address_book,
    captcha,
    confirmation,
    home,
    page_cache,
    registration,
    sections,
    sign_in,
    sign_out,
)
"""The modules that announce their routes by being imported."""

__all__ = ["CONTROLLERS", "SCHEMA", "blueprint"]
