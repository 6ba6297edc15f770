"""Sentences about accessibility: how wide the window is, and what axe-core finds on a page."""

from collections.abc import Callable

from pytest_bdd import given, parsers, then

from pages.accessibility import as_text, failing, violations_of
from pages.storefront import Storefront


@given(parsers.parse("a browser window that is {width:d} pixels wide"), target_fixture="window_width")
def window_is_wide(storefront: Storefront, width: int) -> int:
    """Resize the window before any page is opened."""
    storefront.resize(width)
    return width


@then("the page has no accessibility violation that the shop's settings fail")
def page_is_accessible(
    storefront: Storefront,
    window_width: int,
    failing_impact: str | None,
    attach_text: Callable[[str, str], None],
) -> None:
    """Attach everything that is found; only what is as grave as the settings say fails."""
    violations = violations_of(storefront.page)
    attach_text("Accessibility", as_text(violations, storefront.page.url, window_width))
    grave = failing(violations, failing_impact)
    assert not grave, "; ".join(map(str, grave))
