# ruff: noqa: E501 - one case a line
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.cards.model import CARD_TYPES, Card
from studykit.cards.rules import card_flaws
from tests.cards.making import (
    CHOICE,
    CLOZE,
    FALSE,
    GOOD,
    LIST,
    NUMERIC,
    QA,
    TRUE,
    options,
    quoting,
)

SAME_YEAR = "人数由2025年的12万人增至2025年的18万人"
BLANK_CASE = replace(CLOZE, prompt="玉米产量为____吨。", answer=("8.2万",))

# What is wrong, by rule; every row breaks that one rule and no other.
FLAWED = [
    (1, replace(QA, quotes=(), derived="归纳")),
    (1, quoting("实体经济", quotes=("县域发展的根基是实体经济" + "，" + "好" * 150,))),
    (2, quoting("数字经济", quotes=("县域发展的根基是实体经济",))),
    (2, replace(LIST, answer=("装备制造", "文旅"))),
    (3, quoting("实体经济", prompt="文章认为，实体经济是什么的根基？")),
    (3, options("县域实体经济", "新兴数字经济", "沿海外向经济", "老区特色经济", prompt="县域实体的经济怎么叫？")),
    (4, quoting("实体经济", prompt="其根基是什么？")),
    (4, quoting("实体经济", prompt="目前，县域发展的根基是什么？")),
    (4, quoting("实体經濟", prompt="這些地方的發展以什麼為根基？")),
    (5, options("甲种做法", "乙种做法", "丙种做法", "丁种做法", prompt="下列说法正确的是哪一项？")),
    (5, options("甲种做法", "乙种做法", "丙种做法", "丁种做法", prompt="县里选的做法。")),
    (6, quoting("实体经济", prompt="县域发展的根基是什么？命脉是什么？")),
    (6, quoting("甲一、乙二、丙三、丁四、戊五、己六、庚七、辛八")),
    (6, replace(LIST, answer=("装备制造",))),
    (7, BLANK_CASE),
    (7, replace(BLANK_CASE, prompt="玉米产量为8.____万吨。", answer=("2",))),
    (7, replace(CLOZE, prompt="全县稻谷产量为____，玉米产量为多少。")),
    (7, replace(CLOZE, prompt="增速为____%。", answer=("8.2",))),
    (9, replace(CLOZE, answer=("8.2万吨", "8.2万吨"))),
    (10, replace(QA, prompt="县域发展的根基是___。")),
    (11, options("甲种", "乙种", "丙种")),
    (11, options("甲种", "乙种", "丙种", "乙 种")),
    (11, options("甲种", "乙种", "丙种", "丁种", key="戊种")),
    (11, options("1.2亿元", "12.0亿元", "12亿元", "20亿元")),
    (12, options("12%", "13%", "14万", "15%")),
    (12, options("3%左右", "4%左右", "5%左右", "6%")),
    (12, options("3.25%", "4.1%", "6.2%", "7.5%")),
    (12, options("装备制造", "12亿元", "文化旅游", "现代物流")),
    (13, options("2%", "2.6%", "5.1%", "7.3%")),
    (13, options("10—20亿元", "15—25亿元", "30—40亿元", "50—60亿元")),
    (15, options("装备制造和新型储能产业", "文化旅游", "生物医药", "现代物流")),
    (15, options("酒", "装备制造", "生物医药", "现代物流")),
    (16, options("装备制造", "文化旅游", "生物医药", "以上都是")),
    (16, options("装备制造", "任何产业", "生物医药", "现代物流")),
    (17, options("装备制造", "文化旅游", "生物医药", "现代物流", prompt="县里的重点产业不包括哪一项？")),
    (18, options("12%", "15%", "13%", "14%")),
    (19, replace(FALSE, explanation="")),
    (19, replace(TRUE, prompt="2024年，全县稻谷产量为31.5万吨。")),
    (19, replace(FALSE, prompt="2024年，全县稻谷产量为8.3万吨，玉米为30.2万吨。")),
    (19, replace(TRUE, prompt="2024年，全县稻谷产量为30.1万吨吗？")),
    (21, quoting("第十一次")),
    (21, quoting("二十届")),
    (21, quoting("40多年")),
    (21, quoting("數十家")),
    (22, quoting("18万人", prompt="2025年，人数增至多少？", quotes=(SAME_YEAR,))),
    (22, replace(TRUE, prompt="2025年，人数增至18万人。", quotes=(SAME_YEAR,))),
    (23, quoting("实体经济", prompt="G党P的根基是什么？")),
    (23, quoting("实体\ufffd经济")),
    (25, quoting("“实体经济")),
    (25, quoting("实体经济，")),
    (25, quoting("实体经济", prompt="县域发展的根基\n是什么？")),
    (25, quoting("实体经济", prompt="，县域发展的根基是什么？")),
    (25, quoting("实体经济", explanation="根基（与命脉分开记。")),
    (26, quoting("实体经济", prompt="县" * 121)),
    (26, quoting("实" * 61)),
    (27, replace(QA, explanation="县域发展的根基是实体经济。")),
]  # fmt: skip

