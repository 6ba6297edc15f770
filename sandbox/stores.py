"""The shop's websites, store groups and store views: fixed, as in the shops that were recorded."""

from collections.abc import Container
from dataclasses import dataclass, replace

from sandbox.versions import MagentoVersion


@dataclass(frozen=True)
class Website:
    """A website: customers belong to one."""

    id: int
    code: str
    name: str
    default_group_id: int


@dataclass(frozen=True)
class StoreGroup:
    """A store, which the admin calls a group of store views."""

    id: int
    website_id: int
    root_category_id: int
    default_store_id: int
    name: str
    code: str


@dataclass(frozen=True)
class StoreView:
    """A store view: what a scope in an address names."""

    id: int
    code: str
    name: str
    website_id: int
    group_id: int
    locale: str = "en_US"
    is_active: bool = True


WEBSITES = (
    Website(0, "admin", "Admin", 0),
    Website(1, "base", "Main Website", 1),
    Website(2, "us_website", "US Website", 2),
    Website(3, "de_website", "{germany} Website", 3),
)
STORE_GROUPS = (
    StoreGroup(0, 0, 0, 0, "Default", "default"),
    StoreGroup(1, 1, 2, 1, "Main Website Store", "main_website_store"),
    StoreGroup(2, 2, 2, 2, "US Store", "us_store"),
    StoreGroup(3, 3, 2, 3, "{germany} Store", "de_store"),
)
STORE_CODES = ("default", "us", "de")


class Stores:
    """The store views of one release, found by id or code."""

    def __init__(
        self, version: MagentoVersion, inactive: Container[str] = (), *, second_us_store_view: bool = False
    ) -> None:
        german = "de_DE" if version.has_german_pack else "en_US"
        self.views: tuple[StoreView, ...] = (
            StoreView(1, "default", "Default Store View", 1, 1, is_active="default" not in inactive),
            StoreView(0, "admin", "Admin", 0, 0),
            StoreView(2, "us", "US Store View", 2, 2, is_active="us" not in inactive),
            StoreView(3, "de", "Germany Store View", 3, 3, german, is_active="de" not in inactive),
        )
        # As the recorded shop of the release called them.
        self.websites = tuple(
            replace(site, name=site.name.format(germany=version.germany)) for site in WEBSITES
        )
        self.groups = tuple(
            replace(group, name=group.name.format(germany=version.germany)) for group in STORE_GROUPS
        )
        if second_us_store_view:
            self.views += (StoreView(4, "us_outlet", "US Outlet Store View", 2, 2),)

    @property
    def default(self) -> StoreView:
        """The store view that answers when an address names none."""
        return self.views[0]

    @property
    def admin(self) -> StoreView:
        """The store view behind the scope `all`."""
        return self.views[1]

    def by_code(self, code: str) -> StoreView | None:
        """Find a store view by its code, which is case-sensitive."""
        return next((view for view in self.views if view.code == code), None)

    def by_id(self, store_id: int) -> StoreView | None:
        """Find a store view by its id."""
        return next((view for view in self.views if view.id == store_id), None)

    def default_of(self, website_id: int) -> StoreView:
        """Answer the store view that a website falls back to."""
        group_id = next(website.default_group_id for website in WEBSITES if website.id == website_id)
        store_id = next(group.default_store_id for group in STORE_GROUPS if group.id == group_id)
        return next(view for view in self.views if view.id == store_id)


def website(website_id: int) -> Website | None:
    """Find a website by its id."""
    return next((site for site in WEBSITES if site.id == website_id), None)
