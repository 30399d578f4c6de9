"""Enumerations: A、B、C等N — the items, whether the list is open, and the noun they are."""

import itertools
import re
from dataclasses import dataclass

from studykit.facts.clauses import CLOSERS, OPENERS
from studykit.facts.list_edges import JUDGEMENTS, with_verb, without_event
from studykit.facts.phrases import IMPERATIVES, NOMINAL, Word, within, word_at, word_before
from studykit.facts.stems import unpaired

_FIGURE = re.compile(r"\d")
# What parts one list from the next: a mark, or the 等 that closes the first.
_MARKS = re.compile(r"[，；。：、！？]")
_STOPS = frozenset(
    "是 为 有 在 将 把 被 对 以 从 向 由 与 和 及 或 到 于 等 包括 包含 涵盖 涉及 围绕 聚焦 针对 覆盖 存在 拥有 具有 具备 实现 推动 推进 促进 加强 加快 提高 提升 强化 完善 优化 深化 扩大 培育 打造 构建 建立 健全 支持 鼓励 引导 破解 破除 解决 补齐 满足 形成 抢抓 面对 通过 深入 开展 实施 统筹 坚持 取代 带来 缺乏 需要 要 能够 能 可以 可 应 应当 必须 不断 持续 进一步 全面 大力 积极 着力 更好 有效 成为 作为 纳入 用于 来自 源自 分为 列为 称为 如 比如 例如 即 含 使 让 令 给 按 经 因 受 并 还 也 又 都 均 已 已经 正 更 最 很 不 没有 提供 增加 减少 降低 控制 防止 避免 化解 抓住 抓好 做好 做强 做优 推出 发布 出台 制定 落实 贯彻 遵循 体现 反映 显示 适应 应对 参与 跨 打通 畅通 整合 集聚 汇聚 吸引 引进 激发 释放 发挥 增强 巩固 保障 维护 改善 改造 创造 催生 孕育 使用 采用 依托 依靠 借助 凭借".split()
)
_NEVER_FIRST = frozenset(
    "是 为 有 在 将 把 被 对 以 从 向 由 与 和 及 或 到 于 等 既 也 并 又 都 还 要 能 可 不 的 了 因 受 按 经 让 使 令 给 通过 成为 作为 包括 能够 可以 应当".split()
)
_ADVERBIAL_NOUNS = frozenset(
    "全面 大幅 快速 持续 明显 显著 共同 深度 有机 高效 加速 协同 同步 同时 普遍 均衡 稳步".split()
)
_LIGHT = frozenset("的 地 得 了 着 过 之 所".split())
_LONGEST_ITEM = 18


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list within a sentence. Offsets cover the items alone; `open` says 等 follows."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]
    open: bool
    head: tuple[int, int]


def find_enumerations(folded: str, words: list[Word], start: int, end: int) -> list[Enumeration]:
    """The lists between two offsets, in order; only those whose items can be told for sure."""
    runs = _runs(folded, start, end)
    out = []
    for marks in runs:
        found = _read(folded, words, marks, start, end)
        if found is not None:
            out.append(found)
    return out


