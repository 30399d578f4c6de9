"""Clauses: a sentence cut at its commas, semicolons and colons, with offsets kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

OPENERS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "【": "】",
    "「": "」",
    "『": "』",
    "〈": "〉",
    "[": "]",
}
CLOSERS = {close: open_ for open_, close in OPENERS.items()}
_BRACKETS = {"（", "(", "《", "【", "〈", "["}
_EDGE = " \t\u3000，。；：、！？,.;!?…—-–~·"


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open offsets in a sentence, trimmed, and the mark that ends the clause."""

    start: int
    end: int
    mark: str


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without stray punctuation and unpaired marks at either end."""
    while True:
        while start < end and text[start] in _EDGE and not _number_sign(text, start, end):
            start += 1
        while start < end and text[end - 1] in _EDGE:
            end -= 1
        if start >= end:
            return start, start
        part = text[start:end]
        if part[0] in CLOSERS or (
            part[0] in OPENERS and not _meets(part, part[0], OPENERS[part[0]])
        ):
            start += 1
        elif part[-1] in OPENERS or (
            part[-1] in CLOSERS and not _meets(reversed(part), part[-1], CLOSERS[part[-1]])
        ):
            end -= 1
        else:
            return start, end


def _number_sign(text: str, at: int, end: int) -> bool:
    return text[at] == "-" and at + 1 < end and text[at + 1].isdigit()


def _meets(part: Iterable[str], mark: str, partner: str) -> bool:
    """Whether the mark that `part` begins with finds its partner further on."""
    depth = 0
    for ch in part:
        if ch == mark:
            depth += 1
        elif ch == partner:
            depth -= 1
            if depth == 0:
                return True
    return False


_MARK = re.compile(r"[，；：,;:。！？!?]|——|(?<=[^“”]{9})”(?=“[^”]{9})|[（(《【〈\[]|[）)》】〉\]]")


# A label and its figure (盈余：928亿元) are one clause.
_FIGURE_AHEAD = re.compile(r"\s*(?:约|近|超|逾)?\d")


# Each reader of facts splits the sentence it is at.
@lru_cache(maxsize=32)
def split_clauses(folded: str, start: int = 0, end: int | None = None) -> tuple[Clause, ...]:
    """The clauses of a folded sentence; marks inside brackets and between digits don't cut."""
    end = len(folded) if end is None else end
    out: list[Clause] = []
    depth = 0
    at = start
    for match in _MARK.finditer(folded, start, end):
        mark = match.group()
        if mark in _BRACKETS:
            depth += 1
            continue
        if mark in CLOSERS and mark != "”":
            depth = max(0, depth - 1)
            continue
        if mark in "：:" and _FIGURE_AHEAD.match(folded, match.end()):
            continue
        if depth or (mark in ",:：." and _between_digits(folded, match.start())):
            continue
        _append(out, folded, at, match.start(), mark)
        at = match.end()
    _append(out, folded, at, end, "")
    return tuple(out)


def _append(out: list[Clause], folded: str, start: int, end: int, mark: str) -> None:
    low, high = trim(folded, start, end)
    if low < high:
        out.append(Clause(low, high, mark))


def _between_digits(folded: str, at: int) -> bool:
    return 0 < at < len(folded) - 1 and folded[at - 1].isdigit() and folded[at + 1].isdigit()


_CONNECTIVE = re.compile(
    r"(?:例如|比如说|比如|譬如|主要是因为|这是因为|主要原因是|与此同时|与此形成对照的是|与此形成对比的是|相比之下|相较之下|幸运的是|令人欣慰的是|不过|惟|以及|并且|在此基础上|总的来看|综合来看|总体来看|总的来说|具体来看|分.{1,3}看|换句话说|换言之|值得注意的是|值得一提的是|需要指出的是|"
    r"一方面|另一方面|除此之外|也就是说|更重要的是|要知道|事实上|实际上|另外|此外|同时|其中|当中|因此|因而|因为|所以|然而|不过|但是|可是|但|"
    r"而且|而是|而|并且|并|且|从而|进而|于是|特别是|尤其是|首先|其次|再次|最后|其一|其二|其三|其四|"
    r"[一二三四五六七八九]是|[一二三四五六]要|一来|二来|也|亦|还|又|更|则|即|就|却|那么|既|又要|既要|还要|可以说|"
    r"再加上|加上|虽然|尽管|即使|如果|若|只是|正因如此|正因为如此|由此可见|可见|由此|对此|为此|据此|至于|关于|对于)"
    r"(?=[^，]{2})[，,]?\s*"
)
_KEEP = re.compile(
    r"而[言立]|并[购网轨联非]|还原|还款|更新|更名|更换|更替|更正|则[要]|即[使将时便“]|就[业近医地读学餐诊任职]|又[称名]|也门|且[慢]|但[愿]|若[干]|而[不]是|既[有定往]|也就是|加上|一是一|更加|更[好多大高快强优]|并[行联存举]"
)


def skip_connectives(folded: str, start: int, end: int) -> int:
    """Where the clause's own words begin, connectives left out."""
    while True:
        match = _CONNECTIVE.match(folded, start, end)
        if match is None or _KEEP.match(folded, start, end) or match.end() >= end:
            return start
        start = match.end()
        while start < end and folded[start] in _EDGE:
            start += 1


_WE = "我们"


def skip_we(folded: str, start: int, end: int) -> int:
    """Where a clause goes on behind the 我们 that it begins with; `start` where little more follows."""
    we = folded.startswith(_WE, start) and end - start > 2 * len(_WE)
    return start + len(_WE) if we else start
