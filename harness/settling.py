"""Settles a run before its first scenario: which shop it is about, whether that can be tested, what is known of it."""

import secrets
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from harness.browser import launch
from harness.core.events import Events
from harness.preflight import needs
from harness.preflight.checks import checks_for
from harness.preflight.diagnosis import Diagnosis, diagnosis_of
from harness.preflight.examination import Known, examine_each
from harness.run import options, own_folder
from harness.run.embedded_store import EmbeddedStore, EmbeddedStoreError
from harness.run.options import at_store_views, chosen_shop, is_by_hand, refuse_what_does_nothing
from harness.run.run import Run
from harness.run.run_id import WrongRunIdError, settled
from harness.secrets.scrubber import Scrubber
from harness.shop.settings import WrongSettingsError
from harness.shop.shop import Shop


class Settling:
    """Settles one run, once, in the process that pytest was started in.

    `store` is the embedded store where the run has started one, `header` names the shop, and `run` is there once
    something can be run; `tell` says meanwhile what is waited for.
    """

    def __init__(
        self, config: pytest.Config, scrubber: Scrubber, events: Events, tell: Callable[[str], None]
    ) -> None:
        self.store: EmbeddedStore | None = None
        self.header = ""
        self.run: Run | None = None
        self._config = config
        self._scrubber = scrubber
        self._events = events
        self._tell = tell

    def settle(self) -> Diagnosis:
        """Find the shop and look whether it can be tested; where it cannot, the run goes on without any scenario."""
        config = self._config
        try:
            run_id = settled(config.getoption("--run-id"))
            refuse_what_does_nothing(config)
            chosen = chosen_shop(config)
            own = own_folder.join(config, needs.NEEDS)
            given = {"own": own, **options.second_plays(config)}
            shop = (chosen or self._start_embedded_store()).model_copy(update=given)
            shops = at_store_views(shop, config.getoption("--store-view"))
            self._introduce(shops, run_id)
            looks = examine_each(
                shops,
                run_id,
                self._scrubber,
                wait=config.getoption("--wait"),
                tell=self._tell,
                checks=checks_for(launch.Asked.by(config)),
            )
        except (WrongSettingsError, WrongRunIdError, EmbeddedStoreError) as error:
            return diagnosis_of(error)
        diagnosis = Diagnosis.of_all(each for each, _ in looks)
        if not diagnosis.stop:
            first, *others = self._runs(shops, looks, run_id)
            self.run = replace(first, others=tuple(others))
        return diagnosis

    def _runs(
        self, shops: Sequence[Shop], looks: Sequence[tuple[Diagnosis, Known]], run_id: str
    ) -> Iterator[Run]:
        """Make the run of each store view, out of what was found there."""
        machine = secrets.token_hex(2)
        signed_in = next((known.admin_token for _, known in looks if known.admin_token), None)
        facts = [known.facts for _, known in looks]
        shared = dict(set.intersection(*(set(each.items()) for each in facts)))
        self._events.note(**shared)
        for shop, (diagnosis, known) in zip(shops, looks, strict=True):
            run = Run(
                shop=shop,
                id=run_id,
                machine=machine,
                person=is_by_hand(self._config),
                admin_token=signed_in,
                obstacle=diagnosis.obstacle.text_with_place if diagnosis.obstacle else "",
                abilities=known.abilities,
                magento=known.magento,
                profile=known.profile,
                theme=known.theme,
                alone=len(shops) == 1,
            )
            own = {name: fact for name, fact in known.facts.items() if name not in shared}
            self._events.note(**run.facts(**own))
            yield run

    def _introduce(self, shops: Sequence[Shop], run_id: str) -> None:
        shop = shops[0]
        self._scrubber.hide_all(shop.secrets())
        codes = ", ".join(each.store_code for each in shops)
        self._events.note(Shop=shop.base_url, Store_view=codes, Run=run_id)
        kind = "embedded store" if self.store else f"shop {shop.name}".removesuffix(" shop")
        views = "store view" if len(shops) == 1 else "store views"
        self.header = f"{kind}: {shop.base_url}, {views} {codes}, run {run_id}"

    def _start_embedded_store(self) -> Shop:
        self.store = EmbeddedStore(shlex.split(self._config.getoption("--sandbox")))
        return self.store.shop
