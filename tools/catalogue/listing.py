"""The options that list scenarios and sentences in place of a run; no shop is needed for them."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from harness.core.scenario_identity import ScenarioIdentity
from tools.catalogue import page, plain_text
from tools.catalogue.sentences import known_sentences

_SCENARIOS = "--list-scenarios"
_SENTENCES = "--list-steps"
_PAGE = "--catalogue"

_QUIET = -2
"""The verbosity at which pytest's own listing and summary stay away."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("catalogue", "The catalogue")
    group.addoption(_SCENARIOS, action="store_true", help="list the scenarios, with ids and tags, and end")
    group.addoption(
        _SENTENCES, action="store_true", help="list the sentences that steps are written with, and end"
    )
    group.addoption(_PAGE, metavar="DIR", help=f"write both lists as one page, DIR/{page.NAME}, and end")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Turn the run into a collection: nothing is executed, so that nothing else asks for a shop."""
    if any(config.getoption(option) for option in (_SCENARIOS, _SENTENCES, _PAGE)):
        config.option.collectonly = True
        config.option.verbose = _QUIET
        config.option.no_header = True
        config.pluginmanager.register(_Listing(config))


class _Listing:
    """Writes the lists once everything is collected; pytest calls its hook."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_finish(self, session: pytest.Session) -> Generator[None]:
        """Write what was asked for, in place of pytest's own list of the tests collected."""
        collected, session.items = session.items, []
        yield
        session.items = collected
        found = [identity for item in collected if (identity := ScenarioIdentity.of(item))]
        scenarios = sorted(found, key=lambda each: (each.feature.filename, each.template.line_number))
        terminal = session.config.get_terminal_writer()
        for line in self._lines(scenarios):
            terminal.line(line)

    def _lines(self, scenarios: list[ScenarioIdentity]) -> Iterator[str]:
        sentences = known_sentences([step for each in scenarios for step in each.scenario.steps])
        if self._config.getoption(_SCENARIOS):
            yield from plain_text.of_scenarios(scenarios)
        if self._config.getoption(_SENTENCES):
            yield from plain_text.of_sentences(sentences)
        if folder := self._config.getoption(_PAGE):
            target = Path(self._config.invocation_params.dir, folder)
            yield f"\nAs a page: {page.write(target, scenarios, sentences)}"
