"""Statements: clauses that tell something other than a figure, cut into before, answer and after."""

import re

from studykit.facts.enumerations import Enumeration, counted, find_enumerations
from studykit.facts.frames import Frame, Framer, adverbial, anaphoric
from studykit.facts.model import HOLE, Located, Passage, Statement
from studykit.facts.patterns import possible
from studykit.facts.phrases import IMPERATIVES, Word, nominal, phrase_start, subject_end, within
from studykit.facts.stems import Renderer, unpaired

_FIGURE = re.compile(r"\d")
_TERM = re.compile(r"“([^“”，。；]{2,12})”")
_QUOTED_RUN = re.compile(r"“[^“”，。；]{1,12}”(?:、?“[^“”，。；]{1,12}”)+")
_LONGEST_ANSWER = 45
_LONGEST_CLAUSE = 90
_MOST_ITEMS = 7
# Kinds that hold everywhere and always: no place and time before them.
_GENERAL = frozenset(
    {
        "definition",
        "judgement",
        "copula",
        "equation",
        "condition",
        "unequal",
        "metaphor",
        "without",
        "essence",
        "meaning",
        "once",
        "need",
        "reason",
        "both",
    }
)
# Kinds whose answer is words, not a figure: figures are asked in their own way.
_PLAIN_ANSWERS = frozenset(
    {
        "object",
        "copula",
        "gist",
        "unequal",
        "where",
        "turn",
        "with",
        "found",
        "effect",
        "helps",
        "use",
        "rely",
        "agent",
        "against",
        "avoid",
    }
)
# Kinds whose answer is the object of the verb before it.
_VERB_FIRST = frozenset({"object", "avoid", "where", "found"})
# Kinds that say little alone and read well in a row.
_SERIAL = frozenset({"object", "copula", "stress"})
_MOST_HOLES = 3
_COMPARED = re.compile(r"远超过?|高于|低于|快于|慢于|多于|少于|大于|小于|优于|强于|领先于|落后于")
_SHORTEST_COMPARED = 3
# Words that no answer begins or ends with.
_TORN = re.compile(r"^(?:和|及|与|以及|或|并)|(?:基本|将于|至关重要|在|将|已)$")
# A longer title names too much to stand in a question.
_LONGEST_TITLE = 20
# A subject up to this length is taken whole, verbal nouns in it included (技术进步).
_SHORT_NOUN = 6
# A subject so short is taken whatever its word class (增收是前提).
_SHORT_SUBJECT = 4
_LONGEST_HOLE = 14
_LONGEST_WINDOW = 80
_SHORTEST_GIST = 4
_BEFORE_GIST = frozenset("的 是 为 了 着 到 在 于 成".split())
# Heads that carry nothing to learn.
_GENERIC = frozenset(
    "工作 成果 活力 步伐 行动 任务 成就 水平 现象 力量 作用 方面 情况 问题 程度 阶段 时期 时候 过程 部分 内容 方式 局面 态势 进展 成效 效果 基础 条件 环境 氛围 新篇章 篇章 征程 力度 机遇 挑战 要求 目标".split()
)
# A sentence with a statement of this worth needs no gist.
_SOLID = 0.9
_GIST = 0.7
_PAIR = re.compile(r"既是(?P<a>[^，；。]{3,40})，(?P<j>(?:也|又|更|还)是)(?P<b>[^，；。]{3,40})")
_TELLS = re.compile(
    r"(?:[^，]{3}的|是|为|成为|成|叫|叫做|作|之为|起到|发挥|一个|一种|一道|一场|当好|打造|变成)$"
)
_TRAILING = re.compile(r"(?:等|的|了|着|和|与|及|在|对|为|以|于|从|向|把|将|被|并|或)$")


