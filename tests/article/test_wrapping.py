"""Lines joined to blocks, and lines left alone. `⏎` stands for a line break."""

import pytest

from studykit.article.lines import read_lines
from studykit.article.wrapping import Layout, join


def blocks(source: str) -> list[str]:
    return [block.text for block in join(source, [(line, False) for line in read_lines(source)])]


LONG = "去年全市以科技创新引领产业升级，科技创新投入继续增加，新增企业三百家，"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG + "总额达到635.4", "万元，居全省首位。"),  # in an amount
        (LONG + "总额达到63", "5.4万元，居全省首位。"),  # in a number
        (LONG + "同时，科技创", "新能力明显增强。"),  # in a word
        ("国际经验表明，随着工业化进入后期，科技创", "新取代土地成为关键，科技创新由此兴起。"),
        (LONG + "并且", "带动就业。"),
        ("全年增加值比上年增长", "5.4%，高于全国。"),
        ("改革的目标是“稳中", "求进”。"),
        ("（", "三）改革继续深化。"),
        (LONG + "增长三成", "，居全省首位。"),
        (LONG + "被称为“压舱石”", "。下一步将继续。"),
        (LONG + "出口三百亿元，增长一成；", "进口二百亿元，增长两成。"),
    ],
)
def test_joined(before: str, after: str) -> None:
    assert blocks(f"{before}\n{after}\n") == [before + after]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("科技创新是高质量发展的动力", "当前，科技创新的重要性日益凸显，竞争激烈。"),
        ("一、全年工作回顾", "全年工作取得成效，经济平稳运行。"),
        ("（一）生态优先，绿色发展", "绿色发展成效明显，空气质量改善。"),
        ("生态优先，绿色发展", "空气质量明显改善，优良天数增加。"),
        ("2026年重点工作", "2026年是开局之年，任务很重。"),
        ("第一段到此结束。", "第二段从此开始。"),
        (LONG + "居全省首位。", "下一段。"),
        ("重点抓好以下工作：", "推进改革，扩大开放。"),
        ("第一项任务", "（二）第二项任务"),
        ("# 标题", "正文第一句。"),
        ("**加粗的小标题**", "正文第一句。"),
        ("- 支出三千億元，按年升百分之五", "開支包括："),
        ("他说得好：“干就完了。”", "会议随后结束。"),
    ],
)
def test_left_alone(before: str, after: str) -> None:
    assert len(blocks(f"{before}\n{after}\n")) == 2


def test_a_blank_line_ends_a_paragraph_but_not_a_number() -> None:
    assert len(blocks(f"{LONG}带动就业增长\n\n全市经济平稳运行。")) == 2
    assert len(blocks(f"{LONG}总额达到635.4\n\n万元，居首位。")) == 1


def test_an_item_broken_off_in_a_list_is_whole() -> None:
    source = "- 推出創科創投基金，與風險投資基金共同投資\n初創企業\n- 發行第二批債券\n"
    assert blocks(source) == ["推出創科創投基金，與風險投資基金共同投資初創企業", "發行第二批債券"]


def test_a_label_between_items_is_no_part_of_an_item() -> None:
    source = (
        "- 推出創科創投基金，與風險投資基金共同投資\n教育：（開支七百億元）\n- 發行第二批債券\n"
    )
    assert len(blocks(source)) == 3


def wrapped(text: str, width: int, indent: str = "") -> str:
    text = indent + text
    return "\n".join(text[k : k + width] for k in range(0, len(text), width))


PARAGRAPHS = (
    "全市坚持稳中求进，经济运行总体平稳，地区生产总值增长5.6%。其中，第一产业增加值增长3.9%，"
    "第二产业增加值增长6.3%，第三产业增加值增长5.3%，产业结构继续优化。",
    "城乡居民收入稳步提高，居民人均可支配收入45218元，增长5.3%，城乡居民人均收入比值为1.96，"
    "比上年缩小0.03。新增就业6.2万人，参加基本医疗保险人数462.7万人，参保率稳定在97%以上。",
    "生态环境质量持续改善，空气质量优良天数比率为88.5%，细颗粒物年平均浓度为32微克，"
    "单位地区生产总值能耗下降3.3%，城市生活污水集中收集率达到76%。",
)


@pytest.mark.parametrize("width", [20, 28, 36, 40])
@pytest.mark.parametrize(("indent", "between"), [("　　", "\n"), ("", "\n\n"), ("　　", "\n\n")])
def test_a_file_wrapped_throughout(width: int, indent: str, between: str) -> None:
    source = between.join(wrapped(text, width, indent) for text in PARAGRAPHS)
    assert blocks(source) == list(PARAGRAPHS)


def test_a_file_wrapped_throughout_and_double_spaced() -> None:
    source = "\n".join(wrapped(text, 30) for text in PARAGRAPHS).replace("\n", "\n\n")
    assert "".join(blocks(source)) == "".join(PARAGRAPHS)


def test_headings_in_a_wrapped_file_stand_alone() -> None:
    first, second = (wrapped(text, 30, "　　") for text in PARAGRAPHS[:2])
    assert blocks(f"经济运行\n{first}\n人民生活\n{second}") == [
        "经济运行",
        PARAGRAPHS[0],
        "人民生活",
        PARAGRAPHS[1],
    ]


def test_latin_words_keep_a_blank_and_han_characters_get_none() -> None:
    source = f"{LONG}与 World Economic\nForum 合作，"
    assert blocks(source)[0].endswith("World Economic Forum 合作，")
    assert blocks(f"{LONG}科技创\n新。")[0].endswith("科技创新。")


TRANSCRIPT = "\n".join(
    f"这是第{word}颗奇怪的行星\n它距离地球大约有四百多光年"
    for word in ("一", "二", "三", "四", "五", "六", "七", "八")
)


def test_a_transcript_is_recognised_and_its_lines_left_alone() -> None:
    assert Layout(list(read_lines(TRANSCRIPT))).transcript
    assert len(blocks(TRANSCRIPT)) == 16


def test_prose_is_no_transcript() -> None:
    assert not Layout(list(read_lines("\n".join(PARAGRAPHS * 6)))).transcript
