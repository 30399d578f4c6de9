"""A browser for tests of what is shown in one: Debian's Chromium, driven by Playwright.

Where there is none the tests are skipped; with STUDYKIT_REQUIRE_BROWSER=1 (as in CI)
they fail. Tests import the fixture `browser`; nothing on the network is reached.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 390, "height": 760}
DESKTOP = {"width": 1000, "height": 760}


# Not one for all tests: while Playwright's synchronous side is open, a loop of asyncio counts
# as running in this thread, and tests of other modules could not start one of their own.
@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """The browser, one for all tests of a module."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    if not CHROMIUM.exists():
        missing(f"{CHROMIUM} is not there")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield found
        found.close()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A page of its own for each test, which fails if a script on it does, or it reaches out."""
    context = browser.new_context(viewport=DESKTOP, offline=True)
    found = context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    found.on("request", lambda asked: errors.append(asked.url) if is_outside(asked.url) else None)
    yield found
    context.close()
    assert errors == []


def is_outside(url: str) -> bool:
    """Whether an address is none of this machine's."""
    inside = (
        "about:",
        "data:",
        "file:",
        "http://127.0.0.1",
        "http://localhost",
        "http://card.test",
    )
    return not url.startswith(inside)


def missing(why: str) -> None:
    """Skip the test, or fail it where a browser is required."""
    if os.environ.get("STUDYKIT_REQUIRE_BROWSER") == "1":
        pytest.fail(why)
    pytest.skip(why)
