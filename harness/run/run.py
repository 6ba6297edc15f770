"""One run, settled once before its first scenario: the values that everything else goes by.

The controller settles it and hands it to the workers of a parallel run as plain values. It carries the admin token and
not the access made from it: an access renews itself, each process for itself, and that is no frozen thing.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest
from pydantic import SecretStr

from api.shop_profile import STOCK, ShopProfile
from harness.shop.magento_version import UNKNOWN, MagentoVersion
from harness.shop.shop import Shop


@dataclass(frozen=True)
class Run:
    """What a run is about.

    `id` names the run's customers; `machine` are four random digits that tell apart the machines that share an id, so
    that none deletes what another still needs; `worker` is "gw1" in a parallel run, else "". `person` says that
    somebody sits in front of it. `admin_token` is set where the preflight signed in. `obstacle` is why the browser's
    scenarios cannot be run, "" when they can. `abilities` says by name what the shop has and what it lacks; what is not
    in it only a customer shows. `magento` is the shop's version, as far as something tells it.
    `profile` is how the shop is set, `theme` the name of its storefront's theme.
    """

    shop: Shop
    id: str
    machine: str
    worker: str = ""
    person: bool = False
    admin_token: SecretStr | None = None
    obstacle: str = ""
    abilities: Mapping[str, bool] = field(default_factory=dict)
    magento: MagentoVersion = UNKNOWN
    profile: ShopProfile = STOCK
    theme: str = "luma"

    @property
    def plays_again(self) -> bool:
        """Tell whether failed browser scenarios are played again for their recording; nobody waits for that by hand."""
        return bool(self.shop.play_again) and not self.person

    def handed_over(self) -> dict[str, Any]:
        """Give the run as plain values, for a worker; called again for one that replaces a dead one."""
        return {
            "shop": self.shop.revealed(),
            "id": self.id,
            "machine": self.machine,
            "person": self.person,
            "admin_token": self.admin_token and self.admin_token.get_secret_value(),
            "obstacle": self.obstacle,
            "abilities": dict(self.abilities),
            "magento": asdict(self.magento),
            "profile": self.profile.model_dump(),
            "theme": self.theme,
        }

    @classmethod
    def taken_over(cls, values: dict[str, Any], worker: str) -> "Run":
        """Make a worker's run of what the controller handed over."""
        token = values["admin_token"]
        given = {"shop": Shop(**values["shop"]), "admin_token": token and SecretStr(token), "worker": worker}
        given["magento"] = MagentoVersion(**values["magento"])
        given["profile"] = ShopProfile.model_validate(values["profile"])
        return cls(**{**values, **given})


RUN = pytest.StashKey[Run]()
"""Where a run's configuration keeps it; there is none where no feature is run."""


@pytest.fixture(scope="session")
def run(pytestconfig: pytest.Config) -> Run:
    """Give the run."""
    return pytestconfig.stash[RUN]


@pytest.fixture(scope="session")
def profile(run: Run) -> ShopProfile:
    """Give how the shop under test is set."""
    return run.profile


@pytest.fixture(scope="session")
def shop(run: Run) -> Shop:
    """Give the shop under test."""
    return run.shop
