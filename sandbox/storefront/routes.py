"""Which controller answers which address: Magento's front name, controller and action."""

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.wrappers import Response

from sandbox.storefront.visit import Visit

Controller = Callable[[Visit], Response]
HOME = "cms/index/index"


@dataclass(frozen=True)
class Route:
    """A controller with the conditions under which it is asked."""

    controller: Controller
    methods: frozenset[str]
    for_customers: bool


ROUTES: dict[str, Route] = {}


def route(
    path: str, *, methods: tuple[str, ...] = ("GET", "POST"), for_customers: bool = False
) -> Callable[[Controller], Controller]:
    """Let a controller answer an address; one for customers alone sends guests to the sign-in page."""

    def register(controller: Controller) -> Controller:
        ROUTES[path] = Route(controller, frozenset(methods), for_customers)
        return controller

    return register


def read_path(segments: list[str]) -> tuple[str, dict[str, str]]:
    """Split an address into the route's name and the parameters that follow it as name/value pairs."""
    if not segments:
        return HOME, {}
    names = [segment.lower() for segment in segments[:3]] + ["index"] * (3 - len(segments[:3]))
    rest = segments[3:]
    return "/".join(names), dict(zip(rest[::2], rest[1::2], strict=False))
