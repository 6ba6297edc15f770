"""What makes an address acceptable, and what becomes of its region.

Fields go by the website of the call, countries by the customer's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox import customer_rules, messages
from sandbox.characters import CITY, TELEPHONE
from sandbox.defects import defective
from sandbox.directory import Directory
from sandbox.errors import InputRefused
from sandbox.fields import ADDRESS_LABELS, NAME_LABELS, Fields
from sandbox.records import Address, AddressDraft
from sandbox.settings import Settings
from sandbox.stores import Website
from sandbox.versions import MagentoVersion

NAMED = ("firstname", "lastname", "street", "city", "telephone", "fax", "company", "postcode")
"""The fields that REST names when they are missing, in its order."""


@dataclass(frozen=True)
class AddressRules:
    """The rules for the addresses of one call."""

    directory: Directory
    version: MagentoVersion
    settings: Settings
    fields: Fields
    website: Website | None
    """The customer's own, which decides where the shop sells to."""

    def check_required(self, draft: AddressDraft) -> None:
        """Refuse an address that lacks fields, naming all of them."""
        missing = [InputRefused.required(name) for name in NAMED if self._names_missing(draft, name)]
        invalid = self._check_country(draft) or self._check_region(draft)
        errors = missing + ([invalid] if invalid else [])
        if errors:
            raise InputRefused.several(errors)

    def check_values(self, draft: AddressDraft) -> None:
        """Refuse an address whose values break a rule."""
        problems = self.missing_texts(draft, NAME_LABELS)
        if self.version.required_goes_by_website:
            problems += self.missing_texts(draft, ADDRESS_LABELS)
        most = self.fields.street_lines + defective("a-line-more") - defective("a-line-fewer")
        if len(street_lines(draft)) > most:
            problems.append(messages.STREET_TOO_LONG.format(lines=self.fields.street_lines))
        if defective("demands-region") and not (draft.region or draft.region_id):
            problems.append(messages.REQUIRED_VALUE.format(label="State/Province"))
        if self.version.checks_names:
            problems += customer_rules.invalid_names(draft)
        if self.version.checks_city and not CITY.accept(draft.city or ""):
            problems.append(messages.CITY_NOT_VALID)
        if self.version.checks_telephone and not TELEPHONE.accept(draft.telephone or ""):
            problems.append(messages.TELEPHONE_NOT_VALID)
        if problems:
            raise InputRefused("\n".join(problems))

    def missing_texts(self, address: AddressDraft | Address, labels: dict[str, str]) -> list[str]:
        """List what the shop says of required fields that are empty, as texts."""
        return [
            messages.REQUIRED_VALUE.format(label=label)
            for name, label in labels.items()
            if self.fields.is_required(name) and not str(getattr(address, name) or "").strip()
            if not defective(f"without-{name}")
        ]

    def missing_in_own(self, own: list[Address], drafts: list[AddressDraft] | None) -> list[str]:
        """List what is said of a customer's own addresses, sent again or left alone, that lack what is asked now."""
        ids = {address.id for address in own}
        looked_at: Sequence[Address | AddressDraft] = (
            own if drafts is None else [draft for draft in drafts if draft.id in ids]
        )
        texts = [text for address in looked_at for text in self.missing_texts(address, ADDRESS_LABELS)]
        return list(dict.fromkeys(texts))

    def sells_to(self, country_id: str | None) -> bool:
        """Tell whether the customer's website sells to a country."""
        is_sold_to = bool(country_id) and self.directory.is_allowed(str(country_id), self.website)
        return is_sold_to and not defective("drops-sold-countries")

    def _names_missing(self, draft: AddressDraft, name: str) -> bool:
        if name == "street":
            return street_lines(draft) == [""]
        is_empty = not str(getattr(draft, name) or "").strip()
        if name in ADDRESS_LABELS:
            own = Fields(self.settings, self.website)
            named = own.is_required(name) or not self.version.required_goes_by_website
            if name == "telephone" and defective("demands-telephone"):
                return is_empty
            return is_empty and self.fields.is_required(name) and named and not defective(f"without-{name}")
        if name == "postcode":
            optional = self.settings.codes("general/country/optional_zip_countries")
            is_needed = draft.country_id not in optional or defective("demands-postcode")
            return is_empty and is_needed and not defective("without-postcode")
        return is_empty

    def _check_country(self, draft: AddressDraft) -> InputRefused | None:
        if not draft.country_id:
            return InputRefused.required("countryId")
        if not self.sells_to(draft.country_id):
            value = {"fieldName": "countryId", "value": draft.country_id}
            return InputRefused(messages.INVALID_VALUE, value)
        return None

    def _check_region(self, draft: AddressDraft) -> InputRefused | None:
        region_id = sent_region_id(draft)
        if not draft.country_id:
            return None
        if not self.directory.has_regions(draft.country_id):
            text = draft.region.region if draft.region else None
            requires = draft.country_id in self.settings.codes("general/region/state_required")
            return InputRefused.required("region") if requires and not text else None
        if (
            not region_id
            or self.directory.region(region_id, draft.country_id)
            or defective("unknown-regions")
        ):
            return None
        return InputRefused(messages.INVALID_VALUE, {"fieldName": "regionId", "value": str(region_id)})


def street_lines(draft: AddressDraft) -> list[str]:
    """Split a street into its lines, without empty ones before the first and after the last."""
    return "\n".join(draft.street or ()).strip().split("\n")


def sent_region_id(draft: AddressDraft) -> int | None:
    """Read a region's id from where a caller may have put it; None when no region was sent at all."""
    if draft.region is not None:
        return draft.region_id or draft.region.region_id or 0
    return draft.region_id
