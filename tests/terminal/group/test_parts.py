"""Timer, keys, block figures and scores by themselves."""

import pytest

from studykit.group.events import Judged, Revealed, WentOn
from studykit.terminal.group.big import ROWS, Frame, block_figures, set_apart
from studykit.terminal.group.board import board, podium
from studykit.terminal.group.team_keys import TEACHERS, team_keys, team_of, usable
from studykit.terminal.group.timer import Timer, minutes
from studykit.terminal.text import plain
from tests.group.making import game
from tests.terminal.samples import rendered


class TestTimer:
    def test_it_runs_down_to_nothing(self):
        timer = Timer.of(10, 5.0)
        assert [timer.rest(now) for now in (5.0, 7.5, 15.0, 99.0)] == [10, 7.5, 0, 0]

    def test_a_stop_keeps_what_is_left(self):
        timer = Timer.of(10, 0.0).stopped(4.0)
        assert timer.rest(100.0) == 6
        assert timer.going(100.0).rest(102.0) == 4

    @pytest.mark.parametrize(
        ("now", "wait"),
        [(0.0, 1.0), (0.25, 0.75), (0.75, 0.25), (9.5, 0.5), (10.0, 0.0), (99.0, 0)],
    )
    def test_it_ticks_when_what_it_shows_changes(self, now, wait):
        assert Timer.of(10, 0.0).until_tick(now) == wait

    def test_standing_still_it_does_not_tick(self):
        assert Timer(10).until_tick(3.0) is None

    @pytest.mark.parametrize(
        ("rest", "words"),
        [(0, "0:00"), (0.1, "0:01"), (59.5, "1:00"), (61, "1:01")],
    )
    def test_minutes(self, rest, words):
        assert minutes(rest) == words


@pytest.mark.parametrize("mode", ["turns", "buzz", "all-write"])
@pytest.mark.parametrize("count", range(1, 26))
def test_every_team_has_a_key_of_its_own(mode, count):
    keys = team_keys(mode, count)
    assert len(set(keys)) == count
    assert TEACHERS.isdisjoint(keys)
    assert [team_of(key, keys) for key in keys] == list(range(count))


@pytest.mark.parametrize(
    ("key", "keys", "team"),
    [("a", "al", 0), ("2", "al", 1), ("1", "21", 1), ("3", "al", None), ("0", "al", None),
     ("b", "al", None), ("", "al", None), ("space", "al", None), ("²", "al", None)],
)  # fmt: skip
def test_a_number_will_do_for_a_key(key, keys, team):
    assert team_of(key, tuple(keys)) == team


@pytest.mark.parametrize("keys", ["al", "12", "茶水", "ty"])
def test_keys_that_can_be_used(keys):
    assert usable(keys, 2)


@pytest.mark.parametrize("keys", ["a", "abc", "aa", "ar", "a ", "a\n", "q1", "a-"])
def test_keys_that_cannot(keys):
    assert not usable(keys, 2)


def test_figures_of_blocks():
    assert block_figures("1:4") == [
        "▄█  ▄ █ █ ",
        " █  ▄ ▀▀█ ",
        "▀▀▀     ▀ ",
    ]


@pytest.mark.parametrize("text", ["0123456789", "0:07", "12:34"])
def test_rows_of_figures_are_of_one_length(text):
    rows = block_figures(text)
    assert len(rows) == ROWS
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("小镇的茶", "小 镇 的 茶"),
        ("产量36.5吨", "产 量 36.5 吨"),
        ("升到2.54%的", "升 到 2.54% 的"),
        ("tea", "tea"),
        ("2.54%", "2.54%"),
        ("茶，水", "茶，水"),
        ("____", "____"),
        ("", ""),
    ],
)
def test_characters_are_set_apart(text, apart):
    assert set_apart(text) == apart


def test_a_frame_has_no_right_side():
    lines = rendered([Frame.of(plain("茶" * 50), "A. ")], 40).splitlines()
    assert lines[0].startswith("  ┏━")
    assert lines[1].startswith("  ┃  A. 茶")
    assert lines[2].startswith("  ┃     茶")
    assert lines[-1].startswith("  ┗━")
    assert sum(line.count("茶") for line in lines) == 50


def answered(*verdicts):
    return [Revealed(), *(Judged(team, one) for team, one in enumerate(verdicts)), WentOn()]


def test_the_board_has_the_best_first():
    lines = rendered(board(game("all-write", *answered("wrong", "right", "near")))).splitlines()
    assert [line.split()[:2] for line in lines] == [["1", "蓝队"], ["2", "绿队"], ["3", "红队"]]
    assert [line.split()[-1] for line in lines] == ["4", "2", "0"]


def test_a_long_name_is_cut():
    names = ["一个非常非常长的队名写也写不完", "b"]
    (line, _other) = rendered(board(game("turns", teams=names))).splitlines()
    assert "一个非常非常长…" in line


@pytest.mark.parametrize("count", range(1, 6))
def test_all_stand_on_the_podium_or_below(count):
    names = [f"队{number}" for number in range(count)]
    text = rendered(podium(game("all-write", *answered("right"), teams=names)))
    assert all(name in text for name in names)
    assert all(len(line) < 80 for line in text.splitlines())
    assert text.index("1 队0") >= 0
