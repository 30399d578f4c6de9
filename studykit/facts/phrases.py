"""Phrases: words of a sentence with offsets, and the noun phrase at their edge."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from studykit.facts.tagger import Tagger

_QUOTED = re.compile(r"“[^“”]{1,10}”|《[^《》]{1,40}》|‘[^‘’]{1,16}’")


class Word(NamedTuple):
    """A word with its dictionary tag and its offsets in the sentence; made by the hundred thousand."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def verb(self) -> bool:
        """Whether the dictionary calls it a verb and not a verbal noun."""
        return self.tag.startswith("v") and self.tag != "vn"

    @property
    def noun(self) -> bool:
        """Whether it can stand in a noun phrase as head."""
        return self.tag.startswith(("n", "j", "x", "l", "i")) or self.tag in ("vn", "an", "s")


def words_of(folded: str, tagger: Tagger) -> list[Word]:
    """The words of a folded sentence; short quoted terms and book titles stay whole as nouns."""
    out: list[Word] = []
    at = 0
    for match in _QUOTED.finditer(folded):
        _cut(folded, at, match.start(), tagger, out)
        out.append(Word(match.group(), "n", match.start(), match.end()))
        at = match.end()
    _cut(folded, at, len(folded), tagger, out)
    return out


def _cut(folded: str, start: int, end: int, tagger: Tagger, out: list[Word]) -> None:
    at = start
    for text, tag in tagger(folded[start:end]):
        out.append(Word(text, tag, at, at + len(text)))
        at += len(text)


def within(words: list[Word], start: int, end: int) -> list[Word]:
    """The words that lie wholly between two offsets; `words` stand in order."""
    low = bisect_left(words, start, key=_start)
    high = bisect_right(words, end, low, key=_end)
    return words[low:high]


def word_at(words: list[Word], at: int) -> Word | None:
    """The word that begins at an offset; `words` stand in order."""
    k = bisect_left(words, at, key=_start)
    return words[k] if k < len(words) and words[k].start == at else None


def word_before(words: list[Word], at: int) -> Word | None:
    """The word that ends at an offset; `words` stand in order."""
    k = bisect_left(words, at, key=_end)
    return words[k] if k < len(words) and words[k].end == at else None


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


_COPULAS = frozenset(
    "是 为 有 在 将 把 被 给 成为 达 达到 具有 包括 需要 能够 可以 应 应当 要 会 能 可 令 使 让 于 由 从 向 对 与 以 因 因为 由于 通过 经 按 据 已 已经 曾 均 都 也 还 就 才 一直 始终 仍 仍然 不 没有 未 正 正在 逐步 不断 持续 进一步 更 最 很 相当 十分 非常 较 比较 普遍 相对 总体 快速 迅速 大幅 明显 显著 日益 全面 首次 率先 分别 共 累计 共同 既 同时 一路 不仅 不但 不只 日益 越来越 往往 常常 通常 一般 几乎 仅 只 才能 便 则 可能 必须 必将 终将 终于 竟 曾经 才 总 总是 依然 依旧 普遍 离不开 取决于 来自 源于 属于 位于 处于 存在 面临 拥有 得到 受到 呈现 形成 构成 意味着 有望 有助于 有利于 之所以".split()
)
# Words that open a demand whatever the dictionary calls them.
IMPERATIVES = frozenset(
    "紧盯 瞄准 锁定 抢占 聚力 深耕 厚植 拆除 清除 开拓 盘活 释放 补齐 延伸 搭建 设立 推广 普及 整治 遏制 化解 防范 治理 修订 试点 降低 减轻 增加 扩建 增设 增聘 资助 注资 发放 豁免 延长 放宽 提供 成立 推行 改善 简化 加大 压减 用足 加强 引进 招引 举办 完善 利用 采用 使用 运用 依托 借助 集中力量 集中 提高效益 唯有 只有 正是 不只是 不仅是 畅通 更好 强化 深化 优化 聚焦 完善 健全 整合 统筹 严格 规范 稳定 丰富 繁荣 壮大 巩固 密切 做好 做强 做优 做大 用好 抓好 抓住 抓紧 放宽 便利 活跃 明确 前瞻 深入 扎实 稳步 有序 有效 积极 加快 坚决 全力 持续 着力 充分 切实 进一步 鼓励 支持 促进 狠抓 抢抓 防止 一体 推动 推进 加强 坚持 坚定 构建 打造 布局 全面 大力 重点 合理 科学 主动 努力 引导 培育 打通 破除 拓展 扩大 提升 提高 建立 建设 实施 落实 探索 营造 夯实 筑牢 守住 确保 保障 争取 力争 避免".split()
)
# Verbs by the dictionary that economic texts use as nouns.
NOMINAL = frozenset(
    "开支 支出 收入 投入 投资 消费 出口 进口 贷款 存款 补贴 产出 需求 供给 排放 发展 增长 建设 创新 改革 开放 竞争 生产 研发 教育 服务 管理 调查 租赁 就业 进步 转换 转化 转移 攻关 集聚 协作 协同 经营 劳动 运行 运营 分配 利用 使用 保护 安全 学习 考试 改造 布局 培训 收购 并购 核算 统计 经济 人均 消耗 观测 实验 分析 测量 探测 计算 通信 传播 传输 存储 驱动 推理 训练 保障 合作 治理 监管 变革 转型 升级 融资 交易 结算 储备 预测 研究 分工 循环 流通 突破 应用 设计 制造 加工 物流 运输 旅游 医疗 养老 规划 评价 认证 革命 贸易".split()
)
# Of these the first word of a clause is a noun or stands before one: it calls for nothing.
_THINGS = frozenset(
    "相关 有关 收入 支出 消费 投资 出口 进口 贷款 存款 需求 供给 补贴 教育 医疗 养老 就业 开支 竞争 劳动 经济".split()
)
_CAUSATIVE = ("令", "使得", "使", "让", "导致", "带动", "推动", "推高")


