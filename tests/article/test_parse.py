"""Articles in small: what becomes a title, a heading, a lead, an item, a sentence."""

import pytest

from studykit.article.model import Article, Metadata
from studykit.article.parse import parse_article

BODY = "全市坚持稳中求进，经济运行总体平稳，各项事业都取得了新的进展。"
MORE = "与此同时，居民收入继续增加，生态环境不断改善，社会大局保持稳定。"


def outline(article: Article) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in article.sections if section.heading]


def texts(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences]


def leads(article: Article) -> list[str]:
    return [
        paragraph.lead.text
        for section in article.sections
        for paragraph in section.paragraphs
        if paragraph.lead and not paragraph.item
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["某市的改革", BODY, "产业升级", BODY, "民生改善", MORE],
            [(1, "产业升级"), (1, "民生改善")],
        ),
        (
            ["报告", BODY, "一、工作回顾", BODY, "（一）产业升级", MORE, "二、工作安排", MORE],
            [(1, "工作回顾"), (2, "产业升级"), (1, "工作安排")],
        ),
        (
            ["报告", "第一章 总论", BODY, "第一节　背景", MORE, "第二章 分论", MORE],
            [(1, "总论"), (2, "背景"), (1, "分论")],
        ),
        (["# 报告", BODY, "## 回顾", BODY, "### 产业", MORE], [(1, "回顾"), (2, "产业")]),
        (["报告", BODY, "**产业升级**", BODY], [(1, "产业升级")]),
        (
            ["报告", BODY, "1. 产业升级", MORE, "2. 民生改善", MORE[5:]],
            [(1, "产业升级"), (1, "民生改善")],
        ),
        (
            ["报告", "一、回顾", f"（一）经济运行稳中有进。{BODY}", MORE],
            [(1, "回顾"), (2, "经济运行稳中有进")],
        ),
        (["报告", BODY, "（一）经济运行稳中有进。", BODY], [(1, "经济运行稳中有进")]),
        (
            ["要点", BODY, "稅務措施：", "- 寬減薪俸稅，上限為2萬元", "- 寬免差餉"],
            [(1, "稅務措施")],
        ),
        (["要闻", BODY, "■客量创新高", MORE], [(1, "客量创新高")]),
        (["访谈", BODY, "问：什么是内需？", f"答：{BODY}"], [(1, "什么是内需？")]),
        (
            [
                "报告",
                "一、回顾",
                BODY,
                "——着力稳增长，底盘更加扎实。",
                BODY * 3,
                "——着力抓改革，动力更强。",
                MORE * 3,
            ],
            [(1, "回顾"), (2, "着力稳增长，底盘更加扎实"), (2, "着力抓改革，动力更强")],
        ),
    ],
)
def test_headings(lines: list[str], expected: list[tuple[int, str]]) -> None:
    assert outline(parse_article("\n".join(lines))) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["标题", BODY, "重点抓好以下工作：", MORE],
        ["标题", BODY, "开支包括：", "- 教育", "- 医疗"],
        ["标题", BODY, "各位代表：", MORE],
        ["标题", BODY, "产量稳步提高，", "质量明显改善。", MORE],
        ["标题", BODY, "苹果", "香蕉", "橙子", "葡萄", MORE],  # a list, not four headings
        ["标题", BODY, "1.新增就业18万人。", "2.建成床位7000张。", "3.改造小区26个。"],
        ["标题", BODY, "（一）新增就业18万人；", "（二）建成床位7000张；", "（三）改造小区26个。"],
        ["标题", BODY, "——产量稳步提高。", "——质量明显改善。", MORE * 3],
        ["标题", BODY, "——产量稳步提高，质量明显改善。", MORE],  # nothing long stands under it
        ["标题", BODY, "最后一行没有句号"],
        ["标题", BODY, "。", MORE],
    ],
)
def test_no_headings(lines: list[str]) -> None:
    assert outline(parse_article("\n".join(lines))) == []


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"某市的改革\n{BODY}", "某市的改革"),
        (f"# 某市的改革\n\n{BODY}", "某市的改革"),
        (f"某某网 example.com\n首页 > 新闻\n[bookmark: _Toc1]某市的改革\n{BODY}", "某市的改革"),
        (f"您的位置:\n首页\n>\n要闻\n要闻\n某市的改革\n2025-02-03\n{BODY}", "某市的改革"),
        (f"上半年旅客升一成二　零售業待回暖\n{BODY}", "上半年旅客升一成二 零售業待回暖"),
        (f"---\ntitle: 某市的改革\nauthor: 甲\n---\n\n# 某市的改革\n\n{BODY}", "某市的改革"),
        (f"财经新闻\n某市的改革\n{BODY}", "某市的改革"),
        (f"经济\n{BODY}\n{MORE}", "经济"),
        (f"{BODY}\n{MORE}", ""),
        (f"一、工作回顾\n{BODY}", ""),
        ("只有一行", ""),
        ("", ""),
    ],
)
def test_title(source: str, title: str) -> None:
    article = parse_article(source)
    assert article.metadata.title == title
    assert title == "" or title not in texts(article)