class StatementReader:
    """Reads the statements of one sentence."""

    def __init__(
        self, located: Located, words: list[Word], frames: list[Frame], renderer: Renderer
    ) -> None:
        """`frames` are the sentence's clauses made ready, `renderer` cuts readable text."""
        self.located = located
        self.sentence = located.place.sentence
        self.folded = self.sentence.folded
        self.words = words
        self.frames = frames
        self.position = {frame.index: k for k, frame in enumerate(frames)}
        self.renderer = renderer
        self.starts = {w.start for w in words}
        self.ends = {w.end for w in words}

    def read(self) -> list[Statement]:
        """All statements, with those of one clause beside each other."""
        out: list[Statement] = []
        for k, frame in enumerate(self.frames):
            if not frame.closed or frame.end - frame.start > _LONGEST_CLAUSE:
                continue
            following = self.frames[k + 1] if k + 1 < len(self.frames) else None
            out.extend(self._lists(frame))
            out.extend(self._both(frame))
            out.extend(self._patterns(frame, following))
            out.extend(self._terms(frame))
            out.extend(self._compared(frame))
        series = self._series(out)
        if series is not None:
            out = [s for s in out if s.kind not in _SERIAL]
            out.append(series)
        if not any(s.weight >= _SOLID for s in out):
            gist = self._gist()
            if gist is not None:
                out.append(gist)
        return out

    def _series(self, found: list[Statement]) -> Statement | None:
        """Neighbouring clauses of one build (改造A，培育B，布局C) as one statement with holes."""
        chosen: dict[int, Statement] = {}
        for statement in found:
            if (
                statement.kind in _SERIAL
                and 2 <= len(statement.answer) <= _LONGEST_HOLE
                and statement.span[0]
            ):
                chosen.setdefault(statement.clause, statement)
        run: list[Statement] = []
        best: list[Statement] = []
        for k in sorted(chosen):
            run = [*run, chosen[k]] if run and k - run[-1].clause <= 1 else [chosen[k]]
            if len(run) > len(best):
                best = run
        if len(best) < 2:
            return None
        best = best[:_MOST_HOLES]
        first, last = best[0], best[-1]
        frames = {f.index: f for f in self.frames}
        low = min(frames[first.clause].start, first.span[0])
        high = max(frames[last.clause].end, last.span[1])
        masked = self._mask(low, high, [s.span for s in best])
        answers = tuple(s.answer for s in best)
        if not masked or len(set(answers)) != len(answers):
            return None
        frame = frames[first.clause]
        passage = Passage(self.located.place, min(first.passage.start, low), high)
        return Statement(
            passage, "series", "", "、".join(answers), "", "", frame.context, answers, False, 1.25,
            first.demand, first.lead, "", "", first.clause, first.plain,
            (frame.subject if not first.demand else "") + masked, first.span, (low, high), low, first.grounded,
        )  # fmt: skip

    def _mask(self, low: int, high: int, holes: list[tuple[int, int]]) -> str:
        """The words from `low` to `high` with holes in them; empty where an answer is repeated."""
        out = []
        at = low
        for a, b in holes:
            if a < at:
                return ""
            out.append(self._cut(at, a) + HOLE)
            at = b
        out.append(self._cut(at, high))
        text = unpaired("".join(out))
        if re.search(r"[。！？]", text.strip("。！？")):
            return ""
        if any(self._cut(a, b) in text for a, b in holes):
            return ""
        return text

    def _gist(self) -> Statement | None:
        """The noun phrase that closes the fullest clause, blanked in its sentence: when nothing better was found."""
        best: Statement | None = None
        for frame in self.frames:
            if (
                not frame.closed
                or _FIGURE.search(self.folded[frame.start : frame.end])
                or frame.end - frame.start < 6
            ):
                continue
            low = phrase_start(self.words, frame.start, frame.end)
            if low <= frame.start + 1 or not _SHORTEST_GIST <= frame.end - low <= _LONGEST_HOLE:
                continue
            before = next((w for w in self.words if w.end == low), None)
            closing = next((w for w in self.words if w.end == frame.end), None)
            if (
                before is None
                or not (before.verb or before.text in _BEFORE_GIST)
                or (len(before.text) < 2 and before.text not in _BEFORE_GIST)
            ):
                continue
            if closing is None or closing.text in _GENERIC:
                continue
            made = self._make(frame, "gist", low, frame.end, "什么", _GIST)
            if made is not None and (best is None or len(made.plain) > len(best.plain)):
                best = made
        return best

    def _window(self, frame: Frame, end: int) -> tuple[int, int]:
        """As much of the sentence around a clause as fits a prompt and can open one."""
        k = self.position[frame.index]
        low, high = frame.start, max(frame.end, end)
        if k + 1 < len(self.frames) and self.frames[k + 1].end - low <= _LONGEST_WINDOW:
            high = max(high, self.frames[k + 1].end)
        if (
            k
            and self.frames[k - 1].closed
            and high - self.frames[k - 1].start <= _LONGEST_WINDOW
            and self.frames[k - 1].speaker == frame.speaker
        ):
            low = self.frames[k - 1].start
        return low, high

    # -- kinds

    def _lists(self, frame: Frame) -> list[Statement]:
        out = []
        for found in find_enumerations(self.folded, self.words, frame.start, frame.end):
            items = tuple(self._cut(a, b) for a, b in found.items)
            if (
                _FIGURE.search(self.folded[frame.start : frame.end])
                and "位" not in self.folded[frame.start : frame.end]
            ):
                continue
            if any(not item or anaphoric(item) for item in items):
                continue
            behind = next((w for w in self.words if w.end == found.start), None)
            opening = next((w for w in self.words if w.start == found.start), None)
            if (
                behind is not None
                and opening is not None
                and opening.verb
                and (behind.noun or behind.tag == "r")
            ):
                continue
            if (
                opening is not None
                and opening.verb
                and not found.open
                and found.head[1] > found.head[0]
            ):
                continue
            asks, answer_end = self._list_asks(found, frame)
            statement = self._make(
                frame, "list", found.start, found.end, asks, 1.5 + 0.05 * min(len(items), 5),
                items=items, open_=found.open, after_from=answer_end,
            )  # fmt: skip
            if statement is not None:
                out.append(statement)
        return out

    def _list_asks(self, found: Enumeration, frame: Frame) -> tuple[str, int]:
        """Words that ask for a list, and where the clause goes on behind them."""
        low, high = found.head
        noun = self.folded[low:high]
        number = counted(len(found.items))
        end = found.end + (1 if found.open else 0)
        rest = self.folded[end : frame.end]
        if rest.startswith(("为主", "为代表", "为重点", "为核心", "为支撑")):
            return "哪些", end
        noun = re.sub(r"^(?:一批|一系列|若干|多个|一些)", "", noun)
        said = _COUNTED_HEAD.match(noun)
        head = noun[said.end() :] if said else noun
        last = next((w for w in self.words if w.end == high), None)
        if not found.open and last is not None and (last.tag == "vn" or last.verb):
            head = ""
        if head and len(head) <= _LONGEST_HEAD:
            if said:
                return f"哪{noun}", high
            return f"哪{number}{_measure_word(head) if found.open else '类'}{head}", high
        named = _NAMED_BY_END.get(self.folded[found.items[0][1] - 1])
        if named and len({self.folded[b - 1] for _, b in found.items}) == 1:
            return f"哪{number}{named}", end
        if not rest.strip("”’"):
            return "什么", end
        return f"哪{number}者", end

    def _both(self, frame: Frame) -> list[Statement]:
        match = _PAIR.search(self.folded, frame.start)
        if match is None or not frame.start <= match.start() < frame.end:
            return []
        subject = frame.subject or self._cut(frame.start, match.start())
        if len(subject) < 2 or anaphoric(subject):
            return []
        a, b = self._cut(*match.span("a")), self._cut(*match.span("b"))
        passage = Passage(self.located.place, frame.opens, match.end())
        return [
            Statement(
                passage, "both", f"{subject}既是{a}，{self._cut(*match.span('j'))}", b, "", "什么",
                frame.context, (a, b), weight=1.6, lead=self._lead(), clause=frame.index,
                plain=self._cut(frame.start, match.end()),
            )
        ]  # fmt: skip

    def _patterns(self, frame: Frame, following: Frame | None) -> list[Statement]:
        out = []
        onward = self.folded[frame.start : self.frames[-1].end]
        for pattern in possible(onward[: frame.end - frame.start], onward):
            limit = frame.end
            if pattern.framed:
                limit = self.frames[-1].end
            match = pattern.regex.match(self.folded, frame.start, limit)
            if match is None:
                continue
            if (
                pattern.framed
                and match.end() < limit
                and self.folded[match.end()] not in "，；。！？："
            ):
                continue
            if pattern.kind in ("judgement", "event") and not self._subject_is(frame, match):
                continue
            low, high = self._trim(*match.span("a"))
            if pattern.kind == "judgement" and not self.folded.startswith("以", low):
                noun_end = subject_end(self.words, frame.start, frame.end)
                high = min(high, noun_end) if high - low > _SHORT_NOUN else high
            if pattern.kind == "copula" and (
                "既是" in match.group() or not self._copula(frame, match)
            ):
                continue
            if pattern.kind == "object" and not self._plain_object(frame, low, high):
                continue
            if not self._whole(low, high):
                continue
            if pattern.kind in _VERB_FIRST and not self._clean_verb(low):
                continue
            if pattern.kind == "event" and any(
                w.verb or w.tag in ("m", "p", "t") for w in within(self.words, low, high)
            ):
                continue
            statement = self._make(
                frame, pattern.kind, low, high, pattern.asks, pattern.worth, stop=match.end()
            )
            if statement is not None:
                out.append(statement)
        return out

    def _clean_verb(self, low: int) -> bool:
        """Whether a whole verb stands before the answer and no second verb opens it."""
        behind = next((w for w in self.words if w.end == low), None)
        if behind is not None and behind.text in ("了", "着", "到", "在", "于"):
            behind = next((w for w in self.words if w.end == behind.start), None)
        opening = next((w for w in self.words if w.start == low), None)
        if behind is None or opening is None:
            return False
        if not (behind.verb or behind.tag == "vn" or behind.text in IMPERATIVES):
            return False
        second = next((w for w in self.words if w.start == opening.end), None)
        serial = opening.verb or opening.tag == "vn"
        return not (serial and second is not None and second.noun)

    def _plain_object(self, frame: Frame, low: int, high: int) -> bool:
        """Whether the answer is one noun phrase behind the clause's last verb."""
        text = self.folded[low:high]
        return "、" not in text and not _FIGURE.search(text) and nominal(self.words, low, high)

    def _copula(self, frame: Frame, match: re.Match[str]) -> bool:
        """Whether 是 joins a real subject to a noun phrase."""
        low, high = match.span("s")
        text = self.folded[low:high]
        if _NOT_SUBJECT.search(text) or adverbial(self.folded, low, high):
            return False
        short = high - low <= _SHORT_SUBJECT
        return nominal(self.words, *match.span("a")) and (
            short or subject_end(self.words, low, frame.end) > low
        )

    def _subject_is(self, frame: Frame, match: re.Match[str]) -> bool:
        low, high = match.span("a")
        text = self.folded[low:high]
        if frame.subject or re.search(r"[是为有]", text):
            return False
        return frame.own_subject if text.startswith("以") else not adverbial(self.folded, low, high)

    def _compared(self, frame: Frame) -> list[Statement]:
        """A comparison in words; `asks` is the word of comparison, folded."""
        match = _COMPARED.search(self.folded, frame.start, frame.end)
        if match is None or _FIGURE.search(self.folded[frame.start : frame.end]):
            return []
        if not (frame.own_subject or frame.subject) or not re.search(
            r"[\u4e00-\u9fff]{2}", self.folded[match.end() : frame.end]
        ):
            return []
        statement = self._make(frame, "compare", *match.span(), match.group(), 0.5)
        whole = bool(frame.subject) or match.start() - frame.start >= _SHORTEST_COMPARED
        return [statement] if statement is not None and whole else []

    def _terms(self, frame: Frame) -> list[Statement]:
        out = []
        for run in _QUOTED_RUN.finditer(self.folded, frame.start, frame.end):
            items = tuple(
                self._cut(run.start() + m.start(1), run.start() + m.end(1))
                for m in _TERM.finditer(run.group())
            )
            statement = self._make(frame, "terms", run.start(), run.end(), "什么", 1.5, items=items)
            return [statement] if statement is not None else []
        for match in _TERM.finditer(self.folded, frame.start, frame.end):
            if _FIGURE.search(match[1]) or not self._told(frame, match):
                continue
            low, high = match.span(1)
            statement = self._make(frame, "term", low, high, "什么", 1.0)
            if statement is not None:
                out.append(statement)
        return out[:2]

    def _told(self, frame: Frame, match: re.Match[str]) -> bool:
        """Whether the clause says what a quoted term is: it closes the clause, behind 是, 的, 称为."""
        return match.end() == frame.end and bool(
            _TELLS.search(self.folded[frame.start : match.start()])
        )

    # -- one statement

    def _make(
        self, frame: Frame, kind: str, low: int, high: int, asks: str, worth: float, *,
        items: tuple[str, ...] = (), open_: bool = False, after_from: int | None = None, stop: int | None = None,
    ) -> Statement | None:  # fmt: skip
        answer = self._cut(low, high)
        if kind != "list" and (not 2 <= len(answer) <= _LONGEST_ANSWER):
            return None
        before = self._cut(frame.start, low)
        end = max(frame.end, stop or 0)
        after = self._cut(after_from if after_from is not None else high, end)
        text = before + answer + after
        if self.renderer.broken(text) or anaphoric(answer):
            return None
        if kind in _PLAIN_ANSWERS and (_FIGURE.search(answer) or self._after_number(low)):
            return None
        if len(before + after) + len(frame.subject) < 2:
            return None
        context = frame.general if kind in _GENERAL else frame.context
        passage = Passage(
            self.located.place, min(frame.opens, frame.clause.start), max(frame.clause.end, end)
        )
        k = self.position[frame.index]
        return Statement(
            passage, kind, frame.subject + before, answer, after, asks, context, items, open_, worth,
            frame.demand and not before.startswith(("是", "为")), self._lead(),
            self._around(k - 1, end), self._around(k + 1, end), frame.index, frame.subject + self._cut(frame.start, end),
            self._masked(frame, low, high, end), (low, high), self._window(frame, end), frame.start, frame.grounded,
        )  # fmt: skip

    def _masked(self, frame: Frame, low: int, high: int, end: int) -> str:
        begin, stop = self._window(frame, end)
        masked = self._mask(begin, stop, [(low, high)])
        if not masked and begin < frame.start:
            begin = frame.start
            masked = self._mask(begin, max(frame.end, end), [(low, high)])
        opener = self.frames[self.position[frame.index] - 1] if begin < frame.start else frame
        return opener.subject + masked if masked else ""

    def _lead(self) -> str:
        lead = self.located.paragraph.lead
        if lead is not None and lead is not self.sentence:
            return lead.text.rstrip("。：:！")
        title = self.located.section.title
        return title if self.located.section.level and len(title) <= _LONGEST_TITLE else ""

    def _around(self, k: int, end: int) -> str:
        """The words of the frame at `k`, where there is one that is not part of the statement."""
        if not 0 <= k < len(self.frames):
            return ""
        frame = self.frames[k]
        text = self._cut(frame.start, frame.end)
        return "" if anaphoric(self.folded[frame.start : frame.end]) else unpaired(text)

    def _after_number(self, low: int) -> bool:
        """Whether a number or measure word stands before the answer, which it would be torn from."""
        before = next((w for w in self.words if w.end == low), None)
        return before is not None and (
            before.tag in ("m", "q", "mq") or before.text in ("第", "个", "项", "种")
        )

    def _trim(self, low: int, high: int) -> tuple[int, int]:
        while low < high and self.folded[low] in "了着，、 ":
            low += 1
        match = _TRAILING.search(self.folded[low:high])
        while match:
            high -= len(match.group())
            match = _TRAILING.search(self.folded[low:high])
        return low, high

    def _whole(self, low: int, high: int) -> bool:
        """Whether the answer is made of whole words and pairs its marks."""
        text = self.folded[low:high]
        if _TORN.search(text):
            return False
        parts = text.split("、")
        if len(parts) == 2 and abs(len(parts[0]) - len(parts[1])) > 1:
            return False
        return low in self.starts and high in self.ends and unpaired(text) == text and bool(text)

    def _cut(self, low: int, high: int) -> str:
        return self.renderer.cut(self.sentence, low, high)


