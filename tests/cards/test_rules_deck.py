from dataclasses import replace

import pytest

from studykit.cards.model import Card
from studykit.cards.rules import deck_flaws, gives_away
from tests.cards.making import CLOZE, FALSE, GOOD, LIST, NUMERIC, QA, TRUE, options, quoting

TWICE = [
    (QA, QA),
    (NUMERIC, replace(NUMERIC, type="cloze", answer=("42.6万吨",))),
    (NUMERIC, replace(NUMERIC, prompt="2024年全县粮食总产量为多少？")),
    (NUMERIC, replace(NUMERIC, prompt="文中给出的2024年全县粮食总产量是多少？")),
    (QA, replace(QA, prompt="县域发展的根基是什么？", answer="做实体经济")),
    (TRUE, FALSE),
    (CLOZE, replace(CLOZE, prompt=CLOZE.prompt.replace("，", "；"))),
]
NOT_TWICE = [
    (NUMERIC, replace(NUMERIC, prompt="2023年，全县粮食总产量是多少？", answer="41.1万吨")),
    (NUMERIC, replace(NUMERIC, prompt="2024年，全县稻谷产量是多少？", answer="30.1万吨")),
    (QA, quoting("实体经济", prompt="会议强调要把什么做强？")),
    (TRUE, replace(FALSE, prompt="2024年，全县玉米产量为30.1万吨。")),
    (CLOZE, replace(CLOZE, prompt="稻谷为30.1万吨，玉米为____。", answer=("8.2万吨",))),
    (CLOZE, replace(CLOZE, prompt="稻谷为____，玉米为8.2万吨。", answer=("30.1万吨",))),
    (LIST, replace(LIST, prompt="全县淘汰了哪三个产业？", answer=("采煤", "炼焦", "造纸"))),
]


def found(*cards: Card, doubtful: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    return [(at, flaw.rule) for at, flaw in deck_flaws(cards, doubtful)]


def test_one_good_card_of_each_kind_makes_a_sound_deck() -> None:
    assert found(*(card for card in GOOD if card is not FALSE)) == []


@pytest.mark.parametrize(("one", "other"), TWICE)
def test_the_second_card_that_asks_the_same_is_at_fault(one: Card, other: Card) -> None:
    assert found(QA if one is not QA else LIST, one, other) == [(2, 20)]


@pytest.mark.parametrize(("one", "other"), NOT_TWICE)
def test_cards_that_only_look_alike_are_not_the_same(one: Card, other: Card) -> None:
    assert found(one, other) == []


def statements(*answers: bool) -> list[Card]:
    places = "甲乙丙丁戊己庚辛"
    return [
        replace(TRUE, prompt=f"{places[at]}县的稻谷最多。", answer=answer)
        for at, answer in enumerate(answers)
    ]


@pytest.mark.parametrize("true", [0, 1, 5, 6])
def test_statements_that_are_mostly_true_or_false_are_lopsided(true: int) -> None:
    cards = statements(*(at < true for at in range(6)))
    assert found(QA, *cards, NUMERIC) == [(6, 19)]


@pytest.mark.parametrize("true", [2, 3, 4])
def test_statements_about_half_true_are_balanced(true: int) -> None:
    assert found(*statements(*(at < true for at in range(6)))) == []


def test_few_statements_are_never_lopsided() -> None:
    assert found(*statements(True, True, True, True, True)) == []


def choices(*places: int) -> list[Card]:
    texts = ("装备制造", "文化旅游", "生物医药", "现代物流")
    towns = [f"{a}{b}" for a in "东西南北" for b in "山河湖海"]
    return [
        options(*texts, key=texts[place], prompt=f"{town}镇选了哪个产业？")
        for town, place in zip(towns, places, strict=False)
    ]


def test_a_key_that_is_mostly_in_one_place_is_told_once() -> None:
    assert found(*choices(0, 1, 1, 2, 1, 1, 3, 1, 1, 0, 2, 3)) == [(8, 18)]


@pytest.mark.parametrize("places", [(0, 1, 2, 3) * 3, (1,) * 11])
def test_a_balanced_or_small_set_of_choices_is_fine(places: tuple[int, ...]) -> None:
    assert found(*choices(*places)) == []


def test_a_period_that_the_source_contradicts_stays_out_of_the_prompt() -> None:
    quote = "2025年底，会议确定九项任务"
    sure = quoting("九项任务", prompt="2025年底的会议确定了什么？", quotes=(quote,))
    careful = replace(sure, prompt="文中的会议确定了什么？")
    elsewhere = replace(sure, prompt="2025年底还要看什么？", quotes=("确定九项任务",))
    assert found(sure, careful, elsewhere, doubtful=("2024年底", "2025年底")) == [(0, 22), (2, 22)]
    assert found(sure, careful, elsewhere, doubtful=("2024年", "2025年")) == [(0, 22)]


def test_a_prompt_that_names_the_answer_of_another_gives_it_away() -> None:
    telling = replace(CLOZE, prompt="总产量42.6万吨中，稻谷为____。", answer=("30.1万吨",))
    assert gives_away(telling, NUMERIC)
    assert not gives_away(NUMERIC, telling)
    assert not gives_away(telling, TRUE)
