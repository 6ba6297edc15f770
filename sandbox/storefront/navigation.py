"""What leads from page to page: the sidebar of the account, and the links of Hyvä's account menu."""

from dataclasses import dataclass

from sandbox.themes import HYVA


@dataclass(frozen=True)
class SidebarItem:
    """A link of the account's sidebar; the page of its name is the current one."""

    name: str
    path: str
    other_label: str | None = None
    is_posted: bool = False
    """A script sends a form in place of following the link."""

    @property
    def label(self) -> str:
        """What is written on it."""
        return self.other_label or self.name


Sidebar = tuple[SidebarItem | None, ...]
"""None is a line between two groups."""

MY_ORDERS = SidebarItem("My Orders", "sales/order/history")
MY_PRODUCTS = SidebarItem("My Downloadable Products", "downloadable/customer/products")
WISH_LIST = SidebarItem("My Wish List", "wishlist")
ADDRESS_BOOK = SidebarItem("Address Book", "customer/address")
INFORMATION = SidebarItem("Account Information", "customer/account/edit")
PAYMENT_METHODS = SidebarItem("Stored Payment Methods", "vault/cards/listaction")
REVIEWS = SidebarItem("My Product Reviews", "review/customer")
NEWSLETTER = SidebarItem("Newsletter Subscriptions", "newsletter/manage")

LUMA_SIDEBAR: Sidebar = (
    SidebarItem("My Account", "customer/account"),
    *(MY_ORDERS, MY_PRODUCTS, WISH_LIST, None),
    *(ADDRESS_BOOK, INFORMATION, PAYMENT_METHODS, None),
    *(REVIEWS, NEWSLETTER),
)
HYVA_SIDEBAR: Sidebar = (
    SidebarItem("My Account", "customer/account", "Dashboard"),
    *(INFORMATION, ADDRESS_BOOK, MY_ORDERS, MY_PRODUCTS, WISH_LIST),
    *(PAYMENT_METHODS, REVIEWS, NEWSLETTER),
    SidebarItem("Sign Out", "customer/account/logout", is_posted=True),
)

# Each with its name in Magento's layout, out of which Hyvä makes its id.
HYVA_CUSTOMER_LINKS = (
    ("dashboard", "My Account", "customer/account"),
    ("wishlist", "My Wish List", "wishlist"),
    ("orders", "My Orders", "sales/order/history"),
    ("address.book", "Address Book", "customer/address"),
    ("sign.out", "Sign Out", "customer/account/logout"),
)
HYVA_GUEST_LINKS = (
    ("sign.in", "Sign In", "customer/account/index"),
    ("register", "Create an Account", "customer/account/create"),
)


def sidebar(theme: str) -> Sidebar:
    """Give the sidebar of a theme."""
    return HYVA_SIDEBAR if theme == HYVA else LUMA_SIDEBAR