def _runs(folded: str, start: int, end: int) -> list[list[int]]:
    """Groups of 、 that no other punctuation and no long stretch parts."""
    marks: list[int] = []
    if folded.find("、", start, end) < 0:
        return []
    depth = 0
    for at in range(start, end):
        ch = folded[at]
        if ch in OPENERS:
            depth += 1
        elif ch in CLOSERS:
            depth -= 1
        elif ch == "、" and depth == 0:
            marks.append(at)
    runs: list[list[int]] = []
    for mark in marks:
        if (
            runs
            and mark - runs[-1][-1] <= _LONGEST_ITEM + 1
            and not re.search(r"[，；：。]|等(?![级待候于同])", folded[runs[-1][-1] : mark])
        ):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _read(
    folded: str, words: list[Word], marks: list[int], start: int, end: int
) -> Enumeration | None:
    middle = [(a + 1, b) for a, b in itertools.pairwise(marks)]
    last_low = marks[-1] + 1
    for k, (a, _) in enumerate(middle):
        if _demands(words, a) and not _demands(words, last_low):
            return _read(folded, words, marks[k + 1 :], a, end)
    last_high, open_, head = _last(folded, words, last_low, end, middle)
    if last_high <= last_low:
        return None
    tail = _joined(words, last_low, last_high)
    size = len({b - a for a, b in [*middle, *tail[:-1]]}) == 1 and tail[0][1] - tail[0][0]
    if len(tail) == 2 and size and not open_:
        stop = tail[1][0] + size
        clean = not re.search(r"[，；。、：]", folded[tail[1][0] : stop]) and stop <= end
        if (
            stop != last_high
            and clean
            and any(w.end == stop for w in words)
            and (folded[stop - 1] == folded[tail[0][1] - 1] or not _acts(words, stop, end))
        ):
            tail, head = [tail[0], (tail[1][0], stop)], (stop, _noun_after(words, stop, end))
    if not middle and len(tail) == 1:
        pair = _pair(folded, words, marks[0], start, last_high, open_)
        if pair is None:
            return None
        first_low, pair_high = pair
        if pair_high != last_high:
            tail, head = [(last_low, pair_high)], (pair_high, _noun_after(words, pair_high, end))
    else:
        first_low = _first(folded, words, start, marks[0], [*middle, *tail])
    if first_low < 0:
        return None
    if (
        folded[first_low] in _ONE_LETTER_MODALS
        and folded[middle[0][0] if middle else tail[0][0]] != folded[first_low]
    ):
        first_low += 1
    items = [(first_low, marks[0]), *middle, *tail]
    behind = word_at(words, items[-1][1])
    if not open_ and behind is not None and behind.text in NOMINAL and behind.end <= end:
        closings = [word_before(words, b) for _, b in items]
        if (
            all(w is not None and w.text in NOMINAL for w in closings[:-1])
            and closings[-1] is not None
            and closings[-1].text not in NOMINAL
        ):
            items[-1] = (items[-1][0], behind.end)
            head = (behind.end, _noun_after(words, behind.end, end))
    uneven = len({b - a for a, b in items}) > 1
    if not open_ and uneven and behind is not None and behind.text in NOMINAL:
        low, high = items[-1]
        if high - low > 2 and folded[high - 1] in _ADJECTIVAL and behind.end <= end:
            items[-1], head = (low, behind.end), (behind.end, behind.end)
    if not open_ and 0 < head[1] - head[0] <= _SHORT_HEAD and len({b - a for a, b in items}) > 1:
        items[-1] = (items[-1][0], head[1])
        head = (head[1], head[1])
    items = with_verb(folded, items)
    if not open_ and head[0] == head[1]:
        items, head = without_event(folded, items, head)
    texts = [folded[a:b] for a, b in items]
    if any(not _item(text) for text in texts) or len(set(texts)) != len(texts):
        return None
    sizes = sorted(len(text) for text in texts)
    if sizes[-1] > _LOPSIDED * sizes[-2] + 3:
        return None
    first = next(iter(within(words, first_low, marks[0])), None)
    if first is None or first.text in _NEVER_FIRST or first.tag in ("p", "c"):
        return None
    return Enumeration(items[0][0], items[-1][1], tuple(items), open_, head)


def _demands(words: list[Word], at: int) -> bool:
    word = word_at(words, at)
    return word is not None and (word.text in IMPERATIVES or (word.verb and word.text in _STOPS))


def _names(words: list[Word], at: int) -> bool:
    """Whether a plain noun begins here."""
    word = word_at(words, at)
    return word is not None and word.tag.startswith(("n", "j"))


def _acts(words: list[Word], stop: int, end: int) -> bool:
    """Whether a verb that ends here takes what follows as its object (企业共建|实验室)."""
    verb = word_before(words, stop)
    following = word_at(words, stop)
    if (
        verb is None
        or not verb.verb
        or verb.text in NOMINAL
        or following is None
        or following.end > end
    ):
        return False
    return following.noun and following.end - following.start > 1


# Verbs of demands and of reports.
_CALLS = (IMPERATIVES - NOMINAL) | {"新增", "新建", "改建", "建成", "完成", "成功", "累计", "入选"}


def _calls_for(word: Word) -> bool:
    """Whether a word can only be a demand, never the noun of an item."""
    return word.verb and word.text in _CALLS


_ONE_LETTER_MODALS = "会要能可应将须"
# A last item that ends so belongs to the noun behind it (财产性|收入).
_ADJECTIVAL = "性型"
# Behind items of different lengths so short a noun belongs to the last (智能穿戴|设备).
_SHORT_HEAD = 3
# An item so many times as long as the next longest has swallowed words of the clause.
_LOPSIDED = 1.7


