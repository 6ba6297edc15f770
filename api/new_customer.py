"""A customer to be created: what is sent to POST /V1/customers, by default the tutorial's Jane Doe."""

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from api.models import Address, Country, Credentials, Person


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
    """A customer to be created in a store view, with the password that makes the account usable."""

    model_config = ConfigDict(frozen=True)

    credentials: Credentials
    store_id: int
    website_id: int
    firstname: str = "Jane"
    lastname: str = "Doe"
    addresses: tuple[NewAddress, ...] = ()

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

    def payload(self) -> dict[str, Any]:
        """Build the request's body; the one place where the password is revealed for it."""
        return {
            "customer": {
                **self.person().model_dump(),
                "addresses": [
                    address.model_dump(mode="json", by_alias=True, exclude_none=True)
                    for address in self.addresses
                ],
            },
            "password": self.credentials.password.get_secret_value(),
        }


def tutorial_address(united_states: Country) -> NewAddress:
    """Give the tutorial's address, default for billing and shipping, New York's id being the shop's own."""
    new_york = united_states.region("NY")
    return NewAddress(
        firstname="Jane",
        lastname="Doe",
        street=("123 Oak Ave",),
        city="Purchase",
        region=NewRegion(region_code=new_york.code, region=new_york.name, region_id=int(new_york.id)),
        postcode="10755",
        country_id=united_states.id,
        telephone="512-555-1111",
        default_billing=True,
        default_shipping=True,
    )