_COUNTED_HEAD = re.compile(
    r"(?:[两二三四五六七八九十]|\d{1,2})(?:个|项|大|类|种|条|国|省|市|方面|链|化)?"
)
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
# A longer noun after a list is a clause of its own.
_LONGEST_HEAD = 12


_NOT_SUBJECT = re.compile(
    r"(?:这|那|但|还|于|总|只|如果|特别|尤其|不|可|都|也|就|才|正|其|或|算|真|凡|像)$|^(?:这|那|它|其|此)"
)


def _measure_word(noun: str) -> str:
    if noun.endswith(("企业", "公司", "银行", "机构", "医院", "学校", "单位")):
        return "家"
    if noun.endswith(
        (
            "国家",
            "城市",
            "地区",
            "省份",
            "省",
            "市",
            "县",
            "集群",
            "环节",
            "方面",
            "问题",
            "领域",
            "关口",
            "中心",
            "行业",
            "部门",
            "目标",
            "维度",
            "阶段",
            "因素",
            "方向",
            "特征",
            "特点",
            "步骤",
            "区域",
        )
    ):
        return "个"
    if noun.endswith(
        (
            "政策",
            "措施",
            "任务",
            "工程",
            "制度",
            "技术",
            "业务",
            "要求",
            "工作",
            "行动",
            "指标",
            "举措",
        )
    ):
        return "项"
    return (
        "类"
        if noun.endswith(
            ("产业", "企业", "产品", "人员", "人才", "资源", "要素", "能源", "材料", "疾病")
        )
        else "个"
    )


def read_statements(
    located: Located, words: list[Word], framer: Framer, renderer: Renderer, period: str
) -> list[Statement]:
    """The statements of a sentence."""
    folded = located.place.sentence.folded
    if (
        len(folded) < _SHORTEST_SENTENCE
        or _FORMULA.search(folded)
        or located.paragraph.lead is located.place.sentence
    ):
        return []
    frames = framer.frames(located, words, period)
    return StatementReader(located, words, frames, renderer).read()


# What is said to an audience and not about the matter.
_FORMULA = re.compile(
    r"请予审议|提出意见|各位代表|各位委员|向大会|谢谢大家|让我们|记者[^，。]{0,6}获悉|点击查看|扫码|更多内容"
)
# Shorter sentences are headings or labels.
_SHORTEST_SENTENCE = 8
