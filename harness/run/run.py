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
from harness.core.gherkin import is_scenario
from harness.shop.magento_version import UNKNOWN, MagentoVersion
from harness.shop.shop import Shop

_STORE_VIEW = "store_view"
"""The parameter, and the fixture, that names a scenario's store view."""


@dataclass(frozen=True)
class Run:
    """What a run is about.

    `id` names the run's customers; `machine` are four random digits that tell apart the machines that share an id, so
    that none deletes what another still needs; `worker` is "gw1" in a parallel run, else "". `person` says that
    somebody sits in front of it. `admin_token` is set where the preflight signed in. `obstacle` is why the browser's
    scenarios cannot be run, "" when they can. `abilities` says by name what the shop has and what it lacks; what is not
    in it only a customer shows. `magento` is the shop's version, as far as something tells it.
    `profile` is how the shop is set, `theme` the name of its storefront's theme. Where several store views are tested,
    the run of the first has those of the `others`; they differ in what a store view decides. `alone` tells that there
    is one store view.
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
    alone: bool = True
    others: "tuple[Run, ...]" = ()

    @property
    def store_view(self) -> str:
        """Give the code of its store view."""
        return self.shop.store_code

    def at_store_view_of(self, item: pytest.Item) -> "Run":
        """Give the one of these runs that a test belongs to by its store view."""
        callspec = getattr(item, "callspec", None)
        code = callspec.params.get(_STORE_VIEW) if callspec else None
        return self.by_store_view()[code] if code else self

    def by_store_view(self) -> "dict[str, Run]":
        """Give this run and the others by their store views' codes."""
        return {run.store_view: run for run in (self, *self.others)}

    def facts(self, **facts: str) -> dict[str, str]:
        """Give facts of its store view as the report is to name them: "Theme (de)" where there are several."""
        return facts if self.alone else {f"{name} ({self.store_view})": fact for name, fact in facts.items()}

    @property
    def plays_again(self) -> bool:
        """Tell whether failed browser scenarios are played again, to be recorded; nobody waits for that by hand."""
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
            "alone": self.alone,
            "others": [other.handed_over() for other in self.others],
        }

    @classmethod
    def taken_over(cls, values: dict[str, Any], worker: str) -> "Run":
        """Make a worker's run of what the controller handed over."""
        token = values["admin_token"]
        given = {"shop": Shop(**values["shop"]), "admin_token": token and SecretStr(token), "worker": worker}
        given["magento"] = MagentoVersion(**values["magento"])
        given["profile"] = ShopProfile.model_validate(values["profile"])
        given["others"] = tuple(cls.taken_over(other, worker) for other in values["others"])
        return cls(**{**values, **given})


RUN = pytest.StashKey[Run]()
"""Where a run's configuration keeps it; there is none where no feature is run. Of several it is the first."""


def run_of(item: pytest.Item) -> Run | None:
    """Give the run that a test belongs to, None where no feature is run."""
    run = item.config.stash.get(RUN, None)
    return run and run.at_store_view_of(item)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have each scenario run once for each store view, where there are several."""
    run = metafunc.config.stash.get(RUN, None)
    if run and not run.alone and is_scenario(metafunc.definition):
        metafunc.fixturenames.append(_STORE_VIEW)
        metafunc.parametrize(_STORE_VIEW, list(run.by_store_view()), scope="session", indirect=True)


@pytest.fixture(scope="session")
def store_view(request: pytest.FixtureRequest, pytestconfig: pytest.Config) -> str:
    """Give the code of the store view under test, "" where no feature is run; what depends on it follows it."""
    run = pytestconfig.stash.get(RUN, None)
    return str(getattr(request, "param", run.store_view if run else ""))


@pytest.fixture(scope="session")
def run(pytestconfig: pytest.Config, store_view: str) -> Run:
    """Give the run, as it is for the store view under test."""
    return pytestconfig.stash[RUN].by_store_view()[store_view]


@pytest.fixture(scope="session")
def profile(run: Run) -> ShopProfile:
    """Give how the shop under test is set."""
    return run.profile


@pytest.fixture(scope="session")
def shop(run: Run) -> Shop:
    """Give the shop under test."""
    return run.shop
