import pytest

from studykit.article.span import Span
from studykit.cards.model import Card, CardType
from studykit.deck.decode import parse_deck
from studykit.deck.ids import mint_id
from studykit.deck.model import Deck, Source, Warning

HEAD = "format: studykit-deck/1\ntitle: 甲\ncards:\n"


def deck_of(text: str) -> Deck:
    file = parse_deck(text, "d.yaml")
    assert file.problems == ()
    assert file.deck
    return file.deck


def card_of(lines: str) -> Card:
    return deck_of(f"{HEAD}- prompt: 问\n{lines}").cards[0]


def test_a_hand_written_deck_needs_only_prompts_and_answers() -> None:
    deck = deck_of(f"{HEAD}- prompt: 根基是什么？\n  answer: 实体经济\n")
    assert (deck.title, deck.language, deck.source) == ("甲", "zh-Hans", None)
    assert deck.cards[0].id == mint_id("", "qa", "根基是什么？")
    assert deck.cards[0].answer == "实体经济"


@pytest.mark.parametrize(
    ("lines", "type_", "answer"),
    [
        ("  answer: 实体经济", "qa", "实体经济"),
        ("  answer: 2.54%", "numeric", "2.54%"),
        ("  answer: 约3万亿元", "numeric", "约3万亿元"),
        ("  answer: 12:30", "qa", "12:30"),
        ("  answer: no", "qa", "no"),
        ("  answer: 010", "numeric", "010"),
        ("  answer: 2025-12-19", "qa", "2025-12-19"),
        ("  answer: true", "truefalse", True),
        ("  answer: False", "truefalse", False),
        ('  answer: "true"', "qa", "true"),
        ("  answer: [甲, 乙]", "list", ("甲", "乙")),
        ("  answer: 甲\n  options: [甲, 乙]", "choice", "甲"),
        ("  type: truefalse\n  answer: 错", "truefalse", False),
        ("  type: truefalse\n  answer: yes", "truefalse", True),
        ("  type: list\n  answer: 甲", "list", ("甲",)),
        ("  type: qa\n  answer: 2.54%", "qa", "2.54%"),
        ("  answer: |\n    甲\n    乙", "qa", "甲\n乙"),
    ],
)
def test_the_type_comes_from_the_answer_and_scalars_stay_strings(
    lines: str, type_: CardType, answer: object
) -> None:
    card = card_of(lines)
    assert (card.type, card.answer) == (type_, answer)


def test_a_blank_in_the_prompt_makes_a_cloze() -> None:
    card = deck_of(f"{HEAD}- prompt: 根基是____。\n  answer: 实体经济\n").cards[0]
    assert (card.type, card.answer) == ("cloze", ("实体经济",))


def test_everything_the_format_knows_is_read() -> None:
    deck = deck_of("""\
# 手写的注释
format: studykit-deck/1
id: d1
title: '甲: 乙'
language: zh-Hant
source: {path: a/b.txt, sha256: ff, author: 丙, published: 2025-12-19, publisher: 丁, mine: 1}
warnings:
- {kind: conflict, line: 19, message: 两处不一}
made: >-
  header-00000000 x1-11111111
  x2-22222222
mine: kept by the file
cards:
- id: x1
  type: choice
  fact: 010
  section: 一
  prompt: 问
  answer: 甲
  options: [甲, 乙]
  ordered: no
  derived: 比较
  accept: 甲方
  explanation: 因为
  quote: [甲是甲, 乙是乙]
  span: [[1, 4], [5, 8]]
  tags: [t]
  gone: true
  mine: kept too
""")
    assert deck.source == Source("a/b.txt", "ff", "丙", "2025-12-19", "丁")
    assert deck.warnings == (Warning("conflict", 19, "两处不一"),)
    assert deck.made == ("header-00000000", "x1-11111111", "x2-22222222")
    assert deck.cards == (
        Card(
            type="choice",
            prompt="问",
            answer="甲",
            quotes=("甲是甲", "乙是乙"),
            spans=(Span(1, 4), Span(5, 8)),
            section="一",
            fact="010",
            options=("甲", "乙"),
            derived="比较",
            accept=("甲方",),
            explanation="因为",
            tags=("t",),
            id="x1",
            gone=True,
        ),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("just words", 1),
        ("- a\n- b", 1),
        ("title: 甲\ncards: []", 1),
        ("title: 甲\nformat: studykit-deck/9\ncards: []", 2),
        ("format: studykit-deck/1\ntitle: [", 3),
        ("format: studykit-deck/1\ntitle: 甲\n\tcards: []", 3),
        ("format: studykit-deck/1\n---\nformat: studykit-deck/1", 2),
        ("format: studykit-deck/1\ntitle: 甲\x1b[31m", 2),
        ("[" * 5000, 1),
    ],
)
def test_what_is_no_deck_is_one_problem_with_its_line(text: str, line: int) -> None:
    file = parse_deck(text, "d.yaml")
    assert file.deck is None
    assert [(problem.path, problem.line) for problem in file.problems] == [("d.yaml", line)]


