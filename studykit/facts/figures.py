"""Figures of a sentence: each quantity with its indicator, relation, period and scope.

The clause around a figure is kept as a stem, so that a question is the clause
itself with an interrogative where the figure stood: Chinese asks in place.
What a clause leaves out (subject, period, place, source) is carried over from
the clauses before it, as a reader would.
"""

import re
from dataclasses import dataclass, field, replace

from studykit.article.model import Sentence
from studykit.article.script import fold
from studykit.facts.clauses import Clause, skip_connectives, split_clauses, trim
from studykit.facts.model import Figure, Passage, Place
from studykit.facts.periods import is_absolute, is_vague, leading_period, resolve, years
from studykit.facts.phrases import IMPERATIVES, NOMINAL, Word, causative, subject_end, within
from studykit.facts.quantities import Quantity, currency, find_quantities
from studykit.facts.ranks import find_ranks
from studykit.facts.relations import relation_tail
from studykit.facts.scope import OTHERS, Scope
from studykit.facts.stems import DANGLING, Renderer, join_context, tidy, unpaired
from studykit.facts.units import PHYSICAL
import itertools

MEASURED = frozenset(PHYSICAL)

_ATTRIBUTION = re.compile(
    r"(?:(?:根据|依据|据)(?P<a>[^，,]{2,40}?)(?:研究指出|显示|表明|指出|透露|介绍|统计|测算|估计|估算|披露|报道|核算)?(?:[，,]|$)"
    r"|(?P<b>[^，,]{0,40}?(?:数据|数字|报告|研究|调查|统计|结果|指数|公报|资料|分析|预测|记录|年报|白皮书|监测|问卷|报导|消息|文件))(?:也|还|亦|均)?(?:显示|表明|指出|披露|认为|发现|预测|估计|提到|称)[，,:：]?)"
)
_SAID = re.compile(
    r"^[^，,]{2,30}?(?:显示|表明|指出|称|表示|透露|说|认为|预计|强调|介绍)[，,:：]?$"
)
_ADVERBIAL_END = re.compile(
    r"(?:时|之时|后|之后|以后|以来|期间|之间|中|当中|方面|情况下|背景下|基础上|下|之际|前|之前|以前|内|以内|同时|为止|看|来看|计算|口径|起)$"
)
_ADVERBIAL_START = re.compile(
    r"(?:在(?!职|校|建|岗|线|手)|自(?!主|由|贸|然|治|动|营|身|我)|从|截至|截止|随着|面对|经过|为了|按(?!揭)|当(?!地|选|事|局)|与|扣除|除|若|如(?!期|何)|由于|受|相比|较|作为|到(?!位|达)|至(?!少|多))"
)
_AMONG = re.compile(r"(?:其中|当中|内中)[，,]?(?:的)?")
# Measures that mean nothing without the clause before: 上限, 跌幅, 面积 …
_RELATIONAL = re.compile(
    r"(?:上限|下限|余下|其余|剩余|剩下|面积|总面积|建筑面积|总额|总量|均价|平均|人均|最高|最低|单价|直径|体积|质量|高度|深度|长度|宽度|全长|重量|总数|总投资|投资|总价|金额|数量|人数|规模|期限|"
    r"利率|年利率|票面利率|有效期|为期|历时|大小|年龄|温度|速度|寿命|概率|误差|成本|价格|产量|得分|票数|每人|每户|每年|每月|每股|每个|每名|每季|每日|每次|准确率|效率|达标率|参与率|成功率|首付|厚度|"
    r"重|长|高|宽|平均.{1,4}|期内.{0,6}|最高.{1,5}|最低.{1,5}|每.{1,6}|只|仅|也|共|总共|合计|约)"
)
_RATE = re.compile(
    r"(?:跌幅|增幅|涨幅|降幅|升幅|增速|增长率|占比|比重|比例|贡献率|平均增速|年均增速|年均增长率|同比增速|实际增速|名义增速)(?:(?:高于|低于|快于|慢于|高出|比)[^，]{1,14}|同比|环比|较.{2,6}|比.{2,6})?"
)
_SUMMING = re.compile(
    r"(?:累计|共|总共|平均|先后|已|已经|每年|每天|拉动|带动|新增|可|形成|提供|创造|预计)"
)
# Something that began to work: what it added is told in the next clause.
_OPENED = re.compile(
    r"(?:投入使用|投入运营|投入运行|建成投用|建成投产|启用|投用|开通|通车|开业|揭牌|完工|竣工|扩容|改造)$"
)
# A clause that opens so tells more of what the clause before was about.
_DEPENDENT = re.compile(
    r"(?:惠及|带动|受益|覆盖|涉及|安置|吸引|可供|提供|带来|创造|服务|解决|形成|释放|撬动|减少|节约|预计|料|会|可|已|将|并|共|有望|目标|合共|涵盖|供|使|让|令|为|其后|首届|首批)"
)
# Money set aside is told apart by what it is for.
_SETS_ASIDE = re.compile(
    r"(?:安排|投入|拿出|筹集|统筹|下达|拨付|拨款|注入|注资|斥资|出资|耗资|预留|落实|争取)(?:资金|专项资金)?$"
)
_EXCLUDING = re.compile(r"扣除[^，]{2,12}?(?:因素|影响)?(?:后)?")
# A subject so short, after another clause, is an aspect of what that clause named.
_ASPECT = 5
# 占X and 相当于X take 的 before their share.
_DENOMINATOR = re.compile(r"(?:占|相当于)(?![^，]*(?:比重|比例|比率|率)$)[^，]{2,}$")
_COMPARES = re.compile(
    r"(?:高于|高於|低于|低於|快于|快於|慢于|多于|多於|少于|少於|大于|小于|比)[^，]{1,12}$"
)
_OPENS_WITH_VERB = re.compile(
    r"(?:累计|共|新)?(?:新建|改建|扩建|改扩建|新增|净增|建成|完成|改造|盘活|发放|安排|实施|培育|引进|接待|办结|受理|开工|投放|新改建|新开工|压减|带动|惠及|补充|治理|修复|处置|查处|减免|兑现|拨付|组织|开展|举办|签约|落地)"
)
_VERB_AHEAD = re.compile(
    r"用于|用作|用来|投向|来自|因|由于|属于|是|为|毋须|无须|不|已|都|均|可|能|会|将|则|以"
)
_PLANNED = re.compile(
    r"目标|预期|力争|计划|拟|将(?=达|为|增|超|突破|建|新增|实现|完成|提|录得|有|升|降)|争取|确保|到20[2-9]\d年|规划|预计|安排"
)
_FROM = re.compile(
    r"由(?!于|此)|从(?!事|业|而|严)|自(?!来|主|由|动|然|治|身|己|贸|营|我|愿|行|筹|用|产|建|驾|媒)"
)
# Between 由 and its figure there is room for a date and a place, not for a clause.
_LONGEST_FROM = 16
# An indicator that still holds these was cut at the wrong place and is not carried on.
_REMAINS = re.compile(r"，|跨过|突破|稳居|迈上|创历史|创下|位居|达到|首次|连续|累计为|均居")
_RANKING = re.compile(
    r"(?:均|都|仍|已|也|继续|连续多年|首次)*(?:稳居|位居|位列|排名|名列|高居|跃居|升至|跃升至|居于|排在|列|居|进入|跻身|保持)(?:在|到|至)?[\u4e00-\u9fff]{0,5}$"
)
# A clause that opens with a relation is about what the clause before said.
_OPENS = re.compile(
    r"(?:大约|约|仅|只|也|均|都|已|又|再|其)?(?:是|为|占|相当于|等于|高于|低于|快于|慢于|多于|少于|较|比)(?![较重例率如])"
)
_TRAILING_DATE = re.compile(r"(?:在|于)?(?:(?:至|到)?(?:\d{4}(?:/\d{2,4})?年(?:度|底|末)?)的?)$")
_BULLET_LEAD = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]\s*")