def _item(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_ITEM
        and not _FIGURE.search(text)
        and not _MARKS.search(text)
        and not text.startswith(("以及", "并", "还", "或", "其他", "其它", "的", "等"))
        and not text.endswith(("的", "和", "与", "及", "在", "对", "上", "是", "为"))
        and unpaired(text) == text
    )


def _joined(words: list[Word], low: int, high: int) -> list[tuple[int, int]]:
    """The last stretch of a list, parted at its 和."""
    for word in reversed(within(words, low, high)):
        if word.text in ("和", "及", "以及", "与", "或") and low < word.start and word.end < high:
            return [(low, word.start), (word.end, high)]
    return [(low, high)]


def _pair(
    folded: str, words: list[Word], mark: int, start: int, high: int, open_: bool
) -> tuple[int, int] | None:
    """Bounds of a list of two: items alike in length and shape, or closed by 等."""
    starts = {w.start: w for w in words if start <= w.start < mark}
    ends = {w.end: w for w in words}
    for size in range(_LONGEST_PAIR, 1, -1):
        low, stop = mark - size, mark + 1 + size
        if low not in starts or stop not in ends or stop > high:
            continue
        second = word_at(words, mark + 1)
        before = ends.get(mark)
        if second is None or before is None:
            continue
        alike = folded[low] == folded[mark + 1] or folded[mark - 1] == folded[stop - 1]
        shaped = starts[low].tag[:1] == second.tag[:1] and before.tag[:1] == ends[stop].tag[:1]
        if (alike or shaped) and (stop == high or not open_):
            if starts[low].text in _NEVER_FIRST:
                continue
            following = word_at(words, stop)
            closed = (
                following is None
                or following.text in ("的", "等", "，")
                or following.tag in ("f", "p", "d", "x", "uj")
            )
            preceding = ends.get(low)
            opened = (
                preceding is None or preceding.verb or preceding.tag in ("p", "x", "uj", "r", "d")
            )
            if preceding is not None and preceding.verb and preceding.end - preceding.start == 1:
                continue
            if closed and opened:
                return low, stop
    if (
        mark + 1 < high
        and high - mark <= _LONGEST_PAIR
        and not re.match(r"[\u4e00-\u9fff]", folded[high : high + 1] or "，")
    ):
        for size in (high - mark, high - mark - 2):
            glued = ends.get(mark - size)
            if glued is not None and glued.verb and glued.end - glued.start == 1:
                continue
            if (
                size >= 2
                and mark - size in starts
                and starts[mark - size].tag[:1]
                == next(w for w in words if w.end > mark + 1).tag[:1]
            ):
                return mark - size, high
    inside = [w for w in words if start <= w.start and w.end <= mark]
    if open_ and inside:
        low = _by_tags(inside)
        return (low, high) if low < mark else None
    return None


# Two items longer than this are clauses, not items.
_LONGEST_PAIR = 9


def _last(
    folded: str, words: list[Word], low: int, end: int, middle: list[tuple[int, int]]
) -> tuple[int, bool, tuple[int, int]]:
    """End of the last item, whether 等 follows, and the span of the noun that names the items."""
    etc = folded.find("等", low, min(end, low + _LONGEST_ITEM + 8))
    while etc >= 0 and (
        folded[etc : etc + 2] in ("等级", "等待", "等候", "等于", "等同")
        or folded[etc - 1] in "平高同中初优劣相不对均上下何"
    ):
        etc = folded.find("等", etc + 1, min(end, low + _LONGEST_ITEM + 8))
    if etc > low and not re.search(r"[，；。：]", folded[low:etc]):
        noun = _noun_after(words, etc + 1, end)
        return etc, True, (etc + 1, noun)
    inside = within(words, low, end)
    ends = {w.end for w in inside}
    for a, b in reversed(middle):
        stop = low + b - a
        if folded.startswith(("和", "与", "及", "以及"), stop):
            continue
        if (
            stop in ends
            and stop <= end
            and not re.search(r"[，；。：和]", folded[low:stop])
            and (len({y - x for x, y in middle}) == 1 or folded[b - 1] == folded[stop - 1])
        ):
            return stop, False, (stop, _noun_after(words, stop, end))
    at = low
    size = max((b - a for a, b in middle), default=0)
    for k, word in enumerate(inside):
        if word.text[0] in "，；。：”）":
            break
        if at > low and (word.tag == "f" or word.text in JUDGEMENTS):
            break
        if word.text in _LIGHT and at > low:
            if word.text == "的" and size and at - low < size - 2:
                at = word.end
                continue
            break
        following = inside[k + 1] if k + 1 < len(inside) else None
        if (
            word.text in NOMINAL
            and following is not None
            and (following.noun or following.text in NOMINAL)
        ):
            at = word.end
            continue
        if at > low and (
            (
                word.verb
                and (word.text in _STOPS or k == len(inside) - 1 or not size or at - low >= size)
            )
            or (word.tag in ("p", "d") and word.text not in ("与", "和"))
        ):
            break
        if (
            at > low
            and size
            and at - low >= size
            and word.text not in ("和", "及", "与", "以及")
            and _same_shape(folded, middle, low, at)
        ):
            break
        at = word.end
    return at, False, (at, _noun_after(words, at, end))


