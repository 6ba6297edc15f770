"""Which Magento a shop is, as far as it shows by what no scenario is about, or as its settings say.

| seen | 2.4.1 | 2.4.7 | 2.4.8 |
|---|---|---|---|
| tokens that are JWTs, the modules Magento_JwtUserToken and Magento_OpenSearch | no | yes | yes |
| the route that revokes a customer's tokens | no | yes | yes |
| Magento_ReCaptchaResendConfirmationEmail, beside Magento_ReCaptchaCustomer | no | no | yes |
| Magento_InventoryCatalogRule, beside Magento_InventoryCatalog | no | no | yes |

Measured on stock shops of these three; others are taken for the one that they look like, unless the settings name them.
A shop may have removed a module: what is missing tells only where its neighbour is there.
"""

from collections.abc import Collection
from dataclasses import dataclass

JWT_MODULE = "Magento_JwtUserToken"
_SEARCH_MODULE = "Magento_OpenSearch"
_OF_2_4_8 = {
    "Magento_ReCaptchaResendConfirmationEmail": "Magento_ReCaptchaCustomer",
    "Magento_InventoryCatalogRule": "Magento_InventoryCatalog",
}
"""Modules that came with 2.4.8, each with a neighbour that is older."""

_OLD, _MIDDLE, _NEW = "2.4.1", "2.4.7", "2.4.8"
_FIRST_JWT = "2.4.4"


@dataclass(frozen=True)
class MagentoVersion:
    """A version: `name` is "2.4.7", "" where nothing tells it; `by` says what reported it.

    It is not older than `since`, and older than `before`; each is "" where nothing tells.
    """

    name: str = ""
    by: str = ""
    since: str = ""
    before: str = ""

    def __str__(self) -> str:
        """Say it for a reader."""
        if self.name:
            return f"{self.name}, by {self.by}"
        return f"{self.since} or later, by {self.by}" if self.since else "unknown"

    def is_release(self, release: str) -> bool | None:
        """Tell whether the shop is of this release, of any patch level; None where nothing tells."""
        if self.name:
            return _numbers(self.name) == _numbers(release)
        excluded = _is_less(release, self.since) or (self.before and not _is_less(release, self.before))
        return False if excluded else None

    def is_before(self, release: str) -> bool | None:
        """Tell whether the shop is older than a release; None where nothing tells."""
        if self.name:
            return _is_less(self.name, release)
        if self.before and not _is_less(release, self.before):
            return True
        return False if self.since and not _is_less(self.since, release) else None

    def contradicts(self, release: str) -> bool:
        """Tell whether what was seen excludes a release that the settings name."""
        return _is_less(release, self.since) or bool(self.before and not _is_less(release, self.before))


UNKNOWN = MagentoVersion()


def version_by_modules(modules: Collection[str]) -> MagentoVersion:
    """Tell the version by the names of the enabled modules."""
    by = "its modules"
    if any(module in modules for module in _OF_2_4_8):
        return MagentoVersion(_NEW, by, since=_NEW)
    if JWT_MODULE not in modules:
        return (
            MagentoVersion(by=by)
            if _SEARCH_MODULE in modules
            else MagentoVersion(_OLD, by, before=_FIRST_JWT)
        )
    if any(neighbour in modules for neighbour in _OF_2_4_8.values()):
        return MagentoVersion(_MIDDLE, by, since=_FIRST_JWT, before=_NEW)
    return MagentoVersion(by=by, since=_FIRST_JWT)


def version_by_sign(*, is_new: bool, by: str) -> MagentoVersion:
    """Tell what a single sign tells, JWTs or the route that revokes tokens: 2.4.7 and 2.4.8 alike have both."""
    return MagentoVersion(by=by, since=_FIRST_JWT) if is_new else MagentoVersion(_OLD, by, before=_FIRST_JWT)


def version_by_settings(name: str) -> MagentoVersion:
    """Take the version that the settings name."""
    return MagentoVersion(name, "its settings")


def _numbers(version: str) -> tuple[int, ...]:
    """Give a release's numbers, without the patch level: 2.4.7-p6 is a 2.4.7."""
    return tuple(int(number) for number in version.partition("-")[0].split("."))


def _is_less(one: str, other: str) -> bool:
    return bool(other) and _numbers(one) < _numbers(other)
