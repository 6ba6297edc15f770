"""Talking to a person: what is typed comes in, and what a browser waits for goes on meanwhile."""

import io
import os
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from harness.interactive.open_browser import let_live
from harness.interactive.terminal import Terminal


class Person:
    """Somebody at a terminal: what she types, and what she sees."""

    def __init__(self) -> None:
        ours, theirs = os.pipe()
        self._typed = io.FileIO(theirs, "wb")
        self.keyboard = io.FileIO(ours, "rb")
        self.screen = io.StringIO()
        self.terminal = Terminal(self.keyboard, self.screen)

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self._typed.write(f"{line}\n".encode())

    def leave(self) -> None:
        """Close the terminal's window."""
        self._typed.close()


@pytest.fixture
def person() -> Iterator[Person]:
    """Give somebody who has typed nothing yet."""
    person = Person()
    yield person
    person.leave()
    person.keyboard.close()


@pytest.fixture
def impatience(person: Person) -> Iterator[threading.Timer]:
    """Let a test end that would wait for ever: after a while she answers that it took too long."""
    timer = threading.Timer(30, person.type, ["too long"])
    timer.start()
    yield timer
    timer.cancel()


def test_answer_comes_in_small_letters(person: Person) -> None:
    """And the question is shown."""
    person.type("  N ")
    assert person.terminal.ask("Go on? ") == "n"
    assert person.screen.getvalue() == "Go on? "


def test_closed_terminal_stops_the_run(person: Person) -> None:
    """Nobody is there to answer, so nothing may wait."""
    person.leave()
    assert person.terminal.ask("> ") == "q"


@pytest.mark.usefixtures("impatience")
def test_browser_lives_while_a_person_is_waited_for(person: Person, page: Page) -> None:
    """A shop whose front asks for headers gets them from this process: pages load by hand all the same."""

    def answer(route: Route) -> None:
        route.fulfill(body="the shop")
        person.type("it came")

    page.route("**/*", answer)
    page.evaluate("() => { setTimeout(() => location.assign('http://shop.example/'), 300) }")
    assert person.terminal.ask("> ", lambda: let_live([page.context])) == "it came"


@pytest.mark.usefixtures("impatience")
def test_closed_browser_disturbs_nobody(person: Person, page: Page) -> None:
    """Somebody may close the window by hand and press Enter afterwards."""
    page.close()
    threading.Timer(0.3, person.type, [""]).start()
    assert person.terminal.ask("> ", lambda: let_live([page.context])) == ""
