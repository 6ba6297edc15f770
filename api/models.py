"""What Magento's REST API answers with, as far as step 6 looks at it.

Types are strict (an id is a number, `default_billing` a text, as Magento sends them) and fields beyond these
are let pass: modules add their own to every answer.
"""

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr


def _in_utc(time: datetime) -> datetime:
    """Say of which zone Magento's times are: "2026-05-04 09:30:00" names none."""
    return time.replace(tzinfo=UTC)


class _FromShop(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    def __repr__(self) -> str:
        """Stay short in a traceback: the kind and what names it."""
        name = next((getattr(self, field) for field in ("code", "email", "id") if hasattr(self, field)), "")
        return f"<{type(self).__name__} {name}>"


class StoreView(_FromShop):
    """A row of GET /V1/store/storeViews; `id` 0 is the admin's own."""

    id: int
    code: str
    name: str
    website_id: int
    store_group_id: int
    is_active: int = 1


class Website(_FromShop):
    """A row of GET /V1/store/websites."""

    id: int
    code: str
    name: str
    default_group_id: int


class StoreGroup(_FromShop):
    """A row of GET /V1/store/storeGroups."""

    id: int
    website_id: int


class StoreConfig(_FromShop):
    """A row of GET /V1/store/storeConfigs: a store view's ids, locale and storefront addresses."""

    id: int
    code: str
    website_id: int
    locale: str
    base_link_url: str
    secure_base_link_url: str

    def storefront_url(self, *, secure: bool) -> str:
        """Give where this store view's storefront is, without a trailing slash; `secure` is by https."""
        return (self.secure_base_link_url if secure else self.base_link_url).rstrip("/")


class StoreIds(BaseModel):
    """What ties a customer to a store view: its code (the scope of a call), its id and its website's id."""

    model_config = ConfigDict(frozen=True)

    code: str
    store_id: int
    website_id: int

    @classmethod
    def of(cls, source: StoreView | StoreConfig) -> "StoreIds":
        """Take the ids from either of Magento's two lists of store views."""
        return cls(code=source.code, store_id=source.id, website_id=source.website_id)


class CountryRegion(_FromShop):
    """A region of a country's list; Magento sends its id as text."""

    id: str
    code: str
    name: str


class Country(_FromShop):
    """GET /V1/directory/countries/<id>, with the name in the locale of the scope asked."""

    id: str
    full_name_locale: str
    available_regions: tuple[CountryRegion, ...] = ()

    def region(self, code: str) -> CountryRegion:
        """Give the region with this code; raise LookupError when the shop has none."""
        for region in self.available_regions:
            if region.code == code:
                return region
        raise LookupError(f"the shop knows no region {code} of {self.full_name_locale}")


class Region(_FromShop):
    """An address's region; without one, code and name are null and the id is 0."""

    region_code: str | None
    region: str | None
    region_id: int

    def __repr__(self) -> str:
        """Show all three parts: which of them is set is what a test asks."""
        return f"<Region code {self.region_code}, name {self.region}, id {self.region_id}>"


class OwnValue(_FromShop):
    """A value of an attribute that the admin made, by its code."""

    attribute_code: str
    value: Any


class Address(_FromShop):
    """An address as the REST API returns it; a flag or optional field that is not set is left out."""

    id: int
    customer_id: int
    firstname: str
    lastname: str
    street: tuple[str, ...]
    city: str
    region: Region
    region_id: int | None = None
    postcode: str | None = None
    country_id: str
    telephone: str | None = None
    company: str | None = None
    prefix: str | None = None
    middlename: str | None = None
    suffix: str | None = None
    fax: str | None = None
    vat_id: str | None = None
    default_billing: bool = False
    default_shipping: bool = False
    custom_attributes: tuple[OwnValue, ...] = ()


class CountryCode(_FromShop):
    """A row of GET /V1/directory/countries, of which the code alone is read."""

    id: str


class ValidationRule(_FromShop):
    """A rule of an attribute's values: ("max_text_length", "255")."""

    name: str
    value: str


class Attribute(_FromShop):
    """A row of GET /V1/attributeMetadata/customer or customerAddress."""

    attribute_code: str
    frontend_input: str | None = None
    store_label: str | None = None
    required: bool
    visible: bool
    user_defined: bool = False
    multiline_count: int = 0
    validation_rules: tuple[ValidationRule, ...] = ()
    options: tuple[dict[str, Any], ...] = ()

    def rules(self) -> dict[str, str]:
        """Give the rules of its values by their names."""
        return {rule.name: rule.value for rule in self.validation_rules}


class CustomerGroup(_FromShop):
    """GET /V1/customerGroups/default/<store id>: the group of a store view's new customers."""

    id: int
    code: str


class Person(BaseModel):
    """Who a customer is and where she belongs: what is sent and comes back the same."""

    model_config = ConfigDict(frozen=True)

    email: str
    firstname: str
    lastname: str
    store_id: int
    website_id: int


class Customer(_FromShop):
    """A customer as the REST API returns it; `default_billing` and `default_shipping` are ids as text."""

    id: int
    email: str
    firstname: str
    lastname: str
    store_id: int
    website_id: int
    group_id: int
    created_in: str
    default_billing: str | None = None
    default_shipping: str | None = None
    addresses: tuple[Address, ...] = ()
    prefix: str | None = None
    middlename: str | None = None
    suffix: str | None = None
    dob: str | None = None
    gender: int | None = None
    taxvat: str | None = None
    custom_attributes: tuple[OwnValue, ...] = ()

    def address(self, address_id: str | None) -> Address:
        """Give the address with this id, as the defaults name it; raise LookupError when there is none."""
        for address in self.addresses:
            if str(address.id) == address_id:
                return address
        raise LookupError(f"customer {self.id} has no address {address_id}")

    def in_order(self) -> "Customer":
        """Give the same record with its addresses by id: Magento sends them in any order."""
        return self.model_copy(update={"addresses": tuple(sorted(self.addresses, key=lambda a: a.id))})

    def person(self) -> Person:
        """Give the part that was sent and must come back the same."""
        return Person(**self.model_dump(include=set(Person.model_fields)))


class CustomerList(_FromShop):
    """GET /V1/customers/search: the page of customers asked for, and how many there are in all."""

    items: tuple[Customer, ...]
    total_count: int


class FoundCustomer(_FromShop):
    """What tells a customer apart, and no more of her: her id, e-mail, website and when she was created."""

    id: int
    email: str
    website_id: int | None = None
    created_at: Annotated[datetime, Field(strict=False), AfterValidator(_in_utc)]


class FoundCustomers(_FromShop):
    """One page of a search that asks for no more than who was found, and how many there are in all.

    Magento writes an empty list as null when only some fields of its items are asked for.
    """

    items_or_null: tuple[FoundCustomer, ...] | None = Field(alias="items")
    total_count: int

    @property
    def items(self) -> tuple[FoundCustomer, ...]:
        """The customers found."""
        return self.items_or_null or ()


class Credentials(BaseModel):
    """An e-mail (or an admin's user name) and the password that belongs to it."""

    model_config = ConfigDict(frozen=True)

    username: str
    password: SecretStr

    def __repr__(self) -> str:
        """Name the account, never the password."""
        return f"<Credentials of {self.username}>"

    def unknown(self) -> "Credentials":
        """Give credentials of nobody: no shop knows an e-mail that begins so."""
        return self.model_copy(update={"username": f"nobody.{self.username}"})

    def payload(self) -> dict[str, str]:
        """Build the body that a token is asked with; the one place where the password is revealed for it."""
        return {"username": self.username, "password": self.password.get_secret_value()}
