"""What a scenario's result says beside its steps: the way to see it oneself, and where to read on.

Where repository and tracker are is named by allure-pytest's own option, `--allure-link-pattern TYPE:PATTERN`,
for the types `coverage` and `issue`; a link whose pattern nobody named would lead nowhere and is left out.
"""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from harness.core.scenario_identity import ScenarioIdentity
from harness.run.own_folder import own_option
from harness.shop.settings import read_shop
from harness.shop.shop import EMBEDDED

TUTORIAL = "https://developer.adobe.com/commerce/webapi/rest/tutorials/inventory/create-customer/"
"""Step 6 of Adobe's tutorial "Order Processing with Inventory Management"."""


def links(
    identity: ScenarioIdentity, patterns: Mapping[str, str], own: Path | None = None
) -> Iterator[tuple[str, str, str]]:
    """Give the links of a scenario, each by type, URL and name; `patterns` hold `{}` where the id goes, by type.

    Those of the shop's `own` folder are neither the tutorial's nor cases of our coverage.
    """
    is_ours = not (own and own.resolve() in Path(identity.feature.filename).resolve().parents)
    if is_ours:
        yield "link", TUTORIAL, "Adobe's tutorial, step 6"
    if is_ours and identity.short_id and "coverage" in patterns:
        anchor = identity.short_id.partition(".")[0]
        yield "test_case", patterns["coverage"].format(anchor), f"docs/coverage.md, {anchor}"
    if "issue" in patterns:
        for issue in identity.issues:
            yield "issue", patterns["issue"].format(issue), issue


class Rerun:
    """Writes the commands that run a scenario again, slowly and in a visible browser, at the shop of this run."""

    def __init__(self, config: pytest.Config) -> None:
        """Read the run's options; a run that knows no shop has nothing to be repeated."""
        self._shop = _shop(config)
        self._store_views: list[str] = config.getoption("--store-view", [])
        self._sandbox = config.getoption("--sandbox", "") if self._shop == EMBEDDED else ""
        self._own = own_option(config)

    def words(self, identity: ScenarioIdentity) -> str:
        """Give the paragraph for a scenario's description in Markdown, "" where there is no command."""
        plain_id = identity.plain_id
        if not (self._shop and plain_id):
            return ""
        options = self._options(identity)
        commands = "\n".join(
            f"    {command}" for command in (self._make(plain_id, options), self._plain(plain_id, options))
        )
        return f"**How to rerun this**, either way:\n\n{commands}"

    def _options(self, identity: ScenarioIdentity) -> str:
        """Write the options that lead to the same store view, browser and embedded store; "" for none."""
        view = identity.variant.get("store view")
        views = [view] if view else self._store_views
        browser = identity.variant.get("browser")
        options = [f"--store-view {each}" for each in views] + [f"--browser {browser}"] * bool(browser)
        return " ".join([*options, *self._options_of_the_run])

    def _make(self, short_id: str, options: str) -> str:
        more = f" PYTEST_OPTIONS={shlex.quote(options)}" if options else ""
        return f"make rerun SHOP={shlex.quote(self._shop)} ID={short_id}{more}"

    def _plain(self, short_id: str, options: str) -> str:
        more = f" {options}" if options else ""
        return (
            f".venv/bin/pytest features -m {short_id} --shop {shlex.quote(self._shop)}{more} "
            "--headed --slowmo 500 --step-by-step --keep"
        )

    @property
    def _options_of_the_run(self) -> list[str]:
        own = f"--own {shlex.quote(self._own)}" if self._own else ""
        return [option for option in (self._sandbox_option, own) if option]

    @property
    def _sandbox_option(self) -> str:
        """Prefer quotation marks: make's own quoting goes around them."""
        if not self._sandbox:
            return ""
        plain = not set(self._sandbox) & set('"$`\\')
        return f'--sandbox "{self._sandbox}"' if plain else f"--sandbox {shlex.quote(self._sandbox)}"


def _shop(config: pytest.Config) -> str:
    """Give what --shop has to say to get the same shop, wherever this run had it from."""
    choice = config.getoption("--shop", "")
    if choice is None:
        shop = read_shop(None)
        return shop.base_url if shop else EMBEDDED
    return str(choice)
