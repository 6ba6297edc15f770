"""What a visitor does in the tests: open pages, sign in, and wait until the scripts are done."""

from playwright.sync_api import Page

from tests.sandbox.storefront.running_store import PASSWORD, RunningStore

EMAIL = '[name="login[username]"]'
PASSWORD_FIELD = '[name="login[password]"]'
SEND = f'form:has({EMAIL}) [name="send"]'
MENU = ".panel.header .customer-name"
MENU_LINKS = ".panel.header .customer-menu a"
MESSAGE = ".page.messages .message"
HYVA_MENU = "#customer-menu"
HYVA_MENU_LINKS = 'nav[aria-labelledby="customer-menu"] a'

# Every script has run, and what the browser keeps of the customer is as new as its marks say.
SETTLED = """() => {
    if (document.readyState !== "complete") return false;
    const cookie = (name) => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.split("=")[1];
    if (document.getElementById("customer-menu")) {
        const version = cookie("private_content_version");
        return document.getElementById("customer-menu").hasAttribute("aria-expanded")
            && (!version || localStorage.getItem("private_content_version") === version);
    }
    if (document.querySelector("[data-mage-init], template, .greet.welcome span:empty")) return false;
    const choice = document.querySelector(".field.choice[data-bind]");
    if (choice && !choice.children.length) return false;
    const ids = JSON.parse(decodeURIComponent(cookie("section_data_ids") ?? "{}"));
    const kept = JSON.parse(localStorage.getItem("mage-cache-storage"));
    return Object.entries(ids).every(([name, id]) => kept[name]?.data_id === id);
}"""


class Visitor:
    """One person with one browser window."""

    def __init__(self, page: Page, store: RunningStore, store_code: str = "us") -> None:
        self.page = page
        self.store = store
        self._store_code = store_code

    def url(self, path: str = "", store_code: str | None = None) -> str:
        """Make the URL of a page of the store view visited, or of another one."""
        return self.store.url(path, store_code or self._store_code)

    def open(self, path: str = "", store_code: str | None = None) -> None:
        """Open a page by its address."""
        self.page.goto(self.url(path, store_code))

    def settle(self) -> None:
        """Wait until the page is what it will stay."""
        self.page.wait_for_function(SETTLED)

    def open_settled(self, path: str = "", store_code: str | None = None) -> None:
        """Open a page and wait until it is what it will stay."""
        self.open(path, store_code)
        self.settle()

    def enter(self, email: str, password: str) -> None:
        """Fill in the sign-in form."""
        self.page.fill(EMAIL, email)
        self.page.fill(PASSWORD_FIELD, password)

    def send(self) -> None:
        """Send the sign-in form, wait for the page that answers it, and until that one is done."""
        with self.page.expect_navigation():
            self.page.click(SEND)
        self.settle()

    def sign_in(
        self, email: str = "jane@example.com", password: str = PASSWORD, store_code: str | None = None
    ) -> None:
        """Sign in on the sign-in page."""
        self.open_settled("customer/account/login", store_code)
        self.enter(email, password)
        self.send()

    def is_customer(self, email: str = "jane@example.com") -> None:
        """Be signed in without having seen a page: for tests that begin after that."""
        self._post(email, PASSWORD)

    def fails(self, email: str, times: int, store_code: str | None = None) -> None:
        """Have entered a wrong password before."""
        for _ in range(times):
            self._post(email, "wrong", store_code)

    @property
    def path(self) -> str:
        """Where the browser stands, without the shop's own address."""
        return self.page.url.removeprefix(self.store.base_url)

    def _post(self, email: str, password: str, store_code: str | None = None) -> None:
        page = self.page.request.get(self.url("customer/account/login", store_code)).text()
        key = page.split('name="form_key" type="hidden" value="')[1].split('"')[0]
        form: dict[str, str | float | bool] = {
            "form_key": key,
            "login[username]": email,
            "login[password]": password,
        }
        address = self.url("customer/account/loginPost", store_code)
        self.page.request.post(address, form=form, max_redirects=0)