# Nothing is wrong here, however much it looks like the rows above.
SOUND = [
    *GOOD,
    quoting("实体经济", quotes=("县域发展的根基是实体经济", "实体经济" + "好" * 140)),
    quoting("约2倍", quotes=("从10家增至20家",), derived="20÷10"),
    quoting("3", prompt="3个县里，有几个是山区县？", quotes=("3个县都是山区县",)),
    quoting("实体经济", prompt="其他县域发展的根基是什么？"),
    quoting("实体经济", prompt="目标县的发展以什么为根基？"),
    quoting("实体经济", prompt="文章怎样回答“谁来种地？怎么种？”？"),
    quoting("甲一、乙二、丙三、丁四、戊五、己六、庚七"),
    quoting("以人为本", prompt="县域发展要坚持什么？"),
    replace(LIST, answer=tuple("甲乙丙丁戊己庚"), quotes=("甲、乙、丙、丁、戊、己、庚",)),
    replace(CLOZE, prompt="玉米产量为____。", answer=("8.2万吨",)),
    replace(CLOZE, prompt="指数由____升至____。", answer=("98.2", "101.5"), quotes=("由98.2升至101.5",)),
    replace(CLOZE, prompt="要突破“____”“____”。", answer=("品质关", "市场关"), quotes=("突破“品质关”“市场关”",)),
    replace(CLOZE, prompt="约____成为主力。", answer=("三成",), quotes=("约三成成为主力",)),
    replace(CLOZE, prompt="把____作为首位产业。", answer=("“专精特新”企业",), quotes=("“专精特新”企业",)),
    options("10%", "12%", "15%", "18%"),
    options("18%", "15%", "12%", "10%"),
    options("2022年", "2023年", "2024年", "2025年"),
    options("第一", "第二", "第三", "第四"),
    options("3%左右", "4%左右", "5%左右", "6%左右"),
    options("10—20亿元", "20—30亿元", "30—40亿元", "50—60亿元"),
    options("约2倍", "约5倍", "约10.5倍", "约20倍", key="约10.5倍", derived="1169÷111"),
    options("一带一路", "长江经济带", "雄安新区", "粤港澳大湾区"),
    options("所有制改革", "财税改革", "国企改革", "土地改革"),
    options("农副食品加工业", "纺织业", "计算机、通信和其他电子设备制造业", "采矿业"),
    options("装备制造", "文化旅游", "生物医药", "现代物流", prompt="下列各项中，产值最高的是哪一项？"),
    options("装备制造", "文化旅游", "生物医药", "现代物流", prompt="县里的首位产业是____。"),
    options("甲种", "乙种", "丙种", "丁种", prompt="县里的产业不包括哪一种？", tags=("negative",)),
    quoting("不能简单退出", prompt="会议要求，对传统产业不能怎样做？"),
    replace(FALSE, prompt="2024年，全县稻谷产量低于玉米产量。"),
    replace(TRUE, prompt="2025年11月，J1407b所在县的稻谷产量为30.1万吨。"),
    replace(TRUE, prompt="稻谷产量是玉米的3倍多。", derived="30.1÷8.2"),
    replace(FALSE, prompt="2024年，稻谷为8.2万吨，玉米为8.2万吨。"),
    quoting("第二", prompt="粮食产量居全省第几？"),
    quoting("第一生产力"),
    quoting("九项"),
    quoting("多年生植物"),
    quoting("18万人", prompt="人数从12万人增至多少？", quotes=(SAME_YEAR,)),
    quoting("18万人", prompt="2025年，人数增至多少？", quotes=("人数由2024年的12万人增至2025年的18万人",)),
    quoting("工业互联网", prompt="5G基站服务于什么？"),
    quoting("APEC", prompt="哪个组织开会？"),
    quoting("“压舱石”"),
    quoting("深圳—香港—广州"),
    quoting("实体经济（制造业）"),
    quoting("实体经济", prompt="（按文中顺序）县域发展的根基是什么？"),
    quoting("实体经济", explanation="根基（与命脉分开记）是“实体经济”。"),
    quoting("实体经济", prompt="县" * 119 + "？"),
    quoting("实" * 60),
    replace(NUMERIC, accept=("42.6 万吨",)),
    replace(NUMERIC, explanation="三种粮食里稻谷约占七成。"),
    replace(CHOICE, options=("8.2万吨", "20.5万吨", "30.1万吨", "42.6万吨")),
    replace(QA, tags=("figure",)),
    replace(QA, answer="县域发展的根基", prompt="文章把实体经济看作什么？", quotes=(QA.quotes[0],)),
]  # fmt: skip


def test_there_are_as_many_sound_cards_as_flawed_ones() -> None:
    assert len(SOUND) >= len(FLAWED)


@pytest.mark.parametrize(("rule", "card"), FLAWED)
def test_a_flaw_is_found_and_no_other(rule: int, card: Card) -> None:
    assert {flaw.rule for flaw in card_flaws(card)} == {rule}


@pytest.mark.parametrize("card", SOUND)
def test_a_sound_card_has_no_flaw(card: Card) -> None:
    assert card_flaws(card) == []


texts = st.text(alphabet="科技创新3.%年“”，、？_约 G", max_size=12)


@given(
    st.builds(
        Card,
        type=st.sampled_from(CARD_TYPES),
        prompt=texts,
        answer=st.lists(texts, min_size=1, max_size=3).map(tuple),
        quotes=st.lists(texts, max_size=2).map(tuple),
        options=st.lists(texts, max_size=5).map(tuple),
        explanation=texts,
    )
)
def test_any_card_can_be_judged(card: Card) -> None:
    if card.type == "truefalse":
        card = replace(card, answer=True)
    elif card.type not in ("cloze", "list"):
        card = replace(card, answer=card.answers[0])
    flaws = card_flaws(card)
    assert flaws == sorted(flaws)
    assert all(1 <= flaw.rule <= 28 and flaw.message for flaw in flaws)
