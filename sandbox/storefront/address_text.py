"""An address as the storefront writes it: by the template that the shop is set to, in Magento's small language.

`{{var x}}` is a value, escaped; `{{if x}}...{{else}}...{{/if}}` and `{{depend x}}...{{/depend}}` ask whether there is
one. A modifier blanks a value; what the language does not know stays as it is written.
"""

import re
from html import escape

from markupsafe import Markup

from sandbox.defects import defective
from sandbox.fields import CONFIGURED
from sandbox.records import Address
from sandbox.storefront.near_misses import IN_BOXES, IN_THE_LIST, spoiled
from sandbox.storefront.visit import Visit

TEMPLATE = "customer/address_templates/html"
CONDITION = re.compile(
    r"\{\{(?P<kind>if|depend)\s+(?P<name>\w+)\}\}(?P<then>(?:(?!\{\{(?:if|depend)\s).)*?)"
    r"(?:\{\{else\}\}(?P<otherwise>(?:(?!\{\{(?:if|depend)\s).)*?))?\{\{/(?P=kind)\}\}",
    re.DOTALL,
)
VALUE = re.compile(r"\{\{var\s+(\w+)(\|[^}]*)?\}\}")
MOST_STREET_LINES = 4
PLAIN = ("firstname", "lastname", "city", "region", "region_id", "postcode", "vat_id")


def address_html(address: Address, visit: Visit) -> Markup:
    """Write an address in the store view's template, with the country in its language."""
    values = _values(spoiled(address, IN_BOXES), visit)
    text = visit.shop.settings.text(TEMPLATE, visit.store)
    while CONDITION.search(text):
        text = CONDITION.sub(
            lambda found: found["then"] if values.get(found["name"]) else found["otherwise"] or "", text
        )
    return Markup(VALUE.sub(lambda found: _written(values, found), text))  # noqa: S704 - the template's markup


def listed(address: Address, visit: Visit) -> tuple[Address, str]:
    """Give an address as a row of the list shows it, and its country."""
    country = visit.shop.directory.country_name(address.country_id, visit.store)
    return spoiled(address, IN_THE_LIST), address.country_id if defective("list-country-code") else country


def _written(values: dict[str, str], found: re.Match[str]) -> str:
    value = "" if found[2] else values.get(found[1], "")
    return value if defective("raw-markup") else escape(value).replace("&#x27;", "&#039;")


def _values(address: Address, visit: Visit) -> dict[str, str]:
    """Name what a template may write; fields that the settings hide have no value."""
    shown = [
        *PLAIN,
        *(name for name in CONFIGURED if hasattr(address, name) and visit.fields.is_visible(name)),
    ]
    lines = address.street[:MOST_STREET_LINES]
    country = visit.shop.directory.country_name(address.country_id, visit.store)
    return {
        **{name: str(getattr(address, name) or "") for name in shown},
        **{f"street{number}": line for number, line in enumerate(lines, 1)},
        "street": "<br />".join(address.street),
        "country": f"{country} Minor Outlying Islands" if defective("longer-country") else country,
    }
