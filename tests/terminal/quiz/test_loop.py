import pytest

from studykit.quiz.events import Answered, Ended, Judged, Left
from studykit.quiz.quiz import replay
from studykit.terminal.answering.original import Original
from tests.quiz.making import started
from tests.terminal.quiz.sessions import Held, MemoryDesk
from tests.terminal.review.sessions import last_screen
from tests.terminal.samples import (
    ALL,
    CHOICE,
    CLOZE,
    HOSTILE,
    LIST,
    NUMERIC,
    QA,
    TRUEFALSE,
    memory_console,
)

GO = "space"
ALL_RIGHT = [
    *["新的灌溉办法", "enter", GO],
    *["三十六点五吨", "enter", GO],
    *["绿茶", "enter", "花茶", "enter", GO],
    *["b", GO],
    *["f", GO],
    *["采摘、杀青", "enter", "烘干", "enter", "enter", GO],
]


def kinds(held):
    return [type(event) for event in held.desk.events]


def test_every_type_is_answered_for_real():
    held = Held(ALL, *ALL_RIGHT, "enter")
    assert held.answers == [
        ("新的灌溉办法",),
        ("三十六点五吨",),
        ("绿茶", "花茶"),
        ("邻省",),
        ("false",),
        ("采摘", "杀青", "烘干"),
    ]
    assert held.grades == ["right"] * 6
    assert held.quiz.ended == "done"
    assert "6 of 6 points" in last_screen(held.text)
    assert not held.again


def test_the_quiz_is_what_its_events_make_of_it():
    held = Held(ALL, *ALL_RIGHT, "enter")
    assert replay(started(*ALL), held.desk.events) == held.quiz


@pytest.mark.parametrize(
    ("card", "keys", "grade", "shown"),
    [
        (QA, ["别的", "enter"], "wrong", "✗ Wrong"),
        (QA, ["enter"], "wrong", "✗ Wrong"),
        (NUMERIC, ["36.5", "enter"], "near", "≈ Nearly right · 0.5 of 1 point"),
        (CLOZE, ["绿茶", "enter", "enter"], "near", "≈ Nearly right · 0.5 of 1 point"),
        (CHOICE, ["down", "enter"], "wrong", "✗ A. 本地"),
        (CHOICE, ["-"], "wrong", "✓ B. 邻省"),
        (TRUEFALSE, ["up", "enter"], "right", "✓ Right"),
        (LIST, ["采摘", "enter", "enter"], "wrong", "0.33 of 1 point"),
        (LIST, ["杀青、采摘、烘干", "enter", "enter"], "near", "(out of order)"),
    ],
)
def test_what_was_made_of_an_answer_is_shown_with_its_quote(card, keys, grade, shown):
    held = Held([card], *keys)
    assert held.grades == [grade]
    assert shown in last_screen(held.text)
    assert card.quotes[0] in last_screen(held.text)


def test_no_answer_is_shown_before_it_is_given():
    held = Held([LIST, CHOICE], "烘干", "enter", "采花", "enter")
    screen = last_screen(held.text)
    assert "2 items so far" in screen
    assert not set("✓✗≈") & set(held.text)
    assert "杀青" not in held.text


@pytest.mark.parametrize(
    ("card", "typed", "key", "grade"),
    [
        (NUMERIC, "36.5", "y", "right"),
        (NUMERIC, "36.5", "n", "wrong"),
        (QA, "浇水的新办法", "y", "right"),
    ],
)
def test_a_near_miss_is_open_to_the_learners_judgement(card, typed, key, grade):
    held = Held([card], typed, "enter", key)
    assert held.grades == [grade]
    assert "by your own judgement" in last_screen(held.text)
    assert kinds(held) == [Answered, Judged]


def test_a_judgement_can_be_taken_back():
    assert Held([NUMERIC], "36.5", "enter", "y", "n").grades == ["wrong"]


@pytest.mark.parametrize(
    ("card", "keys"),
    [(QA, ["新的灌溉办法", "enter"]), (QA, ["enter"]), (CHOICE, ["a"]), (TRUEFALSE, ["t"])],
)
def test_what_is_right_or_no_text_is_not_open_to_judgement(card, keys):
    held = Held([card], *keys, "y", "n")
    assert kinds(held) == [Answered]
    assert "it is right" not in held.text