def test_a_title_from_the_file_goes_first_and_is_not_repeated() -> None:
    article = parse_article(f"某市的改革\n{BODY}", hints=Metadata(title="某市的改革", author="甲"))
    assert article.metadata == Metadata(title="某市的改革", author="甲")
    assert texts(article) == [BODY]


def test_the_printed_title_is_better_than_one_with_the_name_of_the_site() -> None:
    article = parse_article(f"某市的改革\n{BODY}", hints=Metadata(title="某市的改革_某某网"))
    assert article.metadata.title == "某市的改革"
    assert texts(article) == [BODY]


def test_office_and_month_under_the_title() -> None:
    article = parse_article(
        f"调研报告\n某市政协经济委员会\n（2025年8月）\n{BODY}\n2025年8月\n{MORE}"
    )
    assert (article.metadata.publisher, article.metadata.published) == (
        "某市政协经济委员会",
        "2025-08",
    )
    assert outline(article) == [(1, "2025年8月")]


def test_the_head_of_a_speech() -> None:
    source = f"""政府工作报告
——2026年1月12日在某县第十八届人民代表大会第五次会议上
某县县长　沈某某
沈某某作政府工作报告
各位代表：
{BODY}
"""
    article = parse_article(source)
    assert article.metadata == Metadata(
        title="政府工作报告",
        author="某县县长 沈某某",
        published="2026-01-12",
        occasion="2026年1月12日在某县第十八届人民代表大会第五次会议上",
    )
    assert texts(article) == ["各位代表：", BODY]


def test_a_second_line_of_the_title_is_no_heading() -> None:
    article = parse_article(f"深海里的固碳高手\n科研团队发现一类可转化甲烷的细菌\n{BODY}\n{MORE}")
    assert outline(article) == []
    assert article.metadata.occasion == "科研团队发现一类可转化甲烷的细菌"


def test_dateline() -> None:
    article = parse_article(f"标题在此\n某华社北京10月20日电（记者 闻某）{BODY}\n{MORE}")
    assert texts(article) == [BODY, MORE]
    assert (article.metadata.author, article.metadata.publisher) == ("闻某", "某华社")


def test_noise_is_dropped_and_text_around_it_kept() -> None:
    source = f"""标题在此
来源：某报　作者：甲某
【字体：大 中 小】
{BODY}
图为新建的大桥
指标  2024年  2025年
粮食  70650  71488
{MORE}
（作者单位：某大学）
责任编辑：乙某
上一篇：别的文章
相关阅读
别的文章的题目
又一篇文章的题目
"""
    article = parse_article(source)
    assert texts(article)[:2] == [BODY, MORE]
    assert all("文章" not in text and "编辑" not in text for text in texts(article))
    assert article.metadata.author == "甲某"


@pytest.mark.parametrize(
    "abstract",
    [
        "某市的改革2024年底召开的会议部署了九项任务，强调要以创新引领发展...",
        "2024年底召开的会议部署了九项任务，强调要以创新引领发展……",
        "摘要：2024年底召开的会议部署了九项任务，强调要以创新引领发展。",
    ],
)
def test_an_abstract_that_disagrees_is_dropped_and_told_of(abstract: str) -> None:
    full = "2025年底召开的会议部署了九项任务，强调要以创新引领发展，并提出了具体要求。"
    article = parse_article(f"某市的改革\n{abstract}\n某市的改革\n{full}\n{BODY}")
    assert texts(article) == [full, BODY]
    assert [(problem.kind, problem.line) for problem in article.problems] == [("conflict", 2)]
    assert "2024年底" in article.problems[0].message
    assert "2025年底" in article.problems[0].message


@pytest.mark.parametrize(
    "first",
    [
        "2025年底召开的会议部署了任务，影响深远……",  # an ellipsis, but nothing repeated
        "摘要：这篇文章讨论产业政策的三个方面，供读者参考。",
    ],
)
def test_what_is_not_repeated_below_is_kept(first: str) -> None:
    article = parse_article(f"某市的改革\n{first}\n{BODY}\n{MORE}")
    assert len(texts(article)) >= 3
    assert article.problems == ()


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    assert texts(parse_article(f"标题在此\n{BODY}\n{MORE}\n{BODY}")) == [BODY, MORE]


def test_a_table_of_contents_is_dropped() -> None:
    contents = "报告\n一、回顾\n二、安排\n三、展望"
    source = f"{contents}\n一、回顾\n{BODY}\n二、安排\n{MORE}\n三、展望\n{BODY[3:]}"
    article = parse_article(source)
    assert outline(article) == [(1, "回顾"), (1, "安排"), (1, "展望")]
    assert texts(article) == [BODY, MORE, BODY[3:]]


