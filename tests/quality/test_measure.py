from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from studykit.cards.model import Card
from studykit.deck.model import Deck
from tests.cards.making import CHOICE, CLOZE, FALSE, LIST, NUMERIC, QA, QUOTE
from tests.quality.measure import (
    Figure,
    Gold,
    Point,
    asks_figure,
    asks_point,
    floors_of,
    measure,
    read_gold,
    states,
)

RICE = Figure("30.1万吨", Decimal(301000), "全县稻谷产量", "2024", "fact")
GRAIN = Figure("达到42.6万吨", Decimal(426000), "粮食总产量", "2024", "fact")
MAIZE = Figure("8.2万吨", Decimal(82000), "玉米产量", "2024", "fact")
ROOT_OF_ALL = Point("根基是实体经济", "县域发展的根基是实体经济")
ARTICLE = f"{QUOTE}。县域发展的根基是实体经济。全县重点发展装备制造、文化旅游、现代物流。"


@pytest.mark.parametrize(
    ("answer", "figure"),
    [
        ("42.6万吨", GRAIN),
        ("约42.6万吨", GRAIN),
        ("426000吨", GRAIN),
        ("总产42.6万吨", GRAIN),
        ("3兆元", Figure("3万亿元", Decimal(3 * 10**12), "", "", "fact")),
        ("九项", Figure("9项", Decimal(9), "", "", "fact")),
        ("1,169人次", Figure("1169人次", Decimal(1169), "", "", "fact")),
        ("3200億元", Figure("3200亿元", Decimal(3200 * 10**8), "", "", "fact")),
        ("第二", Figure("世界第二", Decimal(2), "", "", "rank")),
    ],
)
def test_an_answer_states_a_figure_in_words_or_value(answer: str, figure: Figure) -> None:
    assert states(answer, figure)


@pytest.mark.parametrize(
    ("answer", "figure"),
    [
        ("142.6万吨", GRAIN),
        ("42.6吨", GRAIN),
        ("4.26万吨", GRAIN),
        ("18项", Figure("8项", Decimal(8), "", "", "fact")),
        ("实体经济", GRAIN),
        ("", GRAIN),
    ],
)
def test_another_value_does_not(answer: str, figure: Figure) -> None:
    assert not states(answer, figure)


def test_a_figure_is_asked_where_the_prompt_names_its_subject() -> None:
    assert asks_figure(NUMERIC, GRAIN)
    assert asks_figure(CHOICE, MAIZE)
    assert not asks_figure(replace(NUMERIC, prompt="2024年产量是多少？"), GRAIN)
    assert not asks_figure(FALSE, RICE)


@pytest.mark.parametrize(
    "card", [QA, replace(QA, answer="根基", derived="比较"), replace(FALSE, quotes=QA.quotes)]
)
def test_a_point_is_asked_where_its_passage_is_quoted_and_asked_about(card: Card) -> None:
    assert asks_point(card, ROOT_OF_ALL)


@pytest.mark.parametrize(
    "card", [NUMERIC, LIST, replace(QA, answer="命脉"), replace(QA, quotes=("发展的根",))]
)
def test_a_point_is_not_asked_elsewhere(card: Card) -> None:
    assert not asks_point(card, ROOT_OF_ALL)


def test_a_deck_is_measured_by_what_it_asks() -> None:
    gold = Gold((GRAIN, RICE, MAIZE, replace(RICE, value="40多年", kind="vague")), (ROOT_OF_ALL,))
    one_blank = replace(CLOZE, prompt="全县稻谷产量为____。", answer=("30.1万吨",))
    deck = Deck("d", "题", "zh-Hans", (NUMERIC, one_blank))
    result = measure(deck, ARTICLE, gold)
    assert (result.figures, result.questions, result.points) == (2 / 3, 1 / 3, 0)
    assert len(result.missed) == 3
    assert (result.flaws, result.soft) == ((), ())
    assert floors_of(result) == {"figures": 0.66, "questions": 0.33, "points": 0.0}


def test_soft_figures_and_flaws_are_told() -> None:
    vague = Figure("40多年", Decimal(40), "改革开放的时间", "", "vague")
    doubtful = replace(GRAIN, period="2024（起止同年）")
    asked = replace(NUMERIC, prompt="改革开放的时间有多久？", answer="40多年", quotes=("40多年",))
    result = measure(Deck("d", "题", "zh-Hans", (NUMERIC, asked)), ARTICLE, Gold((vague, doubtful)))
    assert len(result.soft) == 2
    assert {flaw.rule for _prompt, flaw in result.flaws} == {1, 21}


def test_a_fact_as_printed_is_not_what_a_headline_makes_of_it() -> None:
    fact = Figure("12%", Decimal(12), "游客升", "", "fact")
    vague = Figure("一成二", Decimal(12), "游客升", "", "vague")
    exact = replace(NUMERIC, prompt="游客升了多少？", answer="12%")
    loose = replace(NUMERIC, prompt="游客升了几成？", answer="一成二")
    gold = Gold((fact, vague))
    assert measure(Deck("d", "题", "zh-Hans", (exact,)), ARTICLE, gold).soft == ()
    assert len(measure(Deck("d", "题", "zh-Hans", (loose,)), ARTICLE, gold).soft) == 1


def test_gold_is_read_with_passages_named_by_their_ends(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text(
        "figures:\n"
        "- {value: 42.6万吨, normalized: 426000, subject: 粮食, period: null, kind: fact}\n"
        "key_points:\n- {point: 甲, from: 县域, to: 经济}\n- {point: 乙, quote: 装备 制造}\n",
        "utf-8",
    )
    gold = read_gold(path, ARTICLE)
    assert gold.figures == (Figure("42.6万吨", Decimal(426000), "粮食", "", "fact"),)
    assert [point.passage for point in gold.points] == ["县域发展的根基是实体经济", "装备制造"]
