"""Stands where a browser would: it notes the addresses that a step opens, and can be waited for by nobody.

Page objects may be built on it. The first thing that a step expects to see ends its rehearsal.
"""

from typing import Any


class Nothing:
    """Whatever a page gives: it can be called and asked for parts, and is nothing at all."""

    def __getattr__(self, _name: str) -> "Nothing":
        """Give nothing for any part."""
        return self

    def __call__(self, *_args: Any, **_more: Any) -> "Nothing":
        """Give nothing for any call."""
        return self


class UnseenPage(Nothing):
    """A page that remembers where it was sent."""

    def __init__(self, addresses: list[str]) -> None:
        self._addresses = addresses

    def goto(self, address: str, **_more: Any) -> None:
        """Note the address."""
        self._addresses.append(address)


class UnseenContext(Nothing):
    """A browser of its own with such pages; all of them note into one list."""

    def __init__(self, addresses: list[str]) -> None:
        self._addresses = addresses

    def new_page(self) -> UnseenPage:
        """Open a page."""
        return UnseenPage(self._addresses)
