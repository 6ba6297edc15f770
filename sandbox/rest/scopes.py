"""How the path of a REST call names its store view, and what is left of it for the routes.

`/rest/us/V1/...` is the store view us, `/rest/all/V1/...` the admin, `/rest/V1/...` the default store view. A code
that no store view has stays in the path, which then does not begin with a version and is refused as a whole.
"""

import re
from dataclasses import dataclass

from sandbox import messages
from sandbox.errors import InputRefused
from sandbox.stores import Stores, StoreView

ALL = "all"
REST_PATH = re.compile(r"/+(?:index\.php/)?rest(?P<rest>/.*)?")


@dataclass(frozen=True)
class ScopedPath:
    """A store view, and the segments of the route asked for in it."""

    store: StoreView
    segments: tuple[str, ...]


def rest_part(path: str) -> str | None:
    """Cut a path down to what follows `/rest`; None for a path that is none of REST's."""
    found = REST_PATH.fullmatch(path)
    return (found["rest"] or "") if found else None


def resolve(part: str, stores: Stores, default: StoreView) -> ScopedPath:
    """Read the store view out of the path, or refuse it; where it names none, the default one answers."""
    code, _, remainder = part.removeprefix("/").partition("/")
    if code == ALL:
        store: StoreView | None = stores.admin
    else:
        store = stores.by_code(code) if code != stores.admin.code else None
    if store is None:
        store, remainder = default, part.removeprefix("/")
    if not re.match(r"(V\d+|schema)(/|$)", remainder):
        raise InputRefused(messages.NO_SUCH_SCOPE)
    return ScopedPath(store, tuple(remainder.rstrip("/").split("/")))
