"""The final clean-up of a run: when all workers are gone, the shop is asked once for customers that they made.

A worker that was killed cannot delete what it made, nor can a clean-up that Ctrl-C broke off. Who is still
there is deleted, and always named: where every scenario had cleaned up after itself, a customer who is left is
a fault of the suite or of the shop, and the run is not green.
"""

from collections.abc import Callable, Collection

from api.errors import ShopError
from harness.customers.leftovers import Leftovers, remedy
from harness.customers.own_emails import OwnEmails
from harness.run.run import Run
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect


def clean_up(run: Run, kept: Collection[int], scrubber: Scrubber, say: Callable[[str], None]) -> bool:
    """Delete the run's customers but those with the ids `kept`, say who was left, and tell whether anybody was."""
    magento = connect(run.shop, run.id)
    try:
        leftovers = Leftovers(magento, admin_access(run.shop, magento, scrubber, run.admin_token))
        found = leftovers.with_emails_of(OwnEmails(run.shop.email_domain, run.id, run.machine))
    except ShopError as error:
        say(f"Whether customers of this run are left is not known: {error} {remedy(run.shop, run.id)}")
        return False
    left = [customer for customer in found if customer.id not in kept]
    if left:
        say(f"Left behind by this run: {', '.join(customer.email for customer in left)}.")
        problems = list(map(str, leftovers.delete_all(left)))
        say(" ".join(["Not deleted:", *problems, remedy(run.shop, run.id)]) if problems else "Deleted now.")
    return bool(left)
