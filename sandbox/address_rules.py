"""What makes an address acceptable, and what becomes of its region."""

from sandbox import customer_rules, messages
from sandbox.characters import CITY, TELEPHONE
from sandbox.defects import defective
from sandbox.directory import Directory
from sandbox.errors import InputRefused
from sandbox.records import AddressDraft
from sandbox.versions import MagentoVersion

OPTIONAL_POSTCODE = frozenset({"HK", "IE", "MO", "PA", "GB"})
MOST_STREET_LINES = 2


def check_required(draft: AddressDraft, directory: Directory) -> None:
    """Refuse an address that lacks fields, naming all of them."""
    missing = [
        InputRefused.required(name)
        for name in ("firstname", "lastname", "street", "city", "telephone", "postcode")
        if _is_missing(draft, name)
    ]
    invalid = _check_country(draft, directory) or _check_region(draft, directory)
    errors = missing + ([invalid] if invalid else [])
    if errors:
        raise InputRefused.several(errors)


def check_values(draft: AddressDraft, version: MagentoVersion) -> None:
    """Refuse an address whose values break a rule."""
    problems = []
    if len(street_lines(draft)) > MOST_STREET_LINES:
        problems.append(messages.STREET_TOO_LONG.format(lines=MOST_STREET_LINES))
    if version.checks_names:
        problems += customer_rules.invalid_names(draft)
    if version.checks_city and not CITY.accept(draft.city or ""):
        problems.append(messages.CITY_NOT_VALID)
    if version.checks_telephone and not TELEPHONE.accept(draft.telephone or ""):
        problems.append(messages.TELEPHONE_NOT_VALID)
    if problems:
        raise InputRefused("\n".join(problems))


def _is_missing(draft: AddressDraft, name: str) -> bool:
    if name == "street":
        return street_lines(draft) == [""]
    if name == "postcode" and draft.country_id in OPTIONAL_POSTCODE:
        return False
    return not str(getattr(draft, name) or "").strip()


def _check_country(draft: AddressDraft, directory: Directory) -> InputRefused | None:
    if not draft.country_id:
        return InputRefused.required("countryId")
    if directory.country(draft.country_id) is None:
        return InputRefused(messages.INVALID_VALUE, {"fieldName": "countryId", "value": draft.country_id})
    return None


def _check_region(draft: AddressDraft, directory: Directory) -> InputRefused | None:
    region_id = sent_region_id(draft)
    if not region_id or not draft.country_id or not directory.has_regions(draft.country_id):
        return None
    if directory.region(region_id, draft.country_id) or defective("unknown-regions"):
        return None
    return InputRefused(messages.INVALID_VALUE, {"fieldName": "regionId", "value": str(region_id)})


def street_lines(draft: AddressDraft) -> list[str]:
    """Split a street into its lines, without empty ones before the first and after the last."""
    return "\n".join(draft.street or ()).strip().split("\n")


def sent_region_id(draft: AddressDraft) -> int | None:
    """Read a region's id from where a caller may have put it; None when no region was sent at all."""
    if draft.region is not None:
        return draft.region.region_id or draft.region_id or 0
    return draft.region_id
