"""Numbers in whatever digits and scale words, read from tidy text."""

import re
from dataclasses import dataclass
from fractions import Fraction

from studykit.facts.numerals import DIGITS, HAN, SCALE, SCALES, number_value, scale_value

_DIGITS = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,4}(?:,[0-9]{4})+(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
)
_CHUNK = re.compile(
    rf"(?:(?P<arabic>{_DIGITS})|(?P<han>{HAN}(?!(?<=千)[瓦米克帕卡伏]|(?<=百)帕))(?:点(?P<tenths>[零〇一二三四五六七八九]+))?|(?P<half>半))"
    rf"(?P<few>[余多]?)(?P<scale>(?:{SCALE})?)"
)
_HAN_SCALE = re.compile("[万亿]+$")
# Numbers of more digits are not answers, and slow to reckon with.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Number:
    """`value` with its scale words applied, `printed` without them (3 of 3万亿).

    `place` is the size of the last digit written: 0.01 of 2.54, 1000 of 3千.
    `few` says that more is meant (300多).
    """

    value: Fraction
    printed: Fraction
    place: Fraction
    few: bool = False


def read_number(text: str, at: int = 0) -> tuple[Number, int] | None:
    """The number that begins at a place of a text, and where it ends; or None.

    Parts add up as long as their scales fall: 1亿2000万 is 120000000.
    """
    total = printed = Fraction(0)
    place, few, end = Fraction(1), False, at
    above: int | None = None
    while match := _CHUNK.match(text, end):
        if match.end() - end > _LONGEST:
            return None
        if above is not None and match["han"] and match["han"][0] in SCALES:
            break  # 千 of 1亿千瓦
        mantissa, decimals = _mantissa(match)
        scale = scale_value(match["scale"])
        if match["han"] and mantissa and (words := _HAN_SCALE.search(match["han"])):
            scale, mantissa = (own := scale_value(words.group())) * scale, mantissa / own
        if mantissa is None or (above is not None and mantissa * scale >= above):
            break
        total += mantissa * scale
        few = bool(match["few"])
        printed = mantissa if above is None else total
        place, end = Fraction(scale, 10**decimals), match.end()
        while few and mantissa and mantissa * scale % (place * 10) == 0:
            place *= 10  # 600多万 is open to the hundred
        if scale == 1:
            break
        above = scale
    return (Number(total, printed, place, few), end) if end > at else None


def _mantissa(match: re.Match[str]) -> tuple[Fraction | None, int]:
    """A number before its scale words, and its decimals."""
    if match["half"]:
        return Fraction(1, 2), 1
    if match["arabic"]:
        text = match["arabic"].replace(",", "").replace(" ", "")
        return Fraction(text), len(text.partition(".")[2])
    value = number_value(match["han"])
    if value is None:
        return None, 0
    tenths = "".join(str(DIGITS[char]) for char in match["tenths"] or "")
    return Fraction(f"{int(value)}.{tenths or 0}"), len(tenths)


def rounds_to(value: Fraction, rounded: Fraction, *, least: int = 2) -> bool:
    """Whether a number is another cut to fewer digits that matter, but at least so many.

    The default keeps two: 2.5 is 2.54 rounded, 3 is not, nor is 100 of 99.
    """
    if value <= 0 or rounded <= 0:
        return False
    size = 0
    while value >= Fraction(10) ** (size + 1):
        size += 1
    while value < Fraction(10) ** size:
        size -= 1
    for digits in range(least, least + 10):
        place = Fraction(10) ** (size - digits + 1)
        if (value / place + Fraction(1, 2)) // 1 * place == rounded:
            return True
    return False