@dataclass(slots=True)
class _State:
    """What a clause may inherit from those before it in its sentence."""

    attribution: str = ""
    period: str = ""
    leads: list[str] = field(default_factory=list)
    indicator: str = ""
    relation: str = ""
    topic: str = ""
    topic_span: tuple[int, int] = (0, 0)
    previous: tuple[int, int] | None = None
    items: list[str] = field(default_factory=list)
    base: str = ""
    group: int = 0
    among: bool = False
    topic_subject: str = ""
    counted: str = ""
    relation_shown: str = ""
    parts: bool = False
    unit: str = ""
    same_time: bool = False
    once: str = ""
    indicators: list[str] = field(default_factory=list)
    prefix: str = ""
    mark: str = " "


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence inherits from where it stands."""

    scope: Scope
    renderer: Renderer
    period: str = ""
    published: str = ""
    planned: bool = False
    carried: str = ""
    before: str = ""
    label: str = ""
    strict: bool = False


def sentence_figures(place: Place, words: list[Word], context: Context) -> list[Figure]:
    """The figures, ranks among them, that one sentence states, in order."""
    folded = place.sentence.folded
    quantities = find_quantities(folded)
    ranks = find_ranks(folded)
    if not quantities and not ranks:
        return []
    return _Reader(place, words, context, quantities, ranks).read()


class _Reader:
    """Walks the clauses of one sentence and keeps what later clauses inherit."""

    def __init__(
        self,
        place: Place,
        words: list[Word],
        context: Context,
        quantities: list[Quantity],
        ranks: list[Quantity],
    ) -> None:
        self.place = place
        self.sentence: Sentence = place.sentence
        self.folded = place.sentence.folded
        self.words = words
        self.context = context
        rank_spans = [(r.start, r.end) for r in ranks]
        self.quantities = [
            q for q in quantities if not any(a < q.end and q.start < b for a, b in rank_spans)
        ]
        self.ranks = ranks
        self.numbers = sorted([*self.quantities, *ranks], key=lambda q: q.start)
        self.state = _State(period=context.period, indicator=context.carried)
        if folded_starts_among(self.folded):
            self.state.base = context.carried
        self.figures: list[Figure] = []
        self.holes = self._asides()

    def read(self) -> list[Figure]:
        for clause in split_clauses(self.folded):
            self._clause(clause)
            for low, high in self.holes:
                if clause.start <= low and high <= clause.end:
                    saved = replace(self.state)
                    for inner in split_clauses(self.folded, low + 1, high - 1):
                        self._clause(inner, aside=True)
                    self.state = saved
        return self.figures

    def _asides(self) -> list[tuple[int, int]]:
        """Brackets that state figures of their own."""
        out = []
        for match in re.finditer(r"[（(]([^（）()]*)[）)]", self.folded):
            if (
                any(match.start() < q.start and q.end <= match.end() for q in self.numbers)
                and len(match[1]) > 4
            ):
                out.append(match.span())
        return out

    # -- one clause

    def _clause(self, clause: Clause, aside: bool = False) -> None:
        state, folded = self.state, self.folded
        if state.mark in "；;" and not aside:
            state.leads = []
            state.prefix = ""
        state.mark = clause.mark or " "
        holes = (
            [] if aside else [h for h in self.holes if clause.start <= h[0] and h[1] <= clause.end]
        )
        end = clause.end
        if holes and holes[-1][1] == clause.end:
            _, end = trim(folded, clause.start, holes[-1][0])
        bullet = _BULLET_LEAD.match(folded[clause.start : end])
        low = clause.start + (bullet.end() if bullet else 0)
        start = skip_connectives(folded, low, end)
        among = (
            state.among or bool(_AMONG.match(folded, low)) or bool(_AMONG.search(folded[low:start]))
        )
        said = _ATTRIBUTION.match(folded, start, end)
        if said and (said.end() > said.start() + 4):
            source = said.group("a") or said.group("b")
            offset = said.start("a") if said.group("a") else said.start("b")
            if not any(offset <= q.start and q.end <= offset + len(source) for q in self.numbers):
                state.attribution = self.context.renderer.cut(
                    self.sentence, offset, offset + len(source)
                )
                start = skip_connectives(folded, min(said.end(), end), end)
        numbers = [
            q
            for q in self.numbers
            if start <= q.start and q.end <= end and not any(a <= q.start < b for a, b in holes)
        ]
        start = self._take_period(start, end, bool(numbers))
        numbers = [q for q in numbers if q.start >= start]
        if start >= end:
            return
        start = skip_connectives(folded, start, end)
        if folded.startswith("我们", start) and end - start > 4:
            start += 2
        if not numbers:
            self._wordy(start, end)
            return
        state.among = False
        if (
            len(numbers) >= 1
            and "分别" in folded[start:end]
            and self._parallel(start, end, numbers, clause)
        ):
            return
        if self._parallel_again(start, end, numbers, clause):
            return
        segments = self._segments(start, end, numbers)
        if segments is None:
            self._single(start, end, numbers, clause, among)
        else:
            for low_, high_, mine, prefix, suffix in segments:
                self._single(low_, high_, mine, clause, among, prefix, suffix)

    def _take_period(self, start: int, end: int, numbers: bool) -> int:
        state, folded = self.state, self.folded
        state.same_time = False
        stop = leading_period(folded, start, end)
        if stop == start:
            return start
        text = folded[start:stop]
        rest = folded[stop:end].lstrip("，, ")
        if rest.startswith("的") or (rest and rest[0] in "是比与和至到—-"):
            return start
        original = self.sentence.text[start:stop]
        state.same_time = text in ("同期", "期内", "期间")
        if is_vague(text):
            if text.startswith(("全年", "本年", "当年")) and not is_absolute(state.period):
                state.period = ""
        else:
            resolved = resolve(text, self.context.published)
            state.period = original if resolved == text else resolved
        while stop < end and folded[stop] in "，, ":
            stop += 1
        return stop

    def _wordy(self, start: int, end: int) -> None:
        """A clause without a figure: an adverbial that is carried on, or a new topic."""
        state, folded = self.state, self.folded
        text = folded[start:end]
        if text in ("其中", "当中"):
            state.among = True
            return
        cut = self.context.renderer.cut(self.sentence, start, end)
        if _SAID.match(text):
            if len(text) <= 16:
                state.attribution = state.attribution or ""
            return
        first = state.previous is None
        if _BREAKDOWN.fullmatch(text) and (state.base or self.context.carried):
            state.among = True
            state.base = state.base or self.context.carried
            return
        if text.startswith(("扣除", "剔除", "不计")):
            state.once = cut
            return
        if (_ADVERBIAL_END.search(text) or _ADVERBIAL_START.match(text)) and len(text) <= 30:
            if state.indicator == self.context.carried:
                state.indicator = ""
            if first and len(state.leads) < 2 and not DANGLING.match(text):
                state.leads.append(cut)
            return
        if first and _NOUN_TOPIC.fullmatch(text) and not state.leads and not DANGLING.match(text):
            state.leads.append(cut)
        state.topic = unpaired(cut)
        opens = causative(folded, start, end)
        closes = subject_end(self.words, opens, end)
        subject = unpaired(self.context.renderer.cut(self.sentence, opens, closes))
        state.topic_subject = subject if len(subject) >= _SHORTEST_SUBJECT else ""
        state.topic_span = (start, end)
        state.previous = (start, end)
        state.indicator = ""
        state.base = ""
        state.items = []

    # -- parallel figures

    _VALUES = re.compile(r"[、和及与，,]|以及")

    def _parallel(self, start: int, end: int, numbers: list[Quantity], clause: Clause) -> bool:
        """A、B、C分别增长a、b、c."""
        folded, state = self.folded, self.state
        at = folded.index("分别", start)
        after = at + 2
        values = [q for q in numbers if q.start >= after]
        values = self._fill_units(after, values, end)
        if len(values) < 2:
            return False
        relation_text = folded[after : values[0].start]
        if len(relation_text) > 14 or "，" in relation_text:
            return False
        low, high = trim(folded, start, at)
        items_text = folded[low:high]
        items_text = re.sub(r"(?:均|也|都|则)$", "", items_text)
        high = low + len(items_text)
        items: list[tuple[int, int]] = []
        if items_text:
            head = self._item_head(low, high)
            items = self._split_items(head, high, len(values))
            prefix = self.context.renderer.cut(self.sentence, low, head) if head > low else ""
            names = [prefix + n for n in self._names(items)] if items else []
        else:
            names = self._topic_items(len(values)) or self._recent(len(values))
        if len(names) != len(values) and _RATE.fullmatch(items_text):
            shown = self.context.renderer.cut(self.sentence, low, high)
            names = [name + shown for name in self._recent(len(values))]
        if len(names) != len(values) and len(values) == 2:
            names = _both_of(
                items_text,
                self.context.renderer.cut(self.sentence, low, high) if items_text else "",
            )
        if len(names) != len(values):
            return False
        self._emit_parallel(names, relation_text, values, clause, start)
        state.items = names
        state.previous = (start, end)
        return True

    def _parallel_again(
        self, start: int, end: int, numbers: list[Quantity], clause: Clause
    ) -> bool:
        """达a和b, after a clause of as many parallel items."""
        state, folded = self.state, self.folded
        if len(state.items) < 2 or len(numbers) != len(state.items):
            return False
        lead = folded[start : numbers[0].start]
        tail = relation_tail(lead)
        if tail[0] > 0 or not tail[1]:
            return False
        gaps = [folded[a.end : b.start].strip() for a, b in itertools.pairwise(numbers)]
        if not all(g in ("、", "和", "及", "与", "以及") for g in gaps):
            return False
        self._emit_parallel(state.items, lead, numbers, clause, start)
        return True

    def _recent(self, count: int) -> list[str]:
        """The indicators of the last figures of this sentence."""
        names = list(dict.fromkeys(self.state.indicators))[-count:]
        return names if len(names) == count else []

    def _emit_parallel(
        self, names: list[str], relation: str, values: list[Quantity], clause: Clause, start: int
    ) -> None:
        self.state.group += 1
        begin = (
            self.state.previous[0]
            if not self.folded[start : values[0].start].strip() or start > clause.start + 30
            else clause.start
        )
        if names is self.state.items and self.state.previous:
            begin = self.state.previous[0]
        rel_start = values[0].start - len(relation)
        shown = tidy(self.sentence.text[rel_start : values[0].start])
        for name, quantity in zip(names, values, strict=True):
            self._add(
                quantity, begin, clause.end, before=name + shown, after="", indicator=name,
                relation=relation.strip(), label=name, group=f"p{self.state.group}",
            )  # fmt: skip
        self.state.indicator = ""
        self.state.previous = (clause.start, clause.end)

    def _fill_units(self, after: int, values: list[Quantity], end: int) -> list[Quantity]:
        """Values whose unit is printed once, at the last of them: 15、22个百分点."""
        if not values:
            return values
        last = values[-1]
        first = values[0]
        stretch = self.folded[after : first.start]
        match = re.search(r"(?:(?:\d+(?:\.\d+)?)(?:[、和及与]|以及))+$", stretch)
        if match is None:
            return values
        extra: list[Quantity] = []
        for number in re.finditer(r"\d+(?:\.\d+)?", match.group()):
            low = after + match.start() + number.start()
            high = after + match.start() + number.end()
            fixed = find_quantities(number.group() + last.scale + last.unit)
            if not fixed:
                return values
            extra.append(
                replace(fixed[0], start=low, end=high, core_start=low, core_end=high, borrowed=True)
            )
        return [*extra, *values]

    def _item_head(self, low: int, high: int) -> int:
        """Where the list of items begins: behind a leading verb or adverbial with a comma."""
        comma = max(self.folded.rfind("，", low, high), self.folded.rfind("：", low, high))
        return comma + 1 if comma >= 0 else low

    def _split_items(self, low: int, high: int, count: int) -> list[tuple[int, int]]:
        folded = self.folded
        marks = self._list_marks(low, high, "、")
        spans = _cut(low, high, marks)
        if len(spans) < count:
            last_low, last_high = spans[-1]
            for joint in ("以及", "和", "及", "与"):
                inner = [m.start() for m in re.finditer(joint, folded[last_low:last_high])]
                inner = [last_low + i for i in inner if self._at_word(last_low + i, len(joint))]
                if inner and len(spans) + len(inner) >= count:
                    chosen = inner[-(count - len(spans)) :]
                    spans = spans[:-1] + _cut(
                        last_low, last_high, [(i, len(joint)) for i in chosen]
                    )
                    break
        return spans if len(spans) == count else []

    def _list_marks(self, low: int, high: int, mark: str) -> list[tuple[int, int]]:
        out, depth = [], 0
        for at in range(low, high):
            ch = self.folded[at]
            if ch in "“（(《「":
                depth += 1
            elif ch in "”）)》」":
                depth -= 1
            elif ch == mark and depth <= 0:
                out.append((at, 1))
        return out

    def _at_word(self, at: int, length: int) -> bool:
        return any(w.start == at and w.end == at + length for w in self.words)

    def _names(self, items: list[tuple[int, int]]) -> list[str]:
        """The items' names with the tail that the last one states for all (城镇、农村居民收入)."""
        cut = self.context.renderer.cut
        texts = [cut(self.sentence, a, b) for a, b in items]
        low, high = items[-1]
        last = self.folded[low:high]
        others = [self.folded[a:b] for a, b in items[:-1]]
        size = self._shared_tail(last, others, low)
        if size:
            tail = texts[-1][-size:]
            texts = [t + tail for t in texts[:-1]] + [texts[-1]]
        else:
            head = self._shared_head(self.folded[items[0][0] : items[0][1]], items[0][0])
            first_words = within(self.words, *items[0])
            if (
                len(first_words) > 1
                and last[-1:] == first_words[-1].text[-1:]
                and _MEASURE_END.search(last)
                and len(last) <= 4
            ):
                head = first_words[-1].start - items[0][0]
            if (
                head
                and all(len(o) <= len(last) + 4 for o in others)
                and _PLAIN_ITEM.fullmatch(last)
                and len(last) <= 6
            ):
                texts = [texts[0]] + [texts[0][:head] + t for t in texts[1:]]
        return texts

    def _shared_tail(self, last: str, others: list[str], low: int) -> int:
        """How many characters at the end of the last item belong to all of them."""
        if "的" in last and not any("的" in o for o in others):
            size = len(last) - last.rindex("的")
            if size <= 10:
                return size
        for ending in _CLASS_ENDINGS:
            if all(o.endswith(ending) for o in others):
                at = last.rfind(ending, 0, len(last) - 1)
                if at >= 0 and len(last) - at - len(ending) >= 2 and not last.endswith(ending):
                    return len(last) - at - len(ending)
        opener = next((w for w in self.words if w.start == low), None)
        tags = {w.tag for o in others for w in self.words if w.text == o}
        if (
            opener is not None
            and tags == {opener.tag}
            and len(last) - len(opener.text) >= 2
            and opener.tag in ("ns", "nr", "nz", "m")
        ):
            return len(last) - len(opener.text)
        sizes = {len(o) for o in others}
        if len(sizes) == 1 and not any(_MEASURE_END.search(o) for o in others):
            n = sizes.pop()
            ends = [w.end - low for w in self.words if low <= w.start and w.end - low < len(last)]
            compound = any(w.start == low and w.end - low >= n + 2 for w in self.words)
            near = [e for e in ends if abs(e - n) <= 1 and len(last) - e >= 2]
            if n in near or (compound and n <= _SHORT_ITEM and len(last) >= n + 2):
                return len(last) - n
            if near:
                return len(last) - max(near)
        return 0

    def _shared_head(self, first: str, low: int) -> int:
        at = first.find("的")
        return at + 1 if 0 < at < len(first) - 1 else 0

    def _topic_items(self, count: int) -> list[str]:
        state = self.state
        if state.items and len(state.items) == count:
            return state.items
        if not state.topic_span[1]:
            return []
        low, high = state.topic_span
        high -= len(self.folded[low:high]) - len(_SUPERLATIVE.sub("", self.folded[low:high]))
        spans = self._split_items(low, high, count)
        return self._names(spans) if spans else []

    # -- clauses with one figure, or with several that are asked one at a time

    def _segments(
        self, start: int, end: int, numbers: list[Quantity]
    ) -> list[tuple[int, int, list[Quantity], str, str]] | None:
        """A clause cut at its 、 where every part states a figure of its own."""
        marks = self._list_marks(start, end, "、")
        if not marks or len(numbers) < 2:
            return None
        spans = _cut(start, end, marks)
        merged: list[tuple[int, int, list[Quantity]]] = []
        low = spans[0][0]
        for a, b in spans:
            mine = [q for q in numbers if low <= q.start and q.end <= b]
            if mine:
                merged.append((low, b, mine))
                low = -1
            if low == -1:
                following = [s for s in spans if s[0] > b]
                low = following[0][0] if following else b
        if len(merged) < 2 or merged[-1][1] != end:
            return None
        counted = [
            low_ == mine[0].start or self.folded[low_ : mine[0].start].strip() == ""
            for low_, _, mine in merged[1:]
        ]
        out: list[tuple[int, int, list[Quantity], str, str]] = []
        if all(counted) and all(len(m) == 1 for _, _, m in merged):
            first_low, _, first = merged[0]
            prefix = self.context.renderer.cut(self.sentence, first_low, first[0].start)
            last_low, last_high, last = merged[-1]
            rest = within(self.words, last[0].end, last_high)
            suffix = ""
            verb = next((w for w in rest if w.verb or w.tag in ("p", "d")), None)
            if verb is not None and not _modifies(self.folded, verb):
                suffix = self.context.renderer.cut(self.sentence, verb.start, last_high)
                merged[-1] = (last_low, trim(self.folded, last_low, verb.start)[1], last)
            for k, (a, b, mine) in enumerate(merged):
                out.append((a, b, mine, "" if k == 0 else prefix, suffix))
            return out
        if any(counted):
            return None
        opener = self._opening_verb(merged[0][0], merged[0][2][0].start)
        return [
            (a, b, mine, opener if k and self._plain_count(a, mine) else "", "")
            for k, (a, b, mine) in enumerate(merged)
        ]

    def _opening_verb(self, start: int, end: int) -> str:
        """The verb that opens a clause and governs its later items too (建成A20所、B5个)."""
        inside = within(self.words, start, end)
        size = 0
        for k, word in enumerate(inside):
            if (
                word.verb
                and word.end - word.start >= 2
                and k + 1 < len(inside)
                and inside[k + 1].text != "的"
            ):
                size = word.end
                break
            if word.tag not in ("d", "ad") and word.text not in ("累计", "共", "新"):
                break
        return self.context.renderer.cut(self.sentence, start, size) if size else ""

    def _plain_count(self, start: int, mine: list[Quantity]) -> bool:
        """Whether an item is a bare noun and a count, without a verb of its own."""
        lead = self.folded[start : mine[0].start]
        inside = within(self.words, start, mine[0].start)
        return (
            mine[0].kind == "amount"
            and not relation_tail(lead)[1]
            and bool(inside)
            and not inside[0].verb
        )

    def _single(
        self, start: int, end: int, numbers: list[Quantity], clause: Clause, among: bool,
        prefix: str = "", suffix: str = "",
    ) -> None:  # fmt: skip
        folded, state = self.folded, self.state
        cut = self.context.renderer.cut
        if not prefix:
            start = skip_connectives(folded, start, end)
        first = numbers[0]
        lead = folded[start : first.start]
        from_at, has_from = self._change_from(lead, start, numbers)
        if has_from:
            subject_stop, relation = from_at, ""
        else:
            size, relation, _ = relation_tail(_TRAILING_DATE.sub("", lead), self._starts(start))
            ranking = _RANKING.search(lead) if first.kind == "rank" else None
            if ranking:
                size, relation = ranking.start(), ranking.group()
            subject_stop = start + size
        subject = prefix or _TRAILING_WORDS.sub("", cut(self.sentence, start, subject_stop))
        inherited = ""
        own = bool(prefix)
        quote_start = clause.start
        if (
            among is False
            and state.parts
            and relation
            and first.unit == state.unit
            and (relation == state.relation or subject.endswith(_CLASS_ENDINGS))
        ):
            among = True
        if (
            relation in ("为", "对", "向", "给")
            and lead == relation
            and folded[first.end : end].strip()
        ):
            relation, subject_stop, subject = "", first.start, ""
        bare = not relation and not has_from
        if DANGLING.match(subject):
            inherited, quote_start = self._previous_clause(clause)
            if not inherited:
                subject = ""
        elif not subject.strip():
            if state.indicator and (relation or has_from):
                subject = state.indicator
                quote_start = state.previous[0] if state.previous else clause.start
            elif state.topic_subject and (relation or has_from):
                if (
                    state.previous == state.topic_span
                    and len(state.topic) <= _SHORT_TOPIC
                    and not DANGLING.match(state.topic)
                ):
                    inherited = state.topic
                else:
                    subject = state.topic_subject
                quote_start = state.topic_span[0]
                own = True
            elif relation or has_from:
                inherited, quote_start = self._previous_clause(clause)
            if has_from and state.topic and state.previous == state.topic_span:
                inherited, quote_start = self._previous_clause(clause)
                subject = "" if inherited else subject
        elif among and state.previous is None and not state.base and self.context.before:
            inherited = self.context.before
        elif among and state.previous is None and self.context.carried and subject.strip():
            subject, quote_start = self._part_of(subject, relation, first)
        elif (
            re.search(r"占$", relation)
            and not state.counted
            and state.previous
            and 4 <= len(state.topic) <= _SHORT_TOPIC
            and state.topic_subject
            and subject == state.topic_subject
        ):
            inherited, subject = state.topic, ""
        elif (
            (
                subject[:1] in "“「"
                and not prefix
                and state.topic
                and state.previous == state.topic_span
            )
            or (_OPENS.match(folded, start, first.start) and not prefix)
            or (state.same_time and state.previous and not prefix)
        ):
            inherited, quote_start = self._previous_clause(clause)
        elif state.indicator and self._contrast(clause, start, subject, relation, first):
            subject = subject + _without_place(state.indicator)
            quote_start = state.previous[0] if state.previous else clause.start
        elif among and state.base:
            subject, quote_start = self._part_of(subject, relation, first)
        elif (
            state.indicator
            and _RATE_END.search(fold(state.indicator))
            and _RATE.fullmatch(folded[start:subject_stop])
        ):
            inherited, quote_start = self._previous_clause(clause)
        elif state.indicator and _RATE.fullmatch(folded[start:subject_stop]):
            subject = state.indicator + subject
            quote_start = state.previous[0] if state.previous else clause.start
        elif _RELATIONAL.fullmatch(folded[start:subject_stop]) and state.previous and not prefix:
            inherited, quote_start = self._previous_clause(clause)
        elif (
            state.topic_subject
            and not prefix
            and not self.context.scope.regional
            and _SUMMING.match(folded, start, first.start)
        ):
            subject = state.topic_subject + subject
            quote_start = state.previous[0] if state.previous else clause.start
            own = True
        elif (
            self.context.scope.regional
            and not prefix
            and state.previous == state.topic_span != (0, 0)
            and _SUMMING.match(folded, start, first.start)
            and _OPENED.search(state.topic)
        ):
            inherited, quote_start = self._previous_clause(clause)
        elif _EXCLUDING.fullmatch(folded[start:subject_stop]) and state.indicator:
            subject = f"{state.indicator}{subject}"
            quote_start = state.previous[0] if state.previous else clause.start
        elif not prefix and relation and self._member(subject, relation):
            subject, quote_start = self._part_of(subject, relation, first)
        elif (joined := self._overlap(subject)) and not prefix:
            subject = joined
            quote_start = state.previous[0] if state.previous else clause.start
        elif not prefix and self._dependent(start, first.start, subject, relation):
            inherited, quote_start = self._previous_clause(clause)
        before_text = ""
        if (
            not subject.strip()
            and not inherited
            and not prefix
            and bare
            and not self.context.scope.regional
            and state.previous
            and not lead.strip()
        ):
            inherited, quote_start = self._previous_clause(clause)
        if not subject.strip() and not inherited and not prefix:
            before_text = self._quantity_first(first, end, among)
            if before_text:
                own = True
                quote_start = state.previous[0] if state.previous else clause.start
        readable = bool(subject.strip() or inherited or (not relation and not has_from))
        if self.context.strict and not (
            inherited == "" and self._names_subject(start, first.start)
        ):
            readable = False
        if "分别" in folded[start : first.start]:
            readable = False
        adverbial = clause.mark in "，," and bool(
            _ADVERBIAL_END.search(folded[start:end])
            or re.match(
                r"在(?!职|校|建|岗|线|手|于)|当(?!地|选|事|局|年|月|日|前)", folded[start:end]
            )
        )
        following = self._next_clause(clause) if adverbial else ""
        for k, quantity in enumerate(numbers):
            head = (
                cut(self.sentence, subject_stop, quantity.start)
                if not prefix
                else cut(self.sentence, start, quantity.start)
            )
            if len(numbers) > 1 and prefix:
                continue
            if before_text and k == 0:
                subject = before_text
            before = (prefix + head) if prefix else subject + head
            after = cut(self.sentence, quantity.end, end) + suffix
            if after.startswith("、"):
                after = ""
            if (
                re.search(r"由[^，]{0,12}(?:年|年度|年底|年末)$", folded[start : quantity.start])
                and clause.mark in "，,"
            ):
                after = f"{after}，{self._next_clause(clause)}".rstrip("，")
            if before.endswith(("：", ":")):
                before = before[:-1] + "为"
            if (
                not after
                and not relation
                and _SETS_ASIDE.search(folded[start : quantity.start])
                and clause.mark in "，,"
            ):
                after = f"，{self._next_clause(clause)}".rstrip("，")
            if adverbial and after.endswith("中") and not folded.startswith("在", start):
                after = after[:-1]
            elif adverbial and following:
                after = f"{after}，{following}"
            if before_text and k == 0 and self.folded[quantity.end : quantity.end + 1] == "则":
                after = after[1:]
            if state.counted and re.search(r"[占佔]$", before) and not after:
                before += state.counted
            if not prefix and head in ("至", "到") and state.relation:
                before = subject + re.sub(r"[了至到为]+$", "", state.relation_shown) + head
            if (
                k < len(numbers) - 1
                and numbers[k + 1].kind != "rank"
                and _incidental(quantity, folded)
            ):
                continue
            rel = (
                relation
                if k == 0
                else relation_tail(folded[numbers[k - 1].end : quantity.start])[1]
            )
            self._add(
                quantity, quote_start, clause.end, before=before, after=after,
                indicator=subject or after[:20], relation=rel, context=inherited,
                group=f"s{self.place.order}", label=cut(self.sentence, start, subject_stop),
                readable=readable, bare=bare and k == 0 and not prefix, own=own,
                changes=(k + 1 if has_from and len(numbers) == 2 and k < 2 else 0),
            )  # fmt: skip
        state.prefix = inherited
        state.parts = among
        state.unit = first.unit
        if adverbial and len(state.leads) < 2:
            state.leads.append(cut(self.sentence, start, end))
        if subject.strip():
            state.indicators.append(subject)
        head_end = subject_end(self.words, start, first.start)
        if head_end > start and not prefix and not among:
            name = unpaired(cut(self.sentence, start, head_end))
            if len(name) >= _SHORTEST_SUBJECT:
                state.topic_subject = name
        if inherited:
            pass
        elif subject.endswith(("的", "是")) or _REMAINS.search(subject):
            state.indicator = ""
        elif subject.strip() and not prefix:
            state.indicator = subject
            if not among:
                state.base = subject
        elif not state.indicator:
            state.indicator = ""
        if head not in ("至", "到"):
            state.relation = relation
            state.relation_shown = head
        if not folded[start : first.start].strip():
            stop = _VERB_AHEAD.search(folded, first.end, end)
            closes = stop.start() if stop else subject_end(self.words, first.end, end)
            state.counted = (
                cut(self.sentence, first.end, closes) if closes - first.end <= 12 else ""
            )
        else:
            state.counted = ""
        state.items = []
        state.previous = (start, end)

    def _contrast(
        self, clause: Clause, start: int, subject: str, relation: str, quantity: Quantity
    ) -> bool:
        """Whether a clause sets another holder beside the same measure (而发达经济体在60%以上)."""
        return (
            0 < len(subject) <= 8
            and self.folded[clause.start : start] in ("而", "但", "，而")
            and quantity.unit == self.state.unit
            and bool(re.search(r"[在为约达仅是]", relation))
            and _without_place(self.state.indicator) != self.state.indicator
        )

    def _member(self, subject: str, relation: str) -> bool:
        """Whether a clause goes on to a part of what was measured (采矿业增长…，制造业增长…)."""
        base = self.state.base or self.state.indicator
        return (
            2 <= len(subject) <= 14
            and subject.endswith(("业", "業", "类", "類"))
            and not base.endswith(("业", "業", "类", "類"))
            and bool(_measure(base))
            and self.state.relation[-2:] == relation[-2:]
        )

    def _names_subject(self, start: int, stop: int) -> bool:
        """Whether a proper name stands before the figure, where no punctuation tells clauses apart."""
        return any(
            w.tag in ("nr", "ns", "nt", "nz") or bool(re.search(r"[A-Za-z]{2}", w.text))
            for w in within(self.words, start, stop)
        )

    def _overlap(self, subject: str) -> str:
        """A shortened subject made whole from the figure before (全社会研发投入, 投入强度)."""
        whole = self.state.indicator
        if len(subject) >= 2 and whole.endswith(subject) and len(whole) > len(subject):
            return whole
        for size in range(min(len(subject) - 1, 4), 1, -1):
            if whole.endswith(subject[:size]) and len(whole) > size + 1:
                return whole[:-size] + subject
        return ""

    def _dependent(self, start: int, stop: int, subject: str, relation: str) -> bool:
        """Whether a clause can't be understood without the one before."""
        state = self.state
        if state.previous is None:
            return False
        low, high = state.previous
        regional = self.context.scope.regional
        if _DEPENDENT.match(self.folded, start, stop):
            return not regional or bool(
                re.match(r"(?:惠及|带动|形成|受益|覆盖|安置|吸引|服务)", self.folded[start:stop])
            )
        opens = next(iter(within(self.words, start, stop)), None)
        if opens is not None and opens.verb and not regional:
            return True
        if 0 < len(subject) <= _ASPECT and relation and not regional:
            return len(self.folded[low:high]) >= 2 * len(subject)
        return False

    def _starts(self, start: int) -> frozenset[int]:
        """Offsets from `start` at which a word begins."""
        return frozenset(w.start - start for w in self.words if w.start >= start)

    def _quantity_first(self, quantity: Quantity, end: int, among: bool) -> str:
        """What stands before a figure that opens its clause (16%则用于…, 3次亲临…)."""
        state = self.state
        rest = within(self.words, quantity.end, end)
        verbal = bool(rest) and (
            rest[0].verb or rest[0].tag in ("p", "d", "c") or rest[0].text == "则"
        )
        if verbal and quantity.kind == "share" and state.counted:
            return state.counted
        if verbal and quantity.unit == "次" and state.topic_subject:
            return state.topic_subject
        return ""

    def _change_from(self, lead: str, start: int, numbers: list[Quantity]) -> tuple[int, bool]:
        """Whether the figures are the ends of a change (由A提高到B) and where 由 stands."""
        match = next(reversed(list(_FROM.finditer(lead))), None)
        if match is None or len(lead) - match.start() > _LONGEST_FROM:
            return start, False
        if len(numbers) < 2 and not re.search(
            r"[至到]", self.folded[numbers[0].end : numbers[0].end + 12]
        ):
            return start, False
        return start + match.start(), True

    def _next_clause(self, clause: Clause) -> str:
        """The clause after, where an adverbial needs it to make a question."""
        following = [c for c in split_clauses(self.folded) if c.start > clause.start]
        if not following:
            return ""
        text = unpaired(
            self.context.renderer.cut(self.sentence, following[0].start, following[0].end)
        )
        return text if len(text) <= _LONGEST_CONTEXT else ""

    def _previous_clause(self, clause: Clause) -> tuple[str, int]:
        """The clause before as context, where it is short enough to stand in a question."""
        state = self.state
        if state.previous is None:
            return "", clause.start
        low, high = state.previous
        text = unpaired(self._without_figures(low, high))
        if not text or len(text) > _LONGEST_CONTEXT or DANGLING.match(text):
            return "", clause.start
        if (
            state.prefix
            and state.prefix not in text
            and len(state.prefix) + len(text) < _LONGEST_CHAIN
        ):
            text = f"{state.prefix}，{text}"
        return text, low

    def _without_figures(self, low: int, high: int) -> str:
        """The words of a clause without figures that only end a noun phrase: what it is about."""
        cut = self.context.renderer.cut
        inside = [q for q in self.numbers if low <= q.start and q.end <= high]
        if len(inside) != 1:
            return cut(self.sentence, low, high)
        quantity = inside[0]
        lead = self.folded[low : quantity.start]
        if self.folded[quantity.end : high].strip() or not lead.strip():
            return cut(self.sentence, low, high)
        size, relation, _ = relation_tail(lead, self._starts(low))
        if relation and not _PLAIN_RELATION.fullmatch(relation):
            return cut(self.sentence, low, high)
        start = skip_connectives(self.folded, low, low + size)
        return cut(self.sentence, start, low + size) if size >= _SHORTEST_CONTEXT else ""

    def _part_of(self, subject: str, relation: str, quantity: Quantity) -> tuple[str, int]:
        """The subject of a part (其中，X为a) with the whole that it is part of."""
        state = self.state
        begin = state.previous[0] if state.previous else 0
        base = state.base or state.indicator
        if len(subject) >= 4 and subject[-2:] == base[-2:]:
            return subject, begin
        measure = _measure(base)
        if (
            measure
            and quantity.kind in ("share", "range")
            and (relation.rstrip("了") in ("为", "是", "达", "达到", "") or len(measure) <= 4)
        ):
            return subject + measure, begin
        return f"{base}中，{subject}", begin

    # -- the figure itself

    def _counts(self, quantity: Quantity) -> bool:
        """Whether the word after the figure is a noun that it counts or shares out."""
        rest = [w for w in self.words if w.start >= quantity.end][:1]
        return (
            bool(rest) and (rest[0].noun or rest[0].tag.startswith(("a", "b"))) and not rest[0].verb
        )

    def _link(self, before: str, quantity: Quantity) -> str:
        """The verb that a question needs where the text sets noun beside figure."""
        folded = fold(before)
        if _COMPARES.search(folded):
            return ""
        if quantity.kind in ("share", "ratio") or (
            quantity.kind == "range" and quantity.unit == "%"
        ):
            return "的" if _DENOMINATOR.search(folded) else "为"
        if quantity.kind in ("rank", "multiple", "duration"):
            return ""
        low = max(0, quantity.start - len(before))
        words = [w for w in self.words if low <= w.start and w.end <= quantity.start]
        if (
            not words
            or words[0].verb
            or words[0].text in IMPERATIVES
            or _OPENS_WITH_VERB.match(folded)
        ):
            return ""
        if not words[-1].noun and words[-1].text not in NOMINAL:
            return ""
        said = "为" if currency(quantity.unit) or quantity.unit in MEASURED else "有"
        return self.context.renderer.say(said)

    def _add(
        self, quantity: Quantity, start: int, end: int, *, before: str, after: str, indicator: str,
        relation: str = "", context: str = "", label: str = "", group: str = "", readable: bool = True,
        bare: bool = False, own: bool = False, changes: int = 0,
    ) -> None:  # fmt: skip
        state, scope = self.state, self.context.scope
        before = unpaired_left(before)
        firm = _VERBAL_HEDGE.match(self.folded, quantity.start, quantity.core_start)
        if firm and not _has_verb(relation) and quantity.high is None:
            before += self.context.renderer.cut(self.sentence, quantity.start, quantity.core_start)
            relation = relation + firm.group()
            quantity = replace(quantity, start=quantity.core_start, hedge="")
            bare = False
        rough = _ROUGH.get(quantity.hedge)
        if (
            rough
            and bare
            and quantity.high is None
            and not after.startswith(("的", "，"))
            and before
            and self.folded[quantity.start : quantity.core_start].strip()
        ):
            said = self.context.renderer.say(rough)
            if not before.endswith(said):
                before += said
            quantity = replace(quantity, start=quantity.core_start, hedge="")
            bare = False
        low, high = trim(self.folded, start, max(end, quantity.end))
        if quantity.kind == "rank" and (
            ("均" in relation and not re.search(r"[、和及与]", before))
            or _CONTINUED.search(self.folded[max(0, quantity.start - 10) : quantity.start])
        ):
            readable = False
        passage = Passage(self.place, low, high)
        text = tidy(self.sentence.text[quantity.start : quantity.end])
        at = self.folded.rfind(relation, 0, quantity.start) if relation else -1
        shown = self.sentence.text[at : at + len(relation)] if at >= 0 else relation
        period = "" if years(before[:8]) or _OWN_TIME.search(fold(before)) else state.period
        if period and self.context.planned and period == self.context.period and not context:
            period = self.context.renderer.say("按") + period + self.context.renderer.say("的安排")
        named = ""
        if (
            scope.regional
            and scope.name
            and not own
            and not _names_place(before or after, scope.name)
        ):
            named = scope.name
        leads = [lead for lead in state.leads if lead not in before]
        if self.context.label and self.context.label not in before:
            leads.insert(0, self.context.label + self.context.renderer.say("方面"))
        full = join_context(
            f"{self.context.renderer.say('据')}{state.attribution}" if state.attribution else "",
            period,
            *leads,
            named + context if named and context else context,
            state.once,
        )
        state.once = ""
        if bare and not after and before and not _verbal(before):
            before += self._link(before, quantity)
        self.figures.append(
            Figure(
                passage,
                quantity,
                text,
                before=named + before if not context else before,
                after=after,
                indicator=tidy(indicator),
                context=full,
                scope=named,
                period=period,
                relation=shown,
                attribution=state.attribution,
                group=f"{self.place.order}:{group}",
                label=label,
                counts=self._counts(quantity),
                planned=self.context.planned
                or bool(_PLANNED.search(self.folded[low : quantity.start])),
                first_of_change=changes == 1,
                last_of_change=changes == 2,
                doubtful="" if readable else "unreadable",
            )
        )


