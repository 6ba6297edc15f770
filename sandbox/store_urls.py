"""Where the shop is on the web: the URL of each store view, and the store view that a URL means.

A website may have a host of its own, and store views may be distinguished by their codes in the path or not; then the
host chooses, or the default store view answers. A shop also knows its own URL. One that does not (it listens
everywhere, or is called in process) takes whatever a request came to.
"""

from urllib.parse import urlsplit

from sandbox.configuration import Configuration
from sandbox.stores import Stores, StoreView


class StoreUrls:
    """The URLs of one shop; `base` is its own, such as `http://127.0.0.1:8080`, once it is known."""

    def __init__(self, configuration: Configuration, stores: Stores) -> None:
        self.base: str | None = None
        self._hosts = dict(configuration.website_hosts)
        self._stores = stores
        self._codes_in_path = not (configuration.without_store_codes or self._hosts)

    def root(self, store: StoreView, asked: str) -> str:
        """Answer the URL of a store view's website; `asked` is the one that a request came to."""
        base = (self.base or asked).rstrip("/")
        if store.code not in self._hosts:
            return base
        scheme, host, *_ = urlsplit(base)
        _, colon, port = host.partition(":")
        return f"{scheme}://{self._hosts[store.code]}{colon}{port}"

    def home(self, store: StoreView, asked: str) -> str:
        """Answer the URL of a store view's home page, to which the paths of its pages are added."""
        root = self.root(store, asked)
        return f"{root}/{store.code}/" if self._codes_in_path else f"{root}/"

    def default_store(self, host: str) -> StoreView:
        """Answer the store view of an address that names none, by its host and port."""
        name = host.partition(":")[0]
        code = next((code for code, own in self._hosts.items() if own == name), None)
        return (self._stores.by_code(code) if code else None) or self._stores.default

    def find_store(self, host: str, segments: list[str]) -> tuple[StoreView, list[str]]:
        """Tell which store view a page belongs to, and what of the path is left for the page itself."""
        named = self._stores.by_code(segments[0]) if segments and self._codes_in_path else None
        if named is None or named is self._stores.admin:
            return self.default_store(host), segments
        return named, segments[1:]

    def misses(self, store: StoreView, asked: str) -> bool:
        """Tell whether a page was asked for at a host that is not its store view's."""
        return self.base is not None and self.root(store, asked) != asked.rstrip("/")
