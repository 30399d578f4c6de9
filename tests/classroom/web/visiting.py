"""Pages in a browser, each of a person of their own, that fail if a script on them does."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from studykit.classroom.asked import Asked
from tests.browser import browser
from tests.classroom.web.hosting import PIN

__all__ = ["browser", "visit"]

PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 720}
PATIENCE_MS = 10_000
# What the browser says of its own accord when the host is away.
AWAY = ("ERR_CONNECTION_REFUSED", "ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_RESET")


class Visits:
    """Opens pages; `asked` are the addresses that they asked for."""

    def __init__(self, browser) -> None:
        self._browser = browser
        self._contexts = []
        self.errors: list[str] = []
        self.asked: list[str] = []

    def context(self, **more):
        settings = {"viewport": PHONE, "locale": "zh-CN", "reduced_motion": "reduce"} | more
        found = self._browser.new_context(**settings)
        found.set_default_timeout(PATIENCE_MS)
        self._contexts.append(found)
        return found

    def open(self, url="", context=None, errors=True, requests=True, **more):
        """A page; errors may be expected of it, and requests too many to look at each."""
        page = (context or self.context(**more)).new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        if errors:
            page.on("console", self._said)
        if requests:
            page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        if url:
            page.goto(url)
        return page

    def join(self, host, name="小明", **more):
        """A phone in the lobby of a room without a roster and teams."""
        page = self.open(f"{host.url}/?pin={PIN}", **more)
        page.fill("#name", name)
        page.keyboard.press("Enter")
        page.wait_for_selector(".face")
        return page

    def _said(self, message) -> None:
        if message.type in ("error", "warning") and not any(one in message.text for one in AWAY):
            self.errors.append(message.text)

    def end(self) -> None:
        for context in self._contexts:
            context.close()
        assert self.errors == []
        assert {urlsplit(url).hostname for url in self.asked} <= {"127.0.0.1"}


@pytest.fixture
def visit(browser) -> Iterator[Visits]:
    found = Visits(browser)
    yield found
    found.end()


def choose(page, one: Asked, answer) -> None:
    """Put an answer into the page, as the host takes it, without sending it."""
    match one.kind:
        case "choice":
            page.locator(".pick").nth(answer).click()
        case "truefalse":
            page.locator(".pick").nth(0 if answer else 1).click()
        case "text":
            page.fill(".typed input", answer)
        case "blanks":
            for at, text in enumerate(answer):
                page.locator(".filled input").nth(at).fill(text)
        case "items":
            for at, text in enumerate(answer):
                page.locator(".items input").nth(at).fill(text)
        case "order":
            for to, place in enumerate(answer):
                _move(page, one.options[place], to)


def _move(page, text: str, to: int) -> None:
    rows = page.locator(".order .grow")
    for at in range(rows.all_inner_texts().index(text), to, -1):
        page.locator(".order li").nth(at).locator(".step").first.click()


def send(page, sure=None) -> None:
    """Press the button, and wait until the host has it."""
    page.locator(".buttons button").nth(1 if sure else 0).click()
    page.wait_for_selector("form[data-state=received]")
