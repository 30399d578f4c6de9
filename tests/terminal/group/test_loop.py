"""Whole group reviews by keys: what happens, and what is to be seen of it."""

import pytest

from studykit.group.events import (
    Buzzed,
    Ended,
    Judged,
    Paused,
    Resumed,
    Revealed,
    Skipped,
    Undone,
    WentOn,
)
from studykit.group.game import Game, replayed
from studykit.group.scores import scores
from studykit.terminal.answering.original import Original
from tests.group.making import CARDS, TEAMS, copies, setup
from tests.terminal.group.tables import MemoryTable, play
from tests.terminal.samples import (
    CHOICE,
    CLOZE,
    HOSTILE,
    LIST,
    NUMERIC,
    QA,
    TRUEFALSE,
    memory_console,
    written,
)

RIGHT, NEAR, WRONG = (Judged(0, verdict) for verdict in ("right", "near", "wrong"))

HAPPENS = [
    # mode, card, keys, events
    ("turns", QA, ["r"], [RIGHT]),
    ("turns", QA, ["n"], [NEAR]),
    ("turns", QA, ["w"], [WRONG]),
    ("turns", QA, ["ｗ"], [WRONG]),
    ("turns", QA, ["space"], [Revealed()]),
    ("turns", QA, ["space", "r"], [Revealed(), RIGHT]),
    ("turns", QA, ["w", "2"], [WRONG, Buzzed(1)]),
    ("turns", QA, ["w", "2", "r"], [WRONG, Buzzed(1), Judged(1, "right")]),
    ("turns", QA, ["w", "r"], [WRONG, RIGHT]),
    ("turns", QA, ["w", "space"], [WRONG, Revealed()]),
    ("turns", QA, ["r", "w"], [RIGHT, WRONG]),
    ("turns", QA, ["r", "1"], [RIGHT, NEAR]),
    ("turns", QA, ["r", "3"], [RIGHT, Judged(2, "right")]),
    ("turns", QA, ["r", "3", "n"], [RIGHT, Judged(2, "right"), Judged(2, "near")]),
    ("turns", QA, ["r", "1", "1", "1"], [RIGHT, NEAR, WRONG, Judged(0, None)]),
    ("turns", QA, ["r", "space", "space"], [RIGHT, WentOn()]),
    ("turns", QA, ["r", "enter", "enter"], [RIGHT, WentOn()]),
    ("turns", QA, ["r", "u"], [RIGHT, Undone()]),
    ("turns", QA, ["r", "space", "u"], [RIGHT, Undone()]),
    ("turns", QA, ["-"], [Skipped()]),
    ("turns", QA, ["p", "r", "r"], [Paused("pause"), Resumed(), RIGHT]),
    ("turns", QA, ["p", "z", "x"], [Paused("pause"), Resumed(), Paused("break"), Resumed()]),
    ("turns", QA, ["z", "space"], [Paused("break"), Resumed()]),
    ("turns", QA, ["x", "u"], [Ended(), Undone()]),
    ("turns", QA, ["i", "新的灌溉办法", "enter"], [Judged(0, "right", ("新的灌溉办法",))]),
    ("turns", QA, ["i", "修剪", "enter"], [Judged(0, "wrong", ("修剪",))]),
    ("turns", NUMERIC, ["i", "37吨", "enter"], [Judged(0, "near", ("37吨",))]),
    ("turns", CHOICE, ["b"], [Judged(0, "right", ("邻省",))]),
    ("turns", CHOICE, ["a", "2", "b"], [
        Judged(0, "wrong", ("本地",)), Buzzed(1), Judged(1, "right", ("邻省",)),
    ]),
    ("turns", TRUEFALSE, ["f"], [Judged(0, "right", ("false",))]),
    ("turns", TRUEFALSE, ["t"], [Judged(0, "wrong", ("true",))]),
    ("turns", CLOZE, ["i", "绿茶", "enter", "红茶", "enter"], [
        Judged(0, "near", ("绿茶", "红茶")),
    ]),
    ("turns", LIST, ["i", "采摘、杀青、烘干", "enter"], [
        Judged(0, "right", ("采摘", "杀青", "烘干")),
    ]),
    ("buzz", QA, ["g", "r"], [Buzzed(1), Judged(1, "right")]),
    ("buzz", QA, ["3", "w", "a"], [Buzzed(2), Judged(2, "wrong"), Buzzed(0)]),
    ("buzz", QA, ["l", "r", "l", "2"], [Buzzed(2), Judged(2, "right"), Judged(1, "right")]),
    ("all-write", QA, ["space", "r", "n", "w"], [
        Revealed(), RIGHT, Judged(1, "near"), Judged(2, "wrong"),
    ]),
    ("all-write", QA, ["space", "down", "r", "up", "n"], [
        Revealed(), Judged(1, "right"), Judged(1, "near"),
    ]),
    ("all-write", QA, ["space", "3", "3"], [Revealed(), Judged(2, "right"), Judged(2, "near")]),
]  # fmt: skip
NOTHING_HAPPENS = [
    ("turns", QA, ["a", "b", "t", "f", "1", "2", "u", "l", "down", "resize", "", "tick"]),
    ("turns", QA, ["一段粘贴的文字"]),
    ("turns", QA, ["i", "修剪", "escape"]),
    ("turns", CHOICE, ["i", "1", "e"]),
    ("turns", TRUEFALSE, ["a", "i"]),
    ("turns", QA, ["?", "r"]),
    ("turns", QA, ["q", "r"]),
    ("turns", QA, ["q", "q", "r"]),
    ("buzz", QA, ["r", "n", "w", "b", "4", "9", "0", "u"]),
    ("all-write", QA, ["r", "n", "w", "1", "2", "b"]),
]