# A clause so short says what a figure is about better than its subject alone.
_SHORT_TOPIC = 22
# A subject of fewer characters names nothing.
_SHORTEST_SUBJECT = 2
# Up to this length the items of a list are modifiers that share the last one's head (城镇、农村居民).
_SHORT_ITEM = 3
# A clause longer than this would bury the question that it gives context to.
_LONGEST_CONTEXT = 45
# A rank held for years is asked by its years.
_CONTINUED = re.compile(r"连续[\d一二两三四五六七八九十]+年")
# Persons, bodies and the place's own short names take no place before them.
_OWN_STANDING = re.compile(
    r"我(?!国)|省|市(?!场|政)|自治区|各|全(?!社会)|党中央|国务院|中央|[\u4e00-\u9fff]{2,10}(?:总书记|主席|总理|书记|省长|同志)|向|回顾|根本"
)
_ROUGH = {"超": "超过", "逾": "超过", "近": "接近", "将近": "接近"}
_TRAILING_WORDS = re.compile(
    r"(?:比上年(?:末|同期)?|比去年(?:同期)?|较上年(?:末|同期)?|比上月|虽然|雖然|则|則|亦|也|更|仍|均|都|就|才|只|还|還|又|已)+$"
)
# A rate of a rate is none: such an indicator takes no 降幅 or 占比 behind it.
_RATE_END = re.compile(r"(?:率|比重|占比|比例|增速|降幅|涨幅|为.{1,4})$")
# 分类别看: what follows are parts of what was measured before.
_BREAKDOWN = re.compile(r"(?:其中，?)?(?:分[^，]{1,5}看|按[^，]{1,8}(?:划分|分|看))")
# A first clause that only names what the sentence is about (育有初生婴儿的纳税人，…).
_NOUN_TOPIC = re.compile(r"(?![^，]*(?:是|有|为|已|将|会|在))[^，]{3,16}的[^，的]{2,6}")
_OWN_TIME = re.compile(r"现时|目前|\d{4}/\d{2,4}年度")
_SHORTEST_CONTEXT = 3
# Relations that say no more than that a value follows.
_PLAIN_RELATION = re.compile(
    r"(?:已经|已|共|累计|合计|总计)?(?:为|是|达|达到|有|共有|达到了|约为|超过|突破)"
)
# Two clauses of context together.
_LONGEST_CHAIN = 56
_CLASS_ENDINGS = (
    "制造业",
    "服务业",
    "产业",
    "行业",
    "工业",
    "农业",
    "业",
    "地区",
    "区",
    "部门",
    "企业",
    "城市",
    "市",
    "国家",
    "国",
    "省",
    "类",
    "品",
    "县",
    "州",
)
_SUPERLATIVE = re.compile(
    r"(?:的?(?:增幅|涨幅|升幅|跌幅|降幅|增速|规模|占比|增长|表现|贡献))?(?:均)?(?:最|较)[大高快多低小慢少突出明显]{1,2}$|(?:均|都)?(?:保持|实现)?(?:较快|稳定|快速)增长$"
)
# An item that ends so is a measure of its own and shares no head with the next.
_MEASURE_END = re.compile(r"[值额量率数重比入出资口客度产积本价人次费利业]$")
_PLAIN_ITEM = re.compile(r"[\u4e00-\u9fff]{2,6}")
_ENTITY = (
    "企业",
    "行业",
    "产业",
    "居民",
    "人口",
    "国家",
    "地区",
    "部门",
    "家庭",
    "单位",
    "学校",
    "机构",
    "公司",
    "全国",
    "银行",
    "工业",
    "农业",
    "服务业",
    "制造业",
    "市场",
    "城市",
    "政府",
    "香港",
)


