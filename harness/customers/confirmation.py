"""Whether the shop's new customers have yet to confirm their e-mail: then neither a token nor a page is theirs."""

from api.errors import ShopError
from harness.run.run import Run
from harness.run.scenario import Customers
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect

NEEDS_CONFIRMATION = "account_confirmation_required"
"""What Magento says of an account that cannot be used yet."""


def awaits_confirmation(run: Run, customers: Customers, scrubber: Scrubber) -> bool:
    """Ask the shop about a scenario's customers; who may not ask (Magento_Customer::manage) learns nothing."""
    try:
        magento = connect(run.shop, run.id)
        admin = admin_access(run.shop, magento, scrubber, run.admin_token)
        answers = [magento.confirmation(customer.id, caller=admin) for customer in customers.found()]
        return any(answer.accepted and answer.value == NEEDS_CONFIRMATION for answer in answers)
    except ShopError:
        return False
