"""What the checks know of a shop, and what they say of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import requests

from api.admin_access import AdminAccess
from api.models import StoreConfig, StoreView
from harness.preflight.findings import Finding
from harness.secrets.scrubber import Scrubber
from harness.shop.connection import connect
from harness.shop.shop import Shop


@dataclass(frozen=True)
class Line:
    """What one check says: that all is well, or what it found."""

    looked_at: str
    text: str
    finding: Finding | None = None

    @classmethod
    def of(cls, finding: Finding) -> "Line":
        """Tell a finding."""
        return cls(finding.kind.looked_at, finding.text, finding)

    @property
    def mark(self) -> str:
        """Give "ok", "warning" or "stop"."""
        if self.finding is None:
            return "ok"
        return "stop" if self.finding.kind.exit_code else "warning"


class Examination:
    """One look at a shop; each check adds what it saw for those that follow. Nothing is written to the shop."""

    def __init__(self, shop: Shop, run_id: str, scrubber: Scrubber) -> None:
        self.shop = shop
        self.scrubber = scrubber
        self.magento = connect(shop, run_id)
        self.magento.rest.session.hooks["response"].append(self._notice)
        self.answer: requests.Response | None = None
        self.guests_read_stores = False
        self.merchant_calls = False
        self.access: AdminAccess | None = None
        self.store_views: tuple[StoreView, ...] = ()
        self.store_config: StoreConfig | None = None
        self.sign_in_page: requests.Response | None = None

    def __repr__(self) -> str:
        """Show the shop."""
        return f"<Examination of {self.shop!r}>"

    def found(self, name: str, **seen: object) -> Line:
        """Tell a finding of this shop."""
        return Line.of(Finding.of(name, self.shop, **seen))

    def _notice(self, response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        """Keep the latest answer over REST: its headers tell what stands in the shop's stead."""
        self.answer = response


Check = Callable[[Examination], Iterator[Line]]