def _measure(indicator: str) -> str:
    """The measure in an indicator, behind the last entity in it: 企业|营业收入利润率."""
    best = ""
    for entity in _ENTITY:
        at = indicator.rfind(entity)
        rest = indicator[at + len(entity) :] if at >= 0 else ""
        if len(rest.lstrip("的")) >= 2 and (not best or len(rest) < len(best)):
            best = rest
    return best


# Hedges that are verbs too: they stay in the question (首次超过多少).
_VERBAL_HEDGE = re.compile(r"超过|接近|不足|不到|将近|不低于|不超过|不少于")


def _has_verb(relation: str) -> bool:
    return bool(re.search(r"[为是达至到占增减升降]|增长|提高|下降", relation))


def _incidental(quantity: Quantity, folded: str) -> bool:
    """Whether a small count only introduces what another figure measures (三条产业链产值合计…)."""
    text = folded[quantity.core_start : quantity.core_end]
    return (
        quantity.unit in _COUNTERS and quantity.value <= 10 and not any(ch.isdigit() for ch in text)
    )


_COUNTERS = frozenset("个 条 项 类 种 大 家 位 名 件 座 处 部 道 套 重 方面".split())


_PAIRED = (
    ("城乡居民", "城镇居民", "农村居民"),
    ("城乡", "城镇", "农村"),
    ("内外资", "内资", "外资"),
    ("存贷款", "存款", "贷款"),
    ("进出口", "进口", "出口"),
    ("产销", "生产", "销售"),
)


