"""What is closed on the way to a part is opened, whatever the window's width, and however late its script."""

import pytest
from playwright.sync_api import Page, expect

from pages.keyboard import Keyboard
from pages.opening import opening

CLOSED = "button:not(.open)"
HTML = """<!doctype html>
<style>@media (min-width: 768px) { button { display: none } nav { display: block !important } }</style>
<button>Menu</button><nav style="display: none"><a href="#there">There</a></nav>
<script>
window.clicks = 0;
const button = document.querySelector("button"), nav = document.querySelector("nav");
document.addEventListener("click", (event) => { if (event.target === button) window.clicks += 1; }, true);
let lost = %d;
button.addEventListener("click", () => {
    if (lost-- > 0) return;
    nav.style.display = button.classList.toggle("open") ? "block" : "none";
});
</script>"""


def clicks(page: Page) -> int:
    """Count the clicks on the menu's button."""
    counted: int = page.evaluate("window.clicks")
    return counted


@pytest.mark.parametrize(("width", "clicked"), [(390, 1), (1280, 0)])
def test_only_what_shows_is_clicked(page: Page, width: int, clicked: int) -> None:
    """Once."""
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(HTML % 0)
    with opening(page, [CLOSED]):
        page.get_by_role("link").click()
    assert page.url.endswith("#there")
    assert clicks(page) == clicked


def test_click_that_came_too_early_is_made_again(page: Page) -> None:
    """Until what is closed is open."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.set_content(HTML % 2)
    with opening(page, [CLOSED]):
        expect(page.get_by_role("link")).to_be_visible()
    assert clicks(page) == 3


def test_nothing_is_opened_afterwards(page: Page) -> None:
    """What somebody else closes stays closed."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.set_content(HTML % 0)
    with opening(page, [CLOSED]):
        expect(page.get_by_role("link")).to_be_visible()
    page.get_by_role("button").click()
    expect(page.get_by_role("link")).to_be_hidden()
    assert clicks(page) == 2


def test_keyboard_opens_what_it_comes_across(page: Page) -> None:
    """With Enter, and follows the link behind it."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.set_content(HTML % 0)
    Keyboard(page).follow(page.get_by_role("link"), [CLOSED])
    assert page.url.endswith("#there")


@pytest.mark.parametrize("link", ["<a>There</a>", '<a href="#there" tabindex="-1">There</a>'])
def test_keyboard_does_not_reach_everything(page: Page, link: str) -> None:
    """As a menu that is made for a mouse alone."""
    page.set_content(f"<button>Menu</button>{link}")
    with pytest.raises(AssertionError, match="the keyboard does not reach"):
        Keyboard(page).follow(page.get_by_text("There"))
