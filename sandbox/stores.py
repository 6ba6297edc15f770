"""The shop's websites, store groups and store views: fixed, as in the shops that were recorded."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from sandbox.languages import ENGLISH
from sandbox.themes import HYVA, LUMA
from sandbox.versions import MagentoVersion

ENGLISH_LOCALE = "en_US"
LOCALES = (ENGLISH_LOCALE, "de_DE", "fr_FR")
EVERYWHERE = ""
"""In place of a store view's code, where something holds for all of them."""


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
    is_active: bool = True
    locale: str = ENGLISH_LOCALE
    language: str = ENGLISH
    """What its sentences are in: its locale's language where the shop has a pack of it, else English."""
    theme: str = LUMA


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
OUTLET = "us_outlet"


@dataclass(frozen=True)
class Looks:
    """The themes and locales of store views by their codes, and what languages the shop has besides its release's."""

    themes: Mapping[str, str]
    locales: Mapping[str, str]
    language_packs: frozenset[str]

    def dress(self, view: StoreView, version: MagentoVersion) -> StoreView:
        """Give a store view its theme, locale and language: as recorded, unless it is said otherwise."""
        if view.id == 0:
            return view
        is_german = view.code == "de" and version.has_german_pack
        stock = (HYVA, "de_DE") if is_german else (LUMA, ENGLISH_LOCALE)
        theme, locale = (
            said.get(view.code, said.get(EVERYWHERE, otherwise))
            for said, otherwise in zip((self.themes, self.locales), stock, strict=True)
        )
        packs = self.language_packs | ({"de"} if version.has_german_pack else set())
        language = locale[:2] if locale[:2] in packs else ENGLISH
        return replace(view, theme=theme, locale=locale, language=language)


class Stores:
    """The store views of one release, found by id or code."""

    def __init__(
        self,
        version: MagentoVersion,
        looks: Looks,
        inactive: Container[str] = (),
        *,
        second_us_store_view: bool = False,
    ) -> None:
        views = [
            StoreView(1, "default", "Default Store View", 1, 1),
            StoreView(0, "admin", "Admin", 0, 0),
            StoreView(2, "us", "US Store View", 2, 2),
            StoreView(3, "de", "Germany Store View", 3, 3),
        ]
        if second_us_store_view:
            views.append(StoreView(4, OUTLET, "US Outlet Store View", 2, 2))
        self.views = tuple(
            looks.dress(replace(view, is_active=view.code not in inactive), version) for view in views
        )
        # As the recorded shop of the release called them.
        self.websites = tuple(
            replace(site, name=site.name.format(germany=version.germany)) for site in WEBSITES
        )
        self.groups = tuple(
            replace(group, name=group.name.format(germany=version.germany)) for group in STORE_GROUPS
        )

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
