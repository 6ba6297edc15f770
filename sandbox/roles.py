"""The roles an admin may give to an admin or to an integration: which resources each of them opens."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """What somebody may do, by access-control resource."""

    name: str
    resources: frozenset[str] = frozenset()
    may_do_everything: bool = False

    def allows(self, resource: str) -> bool:
        """Tell whether the role opens a resource."""
        return self.may_do_everything or resource in self.resources


NO_ROLE = Role("none")
ROLES = {
    role.name: role
    for role in (
        Role("full", may_do_everything=True),
        Role("dashboard", frozenset({"Magento_Backend::dashboard"})),
        Role("customers", frozenset({"Magento_Customer::customer", "Magento_Customer::manage"})),
        Role(
            "acceptance",
            frozenset({"Magento_Backend::store", "Magento_Customer::customer", "Magento_Customer::delete"}),
        ),
        Role("stores", frozenset({"Magento_Backend::store"})),
        NO_ROLE,
    )
}
