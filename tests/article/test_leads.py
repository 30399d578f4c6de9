"""Which first sentences of paragraphs are run-in headings, and which tell a whole section."""

import pytest

from studykit.article.parse import parse_article

BODY = "全市坚持稳中求进，经济运行总体平稳，各项事业都取得了新的进展，居民收入继续增加。"

THREE = ["综合实力稳步提升。", "产业转型提质增效。", "生态环境持续改善。"]


def leads(firsts: list[str]) -> list[str]:
    """The leads, among such first sentences, of the paragraphs of one section."""
    lines = [f"{first}{BODY[k:]}" for k, first in enumerate(firsts)]
    article = parse_article("\n".join(["标题在此", BODY + BODY, "一、回顾", *lines]))
    return [p.lead.text for s in article.sections for p in s.paragraphs if p.lead]


@pytest.mark.parametrize(
    "firsts",
    [
        ["产业升级靠创新。", "企业要当主角。"],
        ["经济总量稳步提升。", "民生福祉不断增进。", "生态环境持续改善。"],
        ["就业促进更有力。", "教育体系更健全。", "社会保障更完善。"],
        ["扩大优质教育供给。", "加快建设健康某市。", "实现更高水平住有所居。"],
        ["这五年，实力大幅跃升。", "这五年，动能更加强劲。", "这五年，民生更有温度。"],
        ["一是稳增长见效。", "二是促改革，添活力。", "三是惠民生暖人心。"],
        ["一要守住底线。", "二要建好平台。"],
        [
            "加快打造社会融合样板。",
            "加快打造经济融合样板。",
            "加快打造情感融合样板。",
            "加快构建全域格局。",
        ],
        ["大力提振消费。", "扩大有效投资，抓好项目。", "优化营商环境。"],  # no form of their own
    ],
)
def test_siblings(firsts: list[str]) -> None:
    assert leads(firsts) == firsts


@pytest.mark.parametrize(
    ("firsts", "expected"),
    [
        (
            [  # a general statement that names nothing of what the others share
                "产业体系的根基在自立自强。",
                "传统产业焕新离不开科技创新。",
                "自主可控要靠科技创新。",
                "新赛道取决于科技创新。",
            ],
            slice(1, None),
        ),
        (["风雨兼程，极不寻常。", *THREE], slice(1, None)),
        ([*THREE, "悠悠万事，民生为大。"], slice(0, 3)),
        (["过去的一年很不容易。", *THREE], slice(1, None)),
        (["回首来路步履坚实。", *THREE], slice(1, None)),
        ([*THREE, "与此同时，其他工作取得进展。"], slice(0, 3)),
        (["工作全面推进。", "一是稳增长见效。", "二是促改革加力。"], slice(1, None)),
        (["一是稳增长见效。", "二是促改革加力。", "其他工作取得新进展。"], slice(0, 2)),
    ],
)
def test_a_stranger_among_siblings(firsts: list[str], expected: slice) -> None:
    assert leads(firsts) == firsts[expected]


@pytest.mark.parametrize(
    "firsts",
    [
        ["我们加快转型。", "我们扩大开放。", "我们改善民生。"],
        ["群众所盼有所应。", "改革成效有所显现。", "就业形势有所好转。"],
        ["过去五年很不平凡。", "过去一年很不容易。"],
        ["也就这样了。", "就近看看。"],
    ],
)
def test_no_leads(firsts: list[str]) -> None:
    assert leads(firsts) == []


def test_an_address_is_no_label() -> None:
    article = parse_article(f"标题在此\n{BODY}\n各位代表：现在，{BODY}\n{BODY[3:]}")
    assert all(not p.lead for s in article.sections for p in s.paragraphs)


def outlines(lines: list[str]) -> list[list[str]]:
    article = parse_article("\n".join(["标题在此", BODY, *lines]))
    return [[lead.text for lead in section.outline] for section in article.sections]


def test_the_leads_of_a_whole_section_are_its_outline() -> None:
    firsts = ["产业升级靠创新。", "企业要当主角。", "扩大产品应用。"]
    led = [f"{first}{BODY[k:]}" for k, first in enumerate(firsts)]
    assert outlines(["一、回顾", *led]) == [[], firsts]
    assert outlines(["一、回顾", BODY * 2, *led]) == [[], firsts]
    assert outlines(["一、回顾", BODY * 2, *led, BODY * 3]) == [[], firsts]


def test_leads_that_tell_a_part_are_no_outline() -> None:
    firsts = ["产业升级靠创新。", "企业要当主角。", "扩大产品应用。"]
    led = [f"{first}{BODY[k:]}" for k, first in enumerate(firsts)]
    assert outlines(["一、回顾", BODY * 2, *led, BODY * 3, BODY * 4]) == [[], []]
    assert outlines(["一、回顾", *led, BODY * 2, "政府收入：" + BODY[3:]]) == [[], []]
    assert outlines(["一、回顾", *led, "- 一项措施", "- 两项措施"]) == [[], []]
    assert outlines(led) == [[]]