@pytest.mark.parametrize(("mode", "card", "keys", "events"), HAPPENS)
def test_keys_make_events(mode, card, keys, events):
    game, table, _screen = play(*keys, mode=mode, cards=copies(card, 6))
    assert table.events == events
    assert (game, 0) == replayed(game.setup, events)


@pytest.mark.parametrize(("mode", "card", "keys"), NOTHING_HAPPENS)
def test_keys_that_make_none(mode, card, keys):
    _game, table, _screen = play(*keys, mode=mode, cards=copies(card, 6))
    assert table.events == []


@pytest.mark.parametrize("mode", ["turns", "buzz", "all-write"])
@pytest.mark.parametrize("big", [False, True])
def test_a_whole_review_ends_on_the_podium(mode, big):
    keys = {"turns": ["r"], "buzz": ["a", "r"], "all-write": ["space", "r", "w", "n"]}[mode]
    every = [*keys, "space", "space"] * len(CARDS)
    game, _table, screen = play(*every, mode=mode, big=big)
    assert game.phase == "done"
    assert "█" * 10 in screen
    assert ("The hardest questions" in screen) == (mode == "all-write")


def test_enter_leaves_the_podium():
    _game, table, _screen = play("r", "x", "enter", "u")
    assert table.events == [RIGHT, Ended()]


def test_it_goes_on_where_it_was():
    start, _passed = replayed(setup("buzz"), [Buzzed(1), Judged(1, "wrong"), Paused("break")])
    game, table, _screen = play("space", "a", "r", game=start)
    assert table.events == [Resumed(), Buzzed(0), RIGHT]
    assert [score.points for score in scores(game)] == [2, 0, 0]


def test_a_full_disk_changes_nothing():
    table = MemoryTable()
    table.full = True
    game, _table, screen = play("r", "p", "i", "新", "enter", "x", table=table)
    assert game == Game.of(setup())
    assert "No space left on device" in screen


def test_notes_come_first():
    table = MemoryTable(notes=("一行读不懂的",))
    _game, _table, screen = play(table=table)
    assert "一行读不懂的" in screen
    assert "红队" not in screen
    _game, _table, screen = play("space", table=table)
    assert "红队" in screen
    assert table.events == []


SEEN = [
    ("turns", QA, [], ["Question 1 of 6", "round 1 of 2", "红队 answers", "小镇的茶园靠什么"]),
    ("turns", QA, ["w"], ["Who steals?", "✗  红队  wrong", " 2  蓝队 0", " 3  绿队 0"]),
    ("turns", QA, ["w", "3"], ["绿队 has the floor"]),
    ("turns", QA, ["w", "3", "r"], ["› 3  ✓  绿队  right, stolen  +2", "  1  ✗  红队  wrong"]),
    ("turns", QA, ["r", "u"], ["Taken back."]),
    ("turns", QA, ["u"], ["There is nothing to undo."]),
    ("turns", QA, ["-"], ["Skipped."]),
    ("turns", QA, ["r", "space"], ["After question 1 of 6", "1  红队", "2  绿队", "+4"]),
    ("turns", QA, ["p"], ["Paused"]),
    ("turns", QA, ["z"], ["Break", "1  红队"]),
    ("turns", QA, ["q"], ["everything is kept"]),
    ("turns", QA, ["x"], ["Nothing was asked."]),
    ("turns", CHOICE, ["a"], ["✗  红队  wrong  (本地)"]),
    ("turns", TRUEFALSE, ["t"], ["✗  红队  wrong  (true)", "false"]),
    ("turns", QA, ["w", "x"], ["The hardest questions", "✗ 红队", "「茶园靠新的灌溉办法"]),
    ("buzz", QA, [], ["Who is first?", " A  红队 0", " G  蓝队 0", " L  绿队 0"]),
    ("all-write", QA, [], ["All write down their answer"]),
    ("all-write", QA, ["space"], ["› 1  ·  红队", "  3  ·  绿队", "新的灌溉办法"]),
]  # fmt: skip
UNSEEN = [
    ("turns", QA, [], "新的灌溉办法"),
    ("turns", QA, ["w"], "新的灌溉办法"),
    ("turns", QA, ["w", "2"], "新的灌溉办法"),
    ("turns", QA, ["w"], " 1  红队"),
    ("turns", QA, ["p"], "小镇的茶园靠什么"),
    ("turns", QA, ["z"], "小镇的茶园靠什么"),
    ("buzz", QA, ["g"], " A  红队"),
    ("all-write", QA, [], "新的灌溉办法"),
]


