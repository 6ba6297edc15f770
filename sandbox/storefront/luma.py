"""What the storefront does differently from one Magento release to the next, one row a release.

Templates, scripts and controllers ask for a property of the row ("does the popup come first?"), never for a
release's name.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Luma:
    """The ways in which one release's Luma differs from the others'."""

    body_id: str | None
    password_id: str
    popup_comes_first: bool
    offers_show_password: bool
    alert_region_stays_empty: bool
    keeps_hidden_errors: bool
    mobile_ids_have_suffix: bool
    compares_sign_in_state: bool
    post_becomes_referer: bool
    """A refused sign-in makes its own POST-only address the page to go back to: a genuine fault of 2.4.1."""
    lost_page_becomes_referer: bool
    section_carries_token: bool
    makes_form_key_for_customers: bool
    locks_button: bool
    """A form's button stays shut until the reCAPTCHA's script has come."""
    lists_street: bool
    """A street's lines are sent as a list; otherwise each by its number."""
    region_updater: str


LUMA_2_4_1 = Luma(
    body_id=None,
    password_id="pass",  # noqa: S106 - an element's id
    popup_comes_first=False,
    offers_show_password=False,
    alert_region_stays_empty=False,
    keeps_hidden_errors=True,
    mobile_ids_have_suffix=False,
    compares_sign_in_state=False,
    post_becomes_referer=True,
    lost_page_becomes_referer=True,
    section_carries_token=False,
    makes_form_key_for_customers=False,
    locks_button=False,
    lists_street=True,
    region_updater="regionUpdater",
)

LUMA_2_4_8 = Luma(
    body_id="html-body",
    password_id="password",  # noqa: S106 - an element's id
    popup_comes_first=True,
    offers_show_password=True,
    alert_region_stays_empty=True,
    keeps_hidden_errors=False,
    mobile_ids_have_suffix=True,
    compares_sign_in_state=True,
    post_becomes_referer=False,
    lost_page_becomes_referer=False,
    section_carries_token=True,
    makes_form_key_for_customers=False,
    locks_button=True,
    lists_street=False,
    region_updater="directoryRegionUpdater",
)

LUMA_2_4_7 = replace(
    LUMA_2_4_8, keeps_hidden_errors=True, section_carries_token=False, makes_form_key_for_customers=True
)

LUMA = {"2.4.8": LUMA_2_4_8, "2.4.7": LUMA_2_4_7, "2.4.1": LUMA_2_4_1}