def subject_end(words: list[Word], start: int, end: int) -> int:
    """Where the noun phrase that opens a clause ends; `start` where the clause opens with a verb."""
    inside = within(words, start, end)
    at = start
    for k, word in enumerate(inside):
        following = inside[k + 1] if k + 1 < len(inside) else None
        if word.text in _COPULAS or (
            word.tag in ("d", "p", "c") and word.text not in ("和", "及", "与", "或", "以及")
        ):
            break
        if word.tag in ("a", "ad", "z") and following is not None and following.verb and at > start:
            break
        if word.tag in ("uj", "u") or word.text in ("的", "、"):
            at = word.end
            continue
        if word.verb or word.text in IMPERATIVES:
            if k == 0:
                if word.text not in _THINGS:
                    return start
                at = word.end
                continue
            if following is not None and following.text in _COPULAS:
                at = word.end
                continue
            if word.text in NOMINAL and at > start:
                at = word.end
                continue
            if following is None or following.text not in ("的", "、"):
                break
        if word.tag == "x" and not word.text.strip("，。；：、“”（）《》—·0123456789.%"):
            break
        at = word.end
    return at


def causative(folded: str, start: int, end: int) -> int:
    """Past a causative verb that opens a clause (令公共開支增加)."""
    for verb in _CAUSATIVE:
        if folded.startswith(verb, start, end):
            return start + len(verb)
    return start


# A closing noun phrase longer than this is asked for better by its clause.
_LONGEST_PHRASE = 14


def phrase_start(words: list[Word], start: int, end: int) -> int:
    """Where the noun phrase that closes a clause begins; `end` where the clause closes with none."""
    at = end
    size = 0
    for word in reversed(within(words, start, end)):
        length = word.end - word.start
        if size + length > _LONGEST_PHRASE:
            break
        nominal = word.noun or word.text in NOMINAL
        if size == 0 and not (word.tag.startswith(("n", "j", "l", "s")) or word.tag == "vn"):
            return end
        if (
            word.tag == "a"
            and at < end
            and any(w.start == at and w.tag in ("vn", "v") for w in words)
        ):
            break
        if not (
            nominal
            or word.tag.startswith(("a", "b"))
            or word.text in ("的", "和", "与", "及", "、")
        ):
            break
        size += length
        if word.text not in ("的", "和", "与", "及", "、"):
            at = word.start
    return at


# Last characters of nouns that the dictionary lacks or calls something else (结合点).
_NOUN_ENDS = "点面线体力性化者家链圈网群库率"


def nominal(words: list[Word], start: int, end: int) -> bool:
    """Whether the words between two offsets are one noun phrase: nouns and what modifies them."""
    inside = within(words, start, end)
    return (
        bool(inside)
        and inside[0].start == start
        and inside[-1].end == end
        and (inside[-1].noun or inside[-1].text in NOMINAL or inside[-1].text[-1] in _NOUN_ENDS)
        and not inside[0].verb
        and all(
            w.noun
            or (
                w.verb
                and k + 1 < len(inside)
                and (inside[k + 1].noun or inside[k + 1].text == "的")
            )
            or w.text in NOMINAL
            or w.text
            in ("的", "和", "与", "及", "、", "之间", "一", "一批", "一项", "一条", "这一", "一个")
            or w.tag.startswith(("a", "b", "m", "q", "f", "t"))
            for k, w in enumerate(inside)
        )
    )
