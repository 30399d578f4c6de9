import io
from dataclasses import replace

import openpyxl
import pytest

from studykit.cards.model import Card
from studykit.exchange.kahoot import write_kahoot
from studykit.exchange.model import Written
from tests.deck.making import DECK
from tests.exchange.quiz_cards import NASTY_DECK


def written(*cards: Card) -> Written:
    return write_kahoot([replace(DECK, cards=cards)])


def rows(data: bytes) -> list[list[object]]:
    """What another program reads from row 8 on."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return [list(row) for row in sheet.iter_rows(min_row=8, values_only=True)]


def choice(prompt: str = "哪个？", options: tuple[str, ...] = ("甲", "乙")) -> Card:
    return Card("choice", prompt, options[-1], options=options)


def test_the_sheet_is_laid_out_like_kahoots_template() -> None:
    heading, *questions = rows(write_kahoot([DECK]).data)
    assert heading[1:] == [
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ]
    assert questions == [
        [1, "稻谷少于玉米。", "对", "错", None, None, 30, 2],
        [2, "首位产业是什么？", "装备制造", "文化旅游", "生物医药", "现代物流", 30, 1],
    ]


@pytest.mark.parametrize(
    ("card", "why"),
    [
        (Card("qa", "甲？", "乙"), "Kahoot asks only choices and true/false"),
        (Card("cloze", "甲____", ("乙",)), "Kahoot asks only choices and true/false"),
        (choice(options=("甲",)), "Kahoot asks only choices and true/false"),
        (choice(options=tuple("甲乙丙丁戊")), "Kahoot takes at most 4 answers"),
        (choice("问" * 121), "Kahoot takes at most 120 characters of a question"),
        (choice(options=("甲", "答" * 76)), "Kahoot takes at most 75 characters of an answer"),
    ],
)
def test_what_kahoot_has_no_room_for_is_left_out(card: Card, why: str) -> None:
    found = written(choice(), card)
    assert [(one.deck, one.card, one.why) for one in found.left_out] == [(0, 1, why)]
    assert len(rows(found.data)) == 2


@pytest.mark.parametrize(
    "card",
    [choice("问" * 120), choice(options=("甲", "答" * 75)), choice(options=tuple("甲乙丙丁"))],
)
def test_what_just_fits_is_in_it(card: Card) -> None:
    assert written(card).left_out == ()


def test_texts_are_texts_whatever_they_begin_with() -> None:
    texts = ("=1+1", "+1", "@甲", "http://a.b")
    _heading, question = rows(written(choice("=SUM(A1)", texts)).data)
    assert question[1:6] == ["=SUM(A1)", *texts]
    sheet = openpyxl.load_workbook(io.BytesIO(written(choice("=SUM(A1)", texts)).data)).active
    assert {cell.data_type for cell in sheet[9][1:6]} == {"s"}


def test_any_text_is_readable() -> None:
    found = write_kahoot([NASTY_DECK, NASTY_DECK])
    assert len(rows(found.data)) - 1 + len(found.left_out) == 2 * len(NASTY_DECK.cards)


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert write_kahoot([DECK]) == write_kahoot([DECK])