@pytest.mark.parametrize(("mode", "card", "keys", "words"), SEEN)
@pytest.mark.parametrize("big", [False, True])
def test_what_is_seen(mode, card, keys, words, big):
    _game, _table, screen = play(*keys, mode=mode, cards=copies(card, 6), big=big)
    flat = screen.replace("\r", "")
    for one in words:
        bare = flat.replace(" ", "") if big else flat
        assert (one.replace(" ", "") if big else one) in bare


@pytest.mark.parametrize(("mode", "card", "keys", "words"), UNSEEN)
def test_what_is_not_seen(mode, card, keys, words):
    _game, _table, screen = play(*keys, mode=mode, cards=copies(card, 6))
    assert words not in screen


def test_the_lines_around_the_quote():
    text = "甲\n" + "茶" * 130 + "\n乙"
    _game, _table, screen = play("r", "l", table=MemoryTable(original=Original("tea.txt", text)))
    assert "tea.txt" in screen


def test_what_a_deck_holds_moves_no_cursor():
    console = memory_console(terminal=True)
    teams = ["\x1b[2J红", "[bold]蓝", "绿\x07"]
    play("w", "2", "r", "space", "x", cards=[HOSTILE, QA], teams=teams, console=console)
    text = written(console)
    assert "\x1b[2J" not in text
    assert "\x07" not in text
    assert "[bold]蓝" in text


class TestTime:
    """Each look at the clock takes a second."""

    def test_it_runs_out_once(self):
        console = memory_console(terminal=True)
        keys = ["tick"] * 20
        _game, table, screen = play(*keys, table=MemoryTable(step=1), seconds=5, console=console)
        assert table.events == []
        assert "time 0:00" in screen
        assert "The time is up." in screen
        assert written(console).count("\x07") == 1

    def test_it_stands_still_in_a_pause(self):
        screens = [
            play("p", *["resize"] * longer, "space", table=MemoryTable(step=1), seconds=30)[2]
            for longer in (0, 25)
        ]
        assert "time 0:2" in screens[0]
        assert screens[0] == screens[1]

    def test_who_steals_has_time_anew(self):
        table = MemoryTable(step=1)
        _game, _table, screen = play("tick", "tick", "w", "2", table=table, seconds=60)
        assert "time 0:59" in screen

    def test_the_back_row_sees_it_too(self):
        _game, _table, screen = play(seconds=30, big=True)
        assert "▀▀█" in screen

    def test_without_a_time_there_is_none(self):
        _game, _table, screen = play("tick", "tick", table=MemoryTable(step=1))
        assert "time" not in screen
        assert "The time is up." not in screen


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (80, 24), (120, 40)])
@pytest.mark.parametrize("mode", ["turns", "buzz", "all-write"])
@pytest.mark.parametrize("big", [False, True])
def test_every_window_will_do(size, mode, big):
    console = memory_console(*size, terminal=True)
    keys = "w space a r 1 resize l ? x space z space space x"
    play(*keys.split(), mode=mode, big=big, console=console, seconds=20, streaks=True)
    for screen in written(console).split("\x1b[H")[1:]:
        assert screen.count("\n") < size[1]


def test_on_a_dumb_terminal_an_answer_is_a_line():
    console = memory_console()
    _game, table, _screen = play("i", "修剪", "space", console=console)
    assert table.events == [Judged(0, "wrong", ("修剪",)), Revealed()]
    assert "小镇的茶园靠什么提高了产量？" in written(console)


def test_many_players_each_have_a_key():
    names = [f"学生{number}" for number in range(25)]
    game, _table, screen = play(*"wy", teams=names, cards=copies(QA, 25))
    assert game.floor == 24
    assert "学生24 has the floor" in screen
    assert TEAMS[0] not in screen
