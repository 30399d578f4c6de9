"""A room led by keys: what happens in it, and what the teacher sees of it."""

import pytest

from studykit.classroom import events as ev
from tests.classroom.samples import right_answer, wrong_answer
from tests.terminal.classroom.leading import led, run

HAPPENS = [
    # keys, the events they make
    (["space"], ["asked"]),
    (["enter"], ["asked"]),
    (["n"], ["asked"]),
    (["n", "space"], ["asked", "closed"]),
    (["n", "space", "space"], ["asked", "closed", "revealed"]),
    (["n", "space", "space", "space"], ["asked", "closed", "revealed", "asked"]),
    (["n", "c", "d", "space"], ["asked", "closed", "discussed", "revoted"]),
    (["n", "d", "v", "r"], ["asked", "closed", "discussed", "revoted", "revealed"]),
    (["n", "v"], ["asked", "closed", "revoted"]),
    (["n", "r"], ["asked", "revealed"]),
    (["n", "r", "n"], ["asked", "revealed", "asked"]),
    (["n", "p", "space"], ["asked", "paused", "paused"]),
    (["n", "p", "c"], ["asked", "paused", "closed"]),
    (["l", "l"], ["locked", "locked"]),
    (["x", "x"], ["ended"]),
    (["n", "r", "n", "r", "space", "x"], ["asked", "revealed"] * 2 + ["ended"]),
    (["N", "Ｃ"], ["asked", "closed"]),
]
NOTHING_HAPPENS = [
    ["c", "d", "v", "r", "b", "p", "a", "k"],
    ["x", "n"],
    ["q", "n"],
    ["?", "n"],
    ["i", "n"],
    ["b", "n"],
    ["resize", "up", "down", "escape", "z", "1"],
    ["h", "h"],
]


@pytest.mark.parametrize(("keys", "names"), HAPPENS, ids=lambda one: " ".join(one))
def test_what_happens(keys, names):
    async def play():
        async with led() as lesson:
            await lesson.press(*keys)
            await lesson.until(lambda: len(lesson.events) >= len(names))
            assert lesson.names == names

    run(play())


@pytest.mark.parametrize("keys", NOTHING_HAPPENS, ids=" ".join)
def test_nothing_happens(keys):
    async def play():
        async with led() as lesson:
            await lesson.press(*keys)
            lesson.keys.put("eof")
            await lesson.leading
            assert lesson.events == []

    run(play())


def test_space_held_or_pressed_twice_steps_once():
    async def play():
        async with led(looks=0.0) as lesson:
            await lesson.press("space")
            await lesson.until(lambda: lesson.names)
            for _time in range(5):
                lesson.now += 0.1
                lesson.keys.put("space")
            lesson.keys.put("?")
            await lesson.sees("Any key goes back")
            assert lesson.names == ["asked"]
            lesson.now += 1
            await lesson.press("?", "space")
            await lesson.until(lambda: lesson.names == ["asked", "closed"])

    run(play())


@pytest.mark.parametrize(
    ("right", "names"),
    [(1, ["closed", "revealed"]), (2, ["closed", "discussed"]), (4, ["closed", "revealed"])],
)
def test_a_discussion_is_what_comes_next_where_it_helps(right, names):
    async def play():
        async with led("choice") as lesson:
            await lesson.joins("甲", "乙", "丙", "丁")
            await lesson.press("n")
            one = lesson.room.questions[0]
            for player in range(1, 5):
                answer = right_answer(one) if player <= right else wrong_answer(one)
                await lesson.answers(player, answer, sure=True)
            await lesson.sees("4 of 4 have answered")
            await lesson.press("c")
            await lesson.sees(f"{right} of 4 right ({right / 4:.0%})")
            await lesson.press("space")
            assert lesson.names[-2:] == names

    run(play())


def test_the_last_question_leads_to_the_end():
    async def play():
        async with led("qa") as lesson:
            await lesson.press("n", "r", "n")
            await lesson.sees("That was the last question")
            await lesson.press("space")
            await lesson.sees("end the session for all")
            await lesson.press("x")
            await lesson.sees("close the room")
            lesson.keys.put("q")
            await lesson.leading

    run(play())


def test_what_a_full_disk_refuses_has_not_happened():
    async def play():
        async with led() as lesson:
            lesson.full = True
            await lesson.press("n")
            await lesson.sees("has not happened", "No space left on device", "first question")
            lesson.full = False
            await lesson.press("n")
            assert lesson.names == ["asked"]
            await lesson.until(lambda: "No space left" not in lesson.screen.text)

    run(play())


