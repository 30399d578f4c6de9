import pytest

from studykit.terminal.answering.draft import Draft, picked_of
from tests.terminal.fakes import Typed
from tests.terminal.samples import CHOICE, CLOZE, LIST, NUMERIC, QA, TRUEFALSE


def drafted(card, *keys):
    draft, typed = Draft(card), Typed(*keys)
    while typed.left:
        draft = draft.press(typed.press())
    return draft


@pytest.mark.parametrize(
    ("card", "keys", "answer"),
    [
        (CHOICE, ["b"], ("邻省",)),
        (CHOICE, ["Ｂ"], ("邻省",)),
        (CHOICE, ["down", "down", "enter"], ("邻省",)),
        (CHOICE, ["up", "enter"], ("首都",)),
        (CHOICE, ["down", "up", "enter"], ("首都",)),
        (CHOICE, ["down", "-"], ()),
        (TRUEFALSE, ["t"], ("true",)),
        (TRUEFALSE, ["f"], ("false",)),
        (TRUEFALSE, ["down", "enter"], ("true",)),
        (TRUEFALSE, ["up", "enter"], ("false",)),
        (TRUEFALSE, ["-"], ()),
        (QA, [" 新的办法 ", "enter"], ("新的办法",)),
        (QA, ["q", "?", "-", "enter"], ("q?-",)),
        (QA, ["enter"], ()),
        (NUMERIC, ["3", "6", "backspace", "7", "吨", "enter"], ("37吨",)),
        (CLOZE, ["绿茶", "enter", "花茶", "enter"], ("绿茶", "花茶")),
        (CLOZE, ["enter", "花茶", "enter"], ("", "花茶")),
        (CLOZE, ["enter", "enter"], ()),
        (CLOZE, ["绿", "enter", "up", "茶", "enter", "花茶", "enter"], ("绿茶", "花茶")),
        (CLOZE, ["绿", "enter", "backspace", "茶", "enter", "x", "enter"], ("绿茶", "x")),
        (LIST, ["采摘", "enter", "杀青、烘干", "enter", "enter"], ("采摘", "杀青", "烘干")),
        (LIST, ["采摘", "enter", "采", "up", "enter", "enter"], ("采摘",)),
        (LIST, ["enter"], ()),
    ],
)
def test_an_answer_is_given(card, keys, answer):
    draft = drafted(card, *keys)
    assert draft.finished
    assert draft.answer == answer
    assert draft.press(Typed("x").press()) == draft


@pytest.mark.parametrize(
    ("card", "keys", "answer"),
    [
        (CHOICE, ["e"], ()),
        (CHOICE, ["enter"], ()),
        (CHOICE, ["space"], ()),
        (CHOICE, ["down"], ()),
        (TRUEFALSE, ["a"], ()),
        (TRUEFALSE, ["enter"], ()),
        (QA, ["tick"], ()),
        (QA, ["  "], ()),
        (QA, ["新的"], ("新的",)),
        (CLOZE, ["绿茶", "enter"], ("绿茶", "")),
        (CLOZE, ["绿茶", "enter", "花"], ("绿茶", "花")),
        (LIST, ["采摘、杀青", "enter", "烘"], ("采摘", "杀青", "烘")),
        (LIST, ["采摘", "enter", "backspace"], ("采摘",)),
    ],
)
def test_what_is_not_finished_can_be_taken_when_time_is_up(card, keys, answer):
    draft = drafted(card, *keys)
    assert not draft.finished
    assert draft.answer == answer


@pytest.mark.parametrize(
    ("card", "typed", "picked"),
    [
        (CHOICE, ("邻省",), "邻省"),
        (CHOICE, ("外省",), None),
        (CHOICE, (), None),
        (TRUEFALSE, ("true",), True),
        (TRUEFALSE, ("false",), False),
        (QA, ("新的灌溉办法",), None),
    ],
)
def test_what_was_kept_says_what_was_chosen(card, typed, picked):
    assert picked_of(card, typed) is picked or picked_of(card, typed) == picked