def _same_shape(folded: str, middle: list[tuple[int, int]], low: int, at: int) -> bool:
    """Whether the item so far already looks like those before it."""
    a, b = middle[-1]
    return folded[b - 1] == folded[at - 1] or b - a == at - low


def _noun_after(words: list[Word], low: int, end: int) -> int:
    """End of the noun phrase that follows the list (等环节, 三类中心)."""
    at = low
    headed = False
    for word in within(words, low, end):
        if (word.tag == "m" and at == low) or word.text in (
            "个",
            "项",
            "类",
            "种",
            "大",
            "方面",
            "多",
        ):
            at = word.end
            continue
        if (word.noun or word.tag.startswith(("b", "a"))) and (
            word.end - word.start > 1 or word.text in "链业率性化区圈新大重高老"
        ):
            if word.text in _ADVERBIAL_NOUNS or word.text in JUDGEMENTS:
                break
            at = word.end
            headed = headed or word.noun
            continue
        if word.text in _ADVERBIAL_NOUNS:
            break
        if word.text in NOMINAL:
            continue
        if word.verb or word.tag in ("d", "p"):
            return at if headed else low
        break
    return at if headed else low


def _first(
    folded: str, words: list[Word], start: int, mark: int, others: list[tuple[int, int]]
) -> int:
    """Start of the first item, or -1 where it can't be told."""
    inside = within(words, start, mark)
    if not inside:
        return -1
    starts = [w.start for w in inside]
    sizes = [b - a for a, b in others]
    lead = folded[others[0][0] : others[0][0] + 1]
    by_pos = _by_tags(inside)
    if by_pos > start and folded[by_pos - 1] in "与和" and len(set(sizes)) > 1:
        joint = word_before(inside, by_pos)
        if joint is not None:
            before = [w for w in inside if w.end <= joint.start]
            wider = _by_tags(before) if before else by_pos
            if mark - wider <= max(sizes) + 3:
                by_pos = wider
    # Items of one length are the surest sign of where the first begins.
    if len(set(sizes[:-1] or sizes)) == 1:
        candidate = mark - sizes[0]
        opener = word_at(inside, candidate)
        if candidate > start and folded[candidate - 1] in _LEADS_IN and sizes[0] > 1:
            return candidate
        tied = folded[candidate - 1 : candidate] in ("—", "·", "-", "与", "和", "及", "同")
        if (
            opener is not None
            and not tied
            and candidate >= by_pos - 6
            and opener.tag not in ("p", "c")
            and opener.text not in _NEVER_FIRST
            and not (_calls_for(opener) and _names(words, others[0][0]))
        ):
            return candidate
    if len({folded[a : a + 1] for a, _ in others}) == 1 and len(others) >= 2:
        at = folded.rfind(lead, start, mark)
        if at in starts:
            return at
    return by_pos


# Prepositions of one letter that the cutter may have glued to the first item (为首|台套).
_LEADS_IN = "为以把将对从在由向"


def _by_tags(inside: list[Word]) -> int:
    at = inside[-1].end
    size = 0
    for word in reversed(inside):
        if re.search(r"[，；：。]", word.text):
            break
        if (
            (word.text in _STOPS or (word.text in IMPERATIVES and word.text not in NOMINAL))
            and size > 0
        ) or (word.tag in ("p", "c", "d", "r") and size > 0):
            break
        if word.text in _STOPS and word.verb and size == 0:
            at = word.start
            size += word.end - word.start
            continue
        if word.text == "的" and size >= 2:
            break
        if size + word.end - word.start > _LONGEST_ITEM:
            break
        at = word.start
        size += word.end - word.start
    return at


_COUNT = {2: "两", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七"}


def counted(number: int) -> str:
    """A count of items as said before a measure word."""
    return _COUNT.get(number, str(number))
