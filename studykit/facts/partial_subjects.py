"""Rules for clauses whose subject needs words from before: a part, a measure, a pronoun.

`PARTIAL` is tried in order, the first rule that matches decides; a rule answers
None where it does not match.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from studykit.article.script import fold
from studykit.facts.heads import Head
from studykit.facts.indicators import RATE, measure, without_place
from studykit.facts.missing_subjects import SHORT_TOPIC
from studykit.facts.phrases import within
from studykit.facts.stems import DANGLING
from studykit.facts.subject import Subject, after_previous, as_it_is, as_part, made_whole

# A topic of fewer characters tells no more than its subject.
_SHORTEST_TOPIC = 4
# A subject so short, after another clause, is an aspect of what that clause named;
# that clause is at least so many times longer.
_ASPECT = 5
_TIMES_LONGER = 2
# The holder set beside another (而发达经济体) is no longer than this.
_LONGEST_HOLDER = 8
# The name of a part of a whole (采矿业).
_SHORTEST_PART, _LONGEST_PART = 2, 14
_PART_ENDINGS = ("业", "業", "类", "類")
# How many characters a subject and the indicator before may share.
_LONGEST_OVERLAP = 4
# Measures that mean nothing without the clause before: 上限, 跌幅, 面积 …
_RELATIONAL = re.compile(
    r"(?:上限|下限|余下|其余|剩余|剩下|面积|总面积|建筑面积|总额|总量|均价|平均|人均|最高|最低|单价|直径|体积|质量|高度|深度|长度|宽度|全长|重量|总数|总投资|投资|总价|金额|数量|人数|规模|期限|"
    r"利率|年利率|票面利率|有效期|为期|历时|大小|年龄|温度|速度|寿命|概率|误差|成本|价格|产量|得分|票数|每人|每户|每年|每月|每股|每个|每名|每季|每日|每次|准确率|效率|达标率|参与率|成功率|首付|厚度|"
    r"重|长|高|宽|平均.{1,4}|期内.{0,6}|最高.{1,5}|最低.{1,5}|每.{1,6}|只|仅|也|共|总共|合计|约)"
)
# A clause that opens so sums up or adds.
_SUMMING = re.compile(
    r"(?:累计|共|总共|平均|先后|已|已经|每年|每天|拉动|带动|新增|可|形成|提供|创造|预计)"
)
_AVERAGE = "平均"
# Something that began to work: what it added is told in the next clause.
_OPENED = re.compile(
    r"(?:投入使用|投入运营|投入运行|建成投用|建成投产|启用|投用|开通|通车|开业|揭牌|完工|竣工|扩容|改造)$"
)
# A clause that opens so tells more of what the clause before was about.
_DEPENDENT = re.compile(
    r"(?:惠及|带动|受益|覆盖|涉及|安置|吸引|可供|提供|带来|创造|服务|解决|形成|释放|撬动|减少|节约|预计|料|会|可|已|将|并|共|有望|目标|合共|涵盖|供|使|让|令|为|其后|首届|首批)"
)
# The reports of a place leave themselves out of every clause; of them only these look back.
_DEPENDENT_IN_REPORTS = re.compile(r"(?:惠及|带动|形成|受益|覆盖|安置|吸引|服务)")
_EXCLUDING = re.compile(r"扣除[^，]{2,12}?(?:因素|影响)?(?:后)?")
# A clause that opens with a relation is about what the clause before said.
_OPENS_WITH_RELATION = re.compile(
    r"(?:大约|约|仅|只|也|均|都|已|又|再|其)?(?:是|为|占|相当于|等于|高于|低于|快于|慢于|多于|少于|较|比)(?![较重例率如])"
)
# A rate of a rate is none: such an indicator takes no 降幅 or 占比 behind it.
_RATE_END = re.compile(r"(?:率|比重|占比|比例|增速|降幅|涨幅|为.{1,4})$")
# What a clause opens with that sets another holder beside the one before.
_CONTRASTS = ("而", "但", "，而")
# The value of the other holder is stated and not compared.
_PLAIN = re.compile(r"[在为约达仅是]")


def _points_back(head: Head) -> Subject | None:
    """其, 该, 这 stand for what the clause before names; without it they name nothing."""
    if not DANGLING.match(head.subject):
        return None
    found = after_previous(head)
    return found if found.inherited else replace(found, text="")


def _part_of_sentence_before(head: Head) -> Subject | None:
    """其中 at the start of a sentence: the closing clauses of the sentence before are the whole."""
    carried, context = head.carried, head.reading.context
    if not head.among or carried.previous is not None:
        return None
    if not carried.base and context.before:
        return replace(as_it_is(head), inherited=context.before)
    return as_part(head) if context.carried else None


def _share_of_topic(head: Head) -> Subject | None:
    """The topic's own subject again before 占: 民办学校不多，民办学校占30%."""
    carried = head.carried
    if not (
        head.relation.endswith("占")
        and not carried.counted
        and carried.previous
        and _SHORTEST_TOPIC <= len(carried.topic) <= SHORT_TOPIC
        and carried.topic_subject
        and head.subject == carried.topic_subject
    ):
        return None
    return replace(as_it_is(head), text="", inherited=carried.topic)


def _continues(head: Head) -> Subject | None:
    """A quotation after a topic, a clause that opens with a relation, or with 同期."""
    if head.prefix:
        return None
    quotes = head.subject[0] in "“「" and head.carried.topic and head.carried.topic_before
    opens = _OPENS_WITH_RELATION.match(head.reading.folded, head.start, head.first.start)
    same_time = head.carried.same_time and head.carried.previous
    return after_previous(head) if quotes or opens or same_time else None


