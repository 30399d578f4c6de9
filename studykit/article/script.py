"""Simplified or Traditional: telling them apart and reading both by one set of patterns."""

from collections import Counter
from functools import cache, lru_cache
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant"]

_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fff"
# Full-width ASCII to half-width, save the marks that Chinese prose is punctuated with.
_KEPT_WIDE = "！（），：；？"
_HALF_WIDTH = {
    code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_WIDE
} | {ord("\u3000"): " ", ord("﹪"): "%", ord("﹣"): "-", ord("﹢"): "+", ord("﹒"): "."}
_QUOTES = {ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’"}
# In GB 2312 and yet Traditional forms of a commoner character.
_SHARED_TRADITIONAL = "於後徵麽夥菸"
# What Hong Kong newspapers print where the standard of OpenCC differs.
_PRINTED = str.maketrans(
    "説户羣峯牀啓衞税脱鋭悦閲兑麪裡産强温“”", "說戶群峰床啟衛稅脫銳悅閱兌麵裏產強溫「」"
)


def detect_language(text: str) -> Language:
    """zh-Hant if more characters exist only in Big5 than only in GB 2312."""
    balance = 0
    for char, count in Counter(text).items():
        if _HAN_FIRST <= char <= _HAN_LAST:
            balance += count * (_encodable(char, "big5") - _encodable(char, "gb2312"))
    return "zh-Hant" if balance > 0 else "zh-Hans"


_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def superscript(text: str) -> str:
    """The text with its digits and signs raised, as an exponent is printed."""
    return text.translate(_SUPERSCRIPT)


@lru_cache(maxsize=1 << 12)  # lines are folded by whoever looks at them
def fold(text: str) -> str:
    """The text, as long as before, half-width and in Simplified characters.

    Letters, digits and signs become half-width; ，：；（）？！ stay. Corner
    quotes become curly ones. Traditional characters are mapped where OpenCC
    gives exactly one character.
    """
    return text.translate(_folding) if not text.isascii() else text


def to_traditional(text: str) -> str:
    """Words of our own, written in Simplified, as a Hong Kong reader expects them."""
    return _to_traditional(text)


class _Folding(dict[int, str]):
    """The folding map, filled character by character as texts need it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if _HAN_FIRST <= char <= _HAN_LAST and _traditional(char):
            char = _simplified(char)
        self[code] = char
        return char


# A Hong Kong variant that OpenCC's character table lacks.
_folding = _Folding(_HALF_WIDTH | _QUOTES | {ord("衞"): "卫"})


def _traditional(char: str) -> bool:
    return char in _SHARED_TRADITIONAL or not _encodable(char, "gb2312")


def _encodable(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _simplified(char: str) -> str:
    mapped: str = _converter("t2s").convert(char)
    return mapped if len(mapped) == 1 else char


@cache
def _to_traditional(text: str) -> str:
    converted: str = _converter("s2hk").convert(text)
    return converted.translate(_PRINTED)


@cache
def _converter(config: str):  # type: ignore[no-untyped-def]
    import opencc

    return opencc.OpenCC(config)
