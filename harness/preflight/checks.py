"""The checks of the preflight, in their order. A check needs only those that stand before it."""

from dataclasses import replace
from functools import partial

from harness.browser.launch import Asked
from harness.preflight.abilities import look_at_abilities
from harness.preflight.check import Check
from harness.preflight.machine_checks import look_at_browser, start_browser
from harness.preflight.profile_check import look_at_profile
from harness.preflight.rest_checks import (
    ADMIN,
    look_at_admin,
    look_at_base_url,
    look_at_clock,
    look_at_settings,
    look_at_store_view,
)
from harness.preflight.storefront_checks import (
    look_at_captcha,
    look_at_form,
    look_at_registration,
    look_at_storefront,
)
from harness.preflight.template_trial import TITLE, did_not_look, try_template
from harness.preflight.theme_check import TITLE as THEME
from harness.preflight.theme_check import look_at_theme

TEMPLATE = Check("template", TITLE, (ADMIN, "store-view", "storefront", THEME, "profile"), True, did_not_look)
TRIED_TEMPLATE = replace(TEMPLATE, look=try_template)
"""What the doctor does in its place with --try."""

_BROWSER = Check("browser", "browser", (), False, look_at_browser, ("store-view",), once=True)

CHECKS = (
    Check("settings", "settings", (), False, look_at_settings, once=True),
    Check("base URL", "base URL", ("settings",), False, look_at_base_url, once=True),
    Check("clock", "clock", ("base URL",), False, look_at_clock, once=True),
    Check(ADMIN, "admin", ("base URL",), False, look_at_admin, once=True),
    Check("store-view", "store view", (ADMIN,), False, look_at_store_view),
    Check("abilities", "abilities", (ADMIN, "store-view"), False, look_at_abilities),
    Check("storefront", "storefront", ("store-view",), False, look_at_storefront),
    Check("sign-in-form", "sign-in form", ("storefront",), False, look_at_form),
    Check(THEME, THEME, ("storefront", "sign-in-form"), False, look_at_theme),
    Check("registration", "registration", ("store-view", "storefront"), False, look_at_registration),
    Check("captcha", "captcha", ("storefront", "sign-in-form"), False, look_at_captcha, ("registration",)),
    Check("profile", "shop as set", (ADMIN, "store-view"), False, look_at_profile, ("registration",)),
    TEMPLATE,
    _BROWSER,
    Check("browser-starts", "browser", ("browser",), True, start_browser, once=True),
)


def checks_for(browser: Asked) -> tuple[Check, ...]:
    """Give the checks of a run whose options ask for these browsers."""
    asked = replace(_BROWSER, look=partial(look_at_browser, asked=browser))
    return tuple(asked if check is _BROWSER else check for check in CHECKS)
