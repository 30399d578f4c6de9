"""Frames: each clause of a sentence with what it leaves out (speaker, time, subject) put back."""

import re
from dataclasses import dataclass

from studykit.facts.clauses import Clause, skip_connectives, split_clauses
from studykit.facts.model import Located
from studykit.facts.periods import is_vague, leading_period, resolve
from studykit.facts.phrases import IMPERATIVES, Word, subject_end, within
from studykit.facts.scope import OTHERS, Scope
from studykit.facts.stems import DANGLING, Renderer, unpaired

_SPEAKER = re.compile(
    r"^(?P<who>[^，。：；]{2,40}?)(?:曾|又|还|也|并|就)?(?P<verb>指出|强调|表示|认为|提出|要求|明确|说(?!到底|明|的|法|起|是)|坦言|介绍|透露|称(?![为作之霸号赞])|告诉记者|解释|直言|写道|呼吁|建议|补充说|分析|明确提出|提到|宣布|重申|相信|预计|显示|表明|发现|证明|揭示)"
    r"(?P<rest>[，：:]|$|“|(?=[^，]{4}))"
)
_HEARSAY = re.compile(
    r"^(?:据|根据|按照|依据)(?P<who>[^，]{2,30}?)(?:介绍|统计|显示|报道|透露|分析|测算|披露|了解)?$"
)
_ADVERBIAL = re.compile(
    r"^(?:在|随着|面对|经过|为了|为|通过|由于|受|按照|根据|围绕|聚焦|针对|对于|从|自|当|除|与|如果|若|一旦|只要|只有|尽管|虽然|无论|不论|放眼|立足|着眼|以)"
)
_ADVERBIAL_END = re.compile(
    r"(?:时|后|以来|期间|之中|中|方面|背景下|情况下|基础上|过程中|同时|之际|之前|以前|看)$"
)
_ANAPHOR = re.compile(
    r"(?<![与及尤极])其(?![他余中实次间])|该(?=[\u4e00-\u9fff])(?<!应该)(?<!本该)|[这那](?!么)|上述|此(?:举|次|类|项|前|时|后|外)|它|他们|她|"
    r"两者|二者|前者|后者|双方|本文|(?<![%个家人元倍年])以上|之前所述"
)
# A clause that opens with a nominal verb phrase (以A推动B是…).
_NOMINAL_CLAUSE = re.compile(
    r"以[^，]{4,40}为(?:主|核心|支撑|代表|重点)的[^，]{2,12}?(?=日益|逐步|正在|已经|已|不断|更加|基本|加快|初步|持续|得到|成为|是|在)|以[^，]{4,24}?(?=既|是|不仅|需要|有助于|有利于|能够|成为)"
)
# After such an opening the subject of the clauses before no longer holds.
_NEW_TOPIC = re.compile(r"(?:面对|随着|为了|针对|放眼|对此|下一步|未来|当前|与此同时)")
# Subjects that only announce what follows.
_ABSTRACT = re.compile(
    r"(?:关键|核心|重点|根本|目的|目标|前提|原因|根源|结果|问题|一方面|另一方面|主要|首先|其次|事实|实践|方向|总体|总的来看|这样|如此|今年|去年|全年|下一步|同时)"
)
# Verbs of saying that need no comma behind them.
_FIRM_VERBS = frozenset(
    {"指出", "强调", "认为", "表示", "要求", "坦言", "透露", "明确提出", "明确"}
)
# Verbs that say how things are: a clause with one of them calls for nothing.
_STATIVE = re.compile(
    r"取决于|离不开|(?<!不)是(?!否)|在于|有利于|有助于|成为|意味着|之所以|来自|源于|导致|造成|使得|仍然|已经|正在|日益|越来越|不再|面临|存在|呈现|不足以|缺少|缺乏|依赖|面对|"
    r"挤占|亟待|迫切|尤为|只有|不必|难以|容易|尚待|尚未|减弱|趋弱"
)
_SHORTEST_CLAUSE = 3
# What is quoted at this length is said, not named.
_SHORTEST_SPEECH = 10
_SO_CALLED = re.compile(r"所谓“?(?P<x>[^“”，]{2,12}?)”?")
# What follows these is a result, not a demand.
_THEN = frozenset("才能 才 方能 方可 便能 就能 得以 从而 进而".split())
_MODALS = frozenset("要 应 应当 应该 需要 必须 须 需 还要 可以 能够".split())
_OPENERS = frozenset("把 将 对 以 让 使 通过 围绕 向 从 在 为 用".split())
_NOT_CALLS = frozenset(
    "有 没有 是 来自 成为 存在 面临 具有 拥有 属于 位于 达到 显示 表明 说明 意味着 以及 包括 使 令 得到 受到 遭遇 出现 呈现 导致 造成 形成 带来 催生 引发 产生 获得 取得 实现 完成 超过 突破 居 位居 处于 进入 迎来 看到 知道 认为".split()
)
# 它 at the head of a sentence is the subject of the one before.
_PRONOUN = re.compile(r"它(?!们|的)(?:还|也|则|又|正|已)?")
_LONGEST_ANTECEDENT = 12
_SPEECH = re.compile(
    r"(?P<verb>(?:并|还|又)?(?:强调|指出|提出|要求|表示|认为|明确|称|说))(?:，|：|:)?[“‘]?(?:要)?"
)
# A subject longer than this is a clause read wrongly; a shorter one than 2 says nothing.
_LONGEST_SUBJECT = 26
_SHORTEST_SUBJECT = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause made ready to be asked about.

    `start:end` are its own words. `context` stands before them (speaker, time,
    condition), `subject` between the two where the clause has none of its own.
    `closed` says that the clause can be understood with these alone; `opens`
    is where the quote that proves all this begins. `demand` says that the clause
    calls for something to be done; `grounded` that it has a subject or is a demand;
    `general` is the context of what holds everywhere and always (the speaker alone).
    """

    index: int
    clause: Clause
    start: int
    end: int
    context: str
    subject: str
    own_subject: bool
    opens: int
    closed: bool
    speaker: str = ""
    demand: bool = False
    grounded: bool = True
    general: str = ""


class Framer:
    """Makes frames of sentences; the words in front of a clause come from its own sentence first."""

    def __init__(self, renderer: Renderer, scope: Scope, published: str) -> None:
        """`renderer` cuts readable text, `scope` and `published` resolve anaphors of place and time."""
        self._renderer = renderer
        self._scope = scope
        self._published = published
        self._before = ""

    def frames(self, located: Located, words: list[Word], period: str) -> list[Frame]:
        """The frames of a sentence's clauses, in order."""
        sentence = located.place.sentence
        folded = sentence.folded
        out: list[Frame] = []
        speaker = ""
        subject = ""
        subject_at = 0
        time = ""
        antecedent = "" if located.first else self._before
        self._before = ""
        for index, clause in enumerate(split_clauses(folded)):
            start = skip_connectives(folded, clause.start, clause.end)
            said = _SPEAKER.match(folded[start : clause.end])
            hearsay = _HEARSAY.match(folded[start : clause.end])
            if hearsay:
                speaker = speaker or self._renderer.cut(sentence, start, clause.end)
                continue
            stop = leading_period(folded, start, clause.end)
            if stop > start and not folded.startswith("的", stop):
                text = folded[start:stop]
                if not is_vague(text):
                    resolved = resolve(text, self._published)
                    time = sentence.text[start:stop] if resolved == text else resolved
                while stop < clause.end and folded[stop] in "，, ":
                    stop += 1
                if folded[stop : stop + 1] == "是":
                    continue
                if stop >= clause.end:
                    continue
                start = skip_connectives(folded, stop, clause.end)
                said = _SPEAKER.match(folded[start : clause.end])
            voiced = _SPEECH.match(folded, start, clause.end)
            if voiced and subject:
                speaker = subject + sentence.text[start : voiced.end("verb")]
                subject = ""
                start = voiced.end()
                if start >= clause.end:
                    continue
                said = None
            if (
                said
                and said["rest"] in ("，", "：", ":", "", "“")
                and (
                    said["rest"]
                    or said["verb"] in _FIRM_VERBS
                    or start + said.end("verb") == clause.end
                )
            ):
                verb_end = start + said.end("verb")
                who = self._renderer.cut(sentence, start, verb_end)
                if not DANGLING.match(folded[start:verb_end]):
                    speaker = unpaired(who)
                if verb_end >= clause.end - 1:
                    continue
                start = skip_connectives(folded, verb_end, clause.end)
                while start < clause.end and folded[start] in "“，：: ":
                    start += 1
            if folded.startswith("我们", start) and clause.end - start > 4:
                start += 2
            end = clause.end
            if (
                end - start > _SHORTEST_SPEECH
                and folded[start] == "“"
                and folded.find("”", start) == end - 1
            ):
                start, end = start + 1, end - 1
            if end - start < _SHORTEST_CLAUSE:
                continue
            named = _SO_CALLED.fullmatch(folded, start, end)
            if named and not out:
                subject, subject_at = sentence.text[slice(*named.span("x"))], clause.start
                self._before = subject
            pronoun = _PRONOUN.match(folded, start, end)
            if pronoun and not out and antecedent:
                start = pronoun.end()
                subject, subject_at = antecedent, clause.start
                self._before = antecedent
            head = start if pronoun and subject == antecedent else subject_end(words, start, end)
            nominal = _NOMINAL_CLAUSE.match(folded, start, end)
            if nominal:
                head = nominal.end()
            own = nominal is not None or (
                head > start
                and head - start >= _SHORTEST_SUBJECT
                and not _ADVERBIAL.match(folded[start:head])
            )
            text = folded[start:end]
            if (
                DANGLING.match(text)
                or _NEW_TOPIC.match(text)
                or folded[clause.start - 2 : clause.start] == "”“"
            ):
                subject = ""
            first = next(iter(within(words, start, end)), None)
            demand = (
                not own
                and first is not None
                and first.text in IMPERATIVES
                and not _STATIVE.search(text)
            )
            calls = not own and _calls(words, start, end) and not _STATIVE.search(text)
            if own and not DANGLING.match(text):
                name = unpaired(self._renderer.cut(sentence, start, head))
                if (
                    not _ADVERBIAL_END.search(folded[start:head])
                    and _SHORTEST_SUBJECT <= len(name) <= _LONGEST_SUBJECT
                    and head < end
                    and not _ABSTRACT.fullmatch(folded[start:head])
                ):
                    subject, subject_at = name, clause.start
                    self._before = self._before or (
                        name if len(name) <= _LONGEST_ANTECEDENT else ""
                    )
            dangling = bool(DANGLING.match(text)) or (bool(_ANAPHOR.search(text)) and not subject)
            context = "".join(f"{c}，" for c in (speaker, time or period) if c)
            inherited = "" if own or demand or not subject else subject
            opens = subject_at if inherited else clause.start
            scope = ""
            if (
                self._scope.regional
                and not inherited
                and not OTHERS.match(text)
                and self._scope.name not in text
                and not speaker
            ):
                scope = self._scope.name
            general = "".join(f"{c}，" for c in (speaker,) if c)
            out.append(
                Frame(
                    index, clause, start, end, context + scope, inherited, own, opens,
                    not dangling, speaker, calls and not inherited, bool(own or inherited or calls or speaker), general,
                )
            )  # fmt: skip
        return out


def _calls(words: list[Word], start: int, end: int) -> bool:
    """Whether a clause opens with a verb, adverbs and modals before it aside."""
    for word in within(words, start, end):
        if word.text in _THEN:
            return False
        if word.text in _MODALS or (
            word.tag in ("d", "ad") and word.text not in ("没有", "没", "不")
        ):
            continue
        return (
            word.text in IMPERATIVES
            or word.text in _OPENERS
            or (word.verb and word.text not in _NOT_CALLS)
        )
    return False


def adverbial(folded: str, start: int, end: int) -> bool:
    """Whether a clause only says when, where, why or how."""
    text = folded[start:end]
    return bool(_ADVERBIAL.match(text) or _ADVERBIAL_END.search(text))


def anaphoric(text: str) -> bool:
    """Whether folded text points outside itself (其, 这种, 上述)."""
    return bool(_ANAPHOR.search(text)) or bool(DANGLING.match(text))
