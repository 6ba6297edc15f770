"""The codes of an admin's second factor, of Magento's provider google: six digits, new every half minute."""

import pyotp
from pydantic import SecretStr


class _Authenticator(pyotp.TOTP):
    min_secret_length_bits = (
        40  # Magento's own command sets secrets as short as MFRGGZDF, pyotp's default is 112
    )


def current_code(secret: SecretStr) -> str:
    """Give the code of now for the provider's secret, which is base32; raise ValueError when it is none."""
    return _Authenticator(secret.get_secret_value()).now()
