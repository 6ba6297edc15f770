"""The final clean-up of a run: when all workers are gone, the shop is asked once for customers that they made.

A worker that was killed cannot delete what it made, nor can a clean-up that Ctrl-C broke off. Who is still
there is deleted, and always named: where every scenario had cleaned up after itself, a customer who is left is
a fault of the suite or of the shop, and the run is not green. Nor is it where the shop refuses the question.
"""

from collections.abc import Collection
from dataclasses import dataclass

from api.errors import ShopError
from harness.customers.leftovers import Leftovers, remedy
from harness.customers.own_emails import OwnEmails
from harness.run.run import Run
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect


@dataclass(frozen=True)
class Cleaned:
    """What the final clean-up found; `sentence` says it, "" where nobody was left.

    `left` tells whether anybody was left behind, None where the shop did not say.
    """

    left: bool | None = False
    sentence: str = ""


def clean_up(run: Run, kept: Collection[int], scrubber: Scrubber) -> Cleaned:
    """Delete the run's customers but those with the ids `kept`, and say who was left."""
    magento = connect(run.shop, run.id)
    try:
        leftovers = Leftovers(magento, admin_access(run.shop, magento, scrubber, run.admin_token))
        found = leftovers.with_emails_of(OwnEmails(run.shop.email_domain, run.id, run.machine))
    except ShopError as error:
        unknown = f"Whether customers of this run are left behind is not known: {error}"
        return Cleaned(None, " ".join(filter(None, [unknown, remedy(run.shop, run.id)])))
    left = [customer for customer in found if customer.id not in kept]
    if not left:
        return Cleaned()
    problems = list(map(str, leftovers.delete_all(left)))
    deleted = ["Not deleted:", *problems, remedy(run.shop, run.id)] if problems else ["Deleted now."]
    named = f"Left behind by this run: {', '.join(customer.email for customer in left)}."
    return Cleaned(left=True, sentence=" ".join(filter(None, [named, *deleted])))
