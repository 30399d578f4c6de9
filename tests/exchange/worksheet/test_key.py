import pytest

from studykit import messages
from studykit.cards.model import Card
from studykit.exchange.worksheet.key import Quote, key_of
from studykit.questions.model import Question
from tests.exchange.worksheet.making import NO_LINE, key, sheet
from tests.terminal.samples import CHOICE, CLOZE, HOSTILE, LIST, NUMERIC, QA, TRUEFALSE


def answer(card):
    [part] = key(card).parts
    [one] = part.answers
    return one


@pytest.mark.parametrize(
    ("card", "text", "notes"),
    [
        (QA, "新的灌溉办法", ("灌溉只是办法之一，文中还说到修剪。",)),
        (NUMERIC, "36.5吨", ("Also right: 三十六点五吨",)),
        (CLOZE, "绿茶；花茶", ()),
        (TRUEFALSE, "× false", ("How: 36.5吨 > 30吨", "文中说的是增长。")),
        (LIST, "采摘 → 杀青 → 烘干", ()),
        (Card("list", "哪两样？", ("茶", "米")), "茶；米", ()),
        (Card("truefalse", "茶是绿的。", True), "√ true", ()),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_answers(card, text, notes):
    assert (answer(card).text, answer(card).notes) == (text, notes)


def test_a_choice_is_named_by_its_letter_on_the_sheet():
    [part] = sheet(CHOICE).parts
    shown: Question = part.items[0].question
    [told] = key(CHOICE).parts
    assert told.row == ((1, shown.key),)
    assert told.answers[0].text == f"{shown.key}. 邻省"
    assert shown.card.options["ABCD".index(shown.key)] == "邻省"


def test_letters_and_marks_stand_in_a_row_as_well():
    assert [bool(part.row) for part in key().parts] == [True, True, False, False, False, False]


def test_quotes_with_their_place():
    assert answer(QA).quotes == (Quote("茶园靠新的灌溉办法提高了产量", "茶园的一年", "line 12"),)
    [part] = key_of(sheet(QA), NO_LINE).parts
    assert part.answers[0].quotes[0].line == ""
    assert answer(Card("qa", "哪？", "那", ("句",))).quotes == (Quote("句", "", ""),)


def test_a_key_in_chinese():
    messages.speak("zh")
    try:
        one = key(TRUEFALSE, version="B", language="zh-Hant")
    finally:
        messages.speak("en")
    assert (one.title, one.version) == ("小镇的茶：答案", "B卷")
    [part] = one.parts
    assert part.answers[0].text == "× 錯"
    assert part.answers[0].quotes[0].line == "第 23 行"


def test_controls_are_left_out():
    words = repr(key(HOSTILE))
    assert "\\x" not in words
    assert "[link=x]引[/link]" in words