def test_run_in_headings() -> None:
    source = f"{BODY}\n产业升级靠创新。{BODY}{MORE}\n企业要当主角。{MORE}\n扩大产品应用。{BODY}"
    article = parse_article(f"标题在此\n{source}")
    assert leads(article) == ["产业升级靠创新。", "企业要当主角。", "扩大产品应用。"]
    assert article.sentences[1].text == "产业升级靠创新。"


@pytest.mark.parametrize(
    "lines",
    [
        [f"产业升级靠创新。{BODY}{MORE}", BODY, MORE[5:]],  # one alone
        [f"他笑了。{BODY}", f"她说好。{BODY[2:]}", f"其实不难。{MORE}"],
        [f"产量增长3%。{BODY}", f"出口下降2%。{MORE}", f"物价上涨1%。{BODY[2:]}"],
    ],
)
def test_no_run_in_headings(lines: list[str]) -> None:
    assert leads(parse_article("标题在此\n" + "\n".join(lines))) == []


def test_sentences_on_lines_of_their_own_lead_the_paragraphs_after_them() -> None:
    body = BODY + MORE + BODY[3:] + MORE[3:]
    source = f"标题在此\n这一年，改革步伐加快。\n{body}\n这一年，民生持续改善。\n{body[4:]}"
    article = parse_article(source)
    assert leads(article) == ["这一年，改革步伐加快。", "这一年，民生持续改善。"]
    assert [len(section.paragraphs) for section in article.sections] == [2]


def test_labels_lead_their_paragraphs() -> None:
    source = f"财政分析\n政府收入： {BODY}\n政府开支：{MORE}"
    article = parse_article(source)
    assert leads(article) == ["政府收入：", "政府开支："]
    assert texts(article) == ["政府收入：", BODY, "政府开支：", MORE]


@pytest.mark.parametrize(
    "text",
    [
        "会议指出：要坚持稳中求进工作总基调，推动经济发展。",
        "杜某：要坚持稳中求进工作总基调，推动经济发展。",  # said twice by the same name
        "发言人：“要坚持稳中求进工作总基调，推动经济发展。”",
        "其中：出口一百亿元，进口二百亿元，顺差明显扩大。",
        "总收入：5077亿元，比上年增长百分之三。",
    ],
)
def test_other_colons_split_nothing(text: str) -> None:
    assert text in texts(parse_article(f"标题在此\n{BODY}\n{text}\n{text[:3]}{BODY}"))


def test_items_carry_the_line_that_introduces_them() -> None:
    source = f"标题在此\n{BODY}\n开支包括：\n- 教育开支七百亿元\n- 医疗开支六百亿元\n{MORE}"
    items = [p for section in parse_article(source).sections for p in section.paragraphs if p.item]
    assert [(item.sentences[0].text, item.lead and item.lead.text) for item in items] == [
        ("教育开支七百亿元", "开支包括："),
        ("医疗开支六百亿元", "开支包括："),
    ]


def test_numbers_and_dashes_before_a_paragraph_are_cut() -> None:
    dashed = f"——综合实力提升。{BODY}\n——民生福祉增进。{MORE}"
    numbered = "1.新增就业18万人。\n2.建成床位7000张。"
    found = texts(parse_article(f"标题在此\n{dashed}\n{numbered}"))
    assert found[0] == "综合实力提升。"
    assert found[-2:] == ["新增就业18万人。", "建成床位7000张。"]


def test_a_transcript_is_one_untitled_section_of_lines() -> None:
    lines = [f"这是第{k}颗奇怪的行星" if k % 2 else f"它距离地球{k}00多光年" for k in range(1, 21)]
    article = parse_article("\n        ".join(lines))
    assert texts(article) == lines
    assert outline(article) == []
    assert article.metadata.title == ""


def test_a_sentence_over_two_lines_has_one_span_and_its_first_line() -> None:
    text = (
        "标题在此\n" + BODY + "研发人员全时当量由2020年的324.7万人年提高到635.4\n万人年，稳居首位。"
    )
    sentence = parse_article(text).sentences[1]
    assert sentence.text == "研发人员全时当量由2020年的324.7万人年提高到635.4万人年，稳居首位。"
    assert sentence.line == 2
    start = sentence.text.index("635.4")
    (span,) = sentence.spans(start, start + len("635.4万人年"))
    assert text[span.start : span.end] == "635.4\n万人年"


def test_a_sentence_with_markup_has_a_span_for_each_side() -> None:
    text = "标题在此\n全年**产量**增长3%，创历史新高。"
    sentence = parse_article(text).sentences[0]
    spans = sentence.spans(0, 6)
    assert [text[span.start : span.end] for span in spans] == ["全年", "产量", "增长"]


def test_corrupt_tokens_are_told_of() -> None:
    (problem,) = parse_article(f"标题在此\n{BODY}\n研发支出占G党P的比重为3%。").problems
    assert (problem.kind, problem.line) == ("corrupt", 3)
    assert "G党P" in problem.message
    assert "GDP" in problem.message