def _other_holder(head: Head) -> Subject | None:
    """Another holder beside the same measure: 我国债务率为50%，而发达经济体在60%以上."""
    carried, subject = head.carried, head.subject
    if not (
        carried.indicator
        and len(subject) <= _LONGEST_HOLDER
        and head.reading.folded[head.clause.start : head.start] in _CONTRASTS
        and head.first.unit == carried.unit
        and _PLAIN.search(head.relation)
        and without_place(carried.indicator) != carried.indicator
    ):
        return None
    return made_whole(head, subject + without_place(carried.indicator))


def _part_of_base(head: Head) -> Subject | None:
    """其中 after a figure: 出口200亿元，其中机电产品占六成."""
    return as_part(head) if head.among and head.carried.base else None


def _rate_of_indicator(head: Head) -> Subject | None:
    """涨幅, 占比 and the like are of what was measured before, unless that is a rate itself."""
    indicator = head.carried.indicator
    if not indicator or not RATE.fullmatch(head.named):
        return None
    if _RATE_END.search(fold(indicator)):
        return after_previous(head)
    return made_whole(head, indicator + head.subject)


def _measure_of_previous(head: Head) -> Subject | None:
    """A measure that means nothing alone: 新建一座水库，面积3平方公里."""
    if head.prefix or not head.carried.previous or not _RELATIONAL.fullmatch(head.named):
        return None
    return after_previous(head)


def _sum_of_subject(head: Head) -> Subject | None:
    """What a subject did in all: 基金会成立十年，累计资助500人."""
    carried = head.carried
    if head.prefix or head.regional or not carried.topic_subject or not _sums(head):
        return None
    subject = head.subject
    # 平均入住率 …，平均房租 …: what the first average is of, not the average itself.
    holder, average, _ = carried.topic_subject.partition(_AVERAGE)
    if not (average and holder and subject.startswith(_AVERAGE)):
        holder = carried.topic_subject
    return replace(made_whole(head, holder + subject), own=True)


def _sum_of_opening(head: Head) -> Subject | None:
    """What an opening added, in a place's own report: 新校区启用，新增学位3000个."""
    carried = head.carried
    if (
        head.prefix
        or not head.regional
        or not carried.topic_before
        or not _sums(head)
        or not _OPENED.search(carried.topic)
    ):
        return None
    return after_previous(head)


def _excluding(head: Head) -> Subject | None:
    """扣除价格因素 between an indicator and its real growth."""
    indicator = head.carried.indicator
    if not indicator or not _EXCLUDING.fullmatch(head.named):
        return None
    return made_whole(head, indicator + head.subject)


def _next_part(head: Head) -> Subject | None:
    """A part of what was measured, without 其中: 工业增加值增长5%，采矿业增长3%."""
    carried, subject = head.carried, head.subject
    whole = carried.base or carried.indicator
    if (
        not head.prefix
        and head.relation
        and _SHORTEST_PART <= len(subject) <= _LONGEST_PART
        and subject.endswith(_PART_ENDINGS)
        and not whole.endswith(_PART_ENDINGS)
        and measure(whole)
        and carried.relation[-2:] == head.relation[-2:]
    ):
        return as_part(head)
    return None


def _shortened(head: Head) -> Subject | None:
    """A subject that takes the end of the last indicator up: 全社会研发投入…，投入强度…."""
    whole, subject = head.carried.indicator, head.subject
    if head.prefix:
        return None
    if len(subject) >= 2 and whole.endswith(subject) and len(whole) > len(subject):
        return made_whole(head, whole)
    for size in range(min(len(subject) - 1, _LONGEST_OVERLAP), 1, -1):
        if whole.endswith(subject[:size]) and len(whole) > size + 1:
            return made_whole(head, whole[:-size] + subject)
    return None


def _dependent(head: Head) -> Subject | None:
    """A clause that can't be understood without the one before: 建成两条公路，惠及5万人."""
    if head.prefix or head.carried.previous is None:
        return None
    low, high = head.carried.previous
    return after_previous(head) if _depends(head, high - low) else None


def _sums(head: Head) -> bool:
    """Whether a clause opens with a word of summing up or adding."""
    return bool(_SUMMING.match(head.reading.folded, head.start, head.first.start))


def _depends(head: Head, previous: int) -> bool:
    """Whether a clause looks back to the one before, which is `previous` characters long."""
    folded, stop = head.reading.folded, head.first.start
    if _DEPENDENT.match(folded, head.start, stop):
        return not head.regional or bool(_DEPENDENT_IN_REPORTS.match(head.lead))
    if head.regional:
        return False
    opening = within(head.reading.words, head.start, stop)
    if opening and opening[0].verb:
        return True
    short = len(head.subject) <= _ASPECT and previous >= _TIMES_LONGER * len(head.subject)
    return bool(head.relation) and short and not _sister(head)


def _sister(head: Head) -> bool:
    """Whether a clause measures the same way as the one before, so that it stands beside it."""
    carried = head.carried
    same = carried.relation[-2:] == head.relation[-2:]
    return bool(carried.indicator) and same and carried.unit == head.first.unit


PARTIAL: tuple[Callable[[Head], Subject | None], ...] = (
    _points_back,
    _part_of_sentence_before,
    _share_of_topic,
    _continues,
    _other_holder,
    _part_of_base,
    _rate_of_indicator,
    _measure_of_previous,
    _sum_of_subject,
    _sum_of_opening,
    _excluding,
    _next_part,
    _shortened,
    _dependent,
)
