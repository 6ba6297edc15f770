"""Which fields a website asks of a customer and of an address: what its settings show and require."""

from sandbox.settings import Place, Settings

CUSTOMER_LABELS = {
    "prefix": "Name Prefix",
    "suffix": "Name Suffix",
    "dob": "Date of Birth",
    "taxvat": "Tax/VAT Number",
    "gender": "Gender",
}
"""The customer's fields that may be required, in the order in which they are asked for, with their labels."""

ADDRESS_LABELS = {"telephone": "Phone Number", "fax": "Fax", "company": "Company"}
"""Those of the address that REST names when they are missing."""

NAME_LABELS = {"prefix": "Name Prefix", "suffix": "Name Suffix"}
"""Those that the customer and every address have."""

CONFIGURED = (*CUSTOMER_LABELS, *ADDRESS_LABELS, "middlename")


class Fields:
    """The fields of one website, or of the default scope."""

    def __init__(self, settings: Settings, place: Place) -> None:
        self._settings = settings
        self._place = place

    def is_visible(self, name: str) -> bool:
        """Tell whether pages show a field; those without a setting are always shown."""
        return name not in CONFIGURED or self._shown(name) not in ("", "0")

    def is_required(self, name: str) -> bool:
        """Tell whether a field that has a setting is required."""
        return name in CONFIGURED and self._shown(name) == "req"

    @property
    def street_lines(self) -> int:
        """How many lines a street may have."""
        return self._settings.number("customer/address/street_lines", self._place)

    def options(self, name: str) -> list[str]:
        """List what the pages offer as prefix or suffix; without a list they take any text."""
        listed = self._settings.text(f"customer/address/{name}_options", self._place)
        return [option.strip() for option in listed.split(";") if option.strip()]

    def _shown(self, name: str) -> str:
        return self._settings.text(f"customer/address/{name}_show", self._place)
