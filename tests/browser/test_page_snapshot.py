"""What a page shows and tells is seen as it is, and looking changes nothing."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from harness.browser.asserted_elements import AssertedElements
from harness.browser.page_snapshot import PageSnapshot

SHOP = "http://shop.test"
BOOK = """<title>Address Book</title><style>body {margin: 0}</style>
<div role="alert"></div><div class="page messages"><div class="message message-error"><b>It was</b>  wrong.</div></div>
<div role="alert">It was wrong.</div><address style="position: absolute; left: 100px; top: 200px; width: 300px;
height: 80px; background: white">Jane Doe</address><p hidden>Nobody</p>"""
TALL = '<title>Tall</title><body style="margin: 0"><p style="margin-top: 2000px; height: 100px">The end</p>'
BROKEN = """<title>Down</title><img src="/missing.png"><script>
console.warn("careful"); fetch("http://shop.test/gone").catch(() => 0); setTimeout(() => { throw new Error("lost") })
</script>"""

PAGES = {"/book": (200, BOOK), "/tall": (200, TALL), "/broken": (503, BROKEN), "/missing.png": (404, "")}

_PIXEL = """async ([jpeg, x, y]) => {
    const image = new Image();
    image.src = "data:image/jpeg;base64," + jpeg;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return [image.width, image.height, ...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """Open a window in which a shop of three pages answers."""
    with browser.new_context(viewport={"width": 800, "height": 600}) as context:
        page = context.new_page()
        page.route("**/*", _answer)
        yield page


@pytest.fixture(autouse=True)
def asserted() -> Iterator[AssertedElements]:
    """Watch a step."""
    asserted = AssertedElements()
    asserted.watch()
    yield asserted
    asserted.unwatch()


def test_page_has_title_and_path(tab: Page) -> None:
    """As a person would name it."""
    tab.goto(f"{SHOP}/book")
    assert PageSnapshot(tab).name == "Address Book, /book"


def test_messages_are_reported_once(tab: Page) -> None:
    """Folded, and without the areas that stay empty."""
    tab.goto(f"{SHOP}/book")
    assert PageSnapshot(tab).messages == ["It was wrong."]


@pytest.mark.parametrize(("path", "status"), [("/book", 200), ("/broken", 503)])
def test_status_is_that_of_the_page_itself(tab: Page, path: str, status: int) -> None:
    """Whatever its pictures and scripts were answered."""
    tab.goto(SHOP + path)
    assert PageSnapshot(tab).status == status


def test_html_is_the_document_without_its_workings(tab: Page) -> None:
    """What scripts have made of it stays, the scripts go; a very long one is cut."""
    tab.goto(f"{SHOP}/broken")
    tab.evaluate("document.body.append('Sorry')")
    html = PageSnapshot(tab).html
    assert "Sorry" in html
    assert "careful" not in html
    assert "<script></script>" in html
    tab.evaluate("document.body.append('x'.repeat(200000))")
    assert len(PageSnapshot(tab).html) < 101_000


def test_console_and_failed_requests_are_reported(browser: Browser) -> None:
    """A window of its own: the browser remembers those of earlier pages too."""
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/*", _answer)
        with page.expect_event("pageerror"), page.expect_event("requestfailed"):
            page.goto(f"{SHOP}/broken")
        seen = PageSnapshot(page)
        assert "warning: careful" in seen.console().splitlines()
        assert "uncaught: lost" in seen.console().splitlines()
        assert set(seen.failed_requests().splitlines()) == {
            "GET http://shop.test/broken: 503 Service Unavailable",
            "GET http://shop.test/missing.png: 404 Not Found",
            "GET http://shop.test/gone: net::ERR_FAILED",
        }


def test_judged_element_is_outlined(tab: Page, asserted: AssertedElements) -> None:
    """The line stands around it, three pixels off; what was not judged has none."""
    tab.goto(f"{SHOP}/book")
    expect(tab.locator("address")).to_be_visible()
    expect(tab.locator("p")).to_be_hidden()
    *_, red, green, blue = _pixel(tab, PageSnapshot(tab).picture(asserted), 250, 195)
    assert red > 150
    assert green < 80
    assert 60 < blue < 160
    asserted.forget()
    *_, red, green, blue = _pixel(tab, PageSnapshot(tab).picture(asserted), 250, 195)
    assert min(red, green, blue) > 240


def test_looking_leaves_no_mark(tab: Page, asserted: AssertedElements) -> None:
    """A shop's scripts and later steps find the page as it was."""
    tab.goto(f"{SHOP}/book")
    expect(tab.locator("address")).to_be_visible()
    before = tab.content()
    with asserted.marked(tab) as end:
        assert end == 280
        assert tab.content() != before
    assert tab.content() == before


def test_picture_reaches_as_far_as_what_was_judged(tab: Page, asserted: AssertedElements) -> None:
    """Below the window's edge if need be, and no further; else it is the window."""
    tab.goto(f"{SHOP}/tall")
    assert _pixel(tab, PageSnapshot(tab).picture(asserted), 0, 0)[:2] == [800, 600]
    expect(tab.locator("p")).to_have_text("The end")
    assert _pixel(tab, PageSnapshot(tab).picture(asserted), 0, 0)[:2] == [800, 2116]
    assert tab.evaluate("scrollY") == 0


def test_last_judgement_is_known(tab: Page, asserted: AssertedElements) -> None:
    """Also when it failed."""
    tab.goto(f"{SHOP}/book")
    with pytest.raises(AssertionError):
        expect(tab.locator("address")).to_have_text("John", timeout=100)
    last = asserted.last
    assert last is not None
    assert last.text_content() == "Jane Doe"


def _answer(route: Route) -> None:
    path = route.request.url.removeprefix(SHOP)
    if path not in PAGES:
        route.abort()
        return
    status, body = PAGES[path]
    route.fulfill(status=status, body=body, content_type="text/html")


def _pixel(page: Page, jpeg: bytes, x: int, y: int) -> list[Any]:
    """Give width and height of a picture, and one pixel's red, green and blue."""
    reported: list[Any] = page.evaluate(_PIXEL, [base64.b64encode(jpeg).decode(), x, y])
    return reported
