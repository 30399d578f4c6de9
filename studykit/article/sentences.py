"""Sentences out of a paragraph's text."""

import re
from collections.abc import Iterator

from studykit.article.script import fold
from studykit.article.tape import Tape

_OPENERS = {
    "“": "”",
    "（": "）",
    "(": ")",
    "《": "》",
    "【": "】",
    "「": "」",
    "『": "』",
    "‘": "’",
    "[": "]",
}
_CLOSERS = '”）)》】」』’]"'
_END = "。！？!?…｡"
_STOP = re.compile(
    r"[“”（）()《》【】「」『』‘’\[\]。！？!?…｡]|(?<=[\u4e00-\u9fff%％）)”])[.．](?=\s|$)|\.{3,}"
)
# A quotation or bracket longer than this, of whole sentences, is split inside.
LONG_QUOTE = 160
# Longer than any sentence; the longest in 650,000 characters of reports has 639. What goes on so
# long is a list, a transcript without marks or no prose, and dear to look for facts in.
MAX_SENTENCE = 1000
_PAUSES = ("；", "，", "、", " ")
# Brackets open at once, of those that a closing one may belong to.
_MAX_DEPTH = 16
# After a quotation that ends a sentence these go on with it.
_GOES_ON = "，、；：,;:的等这是和与及或——”“"
_CREDIT = re.compile(
    r"[(（](?:[^（）()]{0,16}(?:记者|文|图|编辑|责编|作者|来源|供稿|通讯员|摄)[\s:：/]?[^（）()。]{0,40}|完|全文完|未完待续)[)）]"
)


def split(tape: Tape) -> list[Tape]:
    """The sentences of a text, blanks at their ends dropped, in order.

    An endless one is parted at its pauses; a stretch of it without any is left out.
    """
    out: list[Tape] = []
    start = 0
    for end in [*_ends(tape.text), len(tape.text)]:
        for low, high in _bounded(tape.text, start, end):
            part = tape.cut(low, high).strip()
            if any(char.isalnum() for char in part.text) and not is_credit(fold(part.text)):
                out.append(part)
        start = end
    return out


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as stretches of no more than MAX_SENTENCE characters."""
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        pauses = (text.rfind(mark, start, limit) + 1 for mark in _PAUSES)
        pause = next((at for at in pauses if at > start), 0)
        if pause:
            yield start, pause
            start = pause
        else:
            start = min(
                (at for mark in _PAUSES if (at := text.find(mark, limit, end)) > 0), default=end
            )
    yield start, end


def is_credit(folded: str) -> bool:
    """Whether a sentence is only the name of a reporter or the like, in brackets."""
    return bool(_CREDIT.fullmatch(folded))


def _ends(text: str) -> Iterator[int]:
    """Offsets after each sentence end but the last."""
    stops = list(_STOP.finditer(text))
    closing = _pairs(stops)
    open_until = -1
    opened_at = -1
    done = 0
    for match in stops:
        at, mark = match.start(), match.group()
        if at < done:
            continue
        if at <= open_until:
            if at < open_until or not _ends_after_quote(text, opened_at, at):
                continue
            end = at + 1
        elif mark in _OPENERS:
            close = closing.get(at, -1)
            if close > at and not (close - at > LONG_QUOTE and _has_end(text, at, close - 1)):
                open_until, opened_at = close, at
            continue
        elif mark in _CLOSERS:
            continue
        else:
            end = _past_marks(text, match.end())
            if mark in "!?" and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
                continue
        done = end
        if end < len(text):
            yield end


def _pairs(stops: list[re.Match[str]]) -> dict[int, int]:
    """Where each bracket or quote that is closed is closed."""
    out: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for match in stops:
        mark = match.group()
        if mark in _OPENERS:
            stack.append((_OPENERS[mark], match.start()))
        elif mark in _CLOSERS:
            for depth in range(len(stack) - 1, max(len(stack) - 1 - _MAX_DEPTH, -1), -1):
                if stack[depth][0] == mark:
                    out[stack[depth][1]] = match.start()
                    del stack[depth:]
                    break
    return out


def _has_end(text: str, start: int, end: int) -> bool:
    return any(text.find(mark, start, end) >= 0 for mark in "。！？!?")


def _past_marks(text: str, end: int) -> int:
    """The offset after further end marks and closers."""
    while end < len(text) and (text[end] in _END or text[end] in _CLOSERS):
        end += 1
    return end


def _ends_after_quote(text: str, opened: int, closed: int) -> bool:
    """Whether the sentence ends with the quotation just closed: 他说：“……。”"""
    if text[closed - 1] not in "。！？!?" or text[closed] not in "”」":
        return False
    if not opened or text[opened - 1] not in "：:，,”」":
        return False
    following = text[closed + 1 :].lstrip()[:1]
    return not following or following not in _GOES_ON