def _both_of(folded: str, text: str) -> list[str]:
    """Two names that the text wrote as one (城乡居民收入: 城镇居民收入, 农村居民收入)."""
    for joint, first, second in _PAIRED:
        at = folded.find(joint)
        if at >= 0 and len(folded) == len(text):
            head, tail = text[:at], text[at + len(joint) :]
            return [head + first + tail, head + second + tail]
    return []


def _without_place(indicator: str) -> str:
    return re.sub(
        r"^(?:我国|我國|全国|全國|全球|世界|中国|中國|香港|本港|全省|全市|[\u4e00-\u9fff]{1,4}[省市县區区])",
        "",
        indicator,
    )


def _cut(low: int, high: int, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out, at = [], low
    for mark, size in marks:
        out.append((at, mark))
        at = mark + size
    out.append((at, high))
    return [(a, b) for a, b in out if b > a]


def _modifies(folded: str, verb: Word) -> bool:
    return folded[verb.end : verb.end + 1] in ("的", "中") or (
        verb.verb and verb.end - verb.start == 1
    )


def _names_place(before: str, name: str) -> bool:
    head = fold(before[:14])
    return (
        name in before
        or name[:2] in head
        or bool(OTHERS.match(head))
        or bool(_OWN_STANDING.match(head))
    )


def _verbal(before: str) -> bool:
    return bool(re.search(r"(?:为|是|达|到|至|增长|下降|占|超|有|于|了|比|的|，)$", before))


def folded_starts_among(folded: str) -> bool:
    """Whether a sentence speaks of parts of what the sentence before measured."""
    return bool(_AMONG.match(folded))


def unpaired_left(text: str) -> str:
    """The text without marks left unpaired by the cut."""
    return unpaired(text)