@pytest.mark.parametrize(
    "lines",
    [
        "- answer: 甲",
        "- prompt: 问",
        "- prompt: ' '\n  answer: 甲",
        "- prompt: 问\n  answer: ''",
        "- prompt: 问\n  answer: {a: 1}",
        "- prompt: 问\n  answer: [[甲]]",
        "- prompt: [问]\n  answer: 甲",
        "- prompt: 问\n  answer: 甲\n  type: quiz",
        "- prompt: 问\n  answer: [甲]\n  type: qa",
        "- prompt: 问\n  answer: 也许\n  type: truefalse",
        "- prompt: ____和____\n  answer: [甲]",
        "- prompt: 问\n  answer: 甲\n  options: [乙, 丙]",
        "- prompt: 问\n  answer: 甲\n  options: [甲, 乙, 乙]",
        "- prompt: 问\n  answer: 甲\n  type: choice",
        f"- prompt: 问\n  answer: 甲\n  options: [甲{''.join(f', 乙{n}' for n in range(26))}]",
        "- prompt: 问\n  answer: 甲\n  ordered: maybe",
        "- prompt: 问\n  answer: 甲\n  quote: 甲\n  span: [1]",
        "- prompt: 问\n  answer: 甲\n  quote: 甲\n  span: 1",
        "- prompt: 问\n  answer: 甲\n  quote: 甲\n  span: [a, 2]",
        "- prompt: 问\n  answer: 甲\n  quote: 甲\n  span: [[1, 2], [3, 4]]",
        "- prompt: 问\n  prompt: 再问\n  answer: 甲",
        "- just words",
    ],
)
def test_a_card_that_cannot_be_read_is_told_and_the_others_are_read(lines: str) -> None:
    good = "- prompt: 好问题\n  answer: 好答案\n"
    file = parse_deck(f"{HEAD}{good}{lines}\n{good.replace('好', '妙')}", "d.yaml")
    assert file.deck
    assert [card.answer for card in file.deck.cards] == ["好答案", "妙答案"]
    last = 6 + lines.count("\n")
    assert file.lines == (4, last + 1)
    assert len(file.problems) == 1
    assert 6 <= file.problems[0].line <= last


def test_all_problems_are_told_at_once_in_order_of_lines() -> None:
    file = parse_deck(
        "format: studykit-deck/1\nwarnings: none\ntitle: [甲]\ncards:\n"
        "- {id: a, prompt: 问, answer: 甲}\n- {id: a, prompt: 问, answer: 乙}\n- {prompt: 问}\n",
        "d.yaml",
    )
    assert [problem.line for problem in file.problems] == [2, 3, 6, 7]
    assert "5" in file.problems[2].message


def test_a_deck_without_title_or_cards_is_told() -> None:
    file = parse_deck("format: studykit-deck/1\n", "d.yaml")
    assert len(file.problems) == 2
    assert file.deck
    assert file.deck.cards == ()


def test_a_byte_order_mark_is_no_text() -> None:
    assert deck_of("\ufeff" + HEAD).title == "甲"


def test_an_alias_is_read_as_what_it_stands_for() -> None:
    deck = deck_of(f"{HEAD}- &a\n  prompt: 问\n  answer: &b 甲\n- prompt: 再问\n  answer: *b\n")
    assert [card.answer for card in deck.cards] == ["甲", "甲"]