def test_in_an_exam_nothing_is_told_before_the_end():
    held = Held([NUMERIC, CHOICE], "36.5", "enter", "a", exam=True)
    before, end = held.text.split("That was the last question")
    assert not set("✓✗≈") & set(before)
    assert NUMERIC.quotes[0] not in before
    assert "0.5 of 2 points" in end
    assert NUMERIC.quotes[0] in end


def test_what_was_missed_is_looked_at_one_by_one_and_judged():
    held = Held(
        [NUMERIC, QA, CHOICE], "36.5", "enter", "新的灌溉办法", "enter", "a", "m", "y", GO, GO,
        "enter", exam=True,
    )  # fmt: skip
    assert held.grades == ["right", "right", "wrong"]
    assert kinds(held)[-2:] == [Judged, Ended]
    assert "2 of 3 points" in last_screen(held.text)


def test_looking_at_what_was_missed_is_left_for_the_end():
    held = Held([NUMERIC, CHOICE], "36.5", "enter", GO, "a", GO, "m", "q", "q")
    assert held.quiz.ended == "done"
    assert "0.5 of 2 points" in last_screen(held.text)


def test_the_misses_are_to_be_reviewed_at_once():
    assert Held([CHOICE], "a", GO, "r").again
    assert not Held([CHOICE], "b", GO, "r", "q").again


# The clock


def test_the_clock_is_waited_for_second_by_second():
    held = Held([CHOICE], "tick", "tick", "a", whole=90)
    assert held.keys.waits == [1.0, 1.0, 1.0, None]
    for shown in ("1:30", "1:29", "1:28"):
        assert f" {shown} " in held.text
    assert " 1:27 " not in held.text


def test_after_a_key_the_clock_moves_on_at_the_full_second():
    held = Held([QA], "新", "tick", whole=90)
    assert held.keys.waits == [1.0, 0.5, 1.0]


def test_without_a_limit_nothing_ticks():
    assert Held([CHOICE], "a").keys.waits == [None, None]


def test_when_the_time_of_a_question_is_up_what_is_there_is_taken():
    held = Held([QA, CHOICE], "新的灌溉办法", *["tick"] * 5, GO, *["tick"] * 5, each=5)
    first, second = held.quiz.answers
    assert (first.late, first.grade, first.typed) == (True, "right", ("新的灌溉办法",))
    assert (second.late, second.grade, second.typed) == (True, "wrong", ())
    assert "time was up" in held.text
    assert "Time is up." in held.text


def test_when_the_time_of_the_quiz_is_up_the_rest_is_not_answered():
    held = Held([QA, CHOICE, LIST], "新", *["tick"] * 8, GO, "enter", whole=8)
    assert held.grades == ["wrong"]
    assert held.quiz.ended == "time"
    assert "Time is up." in last_screen(held.text)
    assert "not answered 2" in last_screen(held.text)


def test_who_has_said_nothing_when_the_quiz_is_over_has_not_answered():
    held = Held([QA, CHOICE], *["tick"] * 8, "enter", whole=8)
    assert held.quiz.answers == (None, None)
    assert kinds(held) == [Left, Ended]
    assert "not answered 2" in last_screen(held.text)


def test_a_key_that_comes_too_late_does_not_count():
    held = Held([CHOICE], *["tick"] * 4, "down", "enter", whole=4, each=4)
    assert held.answers == []


def test_the_clock_stands_while_an_answer_is_looked_at():
    held = Held([CHOICE, QA], "a", "l", "l", "l", GO, "tick", whole=20)
    assert held.quiz.spent == 500 + 1000  # the last of it kept on leaving


# Leaving


@pytest.mark.parametrize("keys", [["q"], ["escape", "escape"], []])
def test_leaving_half_way_keeps_what_was_answered_and_the_time(keys):
    held = Held([CHOICE, TRUEFALSE], "a", GO, *keys, whole=90)
    assert held.grades == ["wrong"]
    assert not held.quiz.ended
    assert kinds(held) == [Answered, Left]


def test_escape_leaves_a_text_at_the_second_time_only():
    held = Held([QA], "q", "escape", "x", "enter")
    assert held.answers == [("qx",)]
    assert Held([QA], "q", "escape", "escape").answers == []
    assert "once more" in Held([QA], "q", "escape").text


def test_ctrl_c_keeps_the_time_too():
    class Interrupted(MemoryDesk):
        def title(self, card):
            if self.time > 1:
                raise KeyboardInterrupt
            return ""

    desk = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        Held([QA], "新", "的", "灌", desk=desk, whole=90)
    assert [type(event) for event in desk.events] == [Left]


