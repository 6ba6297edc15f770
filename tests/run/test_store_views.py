"""Several store views under test: each scenario once for each of them, with parameter, id and history of its own."""

from collections.abc import Generator, Mapping

import pytest

from harness.core.gherkin import features_in
from harness.core.scenario_identity import ScenarioIdentity
from harness.run.options import at_store_views
from harness.run.run import RUN, Run
from harness.shop.settings import WrongSettingsError
from harness.shop.shop import PROJECT, Shop
from tests.listing import collect_features
from tests.preflight.served_shop import shop_at

SHOP = shop_at("http://127.0.0.1:9")


class AtStoreViews:
    """A plugin: settles a run over some store views, which nobody asks."""

    def __init__(self, *codes: str) -> None:
        self.run = run_over(*codes)

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self, session: pytest.Session) -> Generator[None, object, object]:
        """Put the run where it is looked for while scenarios are collected, and no longer: nothing is run."""
        session.config.stash[RUN] = self.run
        try:
            return (yield)
        finally:
            del session.config.stash[RUN]


def run_over(*codes: str) -> Run:
    """Make the run of the first store view, which has the others."""
    alone = len(codes) == 1
    first, *others = (Run(shop, "x", "1", alone=alone) for shop in SHOP.at_store_views(codes))
    return Run(first.shop, "x", "1", alone=alone, others=tuple(others))


def test_scenario_and_row_for_each_store_view() -> None:
    """They are chosen by their ids, of one store view or of all."""
    choice = "store_views-01 or create_customer-14.2.de"
    listing = collect_features("-m", choice, plugins=[AtStoreViews("us", "de")])
    ends = sorted(test.rpartition("[")[2] for test in listing.tests)
    assert ends == ["de-website-store view's id]", "de]", "us]"], listing.text


def test_one_store_view_leaves_ids_as_they_are() -> None:
    """So that a scenario's history goes on."""
    listing = collect_features("-m", "store_views-01", plugins=[AtStoreViews("de")])
    assert [test.partition("[")[1] for test in listing.tests] == [""]


@pytest.mark.parametrize(
    ("variant", "short_id"),
    [
        ({}, "store_views-04.1"),
        ({"store view": "de"}, "store_views-04.1.de"),
        ({"store view": "de", "browser": "firefox"}, "store_views-04.1.de.firefox"),
    ],
)
def test_identity_of_a_variant(variant: Mapping[str, str], short_id: str) -> None:
    """Its id says which it is, its parameters too; its title and test case are those of all."""
    (feature,) = (one for one in features_in(PROJECT / "features") if one.name.startswith("Store views:"))
    template = next(one for one in feature.scenarios.values() if "store_views-04" in one.tags)
    row = {"scope": "in the scope of the store view"}
    plain = ScenarioIdentity(template, template.render(row), row, frozenset())
    identity = ScenarioIdentity(template, template.render(row), row, frozenset(), variant)
    assert (identity.short_id, identity.plain_id) == (short_id, "store_views-04.1")
    assert identity.parameters == {**row, **variant}
    assert identity.test_case_id == plain.test_case_id
    assert (identity.history_id == plain.history_id) == (not variant)


def test_worker_gets_every_store_view() -> None:
    """As plain values, and each with what was found out of it."""
    run = run_over("us", "de")
    taken = Run.taken_over(run.handed_over(), "gw1")
    assert list(taken.by_store_view()) == ["us", "de"]
    assert {each.worker for each in taken.by_store_view().values()} == {"gw1"}


def test_facts_name_their_store_view() -> None:
    """Where there are several."""
    assert run_over("de").facts(Theme="Hyvä") == {"Theme": "Hyvä"}
    _, other = run_over("us", "de").by_store_view().values()
    assert other.facts(Theme="Hyvä") == {"Theme (de)": "Hyvä"}


@pytest.mark.parametrize(
    ("settings", "options", "codes"),
    [
        ({}, (), ["us"]),
        ({"store_code": "de"}, (), ["de"]),
        ({"store_views": ("us", "de")}, (), ["us", "de"]),
        ({"store_views": ("us", "de")}, ("de",), ["de"]),
        ({}, ("us", "de", "us"), ["us", "de"]),
    ],
)
def test_store_views_under_test(settings: dict[str, str], options: tuple[str, ...], codes: list[str]) -> None:
    """Those of --store-view, else those of the settings."""
    shop = Shop(base_url="https://shop.example.com", **settings)  # type: ignore[arg-type]  # pydantic's
    assert [each.store_code for each in at_store_views(shop, options)] == codes


def test_storefront_url_is_of_its_own_store_view() -> None:
    """Another's is asked from the shop."""
    shop = Shop(base_url="https://shop.example.com", storefront_url="https://shop.example.com/us")
    us, de = shop.at_store_views(("us", "de"))
    assert (us.storefront_url, de.storefront_url) == ("https://shop.example.com/us", None)


def test_wrong_code_is_refused() -> None:
    """Before the shop is asked for it."""
    with pytest.raises(WrongSettingsError, match=r"--store-view '\.\./x' is no code of a store view"):
        at_store_views(SHOP, ("../x",))
