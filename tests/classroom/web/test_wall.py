"""The projector's page."""

import pytest

from studykit.classroom import events as ev
from tests.classroom.samples import CANARY, KINDS, right_answer, room, wrong_answer
from tests.classroom.web.hosting import PIN, hosting
from tests.classroom.web.visiting import browser, visit

__all__ = ["browser", "visit"]

SIZES = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720})
NAMES = ["王芳", "赵强", "Anna", "陈晨", "<i>李雷</i>", "韩梅梅"]
PLAYERS = range(1001, 1001 + len(NAMES))


def opened(visit, host):
    wall = visit.open(host.wall, viewport=SIZES[-1])
    wall.wait_for_selector("main section")
    return wall


def answered(host, right):
    """All of the class answers; so many of them are right."""
    one = host.room.questions[host.room.question]
    for at, player in enumerate(PLAYERS):
        host.answer(player, right_answer(one) if at < right else wrong_answer(one))


def test_the_way_in_and_the_names_as_they_come(visit):
    with hosting(room(["choice"])) as host:
        wall = opened(visit, host)
        assert wall.inner_text(".address") == host.url.removeprefix("http://")
        assert wall.inner_text(".pin").replace(" ", "") == PIN
        assert wall.evaluate("document.querySelector('.qr').naturalWidth") > 0
        host.enrol(NAMES)
        wall.wait_for_selector(".count >> text=6")
        assert wall.locator(".names li").all_inner_texts() == NAMES[::-1]
        host.kick(1001)
        wall.wait_for_selector(".count >> text=5")
        host.submit(ev.Locked, True)
        assert wall.locator(".names li").count() == 5
        wall.wait_for_selector("header .tag")


def test_every_kind_from_question_to_solution(visit):
    with hosting(room(KINDS, seconds=600)) as host:
        host.enrol(NAMES)
        wall = opened(visit, host)
        for at, one in enumerate(host.room.questions):
            host.ask(at)
            wall.wait_for_selector(".tally")
            answered(host, 4)
            wall.wait_for_selector(".tally >> text=6 / 6")
            assert wall.locator(".options li").count() == (
                2 if one.kind == "truefalse" else len(one.options)
            )
            assert wall.locator(".bars").count() == 0
            host.close()
            wall.wait_for_selector(".bars" if one.key is not None else ".ask >> text=6")
            assert wall.locator(".bars .right, .solution").count() == 0
            assert CANARY not in wall.inner_text("body")
            _fits(wall)
            host.reveal()
            wall.wait_for_selector(".bars .right")
            shown = wall.inner_text("main")
            answers = ("对",) if one.kind == "truefalse" else one.card.answers
            assert all(answer in shown for answer in answers)
            assert one.card.explanation not in shown
            assert "67% 答对" in shown
            _fits(wall)
            wall.keyboard.press("e")
            wall.wait_for_selector(".notes")
            assert one.card.explanation in wall.inner_text(".notes")
            _fits(wall)  # and for the next question they are asked for anew


def test_both_votes_side_by_side_and_the_gain(visit):
    with hosting(room(["choice"])) as host:
        host.enrol(NAMES)
        wall = opened(visit, host)
        host.ask()
        answered(host, 2)
        host.close()
        wall.wait_for_selector(".bars")
        host.discuss()
        wall.wait_for_selector(".call")
        assert wall.locator(".bars").count() == 0
        host.revote()
        answered(host, 5)
        host.close()
        wall.wait_for_selector(".bars .track.old")
        host.reveal()
        wall.wait_for_selector(".shares")
        key = wall.locator(".bars .right")
        assert key.locator(".track b").all_inner_texts() == ["2", "5"]
        assert "".join(wall.inner_text(".shares").split()) == "讨论前33%答对讨论后83%答对增益75%"


def test_a_pause_is_shown(visit):
    with hosting(room(["choice"], seconds=60)) as host:
        wall = opened(visit, host)
        host.ask()
        host.pause()
        wall.wait_for_selector(".notice >> text=暂停")
        host.pause(paused=False)
        wall.wait_for_selector(".notice", state="detached")


@pytest.mark.parametrize("ranks", ["none", "board"])
def test_the_board_only_where_the_rules_have_one(visit, ranks):
    with hosting(room(["choice"], ranks=ranks, teams=("东", "西"))) as host:
        host.enrol(NAMES, teams=2)
        wall = opened(visit, host)
        host.ask()
        answered(host, 1)
        host.reveal()
        host.board()
        wall.wait_for_selector(".final")
        podium = wall.locator(".podium b").all_inner_texts()
        assert podium == (["王芳", "赵强", "Anna"] if ranks == "board" else [])
        assert wall.locator(".teams li").count() == (2 if ranks == "board" else 0)
        _fits(wall)
        host.end()
        wall.wait_for_selector("text=下课了")


def test_homework_shows_the_way_in_and_who_is_done(visit):
    with hosting(room(["choice"], self_paced=True)) as host:
        host.enrol(NAMES)
        host.ask()
        wall = opened(visit, host)
        assert wall.locator(".qr").count() == 1
        host.answer(1001, 0)
        wall.wait_for_selector(".count >> text=1 / 6 人")


def test_it_comes_back_by_itself(visit):
    with hosting(room(["choice"])) as host:
        wall = opened(visit, host)
        host.call(lambda: [page.box.close() for page in list(host.hub._pages)])
        wall.wait_for_selector("body.lost", state="attached")
        wall.wait_for_selector("body:not(.lost)", state="attached")
        host.enrol(NAMES)
        wall.wait_for_selector(".names li")


def test_a_wrong_key_says_so(visit):
    with hosting(room(["choice"])) as host:
        wall = visit.open(f"{host.url}/wall?key=wrong", errors=False)
        wall.wait_for_selector(".notice")


def _fits(wall) -> None:
    """Nothing is cut off, on small projectors and on large ones."""
    for size in SIZES:
        wall.set_viewport_size(size)
        assert wall.evaluate(
            """async () => {
              await new Promise(requestAnimationFrame);
              const main = document.getElementById("main");
              const wide = document.documentElement.scrollWidth <= innerWidth;
              return wide && main.scrollHeight <= main.clientHeight;
            }"""
        )
