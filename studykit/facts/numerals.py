"""Numbers as Chinese texts write them, read into `Decimal`s.

Input is folded text (half-width, Simplified). Arabic digits may be mixed with
scale words (3万, 1.2万亿), numerals may be Chinese throughout (三千二百, 二〇二五).
"""

import re
from decimal import Decimal

DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_HAN_DIGITS = "[零〇一二两三四五六七八九十百千]+"
HAN = rf"{_HAN_DIGITS}(?:[万亿]{{1,2}}{_HAN_DIGITS})*[万亿]{{0,2}}"
SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|亿|万|千(?![瓦米克帕卡伏])|百(?!帕))"

_ARABIC = re.compile(rf"({ARABIC})({SCALE}?)")


def scale_value(words: str) -> int:
    """The factor of a run of scale words: 万亿 is 10**12; no words, 1."""
    factor = 1
    for word in words:
        factor *= SCALES[word]
    return factor


def han_value(text: str) -> int | None:
    """The value of a Chinese numeral, or None where it is not one."""
    if not text or any(ch not in DIGITS and ch not in SCALES for ch in text):
        return None
    if len(text) > 1 and all(ch in DIGITS for ch in text):
        return int("".join(str(DIGITS[ch]) for ch in text))
    total = section = digit = 0
    for ch in text:
        if ch in DIGITS:
            digit = DIGITS[ch]
        elif SCALES[ch] < 10**4:
            section += (digit or 1) * SCALES[ch]
            digit = 0
        elif ch == "万":
            total += (section + digit or 1) * SCALES[ch]
            section = digit = 0
        else:
            total = (total + section + digit or 1) * SCALES[ch]
            section = digit = 0
    return total + section + digit


def number_value(text: str) -> Decimal | None:
    """The value of a number with its scale words, Arabic or Chinese, or None."""
    match = _ARABIC.fullmatch(text)
    if match:
        return Decimal(match[1].replace(",", "")) * scale_value(match[2])
    value = han_value(text)
    return None if value is None else Decimal(value)


def plain(value: Decimal) -> str:
    """A decimal without exponent and trailing zeros: 3E+4 is 30000, 2.50 is 2.5."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def han_count(number: int) -> str:
    """A small count as a teacher would say it before a measure word: 2 is 两, 12 is 十二."""
    if not 0 < number < 100:
        return str(number)
    if number == 2:
        return "两"
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
