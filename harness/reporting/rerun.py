"""How to see a scenario oneself: the commands that run it again, slowly and in a visible browser."""

import shlex

import pytest

from harness.shop.settings import EMBEDDED, read_shop


class Rerun:
    """Knows the shop of this run, and writes commands for it."""

    def __init__(self, config: pytest.Config) -> None:
        """Read the run's options; a run that knows no shop has nothing to be repeated."""
        self._shop = _shop(config)
        self._sandbox = config.getoption("--sandbox", "") if self._shop == EMBEDDED else ""

    def words(self, short_id: str) -> str:
        """Give the paragraph for a scenario's description in Markdown, "" where there is no command."""
        if not (self._shop and short_id):
            return ""
        commands = "\n".join(f"    {command}" for command in (self._make(short_id), self._plain(short_id)))
        return f"**How to rerun this**, either way:\n\n{commands}"

    def _make(self, short_id: str) -> str:
        more = f" PYTEST_OPTIONS={shlex.quote(self._sandbox_option)}" if self._sandbox else ""
        return f"make rerun SHOP={shlex.quote(self._shop)} ID={short_id}{more}"

    def _plain(self, short_id: str) -> str:
        more = f" {self._sandbox_option}" if self._sandbox else ""
        return (
            f".venv/bin/pytest features -m {short_id} --shop {shlex.quote(self._shop)}{more} "
            "--headed --slowmo 500 --step-by-step --keep"
        )

    @property
    def _sandbox_option(self) -> str:
        """Prefer quotation marks: make's own quoting goes around them."""
        plain = not set(self._sandbox) & set('"$`\\')
        return f'--sandbox "{self._sandbox}"' if plain else f"--sandbox {shlex.quote(self._sandbox)}"


def _shop(config: pytest.Config) -> str:
    """Give what --shop has to say to get the same shop, wherever this run had it from."""
    choice = config.getoption("--shop", "")
    if choice is None:
        shop = read_shop(None)
        return shop.base_url if shop else EMBEDDED
    return str(choice)
