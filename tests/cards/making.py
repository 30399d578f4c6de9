"""Cards for tests: a good one of each type, and any of them with something changed."""

from dataclasses import replace
from typing import Any

from studykit.article.span import Span
from studykit.cards.model import Card

QUOTE = "2024年，全县粮食总产量达到42.6万吨，其中，稻谷为30.1万吨，玉米为8.2万吨"

QA = Card(
    type="qa",
    prompt="文章认为，县域发展的根基是什么？",
    answer="实体经济",
    quotes=("县域发展的根基是实体经济",),
    explanation="与“命脉在人才”分开记：一个说根基，一个说命脉。",
)
NUMERIC = Card(
    type="numeric",
    prompt="2024年，全县粮食总产量是多少？",
    answer="42.6万吨",
    quotes=(QUOTE,),
)
CLOZE = Card(
    type="cloze",
    prompt="2024年，全县稻谷产量为____，玉米产量为____。",
    answer=("30.1万吨", "8.2万吨"),
    quotes=(QUOTE,),
)
CHOICE = Card(
    type="choice",
    prompt="2024年，全县玉米产量是多少？",
    answer="8.2万吨",
    options=("4.3万吨", "8.2万吨", "30.1万吨", "42.6万吨"),
    quotes=(QUOTE,),
)
WORD_CHOICE = Card(
    type="choice",
    prompt="县里把哪个产业定为首位产业？",
    answer="装备制造",
    options=("装备制造", "文化旅游", "生物医药", "现代物流"),
    quotes=("把装备制造定为首位产业",),
)
TRUE = Card(
    type="truefalse",
    prompt="2024年，全县稻谷产量为30.1万吨。",
    answer=True,
    quotes=(QUOTE,),
)
FALSE = Card(
    type="truefalse",
    prompt="2024年，全县稻谷产量为8.2万吨。",
    answer=False,
    quotes=(QUOTE,),
    explanation="稻谷为30.1万吨，8.2万吨是玉米。",
)
LIST = Card(
    type="list",
    prompt="全县重点发展哪三个产业？",
    answer=("装备制造", "文化旅游", "现代物流"),
    quotes=("全县重点发展装备制造、文化旅游、现代物流",),
)
GOOD = (QA, NUMERIC, CLOZE, CHOICE, WORD_CHOICE, TRUE, FALSE, LIST)


def quoting(answer: str, **changes: Any) -> Card:
    """A question whose quote holds the answer and nothing else is changed but `changes`."""
    return replace(QA, **{"answer": answer, "quotes": (f"根基是{answer}",), **changes})


def options(*texts: str, key: str = "", **changes: Any) -> Card:
    """A choice between these, the first the key unless it is named."""
    key = key or texts[0]
    values = {"prompt": "县里选了哪一个？", "answer": key, "quotes": (f"选了{key}",)}
    return replace(WORD_CHOICE, **{**values, "options": texts, **changes})


def at(card: Card, *spans: tuple[int, int]) -> Card:
    """The card with these spans."""
    return replace(card, spans=tuple(Span(*span) for span in spans))
