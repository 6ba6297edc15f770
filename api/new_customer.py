"""A customer to be created: what is sent to POST /V1/customers, by default the tutorial's Jane Doe."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from api.fitting import Fitting
from api.models import Address, Country, Credentials, Customer, Person, StoreIds
from api.sound_addresses import Place

LEFT_OUT = object()
"""The value of a change that takes a field out of the body."""


_FULL = {
    "prefix": "Dr",
    "middlename": "Quincy",
    "suffix": "Esq",
    "company": "Umbrella Works",
    "fax": "512-555-0177",
    "vat_id": "XY987654",
}
"""Values of an address that shows which fields a page shows."""


class _Sent(BaseModel):
    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class NewRegion(_Sent):
    """The region of an address to be created."""

    region_code: str | None = None
    region: str | None = None
    region_id: int = 0


class NewAddress(_Sent):
    """An address to be created, its keys sent in camelCase as the tutorial does.

    `own` holds values of attributes that the admin made, by their codes.
    """

    firstname: str
    lastname: str
    street: tuple[str, ...]
    city: str
    region: NewRegion
    postcode: str | None
    country_id: str
    telephone: str | None
    company: str | None = None
    prefix: str | None = None
    middlename: str | None = None
    suffix: str | None = None
    fax: str | None = None
    vat_id: str | None = None
    default_billing: bool = False
    default_shipping: bool = False
    own: dict[str, Any] = {}

    def body(self, *, camel_case: bool = True) -> dict[str, Any]:
        """Give it as REST takes it."""
        body = self.model_dump(mode="json", by_alias=camel_case, exclude_none=True, exclude={"own"})
        return {**body, **custom_attributes(self.own)}

    @classmethod
    def of(cls, address: Address) -> "NewAddress":
        """Give the address that must have been sent to get this answer; for no telephone Magento says ""."""
        fields = address.model_dump(include=set(cls.model_fields))
        own = {each.attribute_code: each.value for each in address.custom_attributes}
        return cls.model_validate({**fields, "telephone": address.telephone or None, "own": own})


class NewCustomer(BaseModel):
    """A customer to be created in a store view, with the password that makes the account usable.

    `required` holds the fields that her shop asks of every customer beyond the stock ones, `more` optional
    fields beside the tutorial's. `changes` are made to the finished body, so that a
    test can send what no sound customer has: pairs of a path in the body and a value, or LEFT_OUT.
    """

    model_config = ConfigDict(frozen=True)

    credentials: Credentials
    store_id: int
    website_id: int
    firstname: str = "Jane"
    lastname: str = "Doe"
    addresses: tuple[NewAddress, ...] = ()
    required: dict[str, Any] = {}
    more: dict[str, Any] = {}
    changes: tuple[tuple[str, Any], ...] = ()

    def __repr__(self) -> str:
        """Name the customer, never the password."""
        return f"<NewCustomer {self.credentials.username}>"

    def person(self) -> Person:
        """Give the part that must come back the same."""
        return Person(
            email=self.credentials.username,
            firstname=self.firstname,
            lastname=self.lastname,
            store_id=self.store_id,
            website_id=self.website_id,
        )

    @property
    def full_name(self) -> str:
        """Her name as a storefront writes it, with what her shop asks of every name."""
        before, between, after = (self.required.get(part) for part in ("prefix", "middlename", "suffix"))
        return " ".join(filter(None, (before, self.firstname, between, self.lastname, after)))

    @property
    def asked(self) -> dict[str, str]:
        """Give what her shop asks beyond the stock fields, as the answer to her creation has to hold it."""
        return answered(self.required, self.required)

    @property
    def own_texts(self) -> tuple[str, ...]:
        """What a page would tell of her: her name and e-mail, and all of her first address but region and country."""
        address = self.addresses[0]
        name = (self.credentials.username, self.firstname, self.lastname)
        place = (*address.street, address.city, address.postcode, address.telephone, address.company)
        return tuple(filter(None, (*name, *place)))

    def address_in(self, city: str) -> NewAddress:
        """Give her address in a city; raise LookupError when she has none there."""
        for address in self.addresses:
            if address.city == city:
                return address
        raise LookupError(f"{self.credentials.username} has no address in {city}")

    def with_address(self, **fields: Any) -> "NewCustomer":
        """Give this customer with other fields in her first address."""
        first, *others = self.addresses
        return self.model_copy(update={"addresses": (first.model_copy(update=fields), *others)})

    def changed(self, path: str, value: Any) -> "NewCustomer":
        """Give this customer with another value at a path of the body: "customer.addresses.0.city"."""
        return self.model_copy(update={"changes": (*self.changes, (path, value))})

    def in_store_view(self, ids: StoreIds) -> "NewCustomer":
        """Give this customer as one of another store view and its website."""
        return self.model_copy(update={"store_id": ids.store_id, "website_id": ids.website_id})

    def fitted_elsewhere(self, fits: Fitting) -> "NewCustomer":
        """Give this customer with what another website asks beside, in whose scope she is to be created."""
        listed = self.required.get("custom_attributes", ())
        own = {**fits.own_customer, **{each["attribute_code"]: each["value"] for each in listed}}
        addresses = tuple(
            address.model_copy(
                update={
                    **{code: value for code, value in fits.address.items() if getattr(address, code) is None},
                    "own": {**fits.own_address, **address.own},
                }
            )
            for address in self.addresses
        )
        required = {**fits.customer, **self.required, **custom_attributes(own)}
        return self.model_copy(update={"required": required, "addresses": addresses})

    def sound(self) -> "NewCustomer":
        """Give this customer without the changes."""
        return self.model_copy(update={"changes": ()})

    def payload(self) -> dict[str, Any]:
        """Build the request's body; the one place where the password is revealed for it."""
        body: dict[str, Any] = {
            "customer": {
                **self.person().model_dump(),
                **self.required,
                **self.more,
                "addresses": [address.body() for address in self.addresses],
            },
            "password": self.credentials.password.get_secret_value(),
        }
        for path, value in self.changes:
            _change(body, path.split("."), value)
        return body


