"""A customer to be created: what is sent to POST /V1/customers, by default the tutorial's Jane Doe."""

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from api.models import Address, Country, Credentials, Customer, Person

LEFT_OUT = object()
"""The value of a change that takes a field out of the body."""


class _Sent(BaseModel):
    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class NewRegion(_Sent):
    """The region of an address to be created."""

    region_code: str | None = None
    region: str | None = None
    region_id: int = 0


class NewAddress(_Sent):
    """An address to be created, its keys sent in camelCase as the tutorial does."""

    firstname: str
    lastname: str
    street: tuple[str, ...]
    city: str
    region: NewRegion
    postcode: str | None
    country_id: str
    telephone: str | None
    company: str | None = None
    default_billing: bool = False
    default_shipping: bool = False

    @classmethod
    def of(cls, address: Address) -> "NewAddress":
        """Give the address that must have been sent to get this answer."""
        return cls.model_validate(address.model_dump(include=set(cls.model_fields)))


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
                "addresses": [
                    address.model_dump(mode="json", by_alias=True, exclude_none=True)
                    for address in self.addresses
                ],
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


def tutorial_address(united_states: Country) -> NewAddress:
    """Give the tutorial's address, default for billing and shipping, New York's id being the shop's own."""
    return NewAddress(
        firstname="Jane",
        lastname="Doe",
        street=("123 Oak Ave",),
        city="Purchase",
        region=_region(united_states, "NY"),
        postcode="10755",
        country_id=united_states.id,
        telephone="512-555-1111",
        default_billing=True,
        default_shipping=True,
    )


def other_address(united_states: Country) -> NewAddress:
    """Give another customer's address, default for billing and shipping, which shares only the country with it."""
    return NewAddress(
        firstname="Ottilie",
        lastname="Quartermaine",
        street=("7 Cypress Ln",),
        city="Albany",
        region=_region(united_states, "TX"),
        postcode="76430",
        country_id=united_states.id,
        telephone="325-762-0144",
        default_billing=True,
        default_shipping=True,
    )


def _region(country: Country, code: str) -> NewRegion:
    found = country.region(code)
    return NewRegion(region_code=found.code, region=found.name, region_id=int(found.id))


def moved(customer: Customer, to: NewAddress, required: dict[str, Any]) -> dict[str, Any]:
    """Build the record of a customer whose only address, still her default, is now `to`.

    `required` holds the fields that her shop asks of every customer beyond the stock ones.
    """
    place = to.model_copy(update={"default_billing": True, "default_shipping": True})
    address = {
        **place.model_dump(mode="json", exclude_none=True),
        "id": customer.addresses[0].id,
        "customer_id": customer.id,
    }
    return {**customer.person().model_dump(), **required, "id": customer.id, "addresses": [address]}
