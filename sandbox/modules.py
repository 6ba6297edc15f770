"""The modules that the shop has enabled, by which a caller may tell its release and what it can.

Those that tell the three releases apart were measured; the others are those of every stock shop that have to do with
what the store plays. A real shop lists some hundreds more.
"""

from sandbox.configuration import Configuration
from sandbox.versions import MagentoVersion

STOCK = (
    "Magento_Store",
    "Magento_Directory",
    "Magento_Theme",
    "Magento_Backend",
    "Magento_Eav",
    "Magento_Customer",
    "Magento_Webapi",
    "Magento_Integration",
    "Magento_Captcha",
    "Magento_Newsletter",
    "Magento_PageCache",
    "Magento_Persistent",
    "Magento_LoginAsCustomerAssistance",
    "Magento_ReCaptchaCustomer",
)


def enabled_modules(configuration: Configuration, version: MagentoVersion) -> list[str]:
    """List the names of the enabled modules; that of the second factor only where the shop asks for one."""
    two_factor = configuration.admin_totp_secret or configuration.two_factor != "off"
    return [*STOCK, *sorted(version.modules), *(["Magento_TwoFactorAuth"] if two_factor else [])]
