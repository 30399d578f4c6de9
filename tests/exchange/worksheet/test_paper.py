from dataclasses import replace

import pytest
from hypothesis import given

from studykit import messages
from studykit.cards.model import Card
from studykit.exchange.worksheet.paper import BLANK_WIDTHS, LINE, width
from tests.deck.making import cards as any_card
from tests.exchange.worksheet.making import paper
from tests.terminal.samples import CHOICE, CLOZE, HOSTILE, LIST, NUMERIC, QA, TRUEFALSE


def question(card):
    """The one question of a paper of this card."""
    [part] = paper(card).parts
    [one] = part.questions
    return one


def choice(*options):
    return Card("choice", "哪里？", options[0], options=options)


def test_what_each_type_leaves_room_for():
    asked = [question(card) for card in (CHOICE, TRUEFALSE, CLOZE, NUMERIC, LIST, QA)]
    assert [one.bracket for one in asked] == [True, True, False, False, False, False]
    assert [len(one.options) for one in asked] == [4, 0, 0, 0, 0, 0]
    assert [one.slots for one in asked] == [0, 0, 0, 0, 3, 0]
    assert [one.lines for one in asked] == [0, 0, 0, 1, 0, 2]
    assert asked[2].prompt == ("小镇以", 5, "为主，以", 5, "为辅。")


@pytest.mark.parametrize(
    ("options", "columns"),
    [
        (("东", "南", "西", "北"), 4),
        (("东", "南", "西"), 3),
        (("是", "否"), 2),
        (("七个字的选项呀", "南", "西", "北"), 4),
        (("八个字的选项了呀", "南", "西", "北"), 2),
        (("十七个字的选项就是这么长的长长长长", "南", "西", "北"), 2),
        (("十八个字的选项就是这么长的长长长长了", "南", "西", "北"), 1),
        (("eight letters", "南", "西", "北"), 4),
        (("东", "南", "西", "北", "中"), 4),
    ],
)
def test_options_stand_in_columns_that_hold_them(options, columns):
    assert question(choice(*options)).columns == columns


@pytest.mark.parametrize(
    ("answers", "blanks"),
    [
        (("茶",), [5]),
        (("绿茶", "花茶"), [5, 5]),
        (("茶", "三十六点五吨"), [12, 12]),
        (("36.5%",), [5]),
        (("一" * 60,), [24]),
    ],
)
def test_all_blanks_of_a_question_are_as_long_as_the_longest_answer_needs(answers, blanks):
    card = Card("cloze", "甲" + "____乙" * len(answers), answers)
    assert [piece for piece in question(card).prompt if isinstance(piece, int)] == blanks


@pytest.mark.parametrize(
    ("prompt", "ordered", "told"),
    [
        ("制茶的三步是什么？", True, True),
        ("制茶的三步依次是什么？", True, False),
        ("制茶的三步是什么？（按顺序）", True, False),
        ("製茶的先後三步是什麼？", True, False),
        ("制茶的三步是什么？", False, False),
    ],
)
def test_the_order_is_asked_for_where_the_prompt_does_not(prompt, ordered, told):
    asked = question(replace(LIST, prompt=prompt, ordered=ordered)).prompt
    assert asked == (prompt + "（in order）" * told,)


@pytest.mark.parametrize(("answer", "lines"), [("茶", 2), ("一" * 40, 3), ("一" * 999, 8)])
def test_sentences_have_lines_to_write_on(answer, lines):
    assert question(Card("qa", "为什么？", answer)).lines == lines


def test_a_paper_in_chinese_and_in_the_script_of_its_deck():
    messages.speak("zh")
    try:
        one = paper(TRUEFALSE, version="A", language="zh-Hant")
    finally:
        messages.speak("en")
    assert (one.fields, one.score, one.points) == (("班級", "姓名", "日期"), "得分", 1)
    assert (one.title, one.version) == ("小镇的茶", "A卷")
    assert (one.parts[0].heading, one.parts[0].worth) == ("一、判斷題", "每題1分，共1分")


def test_parts_are_numbered_as_they_come():
    headings = [part.heading for part in paper(QA, CHOICE).parts]
    assert headings == ["I. Multiple choice", "II. Questions"]
    assert [q.number for part in paper(QA, CHOICE).parts for q in part.questions] == [1, 2]


@given(any_card())
def test_a_blank_for_every_answer_and_never_wider_than_a_line(card):
    one = question(card)
    blanks = [piece for piece in one.prompt if isinstance(piece, int)]
    assert len(blanks) == (len(card.answers) if card.type == "cloze" else 0)
    assert all(BLANK_WIDTHS[0] <= blank <= BLANK_WIDTHS[1] < LINE for blank in blanks)
    assert one.columns >= 1


def test_controls_are_left_out():
    words = repr(paper(HOSTILE, title="\x1b茶"))
    assert "\\x1b" not in words
    assert "\\u202e" not in words
    assert "[bold]红字[/bold]" in words


@pytest.mark.parametrize(("text", "want"), [("", 0), ("茶", 1), ("ab", 1), ("“茶”", 3), ("５", 1)])
def test_width(text, want):
    assert width(text) == want
