"""Ranks: a place in an order (世界第二, 稳居世界首位, 前10位), read as quantities of kind rank."""

import re
from decimal import Decimal

from studykit.facts.numerals import number_value
from studykit.facts.quantities import Quantity

_N = r"(?:[一二两三四五六七八九十百]++|\d++)"
_FIELD = r"(?:本市|本省|本县|我省|我市|我国|本港|全港|中国|我县|全国|全球|世界|全省|全市|亚洲|国内|国际|全区|全县|欧洲|亚太|东盟|同行|行业|同类|全行业|[东中西]部(?:地区)?|省内|各省|长三角|大湾区|中部六省|省区市)(?:各省区市|省区市|同类城市|同类)?(?:排名)?"
_VERB = r"(?:稳居|位居|位列|排名|名列|列居|高居|跃居|跃升为|升为|成为|升至|跃升至|上升至|提升至|跃升到|上升到|提升到|升到|下降至|降至|降到|跌至|退居|居于|排在|排行|排|列入|列为|列|居|进入|跻身|闯入|保持|连续.{1,4}年(?:居|保持|位居|稳居)?|并列|均为|为|是|占)"
_RANK = re.compile(
    rf"(?:(?P<verb>{_VERB})(?:在|到|至|了)?)?(?P<field>{_FIELD})?(?(verb)(?P<gap>(?:(?!排名|位居|位列|居|列)[^，。；、\d“”第前]){{2,6}}?)??)(?:的)?(?P<rank>"
    rf"首位(?![度产])|榜首|之首|头名|第(?P<n>{_N})(?:大|强)?(?:位|名|)?(?![届次批期版章条款产任代季轮步部类条个方航声套者种艘架台座所家颗枚款本份极梯])|前(?P<top>{_N})(?:位|名|强|列|甲)?(?!\d|年|个|月|天|次|期|三季|两季|半|后|述|提|往|沿|瞻|景))"
)
# Every rank is said with one of these.
_SIGN = re.compile(r"[首榜头第前]")
# 我国第一位女航天员 is the first of her kind and not a place in an order.
_NOUN_NEXT = re.compile(r"(?!的)[\u4e00-\u9fff]")


def find_ranks(folded: str) -> list[Quantity]:
    """The ranks of a folded sentence; 第一 counts only beside a verb of ranking or a field."""
    out: list[Quantity] = []
    if not _SIGN.search(folded):
        return out
    for match in _RANK.finditer(folded):
        rank, verb, field = match.group("rank"), match.group("verb"), match.group("field")
        big = "大" in rank or "强" in rank
        if not (verb or field or rank == "榜首" or (big and rank.startswith("第"))):
            continue
        if not verb and rank[-1] in "位名" and _NOUN_NEXT.match(folded, match.end()):
            continue
        if (
            verb in ("成为", "是", "为", "占", "列入", "进入", "保持", "均为")
            and not field
            and not big
            and rank not in ("首位", "榜首")
        ):
            continue
        word = match.group("n") or match.group("top") or "一"
        value = number_value(word)
        if value is None:
            continue
        start = match.start("field") if field and rank in ("首位", "榜首") else match.start("rank")
        if rank.startswith("前"):
            start = match.start("rank")
        unit = "前" if rank.startswith("前") else "位"
        out.append(
            Quantity(
                start, match.end("rank"), start, match.end("rank"), Decimal(value), unit, "rank"
            )
        )
    return out
