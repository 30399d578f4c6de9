"""Rules 7, 9 and 10: blanks."""

import re
from collections.abc import Iterator

from studykit.cards.model import BLANK, Card
from studykit.cards.rules.faces import Faces
from studykit.cards.rules.flaw import Flaw
from studykit.cards.rules.text import balanced
from studykit.messages import _

_BLANKS = re.compile(r"_+")
_SCALE = "十百千万萬亿億兆"
_BARE_NUMBER = re.compile(rf"[约約近逾超]?[\d.,零〇一二两兩三四五六七八九{_SCALE}]+")
# What right after a number is its unit, or more of the number.
_UNIT = re.compile(
    rf"[\d.{_SCALE}%％‰℃°]|个|個|名|位|家|项|項|元|美元|港元|欧元|人(?!工|民|口)|次(?!于|於)|年|月|日(?!益|前)"
    r"|天(?!然)|倍|成(?!为|為|功|立)|户|戶|件|台|套|辆|輛|亩|畝|吨|噸|斤|公斤|米|公里|平方|立方|座|条|條|艘"
    r"|千克|克|岁|歲|届|屆|所|种|種|类|類|间|間|幅|只|隻|小时|小時|分钟|分鐘|秒"
)


def blanks(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rules 7 and 9 on cloze cards, 10 on all."""
    found = list(_BLANKS.finditer(card.prompt))
    if any(match[0] != BLANK for match in found):
        yield Flaw(10, _("a blank is always four underscores"))
    if card.type != "cloze":
        return
    if len(found) != len(card.answers):
        yield Flaw(7, _("as many answers as blanks are needed"))
        return
    if len(set(faces.answers)) != len(faces.answers):
        yield Flaw(9, _("two blanks have the same answer"))
    for match, answer in zip(found, card.answers, strict=True):
        cut = _cut(card.prompt[: match.start()], answer, card.prompt[match.end() :])
        if cut:
            yield Flaw(7, cut, answer)


def _cut(before: str, answer: str, after: str) -> str:
    """What the blank cuts through, or nothing."""
    if not answer:
        return ""
    if _tied(before[-1:], answer[0]) or _tied(answer[-1], after[:1]):
        return _("the blank cuts a word or number in two")
    if _BARE_NUMBER.fullmatch(answer) and _UNIT.match(after):
        return _("the blank cuts a number off its unit")
    if not balanced(answer):
        return _("the blank holds half of a quotation")
    return ""


def _tied(left: str, right: str) -> bool:
    """Whether two neighbours belong to one number or one Latin word."""
    if not left or not right:
        return False
    if left.isascii() and right.isascii():
        word = (left.isalnum() or left in ".,") and right.isalnum()
        return word or (left.isdigit() and right in ".,%")
    return left.isdigit() and right in "％‰"
