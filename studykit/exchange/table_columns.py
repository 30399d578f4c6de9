"""The columns of tables of cards: ours, and the names that others give theirs."""

import re
from collections.abc import Sequence

# The columns of a table that studykit writes, by the keys of a deck file. `deck` is the
# title; `header`, filled in the first row of each deck, is the rest of its header in JSON.
COLUMNS = (
    "id", "type", "section", "prompt", "answer", "options", "accept", "explanation", "quote",
    "tags", "derived", "ordered", "fact", "span", "gone", "deck", "header",
)  # fmt: skip

_NAMES = {
    "id": ("id", "guid", "编号", "編號"),
    "type": ("type", "题型", "題型", "类型", "類型"),
    "section": ("section", "chapter", "topic", "章节", "章節", "小节", "小節", "知识点", "知識點"),
    "prompt": (
        "prompt", "question", "front", "term", "word", "stem", "问题", "問題", "题目", "題目",
        "题干", "題幹", "正面", "术语", "術語", "词语", "詞語", "单词", "單詞",
    ),
    "answer": (
        "answer", "back", "definition", "meaning", "key", "correctanswer", "答案", "正确答案",
        "正確答案", "标准答案", "背面", "反面", "定义", "定義", "释义", "釋義",
    ),
    "options": ("options", "choices", "选项", "選項"),
    "accept": ("accept", "alternatives", "可接受的答案"),
    "explanation": (
        "explanation", "notes", "note", "feedback", "解析", "答案解析", "解释", "解釋", "说明",
        "說明", "备注", "備註",
    ),
    "quote": ("quote", "source", "context", "原文", "出处", "出處"),
    "tags": ("tags", "tag", "label", "labels", "标签", "標籤"),
}  # fmt: skip
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
_KEYS |= {name: name for name in COLUMNS}
# 选项A, option 2, A: one column for each option.
_OPTION = re.compile(r"(?:选项|選項|option|choice|answer)?([a-h1-8])")
OPTION = "option"

_TYPES = {
    "qa": ("问答", "問答", "简答", "簡答"),
    "cloze": ("填空",),
    "choice": ("选择", "選擇", "单选", "單選"),
    "truefalse": ("判断", "判斷", "是非"),
    "list": ("列举", "列舉"),
    "numeric": ("数字", "數字", "计算", "計算"),
}
_TYPE_WORDS = {
    f"{name}{end}": key
    for key, names in _TYPES.items()
    for name in names
    for end in ("", "题", "題")
}


def column_keys(names: Sequence[str]) -> tuple[str, ...]:
    """What each column of this heading holds: a key of a card, `option`, or nothing known.

    Nothing at all (an empty tuple) where the row is no heading: it names no prompt or no answer.
    """
    keys = tuple(_key(name) for name in names)
    return keys if "prompt" in keys and "answer" in keys else ()


def card_type(word: str) -> str:
    """A type of card by the name that question banks give it; other words stay."""
    return _TYPE_WORDS.get(word.strip(), word.strip())


def _key(name: str) -> str:
    word = re.sub(r"[\s_-]", "", name).casefold()
    if word in _KEYS:
        return _KEYS[word]
    return OPTION if _OPTION.fullmatch(word) else ""
