"""Every screen, light and dark, has no serious fault that axe-core finds."""

from contextlib import contextmanager

import pytest

from studykit.classroom.roster import Roster
from tests.classroom.samples import KINDS, right_answer, room, wrong_answer
from tests.classroom.web.hosting import PIN, hosting
from tests.classroom.web.visiting import LAPTOP, browser, choose, send, visit

__all__ = ["browser", "visit"]

# All that axe-core can check of the standard, and what it counts as good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """options => axe.run(document, { resultTypes: ["violations"], ...options }).then(found =>
  found.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(
    ({ target }) => ({ target })) })))"""
GRAVE = ("serious", "critical")


@pytest.fixture
def look():
    """Looks at a screen, light and dark; all faults are told at the end of a test."""
    from axe_playwright_python.base import AXE_SCRIPT

    found = []

    def looked(page, name):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            if not page.evaluate("'axe' in window"):
                page.evaluate(AXE_SCRIPT)
            options = {"runOnly": RULES if scheme == "light" else ["color-contrast"]}
            for fault in page.evaluate(RUN, options):
                if fault["impact"] in GRAVE:
                    where = [node["target"] for node in fault["nodes"]]
                    found.append((name, scheme, fault["id"], where))

    yield looked
    assert "\n".join(map(str, found)) == ""


@contextmanager
def lesson(visit, **rules):
    teams = {"teams": ("东", "西")}
    with hosting(room(KINDS, **(rules | teams)), roster=Roster({"李雷": "4711"})) as host:
        page = visit.open(host.url)
        yield host, page


def enter(page):
    page.fill("#pin", PIN)
    page.keyboard.press("Enter")
    page.select_option("#who", "guest")
    page.fill("#name", "小明")
    page.click(".pick >> nth=0")


def test_the_screens_of_a_lesson(visit, look):
    with lesson(visit, ranks="board", seconds=600) as (host, page):
        look(page, "pin")
        page.fill("#pin", "000000")
        page.keyboard.press("Enter")
        page.wait_for_selector(".refusal:not(:empty)")
        look(page, "wrong pin")
        enter(page)
        look(page, "name")
        page.keyboard.press("Enter")
        page.wait_for_selector(".face")
        look(page, "lobby")
        for at, one in enumerate(host.room.questions):
            host.ask(at)
            page.wait_for_selector("form[data-state=writing]")
            look(page, f"{one.kind} asked")
            choose(page, one, right_answer(one) if at % 2 else wrong_answer(one))
            send(page, sure=True)
            look(page, f"{one.kind} received")
            if at == 0:
                host.close()
                host.discuss()
                page.wait_for_selector("form[data-state=discuss]")
                look(page, "discuss")
            host.reveal()
            page.wait_for_selector(".verdict")
            look(page, f"{one.kind} result")
        host.end()
        page.wait_for_selector(".board")
        look(page, "end")


def test_the_screens_of_the_projector(visit, look):
    with hosting(room(KINDS, ranks="board", teams=("东", "西"), seconds=600)) as host:
        wall = visit.open(host.wall, viewport=LAPTOP)
        host.enrol(["王芳", "赵强"], teams=2)
        wall.wait_for_selector(".names li")
        look(wall, "lobby")
        for at, one in enumerate(host.room.questions):
            host.ask(at)
            wall.wait_for_selector(".tally")
            if one.kind in ("choice", "text", "blanks", "order"):
                look(wall, f"{one.kind} asked")
            host.answer(1001, right_answer(one))
            host.answer(1002, wrong_answer(one))
            host.close()
            wall.wait_for_selector(".tally", state="detached")
            host.reveal()
            wall.wait_for_selector(".bars .right")
            if one.kind in ("choice", "text", "blanks", "order"):
                look(wall, f"{one.kind} revealed")
        wall.keyboard.press("e")
        wall.wait_for_selector(".notes")
        look(wall, "notes")
        host.board()
        wall.wait_for_selector(".podium")
        look(wall, "board")


def test_what_can_be_touched_is_large_enough(visit):
    with lesson(visit) as (host, page):
        enter(page)
        _large(page)
        page.keyboard.press("Enter")
        page.wait_for_selector(".face")
        for at, _one in enumerate(host.room.questions):
            host.ask(at)
            page.wait_for_selector("form[data-state=writing]")
            _large(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            host.reveal()
            page.wait_for_selector(".verdict")


def _large(page):
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select")].map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return [one.outerHTML, width, height];
        }).filter(([, width, height]) => width && (width < 44 || height < 43.9))"""
    )
    assert small == []