def test_trouble_of_another_kind_is_told():
    async def play():
        async with led(trouble=lambda: "one.yaml: is behind") as lesson:
            await lesson.sees("one.yaml: is behind")

    run(play())


def test_somebody_is_sent_away():
    async def play():
        async with led() as lesson:
            await lesson.joins("甲", "乙", "丙")
            await lesson.press("k", "down", "down", "down", "up")
            await lesson.sees("› 乙")
            await lesson.press("escape", "k", "down", "enter")
            await lesson.sees("2 players")
            assert [one.name for one in lesson.room.here] == ["甲", "丙"]

    run(play())


def test_typed_answers_are_accepted_the_most_frequent_first():
    async def play():
        async with led("qa") as lesson:
            await lesson.joins("甲", "乙", "丙", "丁")
            await lesson.press("n", "a")
            await lesson.sees("once the answer is shown")
            right = right_answer(lesson.room.questions[0])
            for player, answer in enumerate(("也许", "另一种", "另一种", right), 1):
                await lesson.answers(player, answer)
            await lesson.press("r", "a")
            await lesson.sees("› 另一种 ×2", "也许 ×1")
            await lesson.press("enter", "a")
            await lesson.sees("› 也许 ×1")
            await lesson.press("enter", "a")
            await lesson.sees("Every answer counts as right")
            assert set(lesson.room.points.values()) == {100}

    run(play())


def test_the_board_is_the_teachers_alone_unless_all_may_see_it():
    async def play():
        async with led(ranks="own") as lesson:
            await lesson.joins("甲")
            await lesson.press("n", "r", "b")
            await lesson.sees("甲", "Any key goes back")
            assert lesson.room.phase == "reveal"
        async with led(ranks="board") as lesson:
            await lesson.press("n", "r", "b")
            assert lesson.room.phase == "board"

    run(play())


def test_how_to_come_in_is_there_at_any_time():
    async def play():
        async with led() as lesson:
            await lesson.press("n", "i")
            await lesson.sees("http://192.168.1.5:8642/", "482913", "█▀", "Any key goes back")

    run(play())


def test_notes_come_first():
    async def play():
        async with led(notes=("The port of before is taken.",)) as lesson:
            await lesson.sees("Before you begin", "The port of before is taken.")
            await lesson.press("n", "n")
            assert lesson.names == ["asked"]

    run(play())


def test_a_room_that_was_left_is_shown_as_it_stood():
    kept = [ev.Joined(1, 1, "甲", "ab"), ev.Asked(2, 0), ev.Answered(3, 1, 0, 1, 1)]

    async def play():
        async with led("choice", kept=kept) as lesson:
            await lesson.sees("1 of 1 have answered", "(1 away)")

    run(play())


def test_the_clock_runs_and_stands_still():
    async def play():
        async with led(seconds=90, looks=0.0) as lesson:
            await lesson.press("n")
            await lesson.sees(" 1:30")
            lesson.now += 31
            await lesson.press("z")
            await lesson.sees(" 0:59")
            await lesson.press("p")
            await lesson.sees("paused")
            lesson.now += 300
            await lesson.press("p")
            await lesson.sees(" 0:59")

    run(play())


def test_everyone_at_their_own_pace():
    async def play():
        async with led("choice", "qa", self_paced=True) as lesson:
            await lesson.joins("甲", "乙")
            await lesson.press("space")
            await lesson.hub.submit(
                ev.Answered(lesson.hub.now, 2, 0, 1, right_answer(lesson.room.questions[0]))
            )
            await lesson.sees("1/2  乙  100 points", "0/2  甲  0 points")
            await lesson.press("space", "n", "c", "r", "d", "v")
            assert lesson.names == ["joined", "joined", "asked", "answered"]

    run(play())


def test_on_a_plain_terminal_a_count_prints_nothing_anew():
    async def play():
        async with led("choice", terminal=False) as lesson:
            await lesson.joins("甲")
            await lesson.press("n")
            drawn = lesson.screen.drawn
            told = []
            lesson.hub.watch(lambda: told.append(1))
            await lesson.answers(1, 0)
            await lesson.until(lambda: told)
            await lesson.press("?")
            assert lesson.screen.drawn == drawn + 1

    run(play())
