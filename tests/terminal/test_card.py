import pytest

from studykit.terminal.card import answer, is_right, picked_by, question
from tests.terminal import samples
from tests.terminal.samples import CHOICE, CLOZE, HOSTILE, LIST, NUMERIC, QA, TRUEFALSE, rendered


def no_line(offset):
    return None


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.type)
def test_a_question_does_not_show_its_answer(card):
    shown = rendered(question(card))
    assert card.prompt in shown
    assert card.section in shown
    for hidden in (*card.quotes, card.explanation, card.derived, *card.accept):
        assert not hidden or hidden not in shown
    if card.type != "choice":
        assert all(text not in shown for text in card.answers)


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.type)
def test_an_answer_shows_everything(card):
    shown = rendered(answer(card, None, lambda offset: offset // 10))
    for text in (*card.answers, *card.quotes, card.explanation, card.derived, *card.accept):
        assert text in shown
    assert f"line {card.spans[0].start // 10}" in shown


def test_without_the_article_there_is_no_line():
    assert "line" not in rendered(answer(QA, None, no_line))


def test_options_have_letters():
    shown = rendered(question(CHOICE))
    assert "A. 本地" in shown
    assert "D. 首都" in shown
    assert "✓" not in shown


@pytest.mark.parametrize(
    ("picked", "signs"),
    [("邻省", ["✓ B. 邻省"]), ("海外", ["✓ B. 邻省", "✗ C. 海外"]), (None, ["✓ B. 邻省"])],
)
def test_the_key_and_a_wrong_choice_are_marked_without_colour(picked, signs):
    shown = rendered(answer(CHOICE, picked, no_line))
    assert [line.strip() for line in shown.splitlines() if "✓" in line or "✗" in line] == signs


@pytest.mark.parametrize(
    ("picked", "sign"), [(True, "✗ false"), (False, "✓ false"), (None, "false")]
)
def test_a_statement_is_judged(picked, sign):
    lines = [line.strip() for line in rendered(answer(TRUEFALSE, picked, no_line)).splitlines()]
    assert sign in lines


def test_blanks_are_filled_in_place():
    assert "小镇以绿茶为主，以花茶为辅。" in rendered(answer(CLOZE, None, no_line))


def test_blanks_that_do_not_match_leave_a_list():
    from dataclasses import replace

    shown = rendered(answer(replace(CLOZE, prompt="____"), None, no_line))
    assert "- 绿茶" in shown
    assert "- 花茶" in shown


def test_an_ordered_list_is_numbered():
    from dataclasses import replace

    assert "2. 杀青" in rendered(answer(LIST, None, no_line))
    assert "- 杀青" in rendered(answer(replace(LIST, ordered=False), None, no_line))


def test_text_of_a_card_is_only_text():
    shown = rendered(answer(HOSTILE, None, no_line))
    assert "[bold]红字[/bold] [bookmark: _Toc1] ␛[31m转义␇‹202E›反？" in shown
    assert ":smile:" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize(
    ("card", "key", "picked"),
    [
        (CHOICE, "a", "本地"),
        (CHOICE, "d", "首都"),
        (CHOICE, "e", None),
        (CHOICE, "space", None),
        (CHOICE, "1", None),
        (TRUEFALSE, "t", True),
        (TRUEFALSE, "f", False),
        (TRUEFALSE, "a", None),
        (QA, "a", None),
        (NUMERIC, "1", None),
        (LIST, "", None),
    ],
)
def test_keys_choose(card, key, picked):
    assert picked_by(card, key) == picked


@pytest.mark.parametrize(
    ("card", "picked", "right"),
    [
        (CHOICE, "邻省", True),
        (CHOICE, "本地", False),
        (CHOICE, None, False),
        (TRUEFALSE, False, True),
        (TRUEFALSE, True, False),
        (TRUEFALSE, None, False),
    ],
)
def test_choices_are_judged(card, picked, right):
    assert is_right(card, picked) is right
