"""Google's reCAPTCHA in front of signing in and registering, as a shop with keys that lead nowhere has it.

Nobody can answer it here, as on a machine without the net: forms stay shut and, since 2.4.3, REST refuses as well.
"""

from sandbox import messages
from sandbox.errors import InputRefused, MaskedError
from sandbox.settings import Settings
from sandbox.stores import StoreView
from sandbox.versions import MagentoVersion

CREATE, SIGN_IN = "customer_create", "customer_login"
REST_MODULE = "Magento_ReCaptchaWebapiRest"


def is_on(settings: Settings, store: StoreView, form: str) -> bool:
    """Tell whether a form of a store view asks for it; the store view is that of the call, not the customer's."""
    return bool(settings.text(f"recaptcha_frontend/type_for/{form}", store))


def check_call(
    settings: Settings, store: StoreView, form: str, version: MagentoVersion, answer: str | None
) -> None:
    """Refuse a REST call that does what the form does; an answer cannot be checked, and breaks the call down."""
    if REST_MODULE not in version.modules or not is_on(settings, store, form):
        return
    if answer:
        raise MaskedError
    raise InputRefused(messages.RECAPTCHA_FAILED)
