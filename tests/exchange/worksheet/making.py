"""Sheets, papers and keys for tests, of one card of every type."""

from random import Random

from studykit.cards.model import Card
from studykit.exchange.worksheet.key import Key, key_of
from studykit.exchange.worksheet.model import Sheet
from studykit.exchange.worksheet.paper import Paper, paper_of
from studykit.exchange.worksheet.versions import sheets
from tests.terminal.samples import ALL

NO_LINE = lambda card, at: None  # noqa: E731
TENTH = lambda card, at: at // 10  # noqa: E731


def sheet(
    *cards: Card, title: str = "小镇的茶", language: str = "zh-Hans", version: str = ""
) -> Sheet:
    """A sheet of these cards, or of one of every type."""
    return sheets(cards or ALL, title, language, [version], 0)[0]


def paper(*cards: Card, **words: str) -> Paper:
    """The paper of such a sheet."""
    return paper_of(sheet(*cards, **words))


def key(*cards: Card, **words: str) -> Key:
    """The key to such a sheet; a line of the article has ten characters."""
    return key_of(sheet(*cards, **words), TENTH)


def many(n: int, seed: int = 0) -> list[Card]:
    """Questions of all types, about things that are all different."""
    random = Random(seed)
    made = []
    for number in range(n):
        name = f"第{number}号茶园"
        others = tuple(f"{name}的{place}坡" for place in "东南西北")
        kinds = (
            Card("qa", f"{name}为什么减产？", f"{name}缺水" * random.randint(1, 9)),
            Card("numeric", f"{name}年产多少？", f"{number}吨"),
            Card("cloze", f"{name}先种____，后种____，从不间断。", ("绿茶", "花茶")),
            Card("choice", f"{name}最早开垦的是哪里？", others[0], options=others),
            Card("truefalse", f"{name}靠近河流，“水源充足”，灌溉方便（全年如此）。", True),
            Card("list", f"{name}有哪些工序？", ("采摘", "杀青", "烘干")),
        )
        made.append(kinds[number % len(kinds)])
    return made
