"""The storefront's form for one address: for a new one, or for one that is changed."""

from playwright.sync_api import Page

from api.new_customer import NewAddress
from pages.theme import Theme

_FILLED_IN = "fields => Object.fromEntries(fields.filter(one => one.value).map(one => [one.name, one.value]))"

_CONTENT = """without => {
    const page = document.documentElement.cloneNode(true);
    page.querySelectorAll(without).forEach(part => part.remove());
    return page.outerHTML;
}"""

# As somebody does who changes a page before it is sent: the page's own key, and fields of one's own choice.
_POST = """([address, fields]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = address;
    const key = document.querySelector('input[name="form_key"]').value;
    for (const [name, value] of [["form_key", key], ...fields]) {
        const field = document.createElement("input");
        [field.type, field.name, field.value] = ["hidden", name, value];
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""


class AddressFormPage:
    """Prefills the name alone for a new address, and every field for one of the customer's own."""

    def __init__(self, page: Page, storefront_url: str, theme: Theme) -> None:
        self._page = page
        self._address = f"{storefront_url}/customer/address/"
        self._fields = page.locator(theme.address_form_fields)
        self.body = page.locator(theme.new_address_page)

    def ask_for(self, address_id: int) -> None:
        """Ask for the form that changes one address, wherever the shop then leads."""
        self._page.goto(f"{self._address}edit/id/{address_id}/")

    def ask_for_new(self) -> None:
        """Ask for the form for a new address."""
        self._page.goto(f"{self._address}new/")

    def filled_in(self) -> dict[str, str]:
        """Give the names and values of the fields to type in that are not empty, but for a name's smaller parts."""
        values: dict[str, str] = self._fields.evaluate_all(_FILLED_IN)
        return values

    def content(self, without: str) -> str:
        """Give the HTML of the page without the parts that a selector finds, such as a list of countries."""
        html: str = self._page.evaluate(_CONTENT, without)
        return html

    def post(self, address_id: int, address: NewAddress) -> None:
        """Send an address under an id of one's own choice, past the form's own fields."""
        plain = {
            "id": str(address_id),
            "firstname": address.firstname,
            "lastname": address.lastname,
            "city": address.city,
            "region": address.region.region or "",
            "region_id": str(address.region.region_id or ""),
            "postcode": address.postcode or "",
            "country_id": address.country_id,
            "telephone": address.telephone or "",
        }
        fields = [*plain.items(), *(("street[]", line) for line in address.street)]
        self._page.evaluate(_POST, [f"{self._address}formPost/", fields])
