"""Cards for statements read whole: each prompt can be understood without the article."""

import pytest

from tests.cards.written import prompts

# A clause without a subject is asked with the clause before it, or not at all.
WITH_WHAT_COMES_BEFORE = [
    ("雨水一多，堤坝便会变软、渗水。", ["雨水一多，堤坝便会什么？"]),
    ("农技员推行轮作，虫害才能降到最低水平。", ["农技员推行轮作，虫害才能降到____。"]),
    ("珊瑚失去颜色，生物学上称为“白化”。", ["珊瑚失去颜色，生物学上称为什么？"]),
    (
        "近年客流持续增长，多数年份高于邻县水平。",
        ["近年客流持续增长，多数年份高于什么？"],
    ),
    ("为秋粮丰收提供有力保障。", []),
    ("指的是把荒坡改成茶园、果园、林场。", []),
]
ALONE = [
    ("雨水一多，堤坝出现裂缝、塌方等险情。", ["堤坝出现____、____等险情。"]),
    ("农技员推行轮作，虫害已经降到最低水平。", ["农技员推行轮作，虫害已经降到____。"]),
    ("珊瑚失去颜色，这种病害称为“白化”。", []),
    ("近年客流持续增长，县城客流高于邻县水平。", ["县城客流高于什么？"]),
    ("水渠为秋粮丰收提供有力保障。", ["水渠为秋粮丰收提供什么？"]),
    ("改造荒坡，建成茶园、果园、林场。", ["改造荒坡，建成什么？（答出三项）"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*WITH_WHAT_COMES_BEFORE, *ALONE])
def test_a_prompt_names_what_it_is_about(text: str, wanted: list[str]) -> None:
    assert prompts(text)[: len(wanted) or None] == wanted


# Words that only lead over to a clause are no part of a question.
LED_OVER = [
    ("主要是因为路网、电网、水网等设施尚未完善。", "哪三个设施尚未完善？"),
    ("例如山区、林区、牧区等地区缺少医生。", "哪三个地区缺少医生？"),
]
NOT_LED_OVER = [
    ("路网、电网、水网等设施尚未完善。", "哪三个设施尚未完善？"),
    ("山区、林区、牧区等地区缺少医生。", "哪三个地区缺少医生？"),
]


@pytest.mark.parametrize(("text", "prompt"), [*LED_OVER, *NOT_LED_OVER])
def test_a_question_begins_with_its_subject(text: str, prompt: str) -> None:
    assert prompts(text, "list") == [prompt]


# A prompt takes in the clause behind a comma, not what a colon or semicolon sets apart.
SET_APART = [
    ("办好夜校，关键是选对讲课的老师：会教的要多请。", "办好夜校，关键是什么？"),
    ("村里修渠；二是为果农提供优质种苗。", "村里为果农提供什么？"),
    ("发展林下养蜂；建设村史陈列馆，留住乡愁。", "按文章的要求，要建设____，留住乡愁。"),
    ("增收是前提；减负则是安居乐业的保障。", "增收是前提；什么则是安居乐业的保障？"),
]
JOINED = [
    ("办好夜校，关键是选对讲课的老师，会教的要多请。", "办好夜校，关键是什么，会教的要多请？"),
    ("村里修渠，为果农提供优质种苗。", "村里为果农提供什么？"),
    ("发展林下养蜂，建设村史陈列馆，留住乡愁。", "发展林下养蜂，建设____，留住乡愁。"),
    ("增收是前提，减负则是安居乐业的保障。", "增收是前提，什么则是安居乐业的保障？"),
]


@pytest.mark.parametrize(("text", "prompt"), [*SET_APART, *JOINED])
def test_a_prompt_ends_where_its_thought_does(text: str, prompt: str) -> None:
    assert prompts(text)[:1] == [prompt]


# A verb alone does not tell what is wanted: the sentence around it does, or no card is made.
TOLD_BY_ITS_SENTENCE = [
    (
        "整治河道，破除各种形式的捕鱼乱象，放归鱼苗十万尾。",
        ["整治河道，破除什么，放归鱼苗十万尾？"],
    ),
    (
        "修缮校舍，提供宣传引导、心理疏导、法律援助。",
        ["修缮校舍，提供什么？（答出三项）", "文章提出要提供宣传引导、____、____。"],
    ),
    ("破除各种形式的捕鱼乱象。", []),
    ("建设村史陈列馆。", []),
    ("深化邮路改革，加强校舍管理。", []),
    ("抓住春耕、夏种。", []),
]
TOLD_BY_ITSELF = [
    (
        "防止在校门口出现各种形式的占道经营。",
        ["文章提出要防止在校门口出现____。", "文章提出要防止在校门口出现什么？"],
    ),
    ("推动村道硬化、亮化、绿化。", ["文章主张推动村道哪三“化”？"]),
    ("巡查有助于破除各种形式的捕鱼乱象。", ["巡查有助于破除什么？"]),
    ("全面清理河道，建设村史陈列馆。", ["全面清理河道，建设____。"]),
    (
        "大力推进邮路改革，着力加强校舍管理。",
        [
            "大力推进邮路改革，着力加强____。",
            "文章主张大力推进____，着力加强校舍管理。",
        ],
    ),
    ("镇里抓住春耕、夏种等农时。", ["镇里抓住哪两个农时？", "镇里抓住____、____等农时。"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*TOLD_BY_ITS_SENTENCE, *TOLD_BY_ITSELF])
def test_a_prompt_tells_what_is_wanted(text: str, wanted: list[str]) -> None:
    assert sorted(prompts(text)) == sorted(wanted)


# The noun behind a list stays in a cloze: it tells what the blanks are.
NAMED_LISTS = [
    ("县里生产瓷器、丝绸、漆器等工艺品。", "县里生产瓷器、____、____等工艺品。"),
    ("湖区具有湿地、芦荡等景观。", "湖区具有____、____等景观。"),
    ("加快培育护林员、养蜂人等手艺人刻不容缓。", "加快培育____、____等手艺人刻不容缓。"),
]
UNNAMED_LISTS = [
    ("县里生产瓷器、丝绸、漆器。", "县里生产瓷器、____、____。"),
    ("镇里抓住春耕、夏种。", ""),
    ("护林员、养蜂人至关重要。", ""),
]


@pytest.mark.parametrize(("text", "prompt"), [*NAMED_LISTS, *UNNAMED_LISTS])
def test_blanks_of_a_list_keep_its_noun(text: str, prompt: str) -> None:
    assert prompts(text, "cloze") == ([prompt] if prompt else [])


# What is called for is said to be so; what is judged is not.
CALLED_FOR = [
    (
        "需要疏通河道，提供宣传引导、心理疏导、法律援助。",
        "文章提出要疏通河道，提供什么？（答出三项）",
    ),
    ("加快培育护林员、养蜂人等手艺人。", "文章提出要加快培育哪两个手艺人？"),
]
JUDGED = [
    ("疏通河道，提供宣传引导、心理疏导、法律援助。", "疏通河道，提供什么？（答出三项）"),
    ("加快培育护林员、养蜂人等手艺人刻不容缓。", "加快培育哪两个手艺人刻不容缓？"),
]


@pytest.mark.parametrize(("text", "prompt"), [*CALLED_FOR, *JUDGED])
def test_a_demand_is_told_as_one(text: str, prompt: str) -> None:
    assert prompt in prompts(text)
