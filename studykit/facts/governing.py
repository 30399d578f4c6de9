"""Governing verbs: whether the verb before a blank rules it, or stands in a longer name.

实施|降低物流成本行动 is one name: a blank behind 降低 would cut it in two.
"""

import re

from studykit.facts.phrases import IMPERATIVES, NOMINAL, Word

# Behind these a verb with an object and 的 opens a noun phrase (是|导致塌方的原因).
SAYS_WHAT_IT_IS = ("是", "成为")
OF = "的"
# Verbs whose object is the name of a measure; a verb behind them is part of that name.
_NAMES_FOLLOW = frozenset(
    "实施 开展 制定 出台 完善 健全 建立 设立 推出 启动 落实 颁布 发布 印发 办好 举办 承担 获批 获得 取得 增加 提高 放宽".split()
)
# Verbs that let others act: the verb behind them rules what follows (引导企业加强合作).
_PIVOTS = frozenset(
    "引导 推动 鼓励 支持 促进 带动 帮助 促使 组织 吸引 指导 督促 要求 允许 让 使 令 邀请 动员 协助".split()
)
# 行动|平稳收官, 条件|明显改善: what follows the noun is said of it.
_EVENT = re.compile(
    r"(?:明显|平稳|圆满|顺利|显著|成功|稳步|不断|大幅|逐步|日益)(?:改善|收官|完成|落地|提升|提高|推进|增强|增长|下降|上升|建成|实施|扩大|优化|减少|好转)$"
)
# Words before a verb that only say how it is done, or that it must be.
_MANNER = frozenset(
    "加快 持续 着力 坚决 努力 力争 争取 确保 继续 主动 积极 要 应 应当 必须 需要 能够 能 会 可以 才能 方能 得以 不再 开始".split()
)
_TURNS_OBJECT = "把"
# Behind 把 these say what is made of the object (把蓝图变为现实).
_MAKES = tuple("为成在到进入于作")


def in_a_name(words: list[Word], verb: Word) -> bool:
    """Whether the verb stands within a name that began before it; `words` are those before it."""
    words = [w for w in words if w.text not in _MANNER]
    if not words:
        return False
    if any(w.text == _TURNS_OBJECT for w in words):
        return not verb.text.endswith(_MAKES)
    last = words[-1]
    if last.text in _NAMES_FOLLOW:
        return verb.text not in _NAMES_FOLLOW
    if last.verb and last.text not in _PIVOTS and verb.verb and not _rules(verb):
        return True
    first = next((w for w in words if w.text in IMPERATIVES or w.verb), None)
    return first is not None and first.text in _NAMES_FOLLOW and last.noun and last is not first


def opens_with_deed(inside: list[Word]) -> bool:
    """Whether an answer begins with a verb and its object, so that the blank cut two verbs apart."""
    opening, second = (inside[0], inside[1]) if inside[1:] else (None, None)
    if opening is None or second is None:
        return False
    return opening.verb and opening.text not in NOMINAL and (second.noun or second.tag == "b")


def tells_an_event(text: str) -> bool:
    """Whether an answer, folded, says how something went: a clause, not the object of a verb."""
    return bool(_EVENT.search(text))


def _rules(verb: Word) -> bool:
    """Whether a verb is one that demands and reports put before an object."""
    return verb.text in IMPERATIVES or verb.text in _NAMES_FOLLOW
