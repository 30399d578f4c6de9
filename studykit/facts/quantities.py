"""Quantities in folded text: value, unit, hedge, and the kind of number they are.

Found by regular expressions before any word is cut, because word cutters split
2.54 from % and read 二十届 as 二十 and 届.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from studykit.facts.numerals import ARABIC, DIGITS, HAN, SCALE, number_value, scale_value
from studykit.facts.units import CURRENCIES, HAN_UNIT, SHARES, TIMES, UNIT

Kind = Literal["amount", "share", "multiple", "ratio", "range", "duration", "rank"]

HEDGES_BEFORE = (
    "大约", "大概", "将近", "接近", "不少于", "不低于", "不超过", "不高于", "不多于", "不到", "不足", "至少", "至多", "最多", "最少", "最高", "最低",
    "超过", "突破", "高达", "多达", "约", "近", "逾", "超", "达", "仅", "只有", "平均", "上限", "下限",
)  # fmt: skip
HEDGES_AFTER = (
    "左右",
    "上下",
    "以上",
    "以下",
    "以内",
    "之内",
    "之多",
    "出头",
    "余",
    "多",
    "不等",
    "以外",
)
# Words that say how exact a number is and belong to the answer; 达, 仅 … do not.
_INEXACT = (
    "大约",
    "大概",
    "将近",
    "接近",
    "不少于",
    "不低于",
    "不超过",
    "不高于",
    "不多于",
    "不到",
    "不足",
    "至少",
    "至多",
    "约",
    "近",
    "逾",
    "超过",
    "超",
)

_BEFORE = "|".join(HEDGES_BEFORE)
_AFTER = "|".join(HEDGES_AFTER)
_DASH = "[-—–~～至到]{1,2}"

_QUANTITY = re.compile(
    rf"""
    (?P<hedge>{_BEFORE})?\ ?
    (?:
      (?P<ratio>{ARABIC}\ ?[:：∶比]\ ?{ARABIC}(?:\ ?[:：∶]\ ?{ARABIC}){{0,2}})(?!\d)
    | (?P<percent>百分之(?P<pnum>[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?))
    | (?P<fraction>(?P<den>[二三四五六七八九十百千万]+|\d+)分之(?P<nomin>[一二两三四五六七八九十]+|\d+))
    | (?P<low>{ARABIC})(?P<lowunit>{SCALE}|(?P<alike>%|岁|天|个月|年|元|度|℃|个百分点)(?=\ ?{_DASH}\ ?{ARABIC}\ ?{SCALE}?[余多]?\ ?(?P=alike)))?\ ?{_DASH}\ ?(?P<high>{ARABIC})\ ?(?P<rscale>{SCALE}?)[余多]?\ ?(?P<runit>{UNIT})
    | (?P<double>翻(?:了)?(?P<times>一|两|三|四|五|\d+)?番|倍增)
    | (?P<half>半)(?:个)?(?P<halfunit>工作日|小时|个月|年|天|世纪|个世纪)
    | (?P<loose>[一二两三四五六七八九](?:到|至)[一二两三四五六七八九十])(?P<looseunit>成|倍|个百分点)
    | (?P<sign>(?<=[\u4e00-\u9fff])[-−])?(?P<num>{ARABIC})\ ?(?P<few>[余多]?)(?P<scale>{SCALE}?)(?P<few2>[余多]?)\ ?(?P<unit>{UNIT})?(?P<few3>[余多](?![样种个元边]))?
    | (?P<han>{HAN})(?P<hfew>[余多]?)(?P<hunit>{HAN_UNIT})(?P<tenths>(?<=成)[一二三四五六七八九半](?![线般些手成个十百千万亿金川龙月年旬级类次胎导]))?
    )
    (?P<after>{_AFTER})?
    """,
    re.VERBOSE,
)

_CODE_BEFORE = re.compile(r"[A-Za-z0-9_.\-+#№·/×]$|\d $")
_CODE_AFTER = re.compile(r"[A-Za-z0-9_#·×]|\+\d|-\d|\.\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a sentence.

    `start:end` covers number, unit and the hedges that belong to the value
    (约65%, 3%左右); `core_start:core_end` the number and unit alone. `value`
    has the scale words applied; of a range it is the lower end and `high` the
    upper. `scale` is the scale words as printed, `unit` the unit without them.
    `borrowed` says that the unit is printed elsewhere (15、22个百分点).
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: Decimal
    unit: str
    kind: Kind
    scale: str = ""
    hedge: str = ""
    high: Decimal | None = None
    vague: bool = False
    borrowed: bool = False


def _kind(unit: str) -> Kind:
    if unit in SHARES or unit == "成":
        return "share"
    if unit in ("倍", "番"):
        return "multiple"
    if unit in TIMES:
        return "duration"
    return "amount"


# Every quantity has one of these, with no more than a hedge before it.
_SEED = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿半几数倍翻]")
_LONGEST_HEDGE = max(map(len, HEDGES_BEFORE)) + 2


def _search(folded: str, at: int) -> re.Match[str] | None:
    """The next quantity; most sentences have no character that one begins with."""
    seed = _SEED.search(folded, at)
    return _QUANTITY.search(folded, max(at, seed.start() - _LONGEST_HEDGE)) if seed else None


def find_quantities(folded: str) -> list[Quantity]:
    """All quantities of a folded sentence in order; dates and ordinals are not among them.

    A number without a unit counts only where nothing ties it to a name
    (J1407b, 5G, COP15, “3815”) and a scale word or a hedge marks it as an amount.
    """
    found: list[Quantity] = []
    match = _search(folded, 0)
    blocked = _blocked(folded) if match else []
    while match is not None:
        quantity = _read(match, folded)
        inside = quantity is not None and any(
            low < quantity.core_end and quantity.core_start < high for low, high in blocked
        )
        if quantity is None or inside:
            low = match.start()
            at = next((h for a, h in blocked if a <= low < h), 0)
            at = max(at, low + 1 if not match.group("num") else match.end("num"))
        else:
            found.append(quantity)
            at = max(match.end(), low_end(quantity))
        match = _search(folded, at)
    return found


def low_end(quantity: Quantity) -> int:
    """Where the next quantity may begin."""
    return max(quantity.end, quantity.core_start + 1)


_DATE = re.compile(
    r"\d{2,4}(?:[-—/至到]\d{2,4})?(?:/ ?\d{2,4})?(?:财政|课税)?年(?:度|底|末|初|中|代|间|以来|来|前|后|内|起)?(?:\d{1,2}月(?:份|底|末|初)?(?:\d{1,2}日)?)?"
    r"|\d{1,2}月(?:份|底|末|初|上旬|中旬|下旬)?(?:\d{1,2}日)?(?:[-—至到]\d{1,2}(?:月|日))?|(?<!\d)(?:[0-2]?\d|3[01])日(?![元均])"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?<![\d.])(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：]\d{2})?(?!\.?\d)"
    r"|[一二三四五六七八九〇零]{4}年"
)
_ORDINAL = re.compile(
    r"第[一二两三四五六七八九十百千零〇\d]+(?:[届次批期版章条个大位名轮家例颗季代号]|[^\s，。；：、]?)"
    r"|[一二三四五六七八九十]{1,3}(?:届|大(?=[和以精报召]|$|，|。))"
    r"|(?<=[届大协委])[一二三四五六七八九十]{1,2}次(?:全体)?(?:会议|全会)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪"
    r"|(?:首|头|前|每|上|下|同|整|任)[一二两三四五六七八九十\d]+(?:[次个年月天届批轮期])"
)
# A number inside a short quotation belongs to a name (“三个定位”, “3815”战略), not to a count.
_QUOTED_NUMBER = re.compile(r"[“\"‘][^“”\"‘’，。；]{1,14}[”\"’]|《[^《》]*》")
_IDIOM = re.compile(
    r"一[个些种次批起直样体线定致般切旦同并律带路方面步味经举]"
    r"|(?:[一二三四五六七八九十]+|\d+)(?:项规定|国道|省道|号线|年行动|年义务教育|年制|年过渡期|年期|千伏|英寸|级(?=旅|景|医|以)|类(?=创|水|医))"
    r"|\d+岁(?:及|以)(?:以)?[上下]|[一二三四五六]期(?![间限])|[一二三四五六]季度|[一二三]产业|[一二三四]线|三农|两会|两岸|三区三州|两新|两重|双一流|五险一金|四季|一二三产|三次产业|四面八方|三番五次"
    r"|(?<=”)(?:这)?[一二两三四五六七八九十\d]+个?字|(?<=[凡常]的)[一二两三四五六七八九十\d]+年|十[四五三二一]五"
)


def _blocked(folded: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for pattern in (_DATE, _ORDINAL, _QUOTED_NUMBER, _IDIOM):
        for match in pattern.finditer(folded):
            if pattern is _DATE and (_is_duration(match.group()) or _is_ratio(match, folded)):
                continue
            spans.append(match.span())
    return sorted(spans)


# Years of up to three digits are a length of time, of four a calendar year.
_DURATION = re.compile(r"\d{1,3}年(?:间|来|以来|前|后|内)?")


def _is_duration(text: str) -> bool:
    return _DURATION.fullmatch(text) is not None


_PROPORTION = re.compile(
    r"(?:比|比例|比值|结构)(?:大约|约|已|由|从|升|降|提高|调整|优化)*(?:为|是|达|达到|到|至)?$|[:：]\d+[^，。；]{0,4}[至到为]$"
)


def _is_ratio(match: re.Match[str], folded: str) -> bool:
    """Whether what looks like a time of day is a proportion (师生比为1:15)."""
    return match.group()[-3:-2] in ":：" and bool(_PROPORTION.search(folded[: match.start()]))


def _read(match: re.Match[str], folded: str) -> Quantity | None:
    group = match.group
    hedge_text = group("hedge") or ""
    after = group("after") or ""
    core_start = match.start() + len(hedge_text)
    while core_start < match.end() and folded[core_start] == " ":
        core_start += 1
    core_end = match.end() - len(after)
    hedge = hedge_text if hedge_text in _INEXACT else ""
    if hedge == "近" and re.search(
        r"(?:附|最|邻|靠|远|将|接|临|亲|[省市县区])$", folded[: match.start()]
    ):
        hedge = ""
    if hedge == "超" and re.search(r"(?:赶|反)$", folded[: match.start()]):
        hedge = ""
    start = match.start() if hedge else core_start
    before = folded[:core_start]
    rest = folded[core_end:]
    vague = False
    high: Decimal | None = None
    scale = ""
    kind: Kind
    if group("ratio"):
        left, right, *_ = re.split(r" ?[:：∶比] ?", group("ratio"))
        if "比" in group("ratio") and not re.search(r"(?:比例|之比|比为|收入比|按)", folded):
            return None
        if (
            re.fullmatch(r"\d{1,2}", left)
            and re.fullmatch(r"\d{2}", right)
            and ":" in group("ratio")
            and "比" not in folded
            and "结构" not in folded
        ):
            return None  # 12:30 is a time of day
        value, unit, kind = Decimal(left.replace(",", "")), "", "ratio"
        high = Decimal(right.replace(",", ""))
    elif group("percent"):
        whole, _, fraction = group("pnum").partition("点")
        number = number_value(whole)
        if number is None:
            return None
        digits = "".join(str("零一二三四五六七八九".index(c.replace("〇", "零"))) for c in fraction)
        value = Decimal(f"{number}.{digits}") if digits else number
        unit, kind = "%", "share"
    elif group("fraction"):
        den, nom = number_value(group("den")), number_value(group("nomin"))
        if not den or nom is None:
            return None
        value, unit, kind = nom / den, "", "share"
    elif group("low"):
        if _CODE_BEFORE.search(before):
            return None
        scale = group("rscale") or ""
        unit = group("runit")
        value = Decimal(group("low").replace(",", ""))
        high = number_value(group("high") + scale)
        lowunit = group("lowunit") or ""
        own = lowunit if lowunit[:1] in "万亿千百" else ""
        value *= scale_value(own if lowunit else scale)
        kind = "range"
    elif group("double"):
        word = group("times") or "一"
        times = number_value(word) or Decimal(1)
        value = Decimal(2) if group("double") == "倍增" else Decimal(2) ** int(times)
        unit, kind = "番", "multiple"
    elif group("half"):
        if re.search(r"(?:[\d一二两三四五六七八九十几]个?|[多大上下前后])$", before):
            return None
        unit = group("halfunit").removeprefix("个")
        value, kind = Decimal("0.5"), "duration"
    elif group("loose"):
        low_word, high_word = re.split("[到至]", group("loose"))
        value, high = number_value(low_word) or Decimal(0), number_value(high_word)
        unit, kind = group("looseunit"), "range"
    elif group("num"):
        if _CODE_BEFORE.search(before) or (_CODE_AFTER.match(rest) and not group("unit")):
            return None
        unit = group("unit") or ""
        scale = group("scale") or ""
        if unit and _clipped_unit(unit, rest):
            return None
        if not unit:
            if not scale and not hedge and not _plain_ratio(group("num"), before):
                return None
            core_end = match.end("few2") if group("few2") else match.end("scale")
        number = number_value(group("num") + scale)
        if number is None:
            return None
        value = -number if group("sign") else number
        kind = _kind(unit)
        vague = bool(group("few") or group("few2") or group("few3")) or after in ("多", "余")
        if (
            unit in ("年", "日", "月")
            and kind == "duration"
            and len(group("num")) == 4
            and not scale
        ):
            return None
    else:
        number = number_value(group("han"))
        unit = group("hunit")
        if (
            number is None
            or _clipped_unit(unit, rest)
            or re.search(r"[第数几每这那某各\d点一二两三四五六七八九十百千]$", before)
        ):
            return None
        if group("han") == "一" and unit not in ("倍", "成"):
            return None
        if group("han")[0] in "零〇百千" or folded[core_start - 1 : core_start] in ("“", "‘"):
            return None
        if unit == "大" and not re.match(r"[\u4e00-\u9fff]", rest):
            return None
        match_scale = re.search(r"[万亿]+$", group("han"))
        scale = match_scale.group() if match_scale else ""
        value, kind = number, _kind(unit)
        if tenths := group("tenths"):
            value += Decimal(5 if tenths == "半" else DIGITS[tenths]) / 10
        if unit in ("万元", "亿元"):
            value *= scale_value(unit[0])
            scale, unit = unit[0], "元"
        vague = bool(group("hfew"))
        if re.search(r"[一二两三四五六七八九]{2}", group("han")):
            return None  # 三五个, 二三十人: a vague number
    end = match.end() if after else core_end
    if after in ("多", "余"):
        vague = True
    return Quantity(
        start, end, core_start, core_end, value, unit, kind, scale,
        hedge or (after if after in HEDGES_AFTER else ""), high, vague,
    )  # fmt: skip


def _plain_ratio(number: str, before: str) -> bool:
    """Whether a decimal without a unit is an index or a ratio (比值为1.96)."""
    return "." in number and bool(
        re.search(r"(?:为|是|达|达到|至|到|缩小|扩大|收窄|下降|上升|提高|降低)$", before)
    )


# A one-character unit that begins a longer word is not a unit: 5个人 counts, 3国际 does not.
_CLIPPED = {
    "国": "际内家有产企民外务防集",
    "人": "民才员口工均类物事大",
    "点": "燃评名击上对",
    "元": "旦宝件",
    "代": "表理替",
    "年": "轻龄纪货级半",
    "天": "然气津文半",
    "日": "本报",
    "大": "学量型约概规力幅陆众数多批米湾力",
    "面": "积对向临",
    "级": "别",
    "步": "伐行",
    "发": "展现动布生电",
    "道": "路",
    "市": "场民",
    "县": "域",
    "省": "份级",
    "区": "域",
    "个": "半",
    "次": "方",
    "成": "为本立果员功效长都品交",
    "首": "次家个批",
    "部": "分门署",
    "手": "机",
    "线": "上下",
    "声": "明",
    "环": "境比",
    "股": "份东市",
    "位": "于居",
    "名": "为称单列",
    "度": "假",
    "对": "于外应",
    "条": "件",
    "转": "变化向",
    "分": "别布析数",
    "集": "中成群团",
    "组": "织",
    "字": "号",
    "本": "级地市省外",
    "口": "岸",
    "周": "边",
    "期": "间",
    "类": "似",
    "场": "景所",
    "项": "目",
    "件": "",
    "米": "其",
    "极": "",
    "床": "",
    "店": "",
    "桶": "",
    "轮": "车胎廓船",
    "台": "风湾海山",
    "间": "接距隔",
    "批": "发评",
    "种": "植子",
    "套": "期",
    "片": "区面",
}


def _clipped_unit(unit: str, rest: str) -> bool:
    return bool(rest) and rest[0] in _CLIPPED.get(unit, "")


def currency(unit: str) -> bool:
    """Whether a unit is money."""
    return unit in CURRENCIES or unit.split("/")[0] in CURRENCIES
