"""Demands: clauses without a subject that call for something to be done (要守住红线)."""

import re

from studykit.facts.phrases import IMPERATIVES, Word

# Verbs that say how things are: a clause with one of them calls for nothing.
_STATIVE = re.compile(
    r"取决于|离不开|(?<!不)是(?!否)|在于|有利于|有助于|成为|意味着|之所以|来自|源于|导致|造成|使得|仍然|已经|正在|日益|越来越|不再|面临|存在|呈现|不足以|缺少|缺乏|依赖|面对|"
    r"挤占|亟待|迫切|尤为|只有|不必|难以|容易|尚待|尚未|减弱|趋弱"
)
# What follows these is a result, not a demand.
_THEN = frozenset("才能 才 方能 方可 便能 就能 得以 从而 进而".split())
_MODALS = frozenset("要 应 应当 应该 需要 必须 须 需 还要 可以 能够".split())
_OPENERS = frozenset("把 将 对 以 让 使 通过 围绕 向 从 在 为 用".split())
_NOT_CALLS = frozenset(
    "有 没有 是 来自 成为 存在 面临 具有 拥有 属于 位于 达到 显示 表明 说明 意味着 以及 包括 使 令 得到 受到 遭遇 出现 呈现 导致 造成 形成 带来 催生 引发 产生 获得 取得 实现 完成 超过 突破 居 位居 处于 进入 迎来 看到 知道 认为 相关 有关 涉及 指 指的是 是指 意指 叫 叫做 称为 例如 比如 譬如 诸如".split()
)
_ADVERB_TAGS = ("d", "ad")
_NEGATIONS = ("没有", "没", "不")


def is_imperative(words: list[Word], text: str) -> bool:
    """Whether a clause without a subject begins with what is to be done; `text` is folded."""
    return bool(words) and words[0].text in IMPERATIVES and not _STATIVE.search(text)


def is_call(words: list[Word], text: str) -> bool:
    """Whether a clause without a subject says what is to be done, behind modals and adverbs too."""
    return _opens_with_verb(words) and not _STATIVE.search(text)


def _opens_with_verb(words: list[Word]) -> bool:
    for word in words:
        if word.text in _THEN:
            return False
        adverb = word.tag in _ADVERB_TAGS and word.text not in _NEGATIONS
        if not adverb and word.text not in _MODALS:
            return _does(word)
    return False


def _does(word: Word) -> bool:
    """Whether a word at the head of a clause does something or leads to what is done."""
    if word.text in IMPERATIVES or word.text in _OPENERS:
        return True
    return word.verb and word.text not in _NOT_CALLS