def _change(body: Any, path: list[str], value: Any) -> None:
    *parents, last = path
    for name in parents:
        body = body[int(name) if isinstance(body, list) else name]
    if value is LEFT_OUT:
        body.pop(last, None)
    else:
        body[last] = value


def placed_address(place: Place, country: Country) -> NewAddress:
    """Give Jane Doe's address at a place, default for billing and shipping, its region being one of the shop's own."""
    return NewAddress(
        firstname="Jane",
        lastname="Doe",
        street=(place.street,),
        city=place.city,
        region=region_of(place, country),
        postcode=place.postcode,
        country_id=country.id,
        telephone=place.telephone,
        default_billing=True,
        default_shipping=True,
    )


def other_address(place: Place, country: Country) -> NewAddress:
    """Give another customer's address, default for billing and shipping."""
    hers = {"firstname": "Ottilie", "lastname": "Quartermaine"}
    return placed_address(place, country).model_copy(update=hers)


def region_of(place: Place, country: Country) -> NewRegion:
    """Give a place's region, by the shop's list where it has one; else as text."""
    listed = {region.code: region for region in country.available_regions}
    if not listed:
        return NewRegion(region_code=place.region_name, region=place.region_name)
    found = listed.get(place.region, country.available_regions[0])
    return NewRegion(region_code=found.code, region=found.name, region_id=int(found.id))


def custom_attributes(values: Mapping[str, Any]) -> dict[str, Any]:
    """Write values of the admin's attributes as REST takes them, by their codes; nothing for none."""
    listed = [{"attribute_code": code, "value": value} for code, value in values.items()]
    return {"custom_attributes": listed} if listed else {}


def answered(record: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, str]:
    """Give what a customer's record, as sent or answered, holds of the fields `asked` of her, by their codes.

    Values of the admin's attributes come as text; a day may come with its midnight, a choice of several as a list.
    """
    listed = record.get("custom_attributes", ())
    own = {each["attribute_code"]: each["value"] for each in listed}
    codes = {each["attribute_code"] for each in asked.get("custom_attributes", ())}
    values = {
        code: own.get(code) if code in codes else record.get(code)
        for code in {**asked, **dict.fromkeys(codes)}
    }
    return {
        code: _as_text(value)
        for code, value in values.items()
        if code != "custom_attributes" and isinstance(value, str | int | list)
    }


def _as_text(value: Any) -> str:
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return text.removesuffix(" 00:00:00")


def fitted_customer(credentials: Credentials, ids: StoreIds, home: Country, fits: Fitting) -> NewCustomer:
    """Give Jane Doe, yet to be created in a store view, with what her shop asks; `home` is her addresses' country."""
    address = placed_address(fits.places[0], home)
    return NewCustomer(
        credentials=credentials,
        store_id=ids.store_id,
        website_id=ids.website_id,
        addresses=(address.model_copy(update={**fits.address, "own": fits.own_address}),),
        required={**fits.customer, **custom_attributes(fits.own_customer)},
    )


def full_address(address: NewAddress, street_lines: int) -> NewAddress:
    """Give an address with a value of its own in each field, in as many lines of a street as the shop takes, or two."""
    street = (address.street[0], "Suite 4")[: max(street_lines, 1)]
    return address.model_copy(update={**_FULL, "street": street})


def moved(customer: Customer, to: NewAddress, required: dict[str, Any]) -> dict[str, Any]:
    """Build the record of a customer whose only address, still her default, is now `to`.

    `required` holds the fields that her shop asks of every customer beyond the stock ones.
    """
    place = to.model_copy(update={"default_billing": True, "default_shipping": True})
    address = {
        **place.body(camel_case=False),
        "id": customer.addresses[0].id,
        "customer_id": customer.id,
    }
    return {**customer.person().model_dump(), **required, "id": customer.id, "addresses": [address]}
