"""Lists: A、B、C等N as statements, and the words that ask for their items."""

import re

from studykit.facts.enumerations import Enumeration, counted, find_enumerations
from studykit.facts.frames import Frame, anaphoric
from studykit.facts.list_edges import JUDGEMENTS
from studykit.facts.model import Statement
from studykit.facts.phrases import IMPERATIVES, NOMINAL
from studykit.facts.statement_maker import FIGURE, StatementMaker

# Lists are asked first, long ones before short ones.
_WORTH = 1.5
_WORTH_OF_ITEM = 0.05
_MOST_ITEMS_WORTH = 5
# Behind such words a list has no noun of its own.
_ROLES = ("为主", "为代表", "为重点", "为核心", "为支撑")
_VAGUE_NUMBER = re.compile(r"^(?:一批|一系列|若干|多个|一些)")
_COUNTED_HEAD = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})(?:个|项|大|类|种|条|国|省|市|方面|链|化)?"
)
_WHAT = "什么"
# 在A、B上 asks for the sides of a thing.
_COUNTED_SIDES = re.compile(r"(?:[两二三四五六七八九]|\d)个?(?:方面|维度|层面|环节|领域|方向)")
_IN, _ON, _SIDES = "在", "上", "方面"
# Behind words of these kinds a list is no object.
_NAMING_TAGS = ("n", "r", "b", "j", "l", "i")
# Verbs by use that the dictionary calls nouns.
_GOVERNING = IMPERATIVES | NOMINAL
_CALLS = IMPERATIVES - NOMINAL
# A longer noun after a list is a clause of its own.
_LONGEST_HEAD = 12
# Lists whose items end alike are asked for by that ending (四条“链”, 三“化”).
_NAMED_BY_END = {
    "链": "条“链”",
    "化": "“化”",
    "关": "道“关”",
    "性": "“性”",
    "网": "张“网”",
    "圈": "个“圈”",
    "力": "“力”",
}
# How a noun that ends so is counted, the first that fits; others take 个.
_MEASURE_WORDS = (
    ("家", ("企业", "公司", "银行", "机构", "医院", "学校", "单位")),
    (
        "个",
        (
            "国家", "城市", "地区", "省份", "省", "市", "县", "集群", "环节", "方面", "问题", "领域", "关口", "中心",
            "行业", "部门", "目标", "维度", "阶段", "因素", "方向", "特征", "特点", "步骤", "区域",
        ),
    ),
    ("项", ("政策", "措施", "任务", "工程", "制度", "技术", "业务", "要求", "工作", "行动", "指标", "举措", "改革", "活动", "赛事", "服务", "事业")),
    ("种", ("模式", "形式", "方式", "能力", "精神", "现象", "语言", "方法", "做法")),
    ("类", ("产业", "产品", "人员", "人才", "资源", "要素", "能源", "材料", "疾病", "业态", "作物", "装备", "设备", "矿产", "品", "经济", "消费", "贸易")),
)  # fmt: skip


def lists(maker: StatementMaker, frame: Frame) -> list[Statement]:
    """The lists of a clause that has no figures but the number of its items."""
    text = maker.folded[frame.start : frame.end]
    if FIGURE.search(text) and "位" not in text:
        return []
    found = find_enumerations(maker.folded, maker.words, frame.start, frame.end)
    made = (_list(maker, frame, one) for one in found if not _torn(maker, one))
    return [statement for statement in made if statement is not None]


def _list(maker: StatementMaker, frame: Frame, found: Enumeration) -> Statement | None:
    items = tuple(maker.cut(low, high) for low, high in found.items)
    if any(not item or anaphoric(item) for item in items):
        return None
    asks, resume = _asks(maker, found, frame)
    if asks == _WHAT:
        asks = _open_question(maker, found)
    if not asks:
        return None
    worth = _WORTH + _WORTH_OF_ITEM * min(len(items), _MOST_ITEMS_WORTH)
    return maker.make(
        frame, "list", (found.start, found.end), asks, worth,
        items=items, open_=found.open, resume=resume,
    )  # fmt: skip


def _torn(maker: StatementMaker, found: Enumeration) -> bool:
    """Whether the first item is a clause with a verb, so that the list began before it."""
    opening, before = maker.word_at(found.start), maker.word_before(found.start)
    if opening is None or not opening.verb or _deeds(maker, found):
        return False
    subject = before is not None and (before.noun or before.tag == "r")
    return subject or (not found.open and found.head[1] > found.head[0])


def _asks(maker: StatementMaker, found: Enumeration, frame: Frame) -> tuple[str, int]:
    """Words that ask for a list, and where the clause goes on behind them."""
    low, high = found.head
    number = counted(len(found.items))
    end = found.end + (1 if found.open else 0)
    rest = maker.folded[end : frame.end]
    if rest.startswith(_ROLES):
        return "哪些", end
    noun = _VAGUE_NUMBER.sub("", maker.folded[low:high])
    said = _COUNTED_HEAD.match(noun)
    head = noun[said.end() :] if said else noun
    last = maker.word_before(high)
    if not found.open and last is not None and (last.tag == "vn" or last.verb):
        head = ""
    if 0 < len(head) <= _LONGEST_HEAD:
        if said:
            return f"哪{noun}", high
        return f"哪{number}{_measure_word(head) if found.open else '类'}{head}", high
    ends = {maker.folded[b - 1] for _, b in found.items}
    named = _NAMED_BY_END.get(ends.pop()) if len(ends) == 1 else None
    if named:
        return f"哪{number}{named}", end
    if not rest.strip("”’"):
        return _WHAT, end
    told = _COUNTED_SIDES.match(rest)
    if told:
        return f"哪{told.group()}", end + told.end()
    if rest.startswith(_SIDES):
        return f"哪{number}个{_SIDES}", end + len(_SIDES)
    if rest.startswith(_ON) and maker.folded.startswith(_IN, found.start - len(_IN)):
        return f"哪{number}个{_SIDES}", end + len(_ON)
    judged = rest.startswith(JUDGEMENTS) and _deeds(maker, found)
    return f"哪{number}{'件事' if judged else '者'}", end


def _open_question(maker: StatementMaker, found: Enumeration) -> str:
    """Words that ask for a list that closes its clause; empty where nothing leads up to them.

    Behind a verb 什么 asks for its objects; behind a noun the items have to be deeds or
    traits of what it names, else they are torn from the words before them.
    """
    before = maker.word_before(found.start)
    if before is None or before.text in _GOVERNING or not before.tag.startswith(_NAMING_TAGS):
        return _WHAT
    last = [maker.word_before(high) for _, high in found.items]
    if all(w is not None and w.tag.startswith("a") for w in last[:-1]):
        return f"有哪{counted(len(found.items))}个特点"
    return "怎么做" if _deeds(maker, found) else ""


def _deeds(maker: StatementMaker, found: Enumeration) -> bool:
    """Whether the items are things to do: all begin with a verb, one beyond doubt, and go on."""
    openings = [maker.word_at(low) for low, _ in found.items]
    whole = zip(openings, found.items, strict=True)
    return any(w is not None and w.verb for w in openings) and all(
        w is not None and w.end < high and (w.verb or w.tag == "vn" or w.text in _CALLS)
        for w, (_, high) in whole
    )


def _measure_word(noun: str) -> str:
    """The word that counts a noun: 家 for companies, 项 for policies …"""
    return next((word for word, ends in _MEASURE_WORDS if noun.endswith(ends)), "个")