def test_a_quiz_goes_on_where_it_was_left():
    left = Held([CHOICE, QA, NUMERIC], "a", GO, "新", "tick", "escape", "escape", whole=90)
    held = Held((), "新的灌溉办法", "enter", quiz=left.quiz)
    assert held.grades == ["wrong", "right"]
    assert held.quiz.answers[1].ms == left.quiz.before + 2 * 500
    assert " 1:27 " in held.text
    assert "2/3" in held.text


def test_where_all_is_answered_going_on_shows_the_end():
    left = Held([CHOICE], "a")
    assert not left.quiz.ended
    held = Held((), "enter", quiz=left.quiz)
    assert held.quiz.ended == "done"
    assert "0 of 1 point" in held.text


# Reviews


def test_an_answer_is_a_review_once_it_was_judged():
    held = Held([NUMERIC, CHOICE, QA], "36.5", "enter", "y", GO, "b", "q", record=True)
    assert held.desk.reviews == {0: "good", 1: "good"}


def test_what_is_a_review_already_is_judged_no_more():
    held = Held([NUMERIC], "36.5", "enter", GO, "m", "y", record=True)
    assert held.desk.reviews == {0: "hard"}
    assert held.grades == ["near"]


def test_an_exam_is_recorded_at_its_end():
    left = Held([NUMERIC, CHOICE], "36.5", "enter", "q", record=True, exam=True)
    assert left.desk.reviews == {}
    held = Held((), "a", "m", "y", "q", "enter", quiz=left.quiz)
    assert held.desk.reviews == {0: "good", 1: "again"}


def test_what_is_not_to_be_recorded_is_not():
    assert Held([CHOICE], "a", GO, "enter").desk.reviews == {}


# What goes wrong


def test_where_an_answer_cannot_be_kept_the_question_stays():
    held = Held([QA], "新的灌溉办法", "full", "enter", "empty", "enter")
    assert "No space left on device" in held.text
    assert held.answers == [("新的灌溉办法",)]
    assert held.grades == ["right"]


def test_a_judgement_that_cannot_be_kept_is_none():
    held = Held([NUMERIC], "36.5", "enter", "full", "y")
    assert "No space left" in last_screen(held.text)
    assert held.grades == ["near"]


def test_a_quiz_that_cannot_be_closed_stays_open():
    held = Held([CHOICE], "a", GO, "full", "enter", "empty", "r")
    assert "No space left" in held.text
    assert held.again
    assert held.quiz.ended == "done"


def test_time_that_is_up_on_a_full_disk_is_tried_again_each_second():
    held = Held([QA], "新", "full", *["tick"] * 6, "empty", "tick", each=3)
    assert held.keys.waits[-5:-1] == [1.0, 1.0, 1.0, 1.0]
    assert held.answers == [("新",)]


def test_what_is_to_be_known_is_said_first():
    held = Held([QA], "x", desk=MemoryDesk(notes=["tea.yaml: 少了一张"]))
    assert "Before you begin" in held.text
    assert "tea.yaml: 少了一张" in held.text
    assert Held([QA], desk=MemoryDesk(notes=["x"])).desk.events == []


def test_text_of_a_deck_is_only_text():
    held = Held([HOSTILE], "\x1b]0;x\x07[red]", "enter", GO)
    assert "[bold]红字[/bold]" in held.text
    assert "\x1b]0;" not in held.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6), (1, 1)])
@pytest.mark.parametrize("card", ALL, ids=lambda card: card.type)
def test_any_window_will_do(size, card):
    keys = {"choice": ["down", "a"], "truefalse": ["t"]}.get(
        card.type, ["采", "enter", "enter", "enter"]
    )
    console = memory_console(*size, terminal=True)
    held = Held([card], *keys, GO, "resize", "pagedown", "enter", console=console, whole=90)
    assert held.quiz.ended == "done"


def test_the_lines_of_the_article():
    text = "题目\n" + "。" * 77 + NUMERIC.quotes[0] + "，又是丰收。\n"
    held = Held([NUMERIC], "enter", "l", desk=MemoryDesk(original=Original("tea.txt", text)))
    assert "又是丰收" in last_screen(held.text)


def test_a_dumb_terminal_answers_line_by_line():
    console = memory_console()
    lines = ["新的灌溉办法", GO, "绿茶", "花茶", GO, "b", GO, "enter"]
    held = Held([QA, CLOZE, CHOICE], *lines, console=console, whole=90)
    assert held.grades == ["right"] * 3
    assert "\x1b" not in held.text
    assert "3 of 3 points" in held.text
