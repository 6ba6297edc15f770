"""The first page after a deployment, for which Magento fills its caches while somebody waits."""

import threading
import time

from werkzeug.wrappers import Request

from sandbox.rest.scopes import rest_part

VERSION = "/magento_version"


class SlowStart:
    """Keeps whoever asks for the first page waiting."""

    def __init__(self, milliseconds: int) -> None:
        self._seconds = milliseconds / 1000
        self._first = threading.Lock()

    def __call__(self, request: Request) -> None:
        """Wait once, and let everything through."""
        # The lock is never released: the first page takes it, and every later one finds it taken.
        if self._seconds and self._is_page(request) and self._first.acquire(blocking=False):
            time.sleep(self._seconds)

    def _is_page(self, request: Request) -> bool:
        is_rest = rest_part(request.path) is not None
        return not is_rest and not request.path.startswith("/static/") and not request.path.endswith(VERSION)
