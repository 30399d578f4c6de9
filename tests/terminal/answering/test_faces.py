from dataclasses import replace

import pytest

from studykit.grading.judge import judge
from studykit.terminal.answering.faces import face, plain_question
from studykit.terminal.answering.original import Original
from studykit.terminal.answering.turn import begun, pressed
from studykit.terminal.keys import NAMED, Press, press_of
from tests.terminal import samples
from tests.terminal.samples import CHOICE, CLOZE, HOSTILE, LIST, NUMERIC, QA, rendered


def seen(card, *keys, marks=()):
    """The body of the screen after these keys, without blank lines."""
    turn = begun(card, typed=False)
    for key in keys:
        named = key in {*NAMED.values()}
        press = Press(key) if named else press_of(key) if len(key) == 1 else Press("", key)
        turn = pressed(turn, press, judge)
    shown = rendered(face(turn, Original(), marks=marks))
    return [line.strip() for line in shown.splitlines() if line.strip()]


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.type)
@pytest.mark.parametrize("keys", [[], ["i"], ["i", "什么"]], ids=["asking", "typing", "typed"])
def test_a_question_does_not_show_its_answer(card, keys):
    shown = "\n".join(seen(card, *keys))
    for hidden in (*card.quotes, card.explanation, card.derived, *card.accept):
        assert not hidden or hidden not in shown
    if card.type != "choice":
        assert all(text not in shown for text in card.answers)


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.type)
@pytest.mark.parametrize("typing", [False, True], ids=["mental", "typed"])
def test_an_answer_shows_everything(card, typing):
    keys = ["i", "什么", "enter", "enter", "enter"] if typing else ["space", "enter"]
    shown = "\n".join(seen(card, *keys))
    for text in (*card.answers, *card.quotes, card.explanation, card.derived, *card.accept):
        assert text in shown


@pytest.mark.parametrize(
    ("keys", "prompt"),
    [
        (["i"], "小镇以[__]为主，以____为辅。"),
        (["i", "绿茶"], "小镇以[绿茶]为主，以____为辅。"),
        (["i", "绿茶", "enter"], "小镇以绿茶为主，以[__]为辅。"),
        (["i", "enter"], "小镇以…为主，以[__]为辅。"),
        (["i", "绿茶", "enter", "up"], "小镇以[绿茶]为主，以____为辅。"),
        (["i", "红茶", "enter", "enter"], "小镇以绿茶为主，以花茶为辅。"),
    ],
)
def test_blanks_are_filled_one_after_another(keys, prompt):
    assert seen(CLOZE, *keys)[1] == prompt


def test_only_blanks_filled_wrongly_are_told_apart():
    assert seen(CLOZE, "i", "绿茶", "enter", "红茶", "enter")[2:4] == ["✗ 〔红〕茶", "→ 〔花〕茶"]
    assert seen(CLOZE, "i", "绿茶", "enter", "花茶", "enter")[2].startswith("「")


def test_items_are_ticked_off_as_they_are_typed():
    lines = seen(LIST, "i", "采摘", "enter", "揉捻", "enter", "杀")
    assert lines[2:] == ["✓ 采摘", "✗ 揉捻", "1 of 3 items", "› 杀"]


def test_the_list_says_what_was_recalled():
    lines = seen(LIST, "i", "杀青", "enter", "采摘", "enter", "揉捻", "enter", "enter")
    assert lines[2:6] == [
        "✓ 1. 采摘",
        "≈ 2. 杀青  (out of order)",
        "✗ 3. 烘干",
        "✗  - 揉捻  (not in the list)",
    ]


def test_items_are_ticked_off_by_hand():
    assert seen(LIST, "space", "2")[2:] == ["1. [ ] 采摘", "›  2. [x] 杀青", "3. [ ] 烘干"]
    lines = seen(replace(LIST, ordered=False), "space", "2", "enter")
    assert lines[2:5] == ["✗  - 采摘", "✓  - 杀青", "✗  - 烘干"]


def test_a_near_miss_is_shown_as_such():
    assert seen(NUMERIC, "i", "37吨", "enter")[2] == "≈ 3〔7〕吨  (rounded)"


def test_the_flag_and_the_section_are_seen():
    assert seen(QA, marks=["⚑ flagged"])[0] == "Q&A · 茶园的一年 · ⚑ flagged"
    assert seen(CHOICE)[0] == "choice · 市场"


@pytest.mark.parametrize("keys", [["space"], ["i", "\x1b[2J[red]", "enter"]])
def test_text_of_a_card_is_only_text(keys):
    shown = "\n".join(seen(HOSTILE, *keys))
    assert "[bold]红字[/bold] [bookmark: _Toc1] ␛[31m转义␇‹202E›反？" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_card_is_called_by_the_beginning_of_its_prompt():
    assert plain_question(QA) == QA.prompt
    assert plain_question(replace(QA, prompt="长" * 90), 10) == "长" * 9 + "…"
