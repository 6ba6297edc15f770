"""Which Magento a shop is: reported by its modules or tokens as measured, or unknown."""

import pytest

from harness.shop.magento_version import (
    UNKNOWN,
    MagentoVersion,
    version_by_modules,
    version_by_settings,
    version_by_sign,
)

OLD = {"Magento_Customer", "Magento_ReCaptchaCustomer", "Magento_InventoryCatalog"}
MIDDLE = OLD | {"Magento_JwtUserToken", "Magento_ReCaptchaWebapiRest", "Magento_OpenSearch"}
NEW = MIDDLE | {"Magento_ReCaptchaResendConfirmationEmail", "Magento_InventoryCatalogRule"}
WITHOUT_MANY = {"Magento_Customer", "Magento_JwtUserToken", "Magento_OpenSearch"}
JWT = version_by_sign(is_new=True, by="its tokens")


def test_modules(subtests: pytest.Subtests) -> None:
    """What is missing tells only where the module's neighbour is there."""
    for modules, said in [
        (OLD, "2.4.1, by its modules"),
        (MIDDLE, "2.4.7, by its modules"),
        (NEW, "2.4.8, by its modules"),
        (NEW - {"Magento_InventoryCatalogRule"}, "2.4.8, by its modules"),
        (WITHOUT_MANY, "2.4.4 or later, by its modules"),
        (MIDDLE - {"Magento_JwtUserToken"}, "unknown"),
    ]:
        with subtests.test(said=said):
            assert str(version_by_modules(modules)) == said


def test_tokens() -> None:
    """Opaque ones are those of old shops, JWTs of any later one."""
    assert str(JWT) == "2.4.4 or later, by its tokens"
    assert str(version_by_sign(is_new=False, by="its tokens")) == "2.4.1, by its tokens"


def test_questions(subtests: pytest.Subtests) -> None:
    """A patch level is of its release; what cannot be reported is neither yes nor no."""
    for version, is_2_4_1, is_2_4_7, is_before_2_4_8 in [
        (version_by_modules(OLD), True, False, True),
        (version_by_modules(MIDDLE), False, True, True),
        (version_by_modules(NEW), False, False, False),
        (version_by_settings("2.4.7-p6"), False, True, True),
        (version_by_settings("2.4.10"), False, False, False),
        (JWT, False, None, None),
        (UNKNOWN, None, None, None),
    ]:
        with subtests.test(version=str(version)):
            assert version.is_release("2.4.1") is is_2_4_1
            assert version.is_release("2.4.7") is is_2_4_7
            assert version.is_before("2.4.8") is is_before_2_4_8


def test_settings_are_held_against_what_is_seen(subtests: pytest.Subtests) -> None:
    """Releases that look alike may be named."""
    rows: tuple[tuple[MagentoVersion, str, bool], ...] = (
        (version_by_modules(NEW), "2.4.7", True),
        (version_by_modules(NEW), "2.4.9", False),
        (version_by_modules(MIDDLE), "2.4.5-p2", False),
        (version_by_modules(MIDDLE), "2.4.8", True),
        (version_by_modules(OLD), "2.4.3", False),
        (version_by_modules(OLD), "2.4.4", True),
        (UNKNOWN, "2.4.4", False),
    )
    for seen, said, contradicts in rows:
        with subtests.test(seen=seen):
            assert seen.contradicts(said) is contradicts
