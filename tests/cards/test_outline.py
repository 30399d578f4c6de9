"""The skeleton of an article: its parts, and the points of each part."""

import pytest

from studykit.article.model import Article, Metadata, Paragraph, Piece, Section, Sentence
from studykit.article.script import fold
from studykit.cards.model import Card
from studykit.cards.outline import outline_cards
from studykit.cards.voice import Voice

PARTS = {
    "立足资源，选准方向": ["依托本地禀赋选产业。", "瞄准市场需求定品种。"],
    "延伸链条，做大规模": ["补上加工短板。", "打通销售渠道。", "建好物流设施。"],
    "带动农民，共享收益": [],
}
BODY = "各地条件不同，要从实际出发，不能照搬照抄别人的做法。"


def article_of(parts: dict[str, list[str]], level: int = 1, language: str = "zh-Hans") -> Article:
    """An article with these headings, and under each paragraphs that open with these leads."""
    source = ""

    def sentence(text: str) -> Sentence:
        nonlocal source
        at = len(source)
        source += text + "\n"
        return Sentence(text, fold(text), (Piece(0, at),), source.count("\n"))

    sections = []
    for title, leads in parts.items():
        heading = sentence(title) if title else None
        paragraphs = [
            Paragraph((lead, sentence(BODY)), lead) for lead in (sentence(text) for text in leads)
        ]
        sections.append(Section(title, level if title else 0, heading, tuple(paragraphs)))
    return Article(source, "", "", language, Metadata(), tuple(sections))


def cards(article: Article) -> list[Card]:
    voice = Voice(article.language)
    found = outline_cards(article, {k: 10 * k for k in range(len(article.sections))}, voice)
    return [c.card for c in sorted(found, key=lambda c: c.order)]


def test_the_parts_of_the_article_come_first() -> None:
    card, *_ = cards(article_of(PARTS))
    assert card.type == "list"
    assert card.ordered
    assert card.answer == tuple(PARTS)
    assert "哪三个部分" in card.prompt


def test_the_points_of_a_part_are_asked_without_their_full_stops() -> None:
    _, first, second = cards(article_of(PARTS))
    assert first.answer == ("依托本地禀赋选产业", "瞄准市场需求定品种")
    assert "“立足资源，选准方向”" in first.prompt
    assert "哪两个方面" in first.prompt
    assert second.answer == ("补上加工短板", "打通销售渠道", "建好物流设施")
    assert second.section == "延伸链条，做大规模"


def test_every_answer_stands_in_the_source_at_its_span() -> None:
    article = article_of(PARTS)
    for card in cards(article):
        spans = [article.source[s.start : s.end] for s in card.spans]
        assert tuple(spans) == card.quotes == card.answer


def test_a_traditional_article_is_asked_in_its_script() -> None:
    article = article_of({"善用優勢": ["發展金融業務。", "開拓海外市場。"]}, language="zh-Hant")
    (card,) = cards(article)
    assert card.prompt.startswith("「善用優勢」這一部分從哪")
    assert card.prompt.endswith("個方面展開？（按順序）")


def test_a_traditional_article_counts_in_its_script() -> None:
    article = article_of({"善用優勢": ["發展金融業務。", "開拓海外市場。"]}, language="zh-Hant")
    (card,) = cards(article)
    assert "哪兩個方面" in card.prompt


NO_PARTS = [
    pytest.param({}, id="no section"),
    pytest.param({"": ["补上加工短板。", "打通销售渠道。"]}, id="no heading"),
    pytest.param({"选准方向": [], "做大规模": []}, id="two parts are no outline"),
    pytest.param({f"第{k}部分": [] for k in range(8)}, id="more parts than one remembers"),
    pytest.param({"选准方向": [], "做大规模": [], "长" * 41: []}, id="a title too long to recall"),
    pytest.param({"选准方向": ["补上加工短板。"]}, id="one point is no list"),
    pytest.param({"选准方向": ["补上加工短板。"] * 2}, id="the same point twice"),
    pytest.param({"选准方向": ["好。", "补上加工短板。"]}, id="a point that says nothing"),
    pytest.param({"选准方向": ["长" * 41 + "。", "补上加工短板。"]}, id="a point too long"),
    pytest.param(
        {"选准方向": [f"办好第{k}件实事。" for k in range(8)]}, id="more points than one remembers"
    ),
]


@pytest.mark.parametrize("parts", NO_PARTS)
def test_no_outline(parts: dict[str, list[str]]) -> None:
    assert cards(article_of(parts)) == []


def test_deeper_headings_are_no_parts_of_the_article() -> None:
    assert [c.section for c in cards(article_of(PARTS, level=2))] == list(PARTS)[:2]
