from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import Card
from studykit.errors import ReadError
from studykit.exchange.quizlet import read_terms

TERMS = [Card("qa", "茶", "一种饮料"), Card("qa", '"米"', "粮食, 主食")]


@pytest.mark.parametrize(
    ("text", "separators"),
    [
        ('茶\t一种饮料\n"米"\t粮食, 主食\n', ()),
        ('\ufeff茶\t一种饮料\r\n\r\n"米"\t粮食, 主食', ()),
        ('茶 - 一种饮料;"米" - 粮食, 主食;', (" - ", ";")),
        ('茶：一种饮料\n\n"米"：粮食, 主食', ("：", "\n\n")),
        ('茶\t一种饮料|||"米"\t粮食, 主食', ("\t", "|||")),
    ],
)
def test_terms_and_definitions(text: str, separators: tuple[str, ...]) -> None:
    (file,) = read_terms(text.encode(), "单词.txt", *separators)
    assert file.problems == ()
    assert file.deck is not None
    assert file.deck.title == "单词"
    assert [replace(card, id="") for card in file.deck.cards] == TERMS


def test_a_definition_may_have_lines_of_its_own() -> None:
    (file,) = read_terms("茶\t饮料\n很好喝;\n米\t粮食".encode(), "x.txt", "\t", ";")
    assert file.deck is not None
    assert file.deck.cards[0].answer == "饮料\n很好喝"
    assert file.lines == (1, 3)


@pytest.mark.parametrize(
    ("text", "separators", "told"),
    [
        ("茶\t饮料\n米\n", (), ["x.txt:2: nothing parts the term from its definition: 米"]),
        ("茶\t\n", (), ["x.txt:1: the card has no answer"]),
        ("\n\t饮料\n", (), ["x.txt:2: the card has no prompt"]),
        ("茶-饮料;\n\n米;", ("-", ";"), [
            "x.txt:3: nothing parts the term from its definition: 米"
        ]),
    ],
)  # fmt: skip
def test_what_makes_no_card_is_told_by_line(
    text: str, separators: tuple[str, ...], told: list[str]
) -> None:
    (file,) = read_terms(text.encode(), "x.txt", *separators)
    assert [str(problem) for problem in file.problems] == told


@given(st.binary(max_size=80) | st.text("甲\t\n;- ", max_size=30).map(str.encode))
def test_no_bytes_are_a_traceback(data: bytes) -> None:
    try:
        (file,) = read_terms(data, "x.txt")
    except ReadError:
        return
    assert file.deck is not None
