"""Where sections end: subsections before what looks back, the text before its appendix."""

import pytest

from studykit.article.model import Article
from studykit.article.parse import parse_article

BODY = "全市坚持稳中求进，经济运行总体平稳，各项事业都取得了新的进展。"
MORE = "与此同时，居民收入继续增加，生态环境不断改善，社会大局保持稳定。"
LAST = "街道办事更加方便，群众满意度进一步提高，矛盾纠纷得到及时化解。"
BACK = "五年来，我们砥砺前行，综合实力迈上新台阶，民生福祉持续增进。"
PROBLEMS = "同时，我们也清醒认识到，产业链条不长，财政收支矛盾突出。"


def shape(article: Article) -> list[tuple[int, str, bool, int]]:
    """Level, title, whether the heading is there, and the number of paragraphs."""
    return [
        (section.level, section.title, section.heading is not None, len(section.paragraphs))
        for section in article.sections
    ]


def shape_of(*lines: str) -> list[tuple[int, str, bool, int]]:
    return shape(parse_article("\n".join(["报告", *lines])))


A = "一、工作回顾"
B = "二、工作安排"
ONE, TWO = "（一）产业升级", "（二）民生改善"


REVIEW, FIRST, SECOND = (
    (1, "工作回顾", True, 0),
    (2, "产业升级", True, 1),
    (2, "民生改善", True, 1),
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # to the end of the part, whatever it opens with
            [A, ONE, MORE, TWO, LAST, BACK, MORE[2:], PROBLEMS, B, BODY],
            [REVIEW, FIRST, SECOND, (1, "工作回顾", False, 3), (1, "工作安排", True, 1)],
        ),
        (  # at the end of the text
            [A, ONE, MORE, TWO, LAST, PROBLEMS],
            [REVIEW, FIRST, SECOND, (1, "工作回顾", False, 1)],
        ),
        (  # the address alone in its line
            [A, ONE, MORE, TWO, LAST, "各位代表！", BODY],
            [REVIEW, FIRST, SECOND, (1, "工作回顾", False, 2)],
        ),
        (  # a new series of subsections shows that the old one was over
            [A, ONE, MORE, TWO, LAST, BACK, "（一）扩大内需", BODY],
            [REVIEW, FIRST, SECOND, (1, "工作回顾", False, 1), (2, "扩大内需", True, 1)],
        ),
        (  # one level up, where a sister of the section above follows
            ["第一章 总论", "第一节 产业", "一、农业", MORE, BACK, "第二节 民生", BODY],
            [
                (1, "总论", True, 0),
                (2, "产业", True, 0),
                (3, "农业", True, 1),
                (2, "产业", False, 1),
                (2, "民生", True, 1),
            ],
        ),
        (  # an appendix ends the text
            [A, ONE, MORE, TWO, LAST, BACK, "名词解释", "1.亩均税收：单位用地的税收。"],
            [REVIEW, FIRST, SECOND, (1, "工作回顾", False, 1), (1, "名词解释", False, 1)],
        ),
        (
            [A, BODY, "注：", "[1]数据为初步数。"],
            [(1, "工作回顾", True, 1), (1, "注", False, 1)],
        ),
        (
            [A, ONE, MORE, TWO, LAST, "附件", "民生实事", "1.新增就业。", "2.建成床位。"],
            [REVIEW, FIRST, SECOND, (1, "附件", False, 0), (2, "民生实事", True, 2)],
        ),
    ],
)
def test_what_looks_back_ends_the_subsection(
    lines: list[str], expected: list[tuple[int, str, bool, int]]
) -> None:
    assert shape_of(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [A, ONE, MORE, BACK, TWO, LAST],  # not the last subsection
        [A, ONE, MORE, "各位代表！环境就是民生，青山就是美丽。", TWO, LAST],
        [A, BODY, BACK, MORE, PROBLEMS],  # no subsection
        [A, ONE, BACK],  # the first paragraph of a subsection is its own
        [A, ONE, MORE, TWO, LAST, "今年我们办好十件民生实事，让群众得到实惠。"],
        [A, BACK, ONE, MORE, TWO, LAST],
        ["产业升级", BODY, "民生改善", MORE, BACK],
        [BODY, BACK, MORE],
        [A, BODY, "附件办理更加方便", MORE],
        [A, BODY, "注重民生改善", MORE],
    ],
)
def test_nothing_is_closed(lines: list[str]) -> None:
    assert all(heading or not title for _, title, heading, _ in shape_of(*lines))


def test_the_text_loses_nothing() -> None:
    lines = [A, BODY, ONE, MORE, TWO, LAST, BACK, PROBLEMS]
    sentences = parse_article("\n".join(["报告", *lines])).sentences
    assert [sentence.text for sentence in sentences] == [BODY, MORE, LAST, BACK, PROBLEMS]
