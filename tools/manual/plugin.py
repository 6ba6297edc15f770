"""The option --manual: rehearse the scenarios of a run, and write the checklist, in place of running them."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from harness.core.scenario_identity import ScenarioIdentity
from tools.manual import documents
from tools.manual.checklist import CheckScenario, ShopFacts, check_scenario
from tools.manual.no_browser import UnseenContext, UnseenPage
from tools.manual.notebook import Notebook
from tools.manual.rehearsal import rehearse

_OPTION = "--manual"

_QUIET = -2
"""The verbosity at which pytest counts no passed tests: nothing has passed here."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    group = parser.getgroup("manual", "The checklist for testing by hand")
    group.addoption(
        _OPTION,
        metavar="DIR",
        help=f"write the scenarios as a checklist, DIR/{documents.PAGE} and DIR/{documents.TEXT}, filled in for the "
        "shop; nothing is sent to it but questions about its store views and countries",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Keep to one process, whatever the shop's settings say of workers; -n itself is refused below."""
    if config.getoption(_OPTION) and getattr(config.option, "numprocesses", 0) is None:
        config.option.numprocesses = 0


def pytest_configure(config: pytest.Config) -> None:
    """Start the rehearsal, if it was asked for."""
    folder = config.getoption(_OPTION)
    if not folder or config.getoption("collectonly"):
        return
    if config.getoption("numprocesses", None):
        raise pytest.UsageError(f"{_OPTION} writes one checklist: leave out -n.")
    config.option.verbose = _QUIET
    config.option.reportchars = ""
    config.pluginmanager.register(_Rehearsals(Path(config.invocation_params.dir, folder)))


class _Rehearsals:
    """Gathers the rehearsed scenarios of one run; pytest calls its hooks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._notebook: Notebook | None = None
        self._facts: ShopFacts | None = None
        self._addresses: list[str] = []
        self._scenarios: list[CheckScenario] = []
        self._missing: dict[str, str] = {}

    @pytest.fixture
    def new_context(self) -> Callable[[], UnseenContext]:
        """Open no browser."""
        return lambda: UnseenContext(self._addresses)

    @pytest.fixture
    def page(self) -> UnseenPage:
        """Open no page."""
        return UnseenContext(self._addresses).new_page()

    # What only a customer could tell is taken for granted: none is made, and the tester will see it.

    @pytest.fixture
    def has_jwt(self) -> bool:
        """Do not look at a customer's token."""
        return True

    @pytest.fixture
    def has_accounts_per_website(self) -> bool:
        """Do not try a customer on another website."""
        return True

    @pytest.fixture
    def has_shared_accounts(self) -> bool:
        """Do not try a customer on another website."""
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Rehearse a scenario in place of running it."""
        identity = ScenarioIdentity.of(pyfuncitem)
        if identity is None:
            return None
        request = cast(pytest.FixtureRequest, pyfuncitem.funcargs["request"])
        self._facts = self._facts or _facts(request)
        self._notebook = self._notebook or _notebook(request)
        rehearsed = rehearse(identity, request, self._notebook, self._addresses)
        self._scenarios.append(check_scenario(identity, rehearsed, request.getfixturevalue("admin_token")))
        return True

    def pytest_runtest_makereport(self, item: pytest.Item, call: "pytest.CallInfo[None]") -> None:
        """Note a scenario that this shop lacks something for."""
        if call.excinfo and isinstance(call.excinfo.value, pytest.skip.Exception):
            self._missing[str(ScenarioIdentity.of(item))] = str(call.excinfo.value.msg)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Print no dot for a rehearsal."""
        return None if report.failed else (report.outcome, "", "")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the checklist and say where it is."""
        if self._facts is None:
            return
        paths = documents.write(self._folder, self._facts, self._scenarios, self._missing)
        terminalreporter.line(f"Checklist of {len(self._scenarios)} scenarios for {self._facts.rest}:")
        for path in paths:
            terminalreporter.line(f"  {path}")


def _facts(request: pytest.FixtureRequest) -> ShopFacts:
    config = request.getfixturevalue("store_config")
    return ShopFacts(
        rest=request.getfixturevalue("shop").base_url,
        storefront=request.getfixturevalue("storefront_address"),
        store_code=config.code,
        store_id=config.id,
        website_id=config.website_id,
        run_id=request.getfixturevalue("run_id"),
    )


def _notebook(request: pytest.FixtureRequest) -> Notebook:
    """Put a notebook between the suite and the shop."""
    rest = request.getfixturevalue("magento").rest
    notebook = Notebook(rest.session.get_adapter(rest.base_url))
    rest.session.mount(rest.base_url, notebook)
    return notebook
